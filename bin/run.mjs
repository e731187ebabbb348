// Runs one TypeScript command of the project in this very node process (tsx as import hook):
// exit code, signals and standard streams are the command's own.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [file, ...args] = process.argv.slice(2);

if (!file) {
  console.error("用法 / usage: node bin/run.mjs FILE.ts [args…]");
  process.exit(2);
}
if (!existsSync(join(root, "node_modules/tsx")) || !existsSync(join(root, "prisma/client/client.ts"))) {
  console.error(
    "依赖尚未安装：请先运行一次 npm start。\nDependencies are not installed yet: run npm start once, then this command again.",
  );
  process.exit(2);
}

const { register } = await import("tsx/esm/api");
register();
const path = resolve(root, file);
process.argv = [process.argv[0], path, ...args];
await import(pathToFileURL(path).href);
