// A scheme exported as a CIS workbook imports to the same scheme; so does a real workbook, read and written again.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { formatExact } from "#domain/exact.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { cisRows } from "#domain/schemes/cis-export.ts";
import { readCisRows } from "#domain/schemes/cis-sheet.ts";
import { aspectsOf, criterionTotal, numberAspects, schemeTotal } from "#domain/schemes/scheme.ts";
import { readWorkbook, schemeSheet } from "../../../server/schemes/read-workbook.ts";
import { everyKind } from "../../support/every-kind.ts";

/** The rows of the workbook are where they were read; everything else must come back. */
const withoutRows = (scheme: Scheme): Scheme => ({
  ...scheme,
  criteria: scheme.criteria.map((criterion) => ({
    ...criterion,
    subcriteria: criterion.subcriteria.map((sub) => ({
      ...sub,
      aspects: sub.aspects.map(({ row: _, ...aspect }) => aspect as Aspect),
    })),
  })),
});

async function throughWorkbook(scheme: Scheme): Promise<Scheme> {
  const rows = cisRows(scheme);
  if (!rows.ok) throw new Error(JSON.stringify(rows.refusal));
  const sheet = { name: "CIS", rows: rows.value.map((row) => [...row] as (string | number | null)[]) };
  const read = await readWorkbook(await writeXlsx({ sheets: [sheet] }));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { scheme: back, errors } = readCisRows(schemeSheet(read.value)!.grid);
  expect(errors).toEqual([]);
  return withoutRows(back!);
}

const text = fc.constantFrom("焊缝余高", "No cracks", "外观（0.5 mm 以内）", "第一行\n第二行");
const mark = fc
  .integer({ min: 1, max: 4000 })
  .map((cents) => `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`);
const aspect: fc.Arbitrary<Aspect> = fc.oneof(
  fc.record({
    id: fc.constant("?"),
    kind: fc.constant("measurement" as const),
    description: text,
    max: mark,
    requirement: text,
    wsos: fc.constantFrom("1", "2"),
  }),
  fc.record({
    id: fc.constant("?"),
    kind: fc.constant("judgement" as const),
    description: text,
    max: mark,
    wsos: fc.constantFrom("1", "2"),
    levels: fc.tuple(text, text, text, text),
  }),
);
const some = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { minLength: 1, maxLength });
const anyCis: fc.Arbitrary<Scheme> = some(some(some(aspect, 3), 3), 3).map((shape) => {
  const criteria = shape.map((subs, at) => {
    const id = "ABC"[at]!;
    const subcriteria = subs.map((aspects, place) => ({
      id: `${id}${place + 1}`,
      name: `子项${place + 1}`,
      day: place + 1,
      aspects,
    }));
    const criterion = { id, name: `标准${id}`, max: "0", subcriteria };
    return { ...criterion, max: formatExact(criterionTotal(criterion)) };
  });
  const scheme = numberAspects({ total: "0", criteria });
  const total = formatExact(schemeTotal(scheme));
  const sections = [
    { id: "1", name: "组织管理", marks: total },
    { id: "2", name: "沟通", marks: "0.00" },
  ];
  return { ...scheme, total, sections };
});

test("any scheme of measurements and judgements comes back as it went out", async () => {
  await fc.assert(
    fc.asyncProperty(anyCis, async (scheme) => {
      expect(await throughWorkbook(scheme)).toEqual(scheme);
    }),
    { numRuns: 30 },
  );
});

describe("what CIS does not have", () => {
  test.each(
    aspectsOf(everyKind)
      .filter((one) => one.kind !== "judgement" && one.id !== "A1.2")
      .map((one) => one.id),
  )("%s is refused by name", (id) => {
    const only = everyKind.criteria.map((criterion) => ({
      ...criterion,
      subcriteria: criterion.subcriteria.map((sub) => ({
        ...sub,
        aspects: sub.aspects.filter((one) => one.id === id),
      })),
    }));
    expect(cisRows({ ...everyKind, criteria: only })).toMatchObject({
      ok: false,
      refusal: { code: "scheme.not-cis", params: { aspect: id } },
    });
  });
});

const real = "../shared/data/marking/ES2023_web17.xlsx";
test.skipIf(!existsSync(real))("a real workbook of 149 aspects, read and written again", async () => {
  const read = await readWorkbook(readFileSync(real));
  const { scheme } = readCisRows(schemeSheet(read.ok ? read.value : [])!.grid);
  expect(aspectsOf(scheme!)).toHaveLength(149);
  expect(await throughWorkbook(scheme!)).toEqual(withoutRows(scheme!));
});
