// Rules that do not fit a scheme: every place at once, parts called by their names.
import { describe, expect, test } from "vitest";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { fitTogether, misfits } from "#domain/results/misfits.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { components, criterion, scheme } from "./theory-and-practice.ts";

const said = (rules: Partial<SkillRules>, of: Scheme = scheme) =>
  misfits(of, { ...offeredRules, ...rules }).map(({ at, refusal }) =>
    [
      at.list === null ? at.field : `${at.list}.${at.index}.${at.field}`,
      refusal.code.split(".")[1],
      ...Object.values(refusal.params ?? {}),
    ].join(" "),
  );
const trimmed: Scheme = {
  ...scheme,
  criteria: [
    ...scheme.criteria,
    criterion("D", "10", [{ id: "D1.1", kind: "trimmed", description: "观感", max: "10", step: "0.5" }]),
  ],
};

describe("规则与评分标准对不上的，一次说全，各说在哪一格", () => {
  test.each<[what: string, rules: Partial<SkillRules>, places: string[]]>([
    ["对得上", { components }, []],
    [
      "两个部分各写了没有的标准，另有一处同分排序",
      {
        components: [
          { id: "part-1", name: "理论", weight: "0.3", criteria: ["A", "Y"] },
          { id: "part-2", name: "实操", weight: "0.7", criteria: ["B", "Z"] },
        ],
        tieChain: ["criterion:Q"],
      },
      [
        "components.0.criteria criterion-unknown Y",
        "components.1.criteria criterion-unknown Z",
        "tieChain measure-unknown Q",
      ],
    ],
    [
      "重复的标准说在后一处",
      { components: [...components, { id: "again", name: "又一次", weight: "0", criteria: ["A"] }] },
      ["components.2.criteria criterion-twice A"],
    ],
    [
      "拆开的模块用名称称呼",
      { components, modules: [{ id: "module-1", name: "焊接操作", criteria: ["A", "B"] }] },
      ["modules.0.criteria module-split 焊接操作"],
    ],
    [
      "没有分值的部分用名称称呼",
      { components: [...components, { id: "part-3", name: "口试", weight: "0", criteria: ["Z"] }] },
      ["components.2.criteria criterion-unknown Z", "components.2.criteria component-empty 口试"],
    ],
    [
      "权重不足",
      { components: [{ ...components[0]!, weight: "0.2" }, components[1]!] },
      ["components.0.weight weights-not-one "],
    ],
    [
      "没有阶段的标准、阶段自己的同分排序",
      {
        contestStages: [
          { id: "heat", name: "初赛", criteria: ["A"], advance: 3, tieChain: ["criterion:X"] },
          { id: "final", name: "决赛", criteria: ["B"] },
        ],
      },
      ["contestStages.0.criteria stage-criterion-missing C", "contestStages.0.tieChain measure-unknown X"],
    ],
    [
      "两个小组各有各的问题",
      {
        panels: [
          { id: "panel-1", name: "观感组", seats: [1, 2], subcriteria: ["D1", "D9"] },
          { id: "panel-2", name: "尺寸组", seats: [3], subcriteria: ["B7"] },
        ],
      },
      [
        "panels.0.subcriteria panel-unknown 观感组 D9",
        "panels.0.seats panel-small 观感组 D1 5",
        "panels.1.subcriteria panel-unknown 尺寸组 B7",
      ],
    ],
  ])("%s", (_what, rules, places) => expect(said(rules, rules.panels ? trimmed : scheme)).toEqual(places));

  test("拒绝时说第一处", () => {
    const rules = { ...offeredRules, tieChain: ["criterion:Q", "criterion:P"] };
    expect(fitTogether(scheme, rules)).toMatchObject({
      refusal: { code: "composition.measure-unknown", params: { id: "Q" } },
    });
    expect(fitTogether(scheme, offeredRules).ok).toBe(true);
  });
});
