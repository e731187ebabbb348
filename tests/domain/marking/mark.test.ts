// Domain 3.1 and 3.2: what an aspect accepts; unset is null and never zero.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, exact, zero } from "#domain/exact.ts";
import { cellSeat, foldTyped, readMark } from "#domain/marking/mark.ts";
import type { Aspect, AspectKind } from "#domain/schemes/aspect.ts";
import { judgement, measurement, value } from "../schemes/examples.ts";
import { anyScheme, settled } from "../skills.ts";

const half = value("A1.1", "5.00", "0.50");
const full = measurement("A1.2", "0.30");
const level = judgement("A1.3", "2.00");

type Case = [aspect: Aspect, typed: string];
const accepted: Case[] = [
  [half, "0"],
  [half, "0.5"],
  [half, "5"],
  [half, "5.00"],
  [full, "0"],
  [full, "0.00"],
  [full, "0.3"],
  [full, "0.30"],
  [level, "0"],
  [level, "3"],
];
const refused: [...Case, code: string][] = [
  [half, "5.5", "marking.above-max"],
  [half, "5.01", "marking.above-max"],
  [half, "0.25", "marking.wrong-step"],
  [half, "4.999999", "marking.wrong-step"],
  [half, "-1", "marking.below-zero"],
  [half, "-0.5", "marking.below-zero"],
  [half, "-0.000001", "marking.below-zero"],
  [half, "-0", "marking.not-a-number"],
  [half, "-0.00", "marking.not-a-number"],
  [half, "", "marking.not-a-number"],
  [half, " 1", "marking.not-a-number"],
  [half, "1e309", "marking.not-a-number"],
  [half, "1e0", "marking.not-a-number"],
  [half, "NaN", "marking.not-a-number"],
  [half, "Infinity", "marking.not-a-number"],
  [half, "１.５", "marking.not-a-number"],
  [half, "1,5", "marking.not-a-number"],
  [half, "null", "marking.not-a-number"],
  [full, "0.15", "marking.not-full-or-zero"],
  [full, "0.31", "marking.above-max"],
  [level, "4", "marking.not-a-level"],
  [level, "1.5", "marking.not-a-level"],
  [level, "1.0", "marking.not-a-level"],
  [level, "03", "marking.not-a-level"],
  [level, "-1", "marking.below-zero"],
];
const kinds: Record<AspectKind, string> = {
  value: "记分",
  measurement: "测量",
  judgement: "评价",
  deduction: "扣分",
  veto: "否决",
  trimmed: "去高去低",
  time: "用时",
};
const named = ([aspect, typed]: Case) =>
  [`${kinds[aspect.kind]}（满分 ${aspect.max}）`, typed, aspect] as const;

describe("3.2 评分点接受什么", () => {
  test.each(accepted.map(named))("%s接受 %j", (_, typed, aspect) => {
    expect(readMark(aspect, typed)).toEqual({ ok: true, value: typed });
  });

  test.each(refused.map(([aspect, typed, code]) => [...named([aspect, typed]), code] as const))(
    "%s对 %j 的拒绝",
    (_, typed, aspect, code) => {
      const outcome = readMark(aspect, typed);
      expect(!outcome.ok && outcome.refusal.code).toBe(code);
    },
  );

  test.each([half, full, level])("$kind 用空值清除，清除不是零", (aspect) => {
    expect(readMark(aspect, null)).toEqual({ ok: true, value: null });
  });

  test("满分、步长与所填之数随拒绝一起给出", () => {
    expect(readMark(half, "9")).toMatchObject({ refusal: { params: { max: "5.00", typed: "9" } } });
    expect(readMark(half, "0.1")).toMatchObject({ refusal: { params: { step: "0.50" } } });
    expect(readMark(full, "0.1")).toMatchObject({ refusal: { params: { max: "0.30" } } });
  });

  test("凡接受的，都在零与满分之间", () => {
    const typed = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.integer({ min: -10, max: 300 }).map((n) => String(n / 20)),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(half, full), (text, aspect) => {
        const outcome = readMark(aspect, text);
        if (!outcome.ok || outcome.value === null) return;
        const mark = exact(outcome.value);
        expect(compare(mark, zero) >= 0 && compare(mark, exact(aspect.max)) <= 0).toBe(true);
      }),
    );
  });

  test("任何评分标准的任何合规分数都被接受", () => {
    const cases = anyScheme.chain((scheme) => {
      const aspect = scheme.criteria[0]!.subcriteria[0]!.aspects[0]!;
      return settled(aspect).map((given) => ({ aspect, given }));
    });
    fc.assert(
      fc.property(cases, ({ aspect, given }) => {
        for (const typed of Array.isArray(given) ? given.map(String) : [given as string]) {
          expect(readMark(aspect, typed)).toEqual({ ok: true, value: typed });
        }
      }),
    );
  });
});

describe("录入的格子", () => {
  test("测量与记分全组一格，评价每席一格", () => {
    expect([cellSeat(half, 2), cellSeat(full, 2), cellSeat(level, 2)]).toEqual([0, 0, 2]);
  });

  test.each([
    ["１.５", "1.5"],
    ["1。5", "1.5"],
    ["1，5", "1.5"],
    [" 0.5 ", "0.5"],
  ])("中文键盘打出的 %j 先折成 %j", (typed, plain) => {
    expect(foldTyped(typed)).toBe(plain);
  });
});
