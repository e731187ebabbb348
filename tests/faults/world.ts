// One run's world: a database copied from the stage, server processes that can be killed, the line, and twenty devices.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAspects } from "../bench/scheme.ts";
import type { Stage } from "../bench/stage.ts";
import { asOwner, dropDatabase, emptyDatabase } from "../support/database.ts";
import { type Device, openDevice, type Post, type Wanted } from "./device.ts";
import { type Line, openLine } from "./line.ts";
import { countDiverged, examine, type Verdict } from "./oracle.ts";

export type Cast = {
  /** The server's program with its arguments; the product's own unless a control brings another. */
  readonly program?: readonly string[];
  readonly processes?: number;
  /** What the owner does to the database before the servers start. */
  readonly prepare?: readonly string[];
};
export type World = {
  readonly databaseUrl: string;
  readonly line: Line;
  readonly devices: readonly Device[];
  /** The n-th thing this device wants, on cells of its own. */
  wish(device: number, n: number): Wanted;
  /** kill -9, and a new process on the same port. */
  kill(): Promise<void>;
  /** An ordinary stop, and a new process; answers the exit code and how long the stop took. */
  restart(): Promise<{ readonly code: number | null; readonly ms: number }>;
  /** Throws a device away and opens it again with its log. */
  reload(device: number): void;
  /** Judges what was done; stops the servers in order, so that the last anchors are written. */
  verdict(options?: {
    readonly converge?: boolean;
    readonly rightly?: (id: string) => boolean;
  }): Promise<Verdict>;
  close(): Promise<void>;
};

const product = ["server/index.ts"];
const values = ["0", "0.25", "0.5", "0.75", "1"];
const firstPort = Number(process.env.FAULTS_PORT ?? 0);

export async function openWorld(stage: Stage, cast: Cast = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "biansai-faults-"));
  await chmod(folder, 0o711);
  const databaseUrl = await emptyDatabase(stage.url, new URL(stage.copyUrl).pathname.slice(1));
  for (const statement of cast.prepare ?? []) await asOwner(databaseUrl, statement);
  const settings = { databaseUrl, folder, program: cast.program ?? product };
  const servers: Server[] = [];
  for (let n = 0; n < (cast.processes ?? 1); n += 1)
    servers.push(await startServer({ ...settings, port: firstPort && firstPort + n }));
  const line = await openLine(firstPort && firstPort + 5);
  line.lead(servers.map((one) => one.port));
  const posts = stage.judges.map((judge, n): Post => {
    const logFile = join(folder, `outbox-${n}.ndjson`);
    return { url: line.url, n, token: judge.token, skillId: stage.skills[judge.skill]!.id, logFile };
  });
  const devices = posts.map(openDevice);
  const again = async (server: Server): Promise<void> => {
    servers[0] = await startServer({ ...settings, port: server.port });
  };
  return {
    databaseUrl,
    line,
    devices,
    wish: (device, n) => wishOf(stage, device, n),
    async kill() {
      const [server] = servers as [Server];
      await server.end("SIGKILL");
      await again(server);
    },
    async restart() {
      const [server] = servers as [Server];
      const began = performance.now();
      const code = await server.end("SIGTERM");
      const ms = performance.now() - began;
      await again(server);
      return { code, ms };
    },
    reload(device) {
      devices[device]!.throwAway();
      devices[device] = openDevice(posts[device]!);
    },
    async verdict({ converge = true, rightly = () => false } = {}) {
      const watching = devices.map((device, n) => ({ device, skillId: posts[n]!.skillId }));
      const diverged = converge ? await countDiverged(databaseUrl, watching) : 0;
      for (const server of servers) await server.end("SIGTERM");
      const logs = devices.map((one) => one.log);
      return { ...(await examine(databaseUrl, join(folder, "data/anchors"), logs, rightly)), diverged };
    },
    async close() {
      for (const device of devices) device.throwAway();
      for (const server of servers) await server.end("SIGKILL");
      await line.close();
      await dropDatabase(databaseUrl, stage.url);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The cells of a skill are dealt out to its judges; each goes over its own again and again, with another value each time. */
function wishOf(stage: Stage, device: number, n: number): Wanted {
  const { skill } = stage.judges[device]!;
  const panel = stage.judges.flatMap((judge, place) => (judge.skill === skill ? [place] : []));
  const cells = stage.skills[skill]!.contestants.flatMap((contestantId) =>
    openAspects.map((aspectId) => ({ contestantId, aspectId })),
  );
  const own = cells.filter((_, place) => place % panel.length === panel.indexOf(device));
  const value = values[(n + Math.floor(n / own.length)) % values.length]!;
  return { ...own[n % own.length]!, value };
}

type Server = {
  readonly port: number;
  /** Sends the signal and answers the exit code; at once when it is over already. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
};

async function startServer(wanted: {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly program: readonly string[];
  readonly port: number;
}): Promise<Server> {
  const log = await open(join(wanted.folder, "server.log"), "a");
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", ...wanted.program], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(wanted.port),
      DATABASE_URL: wanted.databaseUrl,
      BIANSAI_DATA: join(wanted.folder, "data"),
      BIANSAI_DEMO: "1",
    },
    stdio: ["ignore", "pipe", log.fd],
  });
  const ended = once(child, "exit") as Promise<[number | null]>;
  await log.close();
  const port = await new Promise<number>((started, failed) => {
    child.stdout!.on("data", (chunk) => {
      const said = /已启动：http:\/\/localhost:(\d+)/.exec(String(chunk));
      if (said) started(Number(said[1]));
    });
    void ended.then(([code]) => failed(new Error(`the server ended with ${code}`)));
  });
  return {
    port,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return (await ended)[0];
    },
  };
}
