// npm run -s import-scheme -- FILE.xlsx: prints the marking scheme of a CIS sheet or a scoring table as JSON with what was found in its cells.
// Exit 0 read, 1 read with errors (the JSON is still printed), 2 no readable file (one line on stderr).
import { readFile } from "node:fs/promises";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { readSchemeRows } from "#domain/schemes/sheet.ts";
import { readWorkbook, schemeSheet } from "#server/schemes/read-workbook.ts";

/** CIS has two kinds; those that a scoring table knows besides are called by name. */
const letters: Readonly<Record<string, string>> = { judgement: "J", measurement: "M" };

const printedAspect = (aspect: Aspect) => ({
  id: aspect.id,
  type: letters[aspect.kind] ?? aspect.kind,
  max: aspect.max,
  description: aspect.description,
  ...(aspect.requirement && { requirement: aspect.requirement }),
  wsos: aspect.wsos ?? null,
  row: aspect.row ?? null,
  ...(aspect.kind === "judgement" && { levels: aspect.levels }),
});

const printedScheme = ({ total, criteria }: Scheme) => ({
  total,
  criteria: criteria.map(({ id, name, max, subcriteria }) => ({
    id,
    name,
    max,
    subcriteria: subcriteria.map((sub) => ({ ...sub, aspects: sub.aspects.map(printedAspect) })),
  })),
});

async function importScheme(file: string | undefined): Promise<number> {
  if (!file) return fail("用法：npm run -s import-scheme -- 文件.xlsx");
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return fail(`读不到文件 ${file}：请核对路径和读取权限。`);
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return fail(String(workbook.refusal.params?.reason));
  const sheet = schemeSheet(workbook.value);
  const { scheme, warnings, errors } = readSchemeRows(sheet?.grid ?? []);
  const printed = { sheet: sheet?.name ?? null, scheme: scheme && printedScheme(scheme), warnings, errors };
  process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  return errors.length > 0 ? 1 : 0;
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

process.exitCode = await importScheme(process.argv[2]);
