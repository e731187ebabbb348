// Plausibility: a mark far from the saved one or from every other work is asked about; nothing a colleague hides is compared.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubtOf } from "#domain/marking/doubts.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";

const rule = { percent: 50, others: 3 };
const value: Aspect = { id: "A1.1", kind: "value", description: "焊缝宽度", max: "10.00", step: "0.5" };
const measured: Aspect = { id: "A1.2", kind: "measurement", description: "防护齐全", max: "2.00" };
const judged: Aspect = {
  id: "A1.3",
  kind: "judgement",
  description: "观感",
  max: "3.00",
  levels: ["差", "合格", "良", "优"],
};

describe("a first mark", () => {
  test.each<[string, string, string[], object | null]>([
    ["nobody to compare with", "0", [], null],
    ["too few works", "0", ["9", "9"], null],
    ["near the others", "6", ["9", "9.5", "8"], null],
    ["exactly at the limit", "4", ["9", "9", "9"], null],
    ["beyond the limit", "3.5", ["9", "9", "9"], { kind: "far", usual: "9" }],
    ["far from the middle but not outside what others got", "0", ["9", "0", "9", "9"], null],
    ["a full mark where all others have none", "10.00", ["0", "0", "0"], { kind: "far", usual: "0" }],
    [
      "of an even number the lower middle is named",
      "0",
      ["8", "9", "9.5", "10"],
      { kind: "far", usual: "9" },
    ],
  ])("%s", (_case, typed, others, doubt) => {
    expect(doubtOf(rule, value, typed, null, others)).toEqual(doubt);
  });

  test("a measurement that nobody else lost", () => {
    expect(doubtOf(rule, measured, "0", null, ["2.00", "2.00", "2.00"])).toEqual({
      kind: "far",
      usual: "2.00",
    });
    expect(doubtOf(rule, measured, "2.00", null, ["2.00", "2.00", "0"])).toBeNull();
  });
});

describe("a correction", () => {
  test.each<[string, string | null, object | null]>([
    ["9", "4", null],
    ["9", "3.5", { kind: "slip", usual: "9" }],
    ["0.5", "10.00", { kind: "slip", usual: "0.5" }],
    ["9", null, null],
  ])("from %s to %s", (before, typed, doubt) => {
    expect(doubtOf(rule, value, typed, before, ["9", "9", "9", "9"])).toEqual(doubt);
  });
});

test("a level is never doubted, and without the rule nothing is", () => {
  expect(doubtOf(rule, judged, "0", "3", ["3.00", "3.00", "3.00"])).toBeNull();
  expect(doubtOf(undefined, value, "0", "10.00", ["10.00", "10.00", "10.00"])).toBeNull();
});

test("the order of the other works means nothing", () => {
  const marks = fc.array(fc.constantFrom("0", "0.5", "4.5", "5", "9.5", "10.00"), { maxLength: 12 });
  fc.assert(
    fc.property(
      marks.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      fc.constantFrom("0", "5", "10.00"),
      ([some, mixed], typed) => {
        expect(doubtOf(rule, value, typed, null, mixed)).toEqual(doubtOf(rule, value, typed, null, some));
      },
    ),
  );
});
