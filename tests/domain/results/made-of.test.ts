// What a total is made of: criteria that no part names are added to the weighed parts, and that is said (decision 0019).
import { describe, expect, test } from "vitest";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { exact, formatExact } from "#domain/exact.ts";
import { madeOf } from "#domain/results/made-of.ts";

const held = [
  { id: "A", max: exact("100") },
  { id: "B", max: exact("60") },
  { id: "C", max: exact("50") },
];
const part = (name: string, weight: string, ...criteria: string[]) => ({ id: name, name, weight, criteria });
const said = (rules: Pick<SkillRules, "components" | "contestStages">) => {
  const { weighed, added, addedIds, highest } = madeOf(held, rules);
  return [formatExact(weighed), formatExact(added), addedIds.join(""), formatExact(highest)];
};

describe("总分由什么合成", () => {
  test.each<[what: string, rules: Parameters<typeof said>[0], made: string[]]>([
    ["不分部分：直接相加", {}, ["0.00", "0.00", "", "210.00"]],
    [
      "都归入了部分",
      { components: [part("一", "0.4", "A"), part("二", "0.6", "B", "C")] },
      ["100.00", "0.00", "", "100.00"],
    ],
    [
      "未归入的按原分另加",
      { components: [part("一", "0.4", "A"), part("二", "0.6", "B")] },
      ["100.00", "50.00", "C", "150.00"],
    ],
    ["权重还没填满", { components: [part("一", "0.4", "A")] }, ["40.00", "110.00", "BC", "150.00"]],
    [
      "部分所含的标准还没有分值",
      { components: [part("一", "0.4", "Z"), part("二", "0.6", "A", "B", "C")] },
      ["60.00", "0.00", "", "60.00"],
    ],
    [
      "分阶段：最后的总分",
      {
        contestStages: [
          { id: "heat", name: "初赛", criteria: ["A"], advance: 1 },
          { id: "final", name: "决赛", criteria: ["B", "C"], carry: "0.5" },
        ],
      },
      ["0.00", "0.00", "", "160.00"],
    ],
  ])("%s", (_what, rules, made) => expect(said(rules)).toEqual(made));
});
