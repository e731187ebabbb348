// npm start: makes everything ready, then is the server. `--dev` serves the pages from their sources.
// The server runs in this very process, so a signal reaches it directly and PostgreSQL is stopped in order.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, checkNode, generate, install, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
install();
const dev = process.argv.includes("--dev");
process.env.NODE_ENV ||= dev ? "development" : "production";
if (!generate()) process.exit(1);
if (!dev && !build()) {
  console.error("页面生成失败，见上。 Building the pages failed, see above.");
  process.exit(1);
}

// A signal that comes while the server is still opening waits until it can stop in order.
let early;
const note = (signal) => {
  early ??= signal;
};
const signals = ["SIGINT", "SIGTERM"];
for (const signal of signals) process.on(signal, note);
// The terminal was closed: stop in order too (nohup and services have no terminal).
if (process.stdin.isTTY) process.on("SIGHUP", () => process.kill(process.pid, "SIGTERM"));
// npm passes a signal to its shell only and both end: a server that has lost them stops as well.
if (process.env.npm_lifecycle_event && process.platform !== "win32") {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 300);
  watch.unref();
}

const { register } = await import("tsx/esm/api");
register();
const server = join(root, "server/index.ts");
process.argv = [process.argv[0], server, ...process.argv.slice(2)];
await import(pathToFileURL(server).href);
for (const signal of signals) process.off(signal, note);
if (early) process.kill(process.pid, early);
