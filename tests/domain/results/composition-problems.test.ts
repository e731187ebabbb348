// Rules that name parts which the scheme does not have, or parts that overlap: told before either is locked.
import { describe, expect, test } from "vitest";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { compositionProblems } from "#domain/results/composition.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { components, scheme } from "./theory-and-practice.ts";

describe("规则与评分标准对不上的，锁定前说明", () => {
  const codes = (rules: Partial<SkillRules>) =>
    compositionProblems(scheme, { ...offeredRules, ...rules }).map(({ code, id }) => `${code} ${id}`.trim());
  const part = components[0]!;
  test.each<[Partial<SkillRules>, string[]]>([
    [{ components }, []],
    [{ components: [{ ...part, weight: "0.5" }] }, ["weights-not-one"]],
    [
      { components: [{ ...part, weight: "1", criteria: ["Z"] }] },
      ["criterion-unknown Z", "component-empty theory"],
    ],
    [{ components: [...components, { ...part, id: "again", weight: "0" }] }, ["criterion-twice A"]],
    [{ components, modules: [{ id: "m", name: "m", criteria: ["A", "B"] }] }, ["module-split m"]],
    [{ contestStages: [{ id: "heat", name: "初赛", criteria: ["A", "B"] }] }, ["stage-criterion-missing C"]],
    [{ tieChain: ["criterion:A", "module:B", "aspect:C1.1", "time", "time:C1.3"] }, []],
    [{ tieChain: ["criterion:Q", "aspect:A9.9"] }, ["measure-unknown Q", "measure-unknown A9.9"]],
    [{ tieChain: ["component:theory"] }, ["measure-unknown theory"]],
    [{ components, tieChain: ["component:theory", "module:C"] }, []],
    [
      { modules: [{ id: "m", name: "m", criteria: ["B", "C"] }], tieChain: ["module:m", "module:B"] },
      ["measure-unknown B"],
    ],
    [{ tieChain: ["time:C1.1"] }, ["measure-unknown C1.1"]],
    [
      {
        contestStages: [
          { id: "heat", name: "初赛", criteria: ["A"], advance: 1, tieChain: ["criterion:Y"] },
          { id: "final", name: "决赛", criteria: ["B", "C"], tieChain: ["criterion:Y", "criterion:B"] },
        ],
      },
      ["measure-unknown Y"],
    ],
  ])("%j", (rules, expected) => expect(codes(rules)).toEqual(expected));
});

test("没有用时评分点的评分标准，不能比用时", () => {
  const timeless: Scheme = { ...scheme, criteria: scheme.criteria.slice(0, 2) };
  const rules: SkillRules = { ...offeredRules, tieChain: ["time"] };
  expect(compositionProblems(timeless, rules)).toEqual([{ code: "no-time", id: "" }]);
});
