// The command as a shell runs it: a whole answer or none, streams line by line, exit codes.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const run = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "server/commands/entitlements.ts", ...args], {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });

const gold = {
  kind: "competition",
  competition: "world-skills",
  grade: "gold",
  state: "final",
  role: "competitor",
};
const entry = (id: string, more: object = {}) => ({
  id,
  asOf: "2024-06-01",
  person: { awards: [gold] },
  ...more,
});

test("answers a list in its order with the fixed keys", () => {
  const { status, stdout, stderr } = run(JSON.stringify([entry("乙"), entry("甲")]), "-");
  const answers = JSON.parse(stdout);
  expect([status, stderr]).toEqual([0, ""]);
  expect(answers.map((one: { id: string }) => one.id)).toEqual(["乙", "甲"]);
  expect(Object.keys(answers[0])).toEqual(["id", "granted", "flags", "reasons"]);
  expect(Object.keys(answers[0].reasons[0])).toEqual(["code", "outcome", "clause", "because"]);
  expect(run("[]", "-").stdout).toBe("[]\n");
});

describe("bad input: exit 2, nothing on stdout, one line on stderr", () => {
  test.each<[name: string, input: string, args: string[], says: RegExp]>([
    [
      "impossible date",
      JSON.stringify([entry("a"), entry("b", { asOf: "2024-02-30" })]),
      ["-"],
      /第2条（id "b"），asOf/,
    ],
    ["duplicate id", JSON.stringify([entry("a"), entry("a")]), ["-"], /第2条（id "a"），id：重复/],
    ["no id", JSON.stringify([{ asOf: "2024-06-01", person: {} }]), ["-"], /第1条，id：缺少/],
    ["invalid JSON", "[{\n", ["-"], /不是有效的JSON/],
    ["empty input", "", ["-"], /不是有效的JSON/],
    ["not an array", "{}", ["-"], /应为JSON数组/],
    ["missing file", "", ["/nonexistent/people.json"], /无法读取.*ENOENT/],
    ["no file named", "", [], /用法/],
    ["unknown option", "[]", ["-", "--line"], /用法/],
  ])("%s", (_name, input, args, says) => {
    const { status, stdout, stderr } = run(input, ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("--lines", () => {
  test("answers each line, a bad one with its fault, and exits 2 at the end", () => {
    const lines = [
      JSON.stringify(entry("a")),
      "",
      "nope",
      JSON.stringify(entry("a")),
      JSON.stringify(entry("b\u2028")),
    ];
    const { status, stdout } = run(lines.join("\n"), "-", "--lines");
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(2);
    expect(answers).toMatchObject([
      { id: "a", flags: [] },
      { id: null, error: { field: "line" } },
      { id: "a", error: { field: "id" } },
      { id: "b\u2028", flags: [] },
    ]);
  });

  test("streams many people", () => {
    const people = Array.from({ length: 20_000 }, (_, place) => JSON.stringify(entry(`p${place}`)));
    const { status, stdout } = run(people.join("\n"), "--lines", "-");
    expect(status).toBe(0);
    expect(stdout.trimEnd().split("\n")).toHaveLength(20_000);
  });
});
