// Acknowledged is committed: the server is killed at three random acknowledgements of a replay, which finishes by itself.
// An oracle compares the database with the client's own log. The same killing loses marks of a server that answers too early.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { connectOwner, ownSql } from "#server/database/connection.ts";
import { visitEmbedded } from "#server/database/embedded.ts";
import { verifyChains } from "#server/ledger/verify.ts";

type Log = { requestId: string; contestantId: string; aspectId: string; value: string; version: number };
const competitors = 28;
const marks = competitors * 20;
const cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});

describe("rule 1: acknowledged = committed", () => {
  test("three kill -9 during a replay: it finishes, 0 lost, 0 doubled, chains intact", async () => {
    const scene = await raise("server/index.ts");
    const replay = scene.replay();
    for (const at of killingPoints()) await scene.killAt(at);
    const [code] = (await once(replay, "exit")) as [number];
    expect(code).toBe(0);
    const found = await scene.judge();
    expect(found).toEqual({ logged: marks, lost: 0, doubled: 0, broken: 0 });
    const report = JSON.parse(await readFile(scene.out, "utf8")) as {
      marks: number;
      acked: number;
      duplicates: number;
      standings: unknown[];
    };
    expect(report).toMatchObject({ marks, acked: marks, duplicates: 0 });
    expect(report.standings).toHaveLength(competitors);
  }, 240_000);

  test("negative control: a server that acknowledges before the commit loses marks, and the oracle says so", async () => {
    const scene = await raise("tests/faults/hasty-server.ts");
    scene.replay();
    await scene.killAt(Math.floor(marks / 3));
    const found = await scene.judge();
    expect(found.lost).toBeGreaterThan(0);
  }, 240_000);
});

/** Three different points somewhere in the replay, in ascending order. */
function killingPoints(): number[] {
  const third = Math.floor(marks / 3);
  return [0, 1, 2].map((n) => n * third + 20 + Math.floor(Math.random() * (third - 60)));
}

async function raise(entry: string) {
  const folder = await mkdtemp(join(tmpdir(), "biansai-kill-"));
  await chmod(folder, 0o711);
  cleanUp.push(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const data = join(folder, "data");
  const [acks, out] = [join(folder, "acks.ndjson"), join(folder, "out.json")];
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const environment = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    BIANSAI_DATA: data,
    BIANSAI_DEMO: "1",
    DATABASE_URL: "",
  } as NodeJS.ProcessEnv;
  let server = await start();
  cleanUp.push(async () => {
    const ended = server.exitCode === null ? once(server, "exit") : null;
    server.kill("SIGTERM");
    await ended;
  });

  async function start(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ["--import", "tsx", entry], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise<void>((started, failed) => {
      child.stdout!.on("data", (chunk) => String(chunk).includes("已启动") && started());
      child.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
    });
    return child;
  }
  const logged = async (): Promise<Log[]> => {
    const text = await readFile(acks, "utf8").catch(() => "");
    return text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Log);
  };
  return {
    out,
    replay(): ChildProcess {
      const args = [
        "--import",
        "tsx",
        "server/commands/replay.ts",
        "--generate",
        `1x${competitors}`,
        "--rate",
        "150",
        "--url",
        url,
        "--acks",
        acks,
        "--out",
        out,
      ];
      const child = spawn(process.execPath, args, { stdio: "inherit" });
      cleanUp.push(async () => void child.kill("SIGKILL"));
      return child;
    },
    /** Kills the server as soon as so many acknowledgements are logged, and starts it again. */
    async killAt(count: number): Promise<void> {
      while ((await logged()).length < count) await pause(10);
      server.kill("SIGKILL");
      await once(server, "exit");
      server = await start();
    },
    /** What the database holds of what the client was promised. */
    async judge() {
      const log = await logged();
      const visit = await visitEmbedded(data);
      const owner = await connectOwner(visit.url);
      try {
        const sql = ownSql(owner);
        const rows = await sql.query<{
          request_id: string;
          contestant_id: string;
          aspect_id: string;
          value: string;
          version: number;
        }>("SELECT request_id, contestant_id, aspect_id, value, version FROM mark_revision");
        const held = new Map(rows.map((row) => [row.request_id, row]));
        const cells = new Map<string, number>();
        const ours = new Set(log.map((ack) => ack.contestantId));
        for (const row of rows) {
          if (!ours.has(row.contestant_id)) continue;
          const key = `${row.contestant_id}/${row.aspect_id}`;
          cells.set(key, (cells.get(key) ?? 0) + 1);
        }
        return {
          logged: log.length,
          lost: log.filter(
            (ack) => Number(held.get(ack.requestId)?.value ?? Number.NaN) !== Number(ack.value),
          ).length,
          doubled: [...cells.values()].filter((count) => count > 1).length,
          broken: (await verifyChains(sql)).filter((chain) => chain.brokenAt !== null).length,
        };
      } finally {
        await owner.end();
      }
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}
