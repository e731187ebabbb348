// The pack's own examples: each row met and narrowly missed. A pack that answers one of them otherwise does not load.
import { type Award, competitionAward, honourAward, type Schooling, schoolingOf } from "../person.ts";
import type { PackVector } from "../rules.ts";
import type { Competition, EntitlementCode, Grade, Honour, SchoolingClass } from "../vocabulary.ts";

const senior = "senior-title-direct";
const associate = "associate-senior-title-direct";
const green = "institution-green-channel";
type Given = { readonly awards: readonly Award[]; readonly schooling?: Schooling };

const vector = (
  name: string,
  person: Given,
  granted: readonly EntitlementCode[],
  flags: readonly string[] = [],
  asOf = "2024-06-01",
  needs: readonly string[] = flags,
): PackVector => ({ name, person, granted, flags, asOf, needs });

const prize = (
  competition: Competition,
  grade: Grade,
  more: Partial<Award & { kind: "competition" }> = {},
): Given => ({
  awards: [competitionAward({ competition, grade, ...more })],
});
const honour = (code: Honour): Given => ({ awards: [honourAward({ honour: code })] });
const school = (kind: SchoolingClass): Given => ({ awards: [], schooling: schoolingOf({ class: kind }) });

const goldOfWorlds = prize("world-skills", "gold");

export const kaifeng2021Vectors: readonly PackVector[] = [
  vector("世赛金牌", goldOfWorlds, [senior, associate, green]),
  vector(
    "国际残疾人竞赛金牌",
    prize("international-abilympics", "gold"),
    [senior, associate, green],
    [],
    "2024-06-01",
    ["I-01"],
  ),
  vector("世赛银牌", prize("world-skills", "silver"), [associate, green]),
  vector("世赛优胜奖", prize("world-skills", "excellence"), [associate, green], ["I-02"]),
  vector("世赛参赛", prize("world-skills", "participation"), []),
  vector("世赛特别奖", prize("world-skills", "special"), []),
  vector("世赛团体铜牌", prize("world-skills", "bronze", { teamSize: 2 }), [associate, green], ["I-03"]),
  vector("世赛金牌教练", prize("world-skills", "gold", { role: "coach" }), []),
  vector("世赛金牌公示中", prize("world-skills", "gold", { state: "public-notice" }), []),
  vector("国赛金牌", prize("national-prc", "gold"), [associate, green]),
  vector("国赛银牌", prize("national-prc", "silver"), []),
  vector("全国职业院校技能大赛金牌", prize("national-vocational-college", "gold"), []),
  vector("市级竞赛金牌", prize("city", "gold"), []),
  vector("中华技能大奖", honour("china-skills-grand-award"), [senior]),
  vector("中原大工匠", honour("zhongyuan-artisan"), [associate]),
  vector("全国技术能手", honour("national-technical-expert"), []),
  vector("中级工班", school("intermediate"), ["education-equivalence-secondary"]),
  vector("高级工班", school("advanced"), ["education-equivalence-college"]),
  vector("预备技师班", school("preparatory-technician"), ["education-equivalence-bachelor"]),
  vector("印发前一日", goldOfWorlds, [], [], "2021-11-18"),
  vector("印发当日", goldOfWorlds, [senior, associate, green], [], "2021-11-19"),
  vector("规划期后", goldOfWorlds, [senior, associate, green], ["I-06"], "2026-01-01"),
];
