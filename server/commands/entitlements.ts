// npm run -s entitlements -- FILE|- [--lines]: the batch evaluation (policy.md). A list is answered whole or not at
// all; --lines streams one person a line, and a bad line is answered with its fault. No database, nothing heavy.
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { evaluate } from "#domain/entitlements/evaluate.ts";
import { type EntryError, readEntry } from "#domain/entitlements/input.ts";
import { packInForce } from "#domain/entitlements/packs/in-force.ts";

const badInput = 2;
const pack = packInForce();

/** One answer, or what is wrong with the entry; `seen` holds the ids so far, for a duplicate is a fault. */
function answer(
  value: unknown,
  seen: Set<string>,
): { json: string } | { id: string | null; error: EntryError } {
  const read = readEntry(value);
  if (!read.ok) return read;
  const { id, asOf, person } = read.entry;
  if (seen.has(id)) return { id, error: { field: "id", message: "重复的id" } };
  seen.add(id);
  return { json: JSON.stringify({ id, ...evaluate(person, asOf, pack) }) };
}

async function answerList(input: NodeJS.ReadableStream): Promise<void> {
  let text = "";
  for await (const chunk of input) text += chunk;
  let entries: unknown;
  try {
    entries = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (failure) {
    return fail(`输入不是有效的JSON：${(failure as Error).message.replace(/\s+/g, " ")}`);
  }
  if (!Array.isArray(entries)) return fail("输入应为JSON数组");
  const seen = new Set<string>();
  const answers: string[] = [];
  for (const [place, entry] of entries.entries()) {
    const answered = answer(entry, seen);
    if ("error" in answered)
      return fail(`${nameOf(answered.id, place)}，${answered.error.field}：${answered.error.message}`);
    answers.push(answered.json);
  }
  await write(answers.length === 0 ? "[]\n" : `[\n${answers.join(",\n")}\n]\n`);
}

const nameOf = (id: string | null, place: number): string =>
  id === null ? `第${place + 1}条` : `第${place + 1}条（id ${JSON.stringify(id)}）`;

async function answerLines(input: NodeJS.ReadableStream): Promise<void> {
  const seen = new Set<string>();
  let place = 0;
  let faults = 0;
  for await (const lines of linesOf(input)) {
    let answers = "";
    for (const line of lines) {
      place += 1;
      if (line.trim() === "") continue;
      const answered = answerLine(line, place, seen);
      if ("error" in answered) faults += 1;
      answers += `${"error" in answered ? JSON.stringify({ id: answered.id, error: answered.error }) : answered.json}\n`;
    }
    await write(answers);
  }
  if (faults > 0) fail(`${faults}行有误，见输出中带error的各行`);
}

function answerLine(line: string, place: number, seen: Set<string>): ReturnType<typeof answer> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: { field: "line", message: `第${place}行不是有效的JSON` } };
  }
  return answer(value, seen);
}

/** The lines completed by each chunk; only \n ends a line, for U+2028 is allowed inside JSON. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<readonly string[]> {
  let rest = "";
  let first = true;
  for await (const chunk of input) {
    const lines = `${rest}${first ? String(chunk).replace(/^\uFEFF/, "") : chunk}`.split("\n");
    first = false;
    rest = lines.pop() ?? "";
    yield lines;
  }
  yield [rest];
}

/** Waits while the reader is slower than we are, so that memory stays flat however long the stream is. */
async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = badInput;
}

process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
  if (failure.code === "EPIPE") process.exit();
  throw failure;
});

const args = process.argv.slice(2);
const files = args.filter((arg) => arg === "-" || !arg.startsWith("-"));
const unknown = args.filter((arg) => arg !== "-" && arg.startsWith("-") && arg !== "--lines");
if (files.length !== 1 || unknown.length > 0) {
  fail("用法：npm run -s entitlements -- 文件|- [--lines]");
} else {
  const file = files[0]!;
  const input = file === "-" ? process.stdin.setEncoding("utf8") : createReadStream(file, "utf8");
  try {
    await (args.includes("--lines") ? answerLines(input) : answerList(input));
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === undefined) throw failure;
    fail(`无法读取${file}（${code}）`);
  }
}
