// npm test: every check there is, from a fresh clone, ending with one line that counts: "N passed, N failed".
// A check that cannot run has failed; nothing is skipped silently.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { findChromium } from "./chromium.mjs";
import { build, checkNode, generate, install, root, tool } from "./prepare.mjs";

checkNode();
process.chdir(root);
delete process.env.NODE_ENV;

const total = { passed: 0, failed: 0 };
/** What failed, told again before the last line: the end of a long log is what a person reads first. */
const failures = [];

function count(name, passed, failed, note = "") {
  total.passed += passed;
  total.failed += failed;
  console.log(`■ ${name}: ${passed} passed, ${failed} failed${note ? ` (${note})` : ""}\n`);
}

/** One check, one point. */
function check(name, ok) {
  if (!ok) failures.push(name);
  count(name, ok ? 1 : 0, ok ? 0 : 1);
}

/** What a runner wrote about its tests; nothing when it wrote nothing. */
function report(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** A suite's count, where a runner that failed without a failed test, or ran none, is a failure itself. */
function suite(name, status, passed, failed, note) {
  const silent = failed === 0 && (status !== 0 || passed === 0);
  count(name, passed, silent ? 1 : failed, silent && passed === 0 ? "no test ran" : note);
}

function vitest(folder) {
  const file = join(folder, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status } = tool("vitest", args);
  const told = report(file);
  const broken = (told?.testResults ?? []).filter(
    ({ status: how, assertionResults }) => how === "failed" && assertionResults.length === 0,
  ).length;
  for (const { name, status: how, message, assertionResults } of told?.testResults ?? []) {
    // A file that could not begin has no failed test of its own.
    if (how === "failed" && assertionResults.every(({ status: end }) => end !== "failed"))
      failures.push(`${relative(root, name)}\n${message}`);
    for (const { status: end, fullName, failureMessages } of assertionResults) {
      if (end === "failed")
        failures.push([`${relative(root, name)} › ${fullName}`, ...failureMessages].join("\n"));
    }
  }
  const left = (told?.numPendingTests ?? 0) + (told?.numTodoTests ?? 0);
  const failed = (told?.numFailedTests ?? 0) + broken;
  suite("vitest", status, told?.numPassedTests ?? 0, failed, left > 0 ? `${left} not run` : "");
}

/** Every test that a report of playwright holds, its inner suites included. */
function specs(entry) {
  return [...(entry?.specs ?? []), ...(entry?.suites ?? []).flatMap(specs)];
}

function playwright(folder) {
  const file = join(folder, "playwright.json");
  const chromium = findChromium();
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const args = ["test", "-c", "tests/browser/playwright.config.ts", "--reporter=list,json"];
  if (!chromium) {
    tool("playwright", [...args, "--list"], { env, stdio: "ignore" });
    count(
      "playwright",
      0,
      Math.max(1, specs(report(file)).length),
      "没有可用的 Chromium / no Chromium to be had",
    );
    return;
  }
  const { status } = tool("playwright", args, { env: { ...env, CHROMIUM_PATH: chromium } });
  for (const { title, file: where, ok, tests } of specs(report(file))) {
    const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []));
    if (!ok) failures.push([`${where} › ${title}`, ...errors].join("\n"));
  }
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report(file)?.stats ?? {};
  const notes = [flaky > 0 && `${flaky} only at a second try`, skipped > 0 && `${skipped} not run`];
  suite("playwright", status, expected + flaky, unexpected, notes.filter(Boolean).join(", "));
}

install();
const folder = join(root, "node_modules/.cache/biansai-test");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

check("prisma generate", generate());
check("biome check", tool("biome", ["check", "."]).status === 0);
check("tsc", tool("tsc", ["--noEmit"]).status === 0);
const built = build({ force: true });
check("remix vite:build", built);
vitest(folder);
playwright(folder);

for (const failure of failures) console.log(`✗ ${failure.split("\n").slice(0, 30).join("\n  ")}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
