// npm run -s recompute -- BUNDLE.json: standings, awards and the ledger check from the bundle alone, as JSON on stdout.
// Exit 0 it agrees with what was published and its ledger holds, 1 it does not, 2 no readable bundle (one line on stderr).
import { readFile } from "node:fs/promises";
import { readBundle } from "#domain/bundles/bundle.ts";
import { recompute } from "#domain/bundles/recompute.ts";
import { refusalSentence } from "#words/refusals.ts";

async function run(file: string | undefined): Promise<number> {
  if (!file) return fail("用法：npm run -s recompute -- 复算包.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return fail(`读不到文件 ${file}：请核对路径和读取权限。`);
  const json = parse(text);
  if (json === undefined) return fail(`${file} 不是完整的 JSON：请重新下载复算包。`);
  const bundle = readBundle(json);
  if (!bundle.ok) return fail(refusalSentence(bundle.refusal, "zh"));
  const found = recompute(bundle.value);
  process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
  process.stderr.write(`${sentence(found)}\n`);
  return found.ok ? 0 : 1;
}

function sentence({ differing, ledger }: ReturnType<typeof recompute>): string {
  const result =
    differing === null
      ? "复算包中没有已发布的结果可比"
      : differing.length === 0
        ? "复算结果与已发布的一致"
        : `与已发布的不一致：${differing.join("、")}`;
  if (!ledger) return `${result}；没有账本可核对。`;
  if (ledger.brokenAt !== null) return `${result}；账本第 ${ledger.brokenAt} 行起对不上。`;
  if (ledger.differing.length > 0)
    return `${result}；账本第 ${ledger.differing.join("、")} 行与包内记录不符。`;
  return `${result}；账本 ${ledger.lines} 行核对无误，其中 ${ledger.shown} 行可见。`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fail(why: string): number {
  process.stderr.write(`${why}\n`);
  return 2;
}

process.exitCode = await run(process.argv[2]);
