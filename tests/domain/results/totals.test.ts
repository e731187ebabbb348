// Domain 2 and 3: totals are exact sums; unset is not zero, and a total with an unset aspect is incomplete.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, exact, formatExact, sum, zero } from "#domain/exact.ts";
import { tally } from "#domain/results/totals.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { soundScheme } from "../schemes/examples.ts";
import { anyScheme, cellsOf, completeMarks, type Marks, partialMarks, rules } from "../skills.ts";

const full: Marks = { "A1.1": "30.00", "A1.2": "10.00", "A2.1": [3, 3, 3], "B1.1": "40.00" };
const marked = anyScheme.chain((scheme) => completeMarks(scheme).map((marks) => ({ scheme, marks })));

describe("总分", () => {
  test("满分正好是评分标准的总分", () => {
    const { total, agreed, of, byCriterion } = tally(soundScheme(), cellsOf("甲", full), rules);
    expect([formatExact(total!), agreed, of]).toEqual(["100.00", 4, 4]);
    expect([...byCriterion].map(([id, part]) => [id, formatExact(part)])).toEqual([
      ["A", "60.00"],
      ["B", "40.00"],
    ]);
  });

  test.each(Object.keys(full))("%s 未评：没有总分，已评的照记；评为零：有总分", (id) => {
    const zeroed: Marks = { ...full, [id]: id === "A2.1" ? [0, 0, 0] : "0" };
    const open = tally(soundScheme(), cellsOf("甲", { ...full, [id]: null }), rules);
    const closed = tally(soundScheme(), cellsOf("甲", zeroed), rules);
    expect(open.total).toBeNull();
    expect(closed.total).not.toBeNull();
    expect(open.partial.equals(closed.total!)).toBe(true);
  });

  test("评价缺一席、分差超限或已清除，都没有总分", () => {
    for (const levels of [
      [3, 3],
      [0, 3, 3],
    ]) {
      expect(tally(soundScheme(), cellsOf("甲", { ...full, "A2.1": levels }), rules).total).toBeNull();
    }
    const cleared = cellsOf("甲", full).map((cell) =>
      cell.aspectId === "B1.1" ? { ...cell, value: null } : cell,
    );
    expect(tally(soundScheme(), cleared, rules).total).toBeNull();
  });

  test("评完的总分不低于零，不高于评分标准的总分，等于各标准之和", () => {
    fc.assert(
      fc.property(marked, ({ scheme, marks }) => {
        const { total, byCriterion, partial } = tally(scheme, cellsOf("甲", marks), rules);
        expect(compare(total!, zero) >= 0 && compare(total!, exact(scheme.total)) <= 0).toBe(true);
        expect(sum([...byCriterion.values()]).equals(total!) && partial.equals(total!)).toBe(true);
      }),
    );
  });

  test("有一个评分点未评就没有总分，全部评完才有", () => {
    const some = anyScheme.chain((scheme) => partialMarks(scheme).map((marks) => ({ scheme, marks })));
    fc.assert(
      fc.property(some, ({ scheme, marks }) => {
        const missing = Object.values(marks).filter((given) => given === null).length;
        const { total, agreed, of } = tally(scheme, cellsOf("甲", marks), rules);
        expect([total === null, of - agreed, of]).toEqual([missing > 0, missing, aspectsOf(scheme).length]);
      }),
    );
  });
});
