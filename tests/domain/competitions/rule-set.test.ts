// A named set of judging rules: what a skill takes over from it, and what stays the skill's own.
import { describe, expect, test } from "vitest";
import { type SetRules, setRules, setRulesOf, withSet } from "#domain/competitions/rule-set.ts";
import { offeredRules, type SkillRules, skillRules } from "#domain/competitions/rules.ts";

const own: SkillRules = {
  ...offeredRules,
  maxRounds: 3,
  trimmed: { seats: 7, minJudges: 6 },
  rounding: { mean: 3, total: 2 },
  noSharedRanks: true,
  components: [{ id: "practical", name: "实操", weight: "1", criteria: ["A"] }],
};

describe("赛项采用规则组", () => {
  const set: SetRules = { maxSpread: 2, judgementSeats: 5 };

  test("评价、去高去低、舍入以规则组为准；规则组没有规定的不留赛项原来的", () => {
    const { maxRounds, trimmed, rounding, ...rest } = withSet(own, set);
    expect([maxRounds, trimmed, rounding]).toEqual([undefined, undefined, undefined]);
    expect(rest).toMatchObject({ maxSpread: 2, judgementSeats: 5 });
  });

  test("其余规则仍是赛项自己的", () => {
    expect(withSet(own, set)).toMatchObject({ noSharedRanks: true, components: own.components });
    expect(skillRules.safeParse(withSet(own, set)).success).toBe(true);
  });

  test("取出再放回，一条不差", () => {
    expect(withSet(own, setRulesOf(own))).toEqual(own);
    expect(setRulesOf(withSet(own, set))).toEqual(set);
  });
});

test("规则组表单的每一项都随规则组：不留赛项原来的", () => {
  const names = Object.keys(setRules.shape);
  expect(Object.keys(setRulesOf(own)).sort()).toEqual([...names].sort());
  expect(Object.keys(withSet(own, {} as SetRules)).filter((name) => names.includes(name))).toEqual([]);
});

describe("轮次上限", () => {
  test.each([
    [1, true],
    [9, true],
    [0, false],
    [10, false],
    [1.5, false],
  ])("%s 轮：%s", (maxRounds, taken) => {
    expect(skillRules.safeParse({ ...offeredRules, maxRounds }).success).toBe(taken);
  });
});
