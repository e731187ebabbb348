// The names people type for a competition, honour, grade or role. A name that is not listed answers null and goes
// to an officer: never the nearest match, because 全国职业院校技能大赛 is one word away from 国赛 and earns nothing.
import { competitionNames, gradeNames, honourNames, roleNames } from "./names.ts";
import type { AwardRole, Competition, Grade, Honour, Name } from "./vocabulary.ts";

const competitionAliases: Partial<Record<Competition, readonly string[]>> = {
  "world-skills": ["世赛", "世界技能竞赛", "世界技能大赛特别赛", "WorldSkills", "WorldSkills International"],
  "international-abilympics": [
    "国际残疾人职业技能竞赛",
    "国际残疾人职业技能大赛",
    "国际残疾人奥林匹克技能竞赛",
    "Abilympics",
  ],
  "national-prc": ["国赛", "全国技能大赛", "中华人民共和国技能大赛"],
  "national-disabled": ["全国残疾人职业技能竞赛", "全国残疾人技能大赛"],
  "national-industry-first-class": ["国家一类大赛", "国家级一类大赛", "国家级一类职业技能竞赛"],
  "national-industry-second-class": ["国家二类竞赛", "国家级二类竞赛", "国家级二类职业技能大赛"],
  "national-vocational-college": ["全国职业院校技能竞赛", "职业院校国赛", "教育部国赛"],
  "world-skills-selection": ["世赛选拔赛", "世界技能大赛全国选拔赛", "世界技能大赛河南省选拔赛"],
  "world-skills-training-squad": ["世赛集训队", "世界技能大赛中国集训队", "世赛集训选手"],
  "world-skills-asia": ["亚洲技能竞赛", "WorldSkills Asia Competition"],
  brics: ["金砖国家技能发展与技术创新大赛", "金砖国家职业技能大赛", "金砖大赛", "BRICS"],
  "provincial-comprehensive": ["河南省技能大赛", "河南省职业技能竞赛"],
  "provincial-industry-first-class": ["省一类竞赛", "省级一类竞赛", "河南省一类职业技能竞赛"],
  "provincial-industry-second-class": ["省二类竞赛", "省级二类竞赛", "河南省二类职业技能竞赛"],
  city: ["市赛", "全市职业技能竞赛", "开封市职业技能竞赛", "开封市职业技能大赛"],
  county: ["县赛", "区赛", "县区竞赛", "县区综合性职业技能竞赛"],
  special: ["专项赛", "专项职业技能竞赛"],
  industry: ["行业赛", "行业职业技能竞赛"],
  enterprise: ["企业职业技能比赛", "企业技能比赛"],
  school: ["院校职业技能比赛", "校赛", "院校技能比赛"],
};

const gradeAliases: Partial<Record<Grade, readonly string[]>> = {
  gold: ["金", "gold"],
  silver: ["银", "silver"],
  bronze: ["铜", "bronze"],
  excellence: ["优胜", "优胜奖章"],
  participation: ["参与"],
  special: ["国家最佳选手", "Best of Nation", "阿尔伯特·维达尔奖", "Albert Vidal Award"],
};

const honourAliases: Partial<Record<Honour, readonly string[]>> = {
  "city-technical-expert": ["市技术能手"],
  "may-day-medal": ["全国五一劳动奖章", "河南省五一劳动奖章", "五一奖章"],
  "government-allowance": ["国务院政府特殊津贴", "享受政府特殊津贴"],
};

const roleAliases: Partial<Record<AwardRole, readonly string[]>> = {
  competitor: ["参赛选手", "参赛者"],
  coach: ["教练员", "指导教师", "指导老师"],
  expert: ["技术专家", "专家组"],
  judge: ["裁判员"],
  organization: ["参赛单位", "学校", "企业"],
};

/** Width, case, spaces, quotation marks and the number of the edition (第46届, 2023年) do not make another name. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/第[0-9〇零一二三四五六七八九十百]+届|[0-9]{4}年度?/g, "")
    .replace(/[\s“”"'‘’《》〈〉「」·]/g, "");

function dictionary<Code extends string>(
  names: Readonly<Record<Code, Name>>,
  aliases: Partial<Record<Code, readonly string[]>>,
): (typed: string) => Code | null {
  const known = new Map<string, Code>();
  for (const code of Object.keys(names) as Code[]) {
    for (const word of [code, names[code].zh, names[code].en, ...(aliases[code] ?? [])]) {
      const owner = known.get(plain(word));
      if (owner && owner !== code) throw new Error(`alias ${word} names both ${owner} and ${code}`);
      known.set(plain(word), code);
    }
  }
  return (typed) => known.get(plain(typed)) ?? null;
}

/** The competition a typed name stands for (汴办〔2021〕21号 三（二） for 世赛 and 国赛); null for an unknown name: review. */
export const competitionNamed = dictionary(competitionNames, competitionAliases);
/** The honour a typed name stands for; null for an unknown name: review. */
export const honourNamed = dictionary(honourNames, honourAliases);
/** The grade a typed name stands for; 一等奖 is no medal and answers null. */
export const gradeNamed = dictionary(gradeNames, gradeAliases);
/** The role a typed name stands for; null for an unknown name. */
export const roleNamed = dictionary(roleNames, roleAliases);
