// What must be there before anything runs: the right Node, the dependencies, the Prisma client, the built pages.
// Plain JavaScript without dependencies: it runs before there are any.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Ends the process with a sentence when Node is too old. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `汴赛需要 Node.js 20.19 或更新的版本，现在是 ${version}。请从 https://nodejs.org 安装后再试。\n` +
      `Biansai needs Node.js 20.19 or newer; this is ${version}.`,
  );
  process.exit(2);
}

/** Runs one of the installed programs; its output is ours unless `options` says otherwise. */
export function tool(name, args, options = {}) {
  const windows = process.platform === "win32";
  const program = join(root, "node_modules/.bin", windows ? `${name}.cmd` : name);
  return spawnSync(program, args, { cwd: root, stdio: "inherit", shell: windows, ...options });
}

function npm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: "inherit" };
  // Only npm's own script: under another package manager npm_execpath is that one's.
  if (own && /npm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

function fingerprint(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    const content = readFileSync(path);
    hash.update(`${relative(root, path)}\0${content.length}\0`).update(content);
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

const noted = (stamp) => (existsSync(stamp) ? readFileSync(stamp, "utf8") : "");

/** Installs when node_modules is missing or belongs to another lock. Never rewrites the lock. */
export function install() {
  const stamp = join(root, "node_modules/.biansai-installed");
  const wanted = fingerprint(["package.json", "package-lock.json"]);
  if (noted(stamp) === wanted) return;
  const hidden = join(root, "node_modules/.package-lock.json");
  const lock = join(root, "package-lock.json");
  // Installed by hand a moment ago: believed once. Every later change is seen by its content.
  const byHand =
    !existsSync(stamp) && existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(lock).mtimeMs;
  if (!byHand) {
    console.log("正在安装依赖，约一分钟…… Installing dependencies, about a minute…");
    const done = npm([
      "install",
      "--include=dev",
      "--include=optional",
      "--no-save",
      "--no-audit",
      "--no-fund",
    ]);
    if (done.status !== 0) {
      console.error(
        "依赖安装失败，请检查网络或 npm 源后重试。 npm install failed: check the network or the registry.",
      );
      process.exit(done.status || 1);
    }
  }
  writeFileSync(stamp, wanted);
}

/** Generates the Prisma client when the schema changed; true when it is there. */
export function generate() {
  return spawnSync(process.execPath, [join(root, "bin/generate.mjs")], { stdio: "inherit" }).status === 0;
}

/** Builds the pages when a source of theirs changed; true when the build is there. */
export function build({ force = false } = {}) {
  const stamp = join(root, "build/.built-from");
  const sources = [
    "app",
    "domain",
    "words",
    "public",
    "remix.config.js",
    "vite.config.ts",
    "package-lock.json",
  ];
  const wanted = fingerprint(sources);
  if (!force && noted(stamp) === wanted) return true;
  rmSync(stamp, { force: true });
  console.log("正在生成页面…… Building the pages…");
  const env = { ...process.env, NODE_ENV: "production" };
  if (tool("remix", ["vite:build"], { env }).status !== 0) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
