// One PostgreSQL cluster on disk: made, launched, found again through its pid file, shut down.
// Everything here is about files and processes; who may use it is embedded.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type Binaries, findBinaries, mayEnter, OPEN_PLACE } from "./binaries.ts";
import { DatabaseRefusal } from "./refusal.ts";

const USER = "biansai";
export interface Cluster {
  readonly folder: string;
  readonly log: string;
  readonly password: string;
  readonly portFile: string;
  readonly binaries: Binaries;
}

function failed(cluster: Cluster, what: string, cause?: unknown): DatabaseRefusal {
  const tail = fs.existsSync(cluster.log) ? fs.readFileSync(cluster.log, "utf8").trim().split("\n") : [];
  return new DatabaseRefusal(
    "embedded-failed",
    `内置 PostgreSQL ${what}，日志：${cluster.log}`,
    `The embedded PostgreSQL did not start; its log ends:\n${tail.slice(-6).join("\n")}`,
    cause,
  );
}

/** Where the cluster is: in the data folder, or, when only root may enter that, in a place its keeper can reach. */
function clusterFolder(data: string, binaries: Binaries): string {
  if (mayEnter(data, binaries.keeper)) return join(data, "postgresql");
  const name = createHash("sha256").update(data).digest("hex").slice(0, 16);
  const elsewhere = join(OPEN_PLACE, "clusters", name);
  fs.mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
  fs.writeFileSync(join(data, "postgresql-is-at"), `${elsewhere}\n`);
  return join(elsewhere, "postgresql");
}

function passwordOf(data: string, folder: string): string {
  const file = join(data, "postgresql-password");
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8").trim();
  if (fs.existsSync(folder)) {
    throw new DatabaseRefusal(
      "data-folder-foreign",
      `数据文件夹缺少 ${file}，无法打开其中的数据库。请把这个文件放回原处。`,
      `${file} is missing, so the database beside it cannot be opened. Put the file back.`,
    );
  }
  try {
    fs.writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return fs.readFileSync(file, "utf8").trim();
}

export function isDataFolder(data: string): boolean {
  return fs.existsSync(join(data, "postgresql-password"));
}

/** The cluster of a data folder, made when it is not there. */
export function openCluster(data: string): Cluster {
  const asRoot = process.getuid?.() === 0;
  fs.mkdirSync(data, { recursive: true, mode: asRoot ? 0o711 : 0o700 });
  const binaries = findBinaries(data);
  const folder = clusterFolder(data, binaries);
  const cluster = {
    folder,
    log: join(data, "postgresql.log"),
    password: passwordOf(data, folder),
    portFile: join(data, "postgresql-port"),
    binaries,
  };
  if (!fs.existsSync(folder)) initialize(cluster);
  return cluster;
}

/** initdb beside the place and a rename: a start killed halfway leaves no half cluster. */
function initialize(cluster: Cluster): void {
  const { folder, binaries, password } = cluster;
  removeHalves(folder);
  const part = `${folder}.new-${process.pid}`;
  const secret = `${part}.password`;
  fs.mkdirSync(part, { mode: 0o700 });
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (binaries.keeper) {
    for (const path of [part, secret]) fs.chownSync(path, binaries.keeper.uid, binaries.keeper.gid);
  }
  const shape = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=zh-CN", "--locale=C"];
  const access = [`--username=${USER}`, `--pwfile=${secret}`, "--auth=scram-sha-256"];
  const done = spawnSync(binaries.initdb, ["-D", part, ...shape, ...access], {
    ...binaries.keeper,
    cwd: "/",
    encoding: "utf8",
  });
  fs.rmSync(secret);
  if (done.status !== 0) {
    fs.writeFileSync(cluster.log, `${done.stdout}\n${done.stderr}\n${done.error?.message ?? ""}`);
    throw failed(cluster, "未能建立数据库");
  }
  try {
    fs.renameSync(part, folder);
  } catch (error) {
    // Another start finished first: its cluster is the one.
    fs.rmSync(part, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}

/** Half-made clusters of starts that were killed. */
function removeHalves(folder: string): void {
  for (const name of fs.readdirSync(dirname(folder))) {
    const pid = /^postgresql\.new-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) {
      fs.rmSync(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function commandOf(pid: number): string {
  if (process.platform === "linux") {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  if (process.platform === "win32") return "postgres";
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

/** The postmaster that runs on this folder. A pid file whose number now belongs to another program is removed. */
export function running(cluster: Cluster): { pid: number; port: number; ready: boolean } | undefined {
  const file = join(cluster.folder, "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (isAlive(pid) && commandOf(pid).includes("postgres")) {
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  }
  fs.rmSync(file, { force: true });
  return undefined;
}

/** The port of the last time when it is still free, else any free one: addresses in notes stay true. */
async function freePort(wanted: number): Promise<number> {
  const tried = (port: number) =>
    new Promise<number>((found, lost) => {
      const probe = createServer();
      probe.once("error", lost);
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => found(typeof address === "object" && address ? address.port : 0));
      });
    });
  return wanted > 0 ? tried(wanted).catch(() => tried(0)) : tried(0);
}

async function launch(cluster: Cluster): Promise<void> {
  const noted = fs.existsSync(cluster.portFile) ? Number(fs.readFileSync(cluster.portFile, "utf8")) : 0;
  const port = await freePort(noted);
  fs.writeFileSync(cluster.portFile, String(port));
  const old = fs.existsSync(cluster.log) && fs.statSync(cluster.log).size > 8_000_000;
  const log = fs.openSync(cluster.log, old ? "w" : "a", 0o600);
  const wanted = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    fsync: "on",
    full_page_writes: "on",
    synchronous_commit: "on",
    timezone: "UTC",
    jit: "off",
    max_connections: "80",
  };
  const settings = Object.entries(wanted).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Its own session: Ctrl-C reaches the application first, which then ends PostgreSQL in order.
  const child = spawn(cluster.binaries.postgres, ["-D", cluster.folder, ...settings], {
    ...cluster.binaries.keeper,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
  });
  child.on("error", () => undefined);
  child.unref();
  fs.closeSync(log);
}

export function address(cluster: Cluster, port: number, database: string): string {
  return `postgres://${USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the last launch found memory that processes of a crashed server still hold: they end by themselves in a while. */
function isHeld(cluster: Cluster): boolean {
  const tail = fs.existsSync(cluster.log) ? fs.readFileSync(cluster.log, "utf8").slice(-600) : "";
  return tail.includes("pre-existing shared memory block");
}

/** Starts what is not running and waits until it answers as this very cluster; recovery after a crash may take a while. */
export async function awaken(cluster: Cluster, say: (sentence: string) => void): Promise<number> {
  const began = Date.now();
  let launches = 0;
  let told = false;
  let last: unknown;
  while (Date.now() - began < 120_000) {
    const found = running(cluster);
    if (!found) {
      if (++launches > (isHeld(cluster) ? 12 : 4)) break;
      await launch(cluster);
      for (let waited = 0; waited < 40 && !running(cluster); waited++) await pause(50);
    } else if (found.ready) {
      try {
        const [row] = await query(address(cluster, found.port, "postgres"), "SHOW data_directory");
        if (row?.data_directory === cluster.folder) return found.port;
      } catch (error) {
        last = error;
        if ((error as { code?: string }).code === "28P01") break;
      }
    }
    await pause(25);
    if (!told && Date.now() - began > 10_000) {
      told = true;
      say("数据库正在恢复，请稍候。 The database is recovering, please wait.");
    }
  }
  throw failed(cluster, "未能启动", last);
}

/** Clean fast shutdown: open transactions are rolled back, everything is on disk when it ends. */
export async function shutDown(cluster: Cluster): Promise<void> {
  const found = running(cluster);
  if (!found) return;
  process.kill(found.pid, process.platform === "win32" ? "SIGTERM" : "SIGINT");
  for (let waited = 0; waited < 60_000 && running(cluster); waited += 20) await pause(20);
}
