// 汴办〔2021〕21号 三（二） as data: its four clauses quoted verbatim, its rows over closed lists, and nothing else.
// No award of a city, county, industry, enterprise or school competition stands in any row: the document names none.
import type {
  Clause,
  CompetitionCondition,
  HonourCondition,
  Row,
  RulePack,
  SchoolingCondition,
} from "../rules.ts";
import type { Competition, Grade, Honour, SchoolingClass } from "../vocabulary.ts";
import { kaifeng2021Readings } from "./kaifeng-2021-21.readings.ts";
import { kaifeng2021Vectors } from "./kaifeng-2021-21.vectors.ts";

const clause = (letter: string, quote: string): Clause => ({
  id: `KF2021-21/3.2-${letter}`,
  place: "三（二）",
  quote,
});

const education = clause(
  "f",
  "全日制技工院校中级工班、高级工班、预备技师（技师）班毕业生分别参照中专、大专、本科学历，在省公务员招录、企事业单位招聘、应征入伍以及确定工资薪酬、职称评定、职位晋升等方面享受相关待遇",
);
const seniorTitle = clause(
  "g",
  "“中华技能大奖”、世界技能竞赛（以下简称世赛，含世界技能大赛、国际残疾人奥林匹克职业技能竞赛）金牌获得者，可直接申报相应系列正高级职称",
);
const associateSeniorTitle = clause(
  "h",
  "“中原技能大奖”“中原技能大师”“中原大工匠”和中华人民共和国职业技能大赛（以下简称国赛）金牌获得者、世赛获奖者，可直接申报相应系列副高级职称",
);
const greenChannel = clause("i", "将世赛获奖者、国赛金牌获得者纳入事业单位招聘“绿色通道”");

/** 世赛, as clause g defines it: both competitions. */
const worlds: readonly Competition[] = ["world-skills", "international-abilympics"];
const nationals: readonly Competition[] = ["national-prc"];
/** 获奖者, by reading I-02. */
const prizes: readonly Grade[] = ["gold", "silver", "bronze", "excellence"];

const winner = (
  competitions: readonly Competition[],
  grades: readonly Grade[],
  doubtfulGrades: readonly Grade[] = [],
): CompetitionCondition => ({
  kind: "competition",
  competitions,
  grades,
  doubtfulGrades,
  roles: ["competitor"],
  categories: ["official"],
});
const holder = (...honours: readonly Honour[]): HonourCondition => ({ kind: "honour", honours });
const graduate = (kind: SchoolingClass): SchoolingCondition => ({
  kind: "schooling",
  classes: [kind],
  institutions: ["technical-school"],
});

const rows: readonly Row[] = [
  { when: winner(worlds, ["gold"]), outcomes: ["senior-title-direct"], clause: seniorTitle },
  { when: holder("china-skills-grand-award"), outcomes: ["senior-title-direct"], clause: seniorTitle },
  {
    when: winner(worlds, prizes, ["special"]),
    outcomes: ["associate-senior-title-direct"],
    clause: associateSeniorTitle,
  },
  {
    when: winner(nationals, ["gold"]),
    outcomes: ["associate-senior-title-direct"],
    clause: associateSeniorTitle,
  },
  {
    when: holder("zhongyuan-skills-grand-award", "zhongyuan-skills-master", "zhongyuan-artisan"),
    outcomes: ["associate-senior-title-direct"],
    clause: associateSeniorTitle,
  },
  {
    when: winner(worlds, prizes, ["special"]),
    outcomes: ["institution-green-channel"],
    clause: greenChannel,
  },
  { when: winner(nationals, ["gold"]), outcomes: ["institution-green-channel"], clause: greenChannel },
  { when: graduate("intermediate"), outcomes: ["education-equivalence-secondary"], clause: education },
  { when: graduate("advanced"), outcomes: ["education-equivalence-college"], clause: education },
  {
    when: graduate("preparatory-technician"),
    outcomes: ["education-equivalence-bachelor"],
    clause: education,
  },
];

/** The pack as written; `loadPack` checks it before it can be used. */
export const kaifeng2021: RulePack = {
  id: "KF2021-21",
  documentNumber: "汴办〔2021〕21号",
  title: "开封市高质量推进“人人持证、技能河南”建设人才倍增计划实施方案",
  issuer: "中共开封市委办公室、开封市人民政府办公室",
  date: "2021-11-19",
  upperDocument: "豫办〔2021〕29号",
  evidence: "原文在库，引文逐字核对",
  effectiveFrom: "2021-11-19",
  effectiveTo: null,
  words: {
    "senior-title-direct": "可直接申报相应系列正高级职称",
    "associate-senior-title-direct": "可直接申报相应系列副高级职称",
    "institution-green-channel": "纳入事业单位招聘“绿色通道”",
    "education-equivalence-secondary": education.quote,
    "education-equivalence-college": education.quote,
    "education-equivalence-bachelor": education.quote,
  },
  rows,
  implications: [{ code: "associate-senior-title-direct", by: "senior-title-direct", reading: "I-04" }],
  interpretations: kaifeng2021Readings,
  vectors: kaifeng2021Vectors,
};
