// npm run mutate: applies each wrong variant to a copy of the rules and fails unless the test named for it catches it.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { awards } from "./awards.ts";
import { marks } from "./marks.ts";
import { places } from "./places.ts";
import type { Variant } from "./variant.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const copied = ["domain", "words", "tests/domain", "package.json", "tsconfig.json"];
/** The rules need no database: the set-up of the other tests stays out. */
const config = `export default { test: { include: ["tests/**/*.test.ts"], testTimeout: 60000 } };\n`;

/** A copy of what the tests of the domain stand on, beside which the real tree is never touched. */
async function copyRules(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "biansai-mutate-"));
  for (const path of copied) await cp(join(root, path), join(folder, path), { recursive: true });
  await writeFile(join(folder, "vitest.config.mjs"), config);
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Whether the tests of these files pass in the copy. */
const passes = (folder: string, files: readonly string[]): Promise<boolean> =>
  new Promise((done) => {
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const child = spawn(process.execPath, [vitest, "run", "--bail=1", ...files], {
      cwd: folder,
      stdio: "ignore",
    });
    child.once("exit", (code) => done(code === 0));
  });

type Verdict = "caught" | "survived" | "stale";

async function tryVariant(folder: string, { file, find, replace, test }: Variant): Promise<Verdict> {
  const path = join(folder, file);
  const right = await readFile(path, "utf8");
  if (right.split(find).length !== 2) return "stale";
  await writeFile(
    path,
    right.replace(find, () => replace),
  );
  try {
    return (await passes(folder, [test])) ? "survived" : "caught";
  } finally {
    await writeFile(path, right);
  }
}

const words: Readonly<Record<Verdict, string>> = {
  caught: "查出",
  survived: "没有查出",
  stale: "找不到要改的地方",
};

async function work(queue: Variant[], told: (variant: Variant, verdict: Verdict) => void): Promise<void> {
  const folder = await copyRules();
  try {
    for (let next = queue.shift(); next; next = queue.shift()) told(next, await tryVariant(folder, next));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const variants = [...marks, ...places, ...awards];
const asked = process.argv.slice(2).join(" ");
const chosen = variants.filter((one) => one.name.includes(asked));
const clean = await copyRules();
const tests = [...new Set(chosen.map((one) => one.test))];
const sound = chosen.length > 0 && (await passes(clean, tests));
await rm(clean, { recursive: true, force: true });
if (!sound) {
  console.error(chosen.length > 0 ? "改动之前测试就没有通过，先修好测试。" : `没有名为“${asked}”的变体。`);
  process.exit(2);
}
const missed: string[] = [];
const queue = [...chosen];
await Promise.all(
  Array.from({ length: Math.min(2, cpus().length) }, () =>
    work(queue, (one, verdict) => {
      if (verdict !== "caught") missed.push(one.name);
      console.log(`${words[verdict]}  ${one.name}（${one.file} → ${one.test}）`);
    }),
  ),
);
console.log(`${chosen.length - missed.length}/${chosen.length} 个错误变体被指定的测试查出。`);
if (missed.length > 0) {
  console.error(`没有查出：${missed.join("；")}`);
  process.exitCode = 1;
}
