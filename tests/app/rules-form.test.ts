// The organizer's rules form: what it shows is replaced, what it does not show survives a save, and what is wrong is told.
import { describe, expect, test } from "vitest";
import { madeSaid } from "#app/routes/manage.skills.$skillId/made-said.ts";
import type { Outline } from "#app/routes/manage.skills.$skillId/outline.ts";
import { joinedRows } from "#app/routes/manage.skills.$skillId/posted-rows.ts";
import { rulesForm } from "#app/routes/manage.skills.$skillId/rules-form.ts";
import { offeredRules, type SkillRules, skillRules } from "#domain/competitions/rules.ts";
import type { Refusal } from "#domain/outcome.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
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

describe("没有选的，不要求、也不拒绝", () => {
  test.each<[what: string, posted: Record<string, string>, rule: keyof SkillRules]>([
    ["不抽查", { recheck: "none", topAll: "", sharePercent: "九", limitPercent: "" }, "recheck"],
    ["不提示", { doubts: "none", percent: "", others: "1" }, "doubts"],
    ["不另定裁判人数", { trimmed: "none", seats: "", minJudges: "99" }, "trimmed"],
  ])("%s", (_what, posted, rule) => expect(rulesOf({ ...empty, ...panel, ...posted })[rule]).toBeUndefined());

  test.each<[what: string, posted: Record<string, string>, at: string[]]>([
    ["抽查", { recheck: "sampled", topAll: "", sharePercent: "九" }, ["topAll", "sharePercent"]],
    ["提示", { doubts: "asked", percent: "", others: "1" }, ["percent", "others"]],
    ["另定裁判人数", { trimmed: "set", seats: "2", minJudges: "" }, ["seats", "minJudges"]],
    ["人数不足", { smallField: "set", cancelBelow: "" }, ["cancelBelow"]],
    ["按标准分", { excellence: "scale", excellenceScale: "" }, ["excellenceScale"]],
  ])("%s：选了就要填对", (_what, posted, at) => expect([...new Set(wrongAt(posted))]).toEqual(at));

  test("奖项只看所选的一种，其余几种的数字不管", () => {
    const others = { tolerance: "", count1: "x", share1: "120", band1: "", excellenceScale: "x" };
    const small = { smallField: "none", cancelBelow: "", oneGradeUpTo: "9", twoGradesUpTo: "1" };
    expect(rulesOf({ ...empty, ...panel, ...others, ...small }).awards).toEqual({
      policy: { kind: "places", excellence: "none" },
      perGroup: false,
    });
  });
});

describe("与已锁定的评分标准不符的，一次说全，各在所填处", () => {
  const aspect = (id: string): Aspect => ({ id, kind: "value", description: id, max: "10", step: "1" });
  const criterion = (id: string) => ({
    id,
    name: id,
    max: "10",
    subcriteria: [{ id: `${id}1`, name: id, day: 1, aspects: [aspect(`${id}1.1`)] }],
  });
  const locked: Scheme = { total: "30", criteria: ["A", "B", "C"].map(criterion) };
  const told = (posted: Record<string, string>) => {
    const parsed = read({ ...empty, ...panel, ...posted }, offeredRules, true, locked);
    return parsed.success
      ? []
      : parsed.error.issues.map((one) => `${String(one.path[0])} ${one.message.slice(0, 17)}`);
  };
  const parts = {
    componentName1: "理论",
    componentWeight1: "40",
    componentCriteria1: "A,Y",
    componentName2: "",
    componentName3: "实操",
    componentWeight3: "60",
    componentCriteria3: "B,Z",
  };

  test("隔着空行的第二部分，说在它自己那一行", () => {
    expect(told(parts)).toEqual([
      "componentCriteria1 评分规则写了标准 Y，评分标准中没",
      "componentCriteria3 评分规则写了标准 Z，评分标准中没",
    ]);
  });

  test("模块用名称称呼；别处填错的同时说", () => {
    const whole = { ...parts, componentCriteria1: "A", componentCriteria3: "B,C" };
    const module = { moduleName1: "焊接操作", moduleCriteria1: "A,B" };
    expect(told({ ...whole, ...module, tieChain: "Q", codePrefix: "r" }).sort()).toEqual([
      `codePrefix ${zh.manage.skill.codePrefixWrong.slice(0, 17)}`,
      "moduleCriteria1 模块“焊接操作”的标准被分到了不同",
      "tieChain 同分排序中的“Q”在评分标准和评分",
    ]);
  });

  test("填错的那一格先说填错，不再说不符", () => {
    expect(told({ ...parts, componentCriteria1: "甲", componentCriteria3: "B" })).toEqual([
      `componentCriteria1 ${zh.manage.scoringRules.components.criteriaWrong.slice(0, 17)}`,
    ]);
  });
});

test("逐格勾选的与逐字填写的是同一份表单；一格不勾也是一格", () => {
  const form = new FormData();
  for (const letter of ["", "A", "C"]) form.append("componentCriteria1", letter);
  form.append("moduleCriteria1", "");
  form.append("panelSubs2", "a1、B2");
  form.append("codePrefix", "R");
  expect(Object.fromEntries(joinedRows(form))).toEqual({
    componentCriteria1: "A,C",
    moduleCriteria1: "",
    panelSubs2: "a1、B2",
    codePrefix: "R",
  });
});

describe("满分由什么合成，一句话说清", () => {
  const outline: Outline = [
    { id: "A", name: "理论", max: "40.00", subcriteria: [] },
    { id: "B", name: "操作", max: "60.00", subcriteria: [] },
    { id: "C", name: "安全", max: "50.00", subcriteria: [] },
  ];
  const part = (name: string, weight: string, ...criteria: string[]) => ({
    id: name,
    name,
    weight,
    criteria,
  });
  test.each<[rules: Partial<SkillRules>, sentence: string, isAdded: boolean]>([
    [{}, "各标准得分直接相加，满分共 150.00 分。", false],
    [{ components: [part("一", "1", "A", "B", "C")] }, "各部分按权重合成，满分共 100.00 分。", false],
    [
      { components: [part("一", "0.4", "A"), part("二", "0.6", "B")] },
      "各部分按权重合成 100.00 分；标准 C 未归入任何部分，按原分另加 50.00 分，满分共 150.00 分。",
      true,
    ],
  ])("%j", (rules, sentence, isAdded) =>
    expect(madeSaid(outline, rules, zh.manage)).toMatchObject({ sentence, isAdded }),
  );
  test("评分标准还没有写，就不说", () => expect(madeSaid([], {}, zh.manage)).toBeNull());
});
