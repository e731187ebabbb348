// The organizer's rules form: what it shows is replaced, what it does not show survives a save, and what is wrong is told.
import { describe, expect, test } from "vitest";
import { rulesForm } from "#app/routes/manage.skills.$skillId/rules-form.ts";
import { offeredRules, type SkillRules, skillRules } from "#domain/competitions/rules.ts";
import type { Refusal } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { refusalSentence } from "#words/refusals.ts";
import { zh } from "#words/zh/index.ts";

const full: SkillRules = {
  ...offeredRules,
  daySignatures: true,
  maxRounds: 3,
  trimmed: { seats: 7, minJudges: 5 },
  rounding: { mean: 3, total: 2 },
  modules: [{ id: "weld", name: "焊接", criteria: ["B", "C"] }],
  components: [{ id: "practical", name: "实操", weight: "1", criteria: ["A", "B", "C"] }],
  contestStages: [
    { id: "heat", name: "初赛", criteria: ["A"], advance: 8 },
    { id: "final", name: "决赛", criteria: ["B", "C"], carry: "0.4", tieChain: ["module:weld", "time"] },
  ],
  awards: {
    policy: { kind: "places", excellence: "none" },
    perGroup: true,
    minimumField: { cancelBelow: 4, oneGradeUpTo: 4, twoGradesUpTo: 5 },
  },
};

/** What a browser posts of a form whose rows are all empty. */
const empty = {
  codingLayers: "1",
  confirm: "none",
  recheck: "none",
  topAll: "10",
  sharePercent: "15",
  limitPercent: "5",
  doubts: "none",
  percent: "50",
  others: "5",
  codePrefix: "R",
  policyKind: "places",
  excellence: "none",
  excellenceScale: "700",
  tieChain: "",
  moduleName1: "",
  moduleCriteria1: "",
  stageName1: "",
  stageCriteria1: "",
};
const panel = {
  maxSpread: "1",
  judgementSeats: "3",
  maxRounds: "",
  trimmed: "none",
  seats: "5",
  minJudges: "5",
};
/** The same with everything that `full` holds. */
const filled = {
  ...empty,
  ...panel,
  daySignatures: "on",
  perGroup: "on",
  smallField: "set",
  cancelBelow: "4",
  oneGradeUpTo: "4",
  twoGradesUpTo: "5",
  maxRounds: "3",
  trimmed: "set",
  seats: "7",
  minJudges: "5",
  roundTotal: "2",
  roundMean: "3",
  componentId1: "practical",
  componentName1: "实操",
  componentWeight1: "100",
  componentCriteria1: "A,B,C",
  componentPassLine1: "",
  moduleId1: "weld",
  moduleName1: "焊接",
  moduleCriteria1: "B,C",
  stageId1: "heat",
  stageName1: "初赛",
  stageCriteria1: "A",
  stageAdvance1: "8",
  stageTieChain1: "",
  stageId2: "final",
  stageName2: "决赛",
  stageCriteria2: "b、c",
  stageAdvance2: "",
  stageCarry2: "40",
  stageTieChain2: "焊接，用时",
};

const sentence = (refusal: Refusal) => refusalSentence(refusal, "zh");
const read = (
  posted: Readonly<Record<string, string>>,
  standing = offeredRules,
  own = true,
  locked: Scheme | null = null,
) => rulesForm(zh.manage, { standing, own, locked, sentence }).safeParse(posted);
const rulesOf = (...asked: Parameters<typeof read>): SkillRules => {
  const parsed = read(...asked);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return parsed.data.rules;
};
const wrongAt = (posted: Readonly<Record<string, string>>): string[] => {
  const parsed = read({ ...filled, ...posted });
  return parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
};

describe("保存评分规则", () => {
  test("模块、阶段、人数不足、轮次都能填，读出来就是规则", () => {
    expect(rulesOf(filled)).toEqual(full);
    expect(skillRules.safeParse(rulesOf(filled)).success).toBe(true);
  });

  test("再存一次，一条不变", () => {
    expect(rulesOf(filled, full)).toEqual(full);
  });

  test("清空的就不再有", () => {
    const { modules, contestStages, maxRounds, trimmed, rounding, awards } = rulesOf(
      { ...empty, ...panel },
      full,
    );
    expect([modules, contestStages, maxRounds, trimmed, rounding]).toEqual(Array(5).fill(undefined));
    expect(awards.minimumField).toBeUndefined();
  });

  test("表单没有的规则保存后仍在", () => {
    const later = {
      ...full,
      laterRule: { n: 1 },
      awards: { ...full.awards, laterPolicy: true },
    } as SkillRules;
    expect(rulesOf(filled, later)).toEqual(later);
  });

  test("没有提交模块和阶段的表单，不动模块和阶段", () => {
    const { moduleName1: _, moduleCriteria1: __, stageName1: ___, stageCriteria1: ____, ...old } = empty;
    expect(rulesOf({ ...old, ...panel }, full)).toMatchObject({
      modules: full.modules,
      contestStages: full.contestStages,
    });
  });

  test("采用规则组时不提交评价等栏目，原规则留待规则组替换", () => {
    const { maxSpread, maxRounds, judgementSeats, trimmed, rounding } = rulesOf(empty, full, false);
    expect({ maxSpread, maxRounds, judgementSeats, trimmed, rounding }).toEqual({
      maxSpread: 1,
      maxRounds: 3,
      judgementSeats: 3,
      trimmed: full.trimmed,
      rounding: full.rounding,
    });
  });
});

describe("填错的，在所填处说明", () => {
  test.each<[what: string, posted: Record<string, string>, at: string[]]>([
    ["没有晋级名次", { stageAdvance1: "" }, ["stageAdvance1"]],
    ["晋级名次不是正整数", { stageAdvance1: "0" }, ["stageAdvance1"]],
    ["最后一个阶段还有晋级", { stageAdvance2: "3" }, ["stageAdvance2"]],
    ["带入比例超过 100%", { stageCarry2: "120" }, ["stageCarry2"]],
    ["阶段的同分排序不认识", { stageTieChain2: "口试" }, ["stageTieChain2"]],
    ["阶段同名", { stageName2: "初赛" }, ["stageName2"]],
    ["阶段没有标准", { stageCriteria2: "甲" }, ["stageCriteria2"]],
    ["两个阶段写了同一标准", { stageCriteria2: "A,B" }, ["stageCriteria2"]],
    [
      "只有一个阶段",
      { stageName2: "", stageCriteria2: "", stageCarry2: "", stageTieChain2: "", stageAdvance1: "" },
      ["stageName1"],
    ],
    ["模块没有名称", { moduleName1: "", stageTieChain2: "" }, ["moduleName1"]],
    ["两等的人数少于一等的", { oneGradeUpTo: "6" }, ["twoGradesUpTo"]],
    ["在场的多于打分的", { minJudges: "8" }, ["minJudges"]],
    ["轮次不是一至九", { maxRounds: "10" }, ["maxRounds"]],
  ])("%s", (_what, posted, at) => expect(wrongAt(posted)).toEqual(at));
});
