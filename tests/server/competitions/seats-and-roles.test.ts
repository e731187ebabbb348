// Who may sit where: a seat that ends gives its number back, competitors judge nothing, an edition that is over takes no more skills in.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setRulesOf } from "#domain/competitions/rule-set.ts";
import { offeredRules } from "#domain/competitions/rules.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  permitFor,
  raiseCompetition,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
});
afterAll(() => at.close());

const configure = (skillId: string) =>
  permitFor(at, competition.organizer, "competitions.configure", { skillId });
const seatOf = (skillId: string, number: number) =>
  at.database.prisma.judgeSeat.findFirstOrThrow({ where: { skillId, number, endedAt: null } });

describe("a judge is replaced", () => {
  test("the one who leaves marks no more, the reserve takes the number, and judgements come in again", async () => {
    const skill = await competition.addSkill({ competitors: 1 });
    await skill.reach("scoring");
    const [one] = await skill.contestants();
    for (const place of [1, 2]) await skill.enter(place, one!.id, "A1.3", "2");
    const leaving = await skill.seat(3);
    const { competitions, marking } = at.services;
    must(await competitions.endSeat(await configure(skill.skillId), (await seatOf(skill.skillId, 3)).id));
    const late = await marking.enterMark(leaving, skill.command(one!.id, "A1.3", "2"));
    expect(codeOf(late)).toBe("marking.seat-ended");
    const reserve = await hire(at, "houbu");
    must(
      await competitions.seatJudge(await configure(skill.skillId), {
        accountId: reserve.accountId,
        number: 3,
      }),
    );
    skill.judges[2] = reserve;
    expect(codeOf(await skill.enter(3, one!.id, "A1.3", "2"))).toBe("ok");
    const oversee = await skill.permit(skill.chief, "marking.oversee");
    const { view } = await marking.readWall(oversee);
    expect(view[`sheet:${one!.id}~A1`]).toMatchObject({ done: 1 });
    expect(codeOf(await competitions.endSeat(await configure(skill.skillId), skill.skillId))).toBe(
      "input.not-found",
    );
  });

  test("marking does not open while a seat that judgements wait for is empty, whatever other seats are taken", async () => {
    const skill = await competition.addSkill({ competitors: 1 });
    await skill.reach("drawn");
    const { competitions, marking } = at.services;
    must(await competitions.endSeat(await configure(skill.skillId), (await seatOf(skill.skillId, 2)).id));
    const fourth = await hire(at, "disi");
    must(
      await competitions.seatJudge(await configure(skill.skillId), {
        accountId: fourth.accountId,
        number: 4,
      }),
    );
    expect(await marking.openScoring(await skill.permit(skill.chief, "marking.oversee"))).toMatchObject({
      refusal: { code: "skill.needs-judges", params: { missing: "2" } },
    });
  });

  test("also once the edition is closed, in a skill that is still marked", async () => {
    const late = await raiseCompetition(at);
    const skill = await late.addSkill({ competitors: 1 });
    await skill.reach("scoring");
    const { competitionId } = late;
    const permit = await permitFor(at, late.organizer, "competitions.configure", { competitionId });
    const { competitions } = at.services;
    for (const to of ["drawing", "judging", "closed"] as const)
      must(await competitions.advanceCompetition(permit, to));
    const seats = await permitFor(at, late.organizer, "competitions.configure", { skillId: skill.skillId });
    must(await competitions.endSeat(seats, (await seatOf(skill.skillId, 3)).id));
    const reserve = await hire(at, "houbu");
    must(await competitions.seatJudge(seats, { accountId: reserve.accountId, number: 3 }));
    skill.judges[2] = reserve;
    const [one] = await skill.contestants();
    expect(codeOf(await skill.enter(3, one!.id, "A1.3", "2"))).toBe("ok");
  });

  test("a judge whose role an administrator had given before loses it with the seat", async () => {
    const skill = await competition.addSkill({ competitors: 1 });
    const judge = await hire(at, "caipan");
    const admin = await hire(at, "guanli", { role: "administrator" });
    const manage = await permitFor(at, admin, "accounts.manage");
    must(
      await at.services.access.grantRole(manage, judge.accountId, { role: "judge", skillId: skill.skillId }),
    );
    must(
      await at.services.competitions.seatJudge(await configure(skill.skillId), {
        accountId: judge.accountId,
        number: 5,
      }),
    );
    const grants = { accountId: judge.accountId, role: "judge", revokedAt: null };
    expect(await at.database.prisma.roleGrant.count({ where: grants })).toBe(1);
    must(
      await at.services.competitions.endSeat(
        await configure(skill.skillId),
        (await seatOf(skill.skillId, 5)).id,
      ),
    );
    expect(await at.database.prisma.roleGrant.count({ where: grants })).toBe(0);
  });
});

describe("who holds no office", () => {
  test("a competitor's account is neither seated nor given a role; an unknown or disabled one is not seated", async () => {
    const skill = await competition.addSkill({ competitors: 1 });
    const { personId } = await at.database.prisma.registration.findFirstOrThrow({
      where: { skillId: skill.skillId },
    });
    const own = await at.database.prisma.account.create({
      data: { login: "xuanshou-1", name: "选手", personId },
    });
    const gone = await at.database.prisma.account.create({
      data: { login: "lizhi-1", name: "离职", disabledAt: new Date() },
    });
    const seat = async (accountId: string) =>
      codeOf(
        await at.services.competitions.seatJudge(await configure(skill.skillId), { accountId, number: 9 }),
      );
    expect(await seat(own.id)).toBe("access.is-competitor");
    expect(await seat(gone.id)).toBe("input.not-found");
    expect(await seat(skill.skillId)).toBe("input.not-found");
    const admin = await hire(at, "guanli", { role: "administrator" });
    const manage = await permitFor(at, admin, "accounts.manage");
    expect(codeOf(await at.services.access.grantRole(manage, own.id, { role: "administrator" }))).toBe(
      "access.is-competitor",
    );
  });

  test("the last administrator stays one", async () => {
    const fresh = await openTestHouse();
    const admin = await hire(fresh, "guanli", { role: "administrator" });
    const manage = await permitFor(fresh, admin, "accounts.manage");
    const grant = await fresh.database.prisma.roleGrant.findFirstOrThrow();
    expect(codeOf(await fresh.services.access.revokeRole(manage, grant.id))).toBe(
      "access.last-administrator",
    );
    await hire(fresh, "guanli", { role: "administrator" });
    must(await fresh.services.access.revokeRole(manage, grant.id));
    await fresh.close();
  });
});

test("an edition that is over takes neither skills nor delegations or rule sets in; judges until it is archived", async () => {
  const over = await raiseCompetition(at);
  const held = await over.addSkill({ competitors: 1 });
  const { competitionId } = over;
  const permit = await permitFor(at, over.organizer, "competitions.configure", { competitionId });
  for (const to of ["drawing", "judging", "closed"] as const)
    must(await at.services.competitions.advanceCompetition(permit, to));
  const delegation = { name: "迟到代表队", kind: "county", division: null } as const;
  expect(codeOf(await at.services.competitions.addDelegation(permit, delegation))).toBe("competition.closed");
  const skill = {
    number: 99,
    name: "迟到赛项",
    occupation: null,
    category: "local",
    venue: "",
    groups: [],
    openBoard: false,
  } as const;
  expect(codeOf(await at.services.competitions.addSkill(permit, skill))).toBe("competition.closed");
  const set = { name: "迟到规则", rules: setRulesOf(offeredRules) };
  expect(codeOf(await at.services.competitions.addRuleSet(permit, set))).toBe("competition.closed");
  const late = await hire(at, "chidao");
  const configure = await permitFor(at, over.organizer, "competitions.configure", { skillId: held.skillId });
  const seat = (number: number, { accountId } = late) =>
    at.services.competitions.seatJudge(configure, { accountId, number });
  must(await seat(9));
  must(await at.services.competitions.advanceCompetition(permit, "archived"));
  expect(codeOf(await seat(10, await hire(at, "gengchi")))).toBe("competition.archived");
});
