// Children of the bench: each part under measurement is a process of its own that answers named acts over IPC.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { clockMs } from "./numbers.ts";

export type Acts = { readonly [name: string]: (...given: never[]) => unknown };
export type Usage = { readonly cpuUs: number; readonly atMs: number };
export type Child<A extends Acts> = {
  ask<K extends keyof A & string>(act: K, ...given: Parameters<A[K]>): Promise<Awaited<ReturnType<A[K]>>>;
  /** CPU time the process has used so far, and when that was. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
};

type Question = { readonly turn: number; readonly act: string; readonly given: readonly unknown[] };
type Answer = { readonly turn: number; readonly value?: unknown; readonly error?: string };

const runner = fileURLToPath(new URL("../../bin/run.mjs", import.meta.url));

/** Starts tests/bench/`file` as a process. BENCH_PROFILE names a folder for V8 CPU profiles of every child. */
export function startChild<A extends Acts>(file: string): Child<A> {
  const profile = process.env.BENCH_PROFILE;
  const child = fork(runner, [`tests/bench/${file}`], {
    serialization: "advanced",
    env: { ...process.env, NODE_ENV: "production" },
    execArgv: profile ? ["--cpu-prof", `--cpu-prof-dir=${profile}/${file}`] : [],
  });
  const ended = once(child, "exit");
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let turns = 0;
  child.on("message", (answer: Answer) => {
    const one = waiting.get(answer.turn);
    waiting.delete(answer.turn);
    if (answer.error === undefined) one?.resolve(answer.value);
    else one?.reject(new Error(`${file}: ${answer.error}`));
  });
  child.on("exit", (code) => {
    for (const one of waiting.values()) one.reject(new Error(`${file} ended with ${code}`));
  });
  const ask = (act: string, ...given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const turn = ++turns;
      waiting.set(turn, { resolve, reject });
      child.send({ turn, act, given } satisfies Question);
    });
  return {
    ask: ask as Child<A>["ask"],
    usage: () => ask("usage") as Promise<Usage>,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** In a child: answers questions until the bench goes away, then runs `leave` and ends. */
export function answerTo(acts: Acts, leave: () => Promise<void> = async () => undefined): void {
  process.on("SIGINT", () => undefined);
  process.on("message", async ({ turn, act, given }: Question) => {
    try {
      const value = act === "usage" ? usage() : await acts[act]!(...(given as never[]));
      process.send?.({ turn, value } satisfies Answer);
    } catch (error) {
      process.send?.({
        turn,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies Answer);
    }
  });
  process.on("disconnect", () => {
    void leave().finally(() => process.exit(0));
  });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuUs: user + system, atMs: clockMs() };
}

/** CPU of a stretch as a share of one core. */
export const shareOfCore = (from: Usage, to: Usage): number =>
  (to.cpuUs - from.cpuUs) / 1000 / (to.atMs - from.atMs);
