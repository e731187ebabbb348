// Domain 4, the 700 scale of a skill: its population is everybody ranked, by exact totals; no scale in a small or even field.
import { describe, expect, test } from "vitest";
import { scalePoints } from "#domain/results/scaled.ts";

const rows = (...totals: readonly (string | null)[]) =>
  totals.map((total, at) => ({ rank: total === null ? null : at + 1, total }));

describe("四、700 分制", () => {
  test("缺考、退赛、取消资格者不在其中，也不得分", () => {
    expect(scalePoints(rows("90", "84", "84", "78", "75", "60", null))).toEqual([
      740,
      713,
      713,
      687,
      673,
      606,
      null,
    ]);
  });

  test.each([
    ["不足六人", rows("90", "84", "80", "78", "75", null), {}],
    ["不足规定人数", rows("90", "84", "80", "78", "75", "60"), { minField: 7 }],
    ["总分没有离散", rows("80", "80", "80", "80", "80", "60"), {}],
    ["没有人", [], { minField: 0 }],
    ["分阶段比赛，各阶段的总分不可比", rows("90", "84", "80", "78", "75", "60"), { contestStages: [{}, {}] }],
  ] as const)("%s：没有标度", (_why, field, rules) => {
    expect(scalePoints(field, rules)).toBeNull();
  });

  test("按精确总分：六位小数相同的总分仍有离散", () => {
    const field = [674, 672, 670, 668, 666, 664].map((last, at) => ({
      rank: at + 1,
      total: "6.666667",
      fraction: `666666${last}/100000000`,
    }));
    expect(scalePoints(field)).toEqual([734, 720, 707, 693, 680, 666]);
    expect(scalePoints(field.map(({ fraction: _, ...rounded }) => rounded))).toBeNull();
  });
});
