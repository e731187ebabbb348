// The floor knows names and scoring knows codes: of one skill nobody holds both, by whichever door they come.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#domain/access/roles.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  type Person,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

const scoring = ["judge", "chief-judge", "recorder"] as const;
let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let other: SkillStage;
let administrator: Person;

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
  administrator = await hire(at, "guanli", { role: "administrator" });
  const { competitionId, organizer } = competition;
  const configure = await permitFor(at, organizer, "competitions.configure", { competitionId });
  skill = await competition.addSkill({ competitors: 1 });
  other = await competition.addSkill({ competitors: 1 });
  must(await at.services.competitions.advanceCompetition(configure, "drawing"));
});
let person: Person;
beforeEach(async () => {
  person = await hire(at, "renyuan");
});
afterAll(() => at.close());

const give = async (role: Role, skillId = skill.skillId) =>
  codeOf(
    await at.services.access.grantRole(
      await permitFor(at, administrator, "accounts.manage"),
      person.accountId,
      { role, skillId },
    ),
  );
const seat = async (number: number) =>
  codeOf(
    await at.services.competitions.seatJudge(
      await skill.permit(competition.organizer, "competitions.configure"),
      { accountId: person.accountId, number },
    ),
  );
const end = async (role: Role) => {
  const grant = await at.database.prisma.roleGrant.findFirstOrThrow({
    where: { accountId: person.accountId, role, revokedAt: null },
  });
  must(await at.services.access.revokeRole(await permitFor(at, administrator, "accounts.manage"), grant.id));
};

describe("in one skill", () => {
  test.each(scoring)("a floor judge does not become %s, nor the other way round", async (role) => {
    expect(await give("floor-judge")).toBe("ok");
    expect(await give(role)).toBe("access.floor-apart");
    await end("floor-judge");
    expect(await give(role)).toBe("ok");
    expect(await give("floor-judge")).toBe("access.floor-apart");
    await end(role);
    expect(await give("floor-judge")).toBe("ok");
  });

  test("a floor judge is not seated, and who is seated does not become floor judge until the seat ends", async () => {
    expect(await give("floor-judge")).toBe("ok");
    expect(await seat(8)).toBe("access.floor-apart");
    await end("floor-judge");
    expect(await seat(8)).toBe("ok");
    await end("judge");
    expect(await give("floor-judge")).toBe("access.floor-apart");
    const { id } = await at.database.prisma.judgeSeat.findFirstOrThrow({
      where: { accountId: person.accountId, endedAt: null },
    });
    must(
      await at.services.competitions.endSeat(
        await skill.permit(competition.organizer, "competitions.configure"),
        id,
      ),
    );
    expect(await give("floor-judge")).toBe("ok");
  });

  test("who recorded on the floor scores there no more, also after the role ended", async () => {
    expect(await give("floor-judge")).toBe("ok");
    const permit = await skill.permit(person, "floor.record");
    const id = crypto.randomUUID();
    must(
      await at.services.floor.addRecord(permit, {
        id,
        kind: "incident",
        registrationId: null,
        text: "停电",
      }),
    );
    await end("floor-judge");
    expect(await give("recorder")).toBe("access.floor-apart");
    expect(await seat(9)).toBe("access.floor-apart");
  });

  test("another skill is another matter", async () => {
    expect(await give("floor-judge")).toBe("ok");
    expect(await give("recorder", other.skillId)).toBe("ok");
    expect(await give("floor-judge", other.skillId)).toBe("access.floor-apart");
  });
});

describe("the database", () => {
  const insert = (role: Role) =>
    at.database.query("INSERT INTO role_grant (account_id, role, skill_id) VALUES ($1, $2, $3)", [
      person.accountId,
      role,
      skill.skillId,
    ]);

  test.each(scoring)("holds floor judge and %s apart", async (role) => {
    await insert("floor-judge");
    await expect(insert(role)).rejects.toThrow("nobody scores a skill and judges on its floor");
  });

  test("holds seat and floor apart, in either order", async () => {
    const sit = (number: number) =>
      at.database.query("INSERT INTO judge_seat (skill_id, number, account_id) VALUES ($1, $2, $3)", [
        skill.skillId,
        number,
        person.accountId,
      ]);
    await insert("floor-judge");
    await expect(sit(11)).rejects.toThrow("nobody scores");
    await at.database.query("UPDATE role_grant SET revoked_at = now() WHERE account_id = $1", [
      person.accountId,
    ]);
    await sit(11);
    await expect(insert("floor-judge")).rejects.toThrow("nobody scores");
  });

  test("lets one of two through that come at the same moment", async () => {
    const answers = await Promise.allSettled([insert("floor-judge"), insert("recorder")]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(
      await at.database.prisma.roleGrant.count({ where: { accountId: person.accountId, revokedAt: null } }),
    ).toBe(1);
  });
});

test("of a floor judge's role and a seat given at the same moment one is refused with its sentence", async () => {
  const answers = await Promise.all([give("floor-judge"), seat(15)]);
  expect(answers.sort()).toEqual(["access.floor-apart", "ok"]);
});

test("a floor judge's session opens neither marking nor results, and scoring opens no floor", async () => {
  expect(await give("floor-judge")).toBe("ok");
  const ask = async (who: Person, permission: Parameters<typeof at.services.access.authorize>[1]) =>
    codeOf(
      await at.services.access.authorize(await at.services.access.actorOf(who.accountId), permission, {
        skillId: skill.skillId,
      }),
    );
  for (const permission of [
    "marking.oversee",
    "marking.confirm",
    "competitions.oversee",
    "draws.code",
  ] as const)
    expect(await ask(person, permission)).toBe("access.not-allowed");
  for (const who of [...skill.judges, skill.recorder, skill.chief])
    expect(await ask(who, "floor.record")).toBe("access.not-allowed");
  expect(
    codeOf(at.services.takeSeat(await at.services.access.actorOf(person.accountId), skill.skillId)),
  ).toBe("access.not-allowed");
});
