// The interpretation register of 汴办〔2021〕21号: what the text leaves open, how the pack reads it, and where that bears.
// An officer signs each entry (adopted or rejected); until then a grant that relies on it says so.
import type { Bearing, Interpretation } from "../rules.ts";
import type { Competition } from "../vocabulary.ts";

const grants = ["granted", "pending", "review"] as const;
const worlds: readonly Competition[] = ["world-skills", "international-abilympics"];

const reading = (
  id: string,
  question: string,
  answer: string,
  uponRejection: Interpretation["uponRejection"],
  ...bears: readonly Bearing[]
): Interpretation => ({
  id,
  question,
  reading: answer,
  status: "open",
  flag: ["I-02", "I-03", "I-05", "I-06"].includes(id),
  uponRejection,
  bears,
});

export const kaifeng2021Readings: readonly Interpretation[] = [
  reading("I-01", "国际残疾人奥林匹克职业技能竞赛是否为世赛？", "是，本文件已作定义。", "withhold", {
    outcomes: grants,
    competitions: ["international-abilympics"],
  }),
  reading("I-02", "“世赛获奖者”是否包括优胜奖？", "包括优胜奖，不包括仅参赛者；标注待确认。", "withhold", {
    outcomes: grants,
    competitions: worlds,
    grades: ["excellence"],
  }),
  reading("I-03", "团体项目获奖，是否每名选手都是获奖者？", "每名选手都是；标注待确认。", "withhold", {
    outcomes: grants,
    team: true,
  }),
  reading("I-04", "世赛金牌已可申报正高级，副高级是否单独列示？", "列示为由正高级包含。", "unmark", {
    outcomes: grants,
    codes: ["associate-senior-title-direct"],
    competitions: worlds,
    grades: ["gold"],
  }),
  reading(
    "I-05",
    "2021年11月19日以前获得的奖项是否适用？",
    "评定日在该日及以后的适用；标注待确认。",
    "withhold",
    { outcomes: grants, datedBefore: "2021-11-19" },
  ),
  reading(
    "I-06",
    "2025年12月31日以后评定的是否仍然适用？",
    "文件未载明失效日期，仍适用；标注“须确认是否继续有效”。",
    "withhold",
    { outcomes: grants, asOfAfter: "2025-12-31" },
  ),
  reading(
    "I-07",
    "国赛世赛选拔项目的金牌、全国职业院校技能大赛的奖项是否为国赛奖项？",
    "前者是国赛金牌；后者不是国赛。",
    "withhold",
    { outcomes: grants, competitions: ["national-prc"], mentions: "选拔" },
    { outcomes: ["not"], competitions: ["national-vocational-college"] },
  ),
  reading(
    "I-08",
    "2022年特别赛、演示项目、国家最佳选手、阿尔伯特·维达尔奖如何看待？",
    "2022年特别赛视为世赛；其余转人工核查。",
    "withhold",
    { outcomes: grants, competitions: ["world-skills"], mentions: "2022" },
    { outcomes: ["review"], competitions: worlds, grades: ["special"] },
    { outcomes: ["review"], categories: ["demonstration", "exhibition"] },
  ),
  reading(
    "I-09",
    "选拔赛、集训队、亚洲技能大赛、金砖国家技能竞赛是否为世赛？",
    "都不是，不产生本文件的待遇。",
    "rewrite",
    {
      outcomes: ["not"],
      competitions: ["world-skills-selection", "world-skills-training-squad", "world-skills-asia", "brics"],
    },
  ),
  reading("I-11", "各项荣誉是否进入招聘“绿色通道”？", "否，该句只列世赛获奖者和国赛金牌获得者。", "rewrite", {
    outcomes: ["not"],
    codes: ["institution-green-channel"],
    honours: [
      "china-skills-grand-award",
      "zhongyuan-skills-grand-award",
      "zhongyuan-skills-master",
      "zhongyuan-artisan",
    ],
  }),
  reading("I-12", "中华技能大奖是否同时适用副高级一句？", "否，该句未列中华技能大奖。", "rewrite", {
    outcomes: ["not"],
    codes: ["associate-senior-title-direct"],
    honours: ["china-skills-grand-award"],
  }),
  reading("I-13", "“获得者”指谁？", "指选手本人，不是教练、专家、裁判或单位。", "rewrite", {
    outcomes: ["not"],
    competitions: [...worlds, "national-prc"],
    roles: ["coach", "expert", "judge", "organization"],
  }),
  reading("I-14", "是否要求本市户籍或在本市就业？", "文件未设此条件，不作要求。", "rewrite"),
  reading("I-16", "按奖牌还是按名次？", "按实际颁发的奖牌，从不按名次。", "rewrite"),
  reading("I-17", "何时算“获得”？", "公示期满并正式公布后才算；在此之前为待生效。", "rewrite", {
    outcomes: ["pending"],
  }),
];
