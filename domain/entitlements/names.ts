// What people read for each code of the closed lists, Chinese first; the words of an outcome itself come from the pack.
import type {
  AwardRole,
  AwardState,
  Category,
  Competition,
  EntitlementCode,
  EntitlementOutcome,
  Grade,
  Honour,
  Institution,
  Name,
  SchoolingClass,
} from "./vocabulary.ts";

const name = (zh: string, en: string): Name => ({ zh, en });

export const competitionNames: Record<Competition, Name> = {
  "world-skills": name("世界技能大赛", "WorldSkills Competition"),
  "international-abilympics": name("国际残疾人奥林匹克职业技能竞赛", "International Abilympics"),
  "national-prc": name("中华人民共和国职业技能大赛", "Vocational Skills Competition of the PRC"),
  "national-disabled": name("全国残疾人职业技能大赛", "National Abilympics"),
  "national-industry-first-class": name(
    "国家级一类职业技能大赛",
    "National first-class industry competition",
  ),
  "national-industry-second-class": name(
    "国家级二类职业技能竞赛",
    "National second-class industry competition",
  ),
  "national-vocational-college": name(
    "全国职业院校技能大赛",
    "National Vocational College Skills Competition",
  ),
  "world-skills-selection": name("世界技能大赛选拔赛", "WorldSkills selection trial"),
  "world-skills-training-squad": name("世界技能大赛集训队", "WorldSkills training squad"),
  "world-skills-asia": name("亚洲技能大赛", "WorldSkills Asia"),
  brics: name("金砖国家技能竞赛", "BRICS skills competition"),
  "provincial-comprehensive": name("河南省职业技能大赛", "Henan comprehensive skills competition"),
  "provincial-industry-first-class": name(
    "省级一类职业技能竞赛",
    "Provincial first-class industry competition",
  ),
  "provincial-industry-second-class": name(
    "省级二类职业技能竞赛",
    "Provincial second-class industry competition",
  ),
  city: name("市级竞赛", "City competition"),
  county: name("县区级竞赛", "County competition"),
  special: name("专项竞赛", "Special-topic competition"),
  industry: name("行业竞赛", "Industry competition"),
  enterprise: name("企业比赛", "Enterprise contest"),
  school: name("院校比赛", "School contest"),
};

export const gradeNames: Record<Grade, Name> = {
  gold: name("金牌", "gold medal"),
  silver: name("银牌", "silver medal"),
  bronze: name("铜牌", "bronze medal"),
  excellence: name("优胜奖", "medallion for excellence"),
  participation: name("参赛", "participation"),
  special: name("特别奖", "special award"),
};

export const stateNames: Record<AwardState, Name> = {
  claimed: name("本人申报未核实", "claimed, not verified"),
  verified: name("已初核待复核", "verified by one officer"),
  "public-notice": name("公示中", "under public notice"),
  final: name("已生效", "final"),
  rejected: name("核验未通过", "rejected"),
  revoked: name("已撤销", "revoked"),
  suspended: name("因异议或申诉中止", "suspended by an objection or appeal"),
};

export const roleNames: Record<AwardRole, Name> = {
  competitor: name("选手", "competitor"),
  coach: name("教练", "coach"),
  expert: name("专家", "expert"),
  judge: name("裁判", "judge"),
  organization: name("单位", "organization"),
};

export const categoryNames: Record<Category, Name> = {
  official: name("正式项目", "official skill"),
  demonstration: name("演示项目", "demonstration skill"),
  exhibition: name("表演项目", "exhibition skill"),
};

export const honourNames: Record<Honour, Name> = {
  "china-skills-grand-award": name("中华技能大奖", "China Skills Grand Award"),
  "zhongyuan-skills-grand-award": name("中原技能大奖", "Zhongyuan Skills Grand Award"),
  "zhongyuan-skills-master": name("中原技能大师", "Zhongyuan Skills Master"),
  "zhongyuan-artisan": name("中原大工匠", "Zhongyuan Great Artisan"),
  "national-technical-expert": name("全国技术能手", "National Technical Expert"),
  "henan-technical-expert": name("河南省技术能手", "Henan Technical Expert"),
  "city-technical-expert": name("开封市技术能手", "Kaifeng Technical Expert"),
  "may-day-medal": name("五一劳动奖章", "May Day Labour Medal"),
  "post-expert": name("岗位能手", "Post Expert"),
  "government-allowance": name("政府特殊津贴", "Special Government Allowance"),
};

export const schoolingClassNames: Record<SchoolingClass, Name> = {
  intermediate: name("中级工班", "intermediate-worker class"),
  advanced: name("高级工班", "advanced-worker class"),
  "preparatory-technician": name("预备技师（技师）班", "preparatory-technician class"),
};

export const institutionNames: Record<Institution, Name> = {
  "technical-school": name("技工院校", "technical school"),
  other: name("其他院校", "other institution"),
};

/** Headings for lists and columns. What a person is entitled to is said in the pack's words only. */
export const entitlementNames: Record<EntitlementCode, Name> = {
  "senior-title-direct": name("直接申报正高级职称", "Direct application for a senior title"),
  "associate-senior-title-direct": name(
    "直接申报副高级职称",
    "Direct application for an associate senior title",
  ),
  "institution-green-channel": name("事业单位招聘“绿色通道”", "Public-institution hiring green channel"),
  "education-equivalence-secondary": name("参照中专学历", "By reference to secondary education"),
  "education-equivalence-college": name("参照大专学历", "By reference to junior college"),
  "education-equivalence-bachelor": name("参照本科学历", "By reference to a bachelor's degree"),
};

export const outcomeNames: Record<EntitlementOutcome, Name> = {
  granted: name("符合", "entitled"),
  pending: name("待生效", "pending"),
  review: name("待核查", "under review"),
  not: name("不符合", "not entitled"),
};
