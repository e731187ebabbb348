// The demonstration: an edition under way with thirteen trades and an earlier one already published, all played by the services.
import { addDays, shanghaiDate } from "#domain/calendar.ts";
import { divisions } from "#domain/people/organizations.ts";
import { createClock } from "../clock.ts";
import type { House } from "../house.ts";
import { createServices, type Services } from "../services.ts";
import { type Company, gather, must } from "./cast.ts";
import { attendFloor } from "./floor.ts";
import { invent } from "./people.ts";
import { equip, perform, type Stage } from "./play.ts";
import type { Trade } from "./trade.ts";
import { openTrades, publishedTrade, trades } from "./trades.ts";

const day = 86_400_000;
const perSkill = 12;
const county = divisions.find(({ name }) => name === "祥符区")!;

/** Fills an empty demonstration once; does nothing where a competition stands already. */
export async function seedDemonstration(house: House, services: Services): Promise<void> {
  if ((await house.database.prisma.account.count()) > 0) return;
  const company = await gather(house);
  await company.grant("guanli", "administrator");
  await company.grant("zuzhi", "organizer");
  await company.grant("heshi1", "award-verifier");
  await company.grant("heshi2", "award-verifier");
  await company.grant("renshe", "hr-officer", { unit: "开封市人力资源和社会保障局 专业技术人员管理科" });
  await earlierEdition(house, company);
  await currentEdition({ house, services, company });
  await openEdition({ house, services, company });
  await externalAwards({ house, services, company });
}

/** Held last year: its notice closed long ago, its awards conferred and evaluated. */
async function earlierEdition(house: House, company: Company): Promise<void> {
  const then = earlier(house, 400);
  const competitionId = await stageEdition(then, company, {
    name: "开封市第二届职业技能竞赛（演示）",
    tier: "city",
    trades: [publishedTrade],
    people: 500,
  });
  const [skill] = await house.database.prisma.skill.findMany({ where: { competitionId } });
  const later = earlier(house, 380);
  must(
    await later.services.notices.publish(
      await company.permit(later.house, "zuzhi", "results.publish", { skillId: skill!.id }),
    ),
  );
  const configure = await company.permit(later.house, "zuzhi", "competitions.configure", { competitionId });
  await signWinnerUp(house, skill!.id);
  for (const to of ["closed", "archived"] as const)
    must(await later.services.competitions.advanceCompetition(configure, to));
}

/** The gold medallist gets an account, so that a visitor sees a competitor's own page. */
async function signWinnerUp(house: House, skillId: string): Promise<void> {
  const { prisma } = house.database;
  const award = await prisma.award.findFirstOrThrow({
    where: { skillId, grade: "gold" },
    include: { person: true },
  });
  const account = await prisma.account.create({
    data: { login: "xuanshou", name: award.person.name, personId: award.personId },
  });
  await prisma.roleGrant.create({ data: { accountId: account.id, role: "competitor" } });
}

async function currentEdition({ house, services, company }: Stage): Promise<void> {
  const year = Number(shanghaiDate(house.clock.now()).slice(0, 4));
  const biennial = year % 2 === 1;
  await stageEdition({ house, services }, company, {
    name: biennial
      ? `开封市第${"一二三四五六七八九"[(year - 2023) / 2]}届职业技能竞赛（演示）`
      : `${year}年开封市职业技能专项竞赛（演示）`,
    tier: biennial ? "city" : "special",
    trades,
    people: 0,
  });
}

/** A county's competition that still takes registrations: what a leader does can be tried. */
async function openEdition(stage: Stage): Promise<void> {
  const year = shanghaiDate(stage.house.clock.now()).slice(0, 4);
  await stageEdition(stage, stage.company, {
    name: `${year}年${county.name}职业技能竞赛（演示）`,
    tier: "county",
    trades: openTrades,
    people: 700,
    open: true,
  });
}

type Edition = {
  readonly name: string;
  readonly tier: "city" | "special" | "county";
  readonly trades: readonly Trade[];
  readonly people: number;
  /** Still open for registration: it begins in three weeks. */
  readonly open?: boolean;
};

async function stageEdition(
  { house, services }: Pick<Stage, "house" | "services">,
  company: Company,
  edition: Edition,
): Promise<string> {
  const today = shanghaiDate(house.clock.now());
  const { competitionId } = must(
    await services.competitions.createCompetition(
      await company.permit(house, "zuzhi", "competitions.create"),
      {
        name: edition.name,
        tier: edition.tier,
        year: Number(today.slice(0, 4)),
        county: edition.tier === "county" ? county.code : null,
        host: "开封市人力资源和社会保障局",
        startsOn: addDays(today, edition.open ? 21 : -1),
        endsOn: addDays(today, edition.open ? 23 : 1),
        noticeWorkingDays: 5,
      },
    ),
  );
  const configure = await company.permit(house, "zuzhi", "competitions.configure", { competitionId });
  await company.grant("jiami", "coding-officer", { competitionId });
  await company.grant("jiandu", "supervisor", { competitionId });
  const delegations = await addDelegations(services, configure);
  for (const delegationId of delegations)
    await company.grant("lingdui", "delegation-leader", { delegationId });
  must(await services.competitions.advanceCompetition(configure, "registration"));
  const skills = await addSkills({ house, services, company }, competitionId, edition, delegations);
  if (edition.open) return competitionId;
  await services.competitions.advanceCompetition(configure, "drawing");
  await services.competitions.advanceCompetition(configure, "judging");
  for (const { skillId, trade } of skills) {
    await perform({ house, services, company }, skillId, trade);
    await attendFloor({ house, services, company }, skillId, trade.name);
  }
  return competitionId;
}

async function addDelegations(
  services: Services,
  configure: Parameters<Services["competitions"]["addDelegation"]>[0],
): Promise<string[]> {
  const units = [
    ...divisions.map(({ code, name }) => ({
      name: `${name}代表队`,
      kind: "county" as const,
      division: code,
    })),
    { name: "城乡一体化示范区代表队", kind: "zone" as const, division: null },
    { name: "开封大学代表队", kind: "institution" as const, division: null },
    { name: "开封技师学院代表队", kind: "institution" as const, division: null },
    { name: "演示机械有限公司代表队", kind: "enterprise" as const, division: null },
  ];
  const ids: string[] = [];
  for (const unit of units)
    ids.push(must(await services.competitions.addDelegation(configure, unit)).delegationId);
  return ids;
}

async function addSkills(
  stage: Stage,
  competitionId: string,
  edition: Edition,
  delegations: readonly string[],
): Promise<{ skillId: string; trade: Trade }[]> {
  const { house, services, company } = stage;
  const configure = await company.permit(house, "zuzhi", "competitions.configure", { competitionId });
  const skills: { skillId: string; trade: Trade }[] = [];
  for (const [place, trade] of edition.trades.entries()) {
    const rules = {
      codingLayers: trade.open ? 0 : 1,
      confirm: trade.confirm ?? ("none" as const),
      onSite: false,
      doubts: { percent: 50, others: 5 },
      ...(trade.until === "complete" && { recheck: { topAll: 3, sharePercent: 15, limitPercent: 5 } }),
      daySignatures: trade.daySignatures ?? false,
    };
    const { name, occupation, category, venue } = trade;
    const skill = {
      number: place + 1,
      name,
      occupation,
      category,
      venue,
      groups: [],
      openBoard: trade.open ?? false,
      rules,
    };
    const { skillId } = must(await services.competitions.addSkill(configure, skill));
    await enterPeople(stage, skillId, edition.people + place * perSkill, delegations, trade);
    await equip(stage, skillId, trade);
    skills.push({ skillId, trade });
  }
  return skills;
}

async function enterPeople(
  { house, services, company }: Stage,
  skillId: string,
  from: number,
  delegations: readonly string[],
  trade: Trade,
): Promise<void> {
  const decide = await company.permit(house, "zuzhi", "registrations.decide", { skillId });
  for (let n = from; n < from + perSkill; n += 1) {
    const delegationId = delegations[n % delegations.length]!;
    const permit = await company.permit(house, "lingdui", "registrations.submit", { delegationId });
    const identity = (["worker", "student", "teacher", "flexible"] as const)[n % 4]!;
    const coach = n % 4 === 3 ? null : invent(2000 + (n % 40)).name;
    const form = { skillId, ...invent(n), identity, unit: `演示单位${(n % 23) + 1}`, group: null, coach };
    const { registrationId } = must(await services.registrations.submitRegistration(permit, form));
    const last = n === from + perSkill - 1;
    if (trade.until !== "registration" || n % 4 !== 3)
      must(await services.registrations.decideRegistration(decide, registrationId, "accepted"));
    else if (last)
      must(
        await services.registrations.decideRegistration(
          decide,
          registrationId,
          "returned",
          "单位名称与在职证明不一致，请更正后重新提交。",
        ),
      );
  }
}

/** Two external awards: one verified by two officers and granted, one still waiting for the second. */
async function externalAwards({ house, services, company }: Stage): Promise<void> {
  const register = await company.permit(house, "renshe", "awards.register-external");
  const gold = {
    kind: "competition" as const,
    competition: "national-prc" as const,
    grade: "gold" as const,
    role: "competitor" as const,
    category: "official" as const,
    teamSize: 1,
  };
  const common = { skill: "焊接", evidence: "获奖证书原件（演示），存人社局档案室" };
  const claims = [
    { ...invent(500), subject: gold, edition: "第二届全国技能大赛", wonOn: "2023-09-19", ...common },
    {
      ...invent(501),
      subject: { ...gold, competition: "world-skills" as const, grade: "silver" as const },
      edition: "第47届世界技能大赛",
      wonOn: "2024-09-15",
      ...common,
    },
  ];
  for (const [place, claim] of claims.entries()) {
    const { externalAwardId } = must(await services.awards.registerExternalAward(register, claim));
    const [first, second] = [
      await company.permit(house, "heshi1", "awards.verify-external"),
      await company.permit(house, "heshi2", "awards.verify-external"),
    ];
    must(
      await services.awards.verifyExternalAward(first, externalAwardId, {
        step: "verify",
        identityMatched: true,
        reason: "",
      }),
    );
    if (place === 0)
      must(
        await services.awards.verifyExternalAward(second, externalAwardId, {
          step: "finalize",
          identityMatched: true,
          reason: "",
        }),
      );
  }
}

/** The same house some days ago: what happened then carries its own time. */
function earlier(house: House, days: number): { house: House; services: Services } {
  const then: House = { ...house, clock: createClock(house.clock.offsetMs - days * day) };
  return { house: then, services: createServices(then) };
}
