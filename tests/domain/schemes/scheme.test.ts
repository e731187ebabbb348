// Domain 3.3: the tree is walked in its order, its total is exact, its ids are places.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, formatExact } from "../../../domain/exact.ts";
import type { Scheme } from "../../../domain/schemes/aspect.ts";
import {
  aspectsOf,
  criterionTotal,
  findAspect,
  findSubCriterion,
  numberAspects,
  schemeTotal,
  subcriteriaOf,
  subcriterionTotal,
} from "../../../domain/schemes/scheme.ts";
import { measurement, soundScheme } from "./examples.ts";

describe("评分标准的树", () => {
  it("按标准、子项、评分点的次序列出", () => {
    expect(aspectsOf(soundScheme()).map(({ id }) => id)).toEqual(["A1.1", "A1.2", "A2.1", "B1.1"]);
    expect(
      subcriteriaOf(soundScheme()).map(({ criterion, subcriterion }) => criterion.id + subcriterion.id),
    ).toEqual(["AA1", "AA2", "BB1"]);
  });

  it("按编号找到评分点和它所在的子项、标准；找不到时没有", () => {
    const place = findAspect(soundScheme(), "A2.1");
    expect([place?.aspect.kind, place?.subcriterion.id, place?.criterion.id]).toEqual([
      "judgement",
      "A2",
      "A",
    ]);
    expect(findAspect(soundScheme(), "A9.1")).toBeUndefined();
    expect(findSubCriterion(soundScheme(), "B1")?.criterion.id).toBe("B");
    expect(findSubCriterion(soundScheme(), "B2")).toBeUndefined();
  });

  it("各层合计都是准确的", () => {
    const scheme = soundScheme();
    expect(formatExact(schemeTotal(scheme))).toBe("100.00");
    expect(scheme.criteria.map((one) => formatExact(criterionTotal(one)))).toEqual(["60.00", "40.00"]);
    expect(formatExact(subcriterionTotal(scheme.criteria[0]!.subcriteria[0]!))).toBe("40.00");
  });

  it("0.1 + 0.2 正好是 0.3", () => {
    const scheme: Scheme = {
      total: "0.30",
      criteria: [
        {
          id: "A",
          name: "甲",
          max: "0.30",
          subcriteria: [
            { id: "A1", name: "一", day: 1, aspects: [measurement("x", "0.1"), measurement("y", "0.2")] },
          ],
        },
      ],
    };
    expect(schemeTotal(scheme).equals(exact("0.3"))).toBe(true);
  });
});

const hundredths = fc.integer({ min: 1, max: 5000 });
const shapes = fc.array(fc.array(hundredths, { maxLength: 12 }), { maxLength: 8 });
const schemeOf = (shape: number[][]): Scheme => ({
  total: "100.00",
  criteria: [
    {
      id: "A",
      name: "甲",
      max: "100.00",
      subcriteria: shape.map((marks, at) => ({
        id: `A${at + 1}`,
        name: "子项",
        day: 1,
        aspects: marks.map((mark) => measurement("?", formatExact(exact(mark).div(100)))),
      })),
    },
  ],
});

describe("对任何评分标准", () => {
  it("编号只取决于位置：再编一次不变，彼此不同", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const once = numberAspects(schemeOf(shape));
        expect(numberAspects(once)).toEqual(once);
        const ids = aspectsOf(once).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("总分等于最高分之和，分毫不差，与子项的次序无关", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const cents = shape.flat().reduce((a, b) => a + b, 0);
        expect(schemeTotal(schemeOf(shape)).equals(exact(cents).div(100))).toBe(true);
        expect(schemeTotal(schemeOf(shape.toReversed())).equals(schemeTotal(schemeOf(shape)))).toBe(true);
      }),
    );
  });
});
