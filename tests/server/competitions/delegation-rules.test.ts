// Three methods give three winners: how delegations are ranked is fixed before the start, with a line in the ledger.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { codeOf, must, newcomer, permitFor, raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
beforeAll(async () => {
  at = await openTestHouse();
});
afterAll(() => at.close());

const standing = (competitionId: string) =>
  at.database.query(
    `SELECT delegation_method AS method, coach_ranks AS "coachRanks",
       (SELECT count(*)::int FROM ledger_line WHERE chain = $2 AND deed = 'delegation-rules-set') AS lines
     FROM competition WHERE id = $1`,
    [competitionId, `competition:${competitionId}`],
  );

test("the organizer chooses until the first skill is drawn; afterwards it stands", async () => {
  const { competitionId, organizer, addSkill } = await raiseCompetition(at);
  const configure = await permitFor(at, organizer, "competitions.configure", { competitionId });
  const set = (method: "medal-points" | "average-points", coachRanks: number) =>
    at.services.competitions.setDelegationRules(configure, { method, coachRanks });
  expect(await standing(competitionId)).toEqual([{ method: "medal-table", coachRanks: 5, lines: 0 }]);
  must(await set("average-points", 3));
  const skill = await addSkill({ competitors: 2 });
  must(await set("medal-points", 0));
  const chosen = [{ method: "medal-points", coachRanks: 0, lines: 2 }];
  expect(await standing(competitionId)).toEqual(chosen);
  await skill.reach("drawn");
  await addSkill({ competitors: 1 });
  expect(codeOf(await set("average-points", 3))).toBe("competition.ranking-fixed");
  expect(await standing(competitionId)).toEqual(chosen);
});

test("an edition that is over is not changed either", async () => {
  const { competitionId, organizer } = await raiseCompetition(at);
  const configure = await permitFor(at, organizer, "competitions.configure", { competitionId });
  for (const to of ["drawing", "judging", "closed"] as const)
    must(await at.services.competitions.advanceCompetition(configure, to));
  const refused = await at.services.competitions.setDelegationRules(configure, {
    method: "medal-points",
    coachRanks: 5,
  });
  expect(codeOf(refused)).toBe("competition.ranking-fixed");
});

test("a coach is entered with the registration and corrected with it; without one the entry is whole", async () => {
  const { competitionId, organizer, delegations, addSkill } = await raiseCompetition(at);
  const skill = await addSkill({ competitors: 0 });
  const { delegationId, leader } = delegations[0]!;
  const submit = await permitFor(at, leader, "registrations.submit", { delegationId });
  const { registrations } = at.services;
  const { registrationId } = must(
    await registrations.submitRegistration(submit, { ...newcomer(skill.skillId), coach: "王教师、李教师" }),
  );
  const alone = must(await registrations.submitRegistration(submit, newcomer(skill.skillId)));
  const coachOf = async (id: string) =>
    (await registrations.readRoster(submit)).registrations.find((row) => row.id === id)!.coach;
  expect([await coachOf(registrationId), await coachOf(alone.registrationId)]).toEqual([
    "王教师、李教师",
    null,
  ]);
  const decide = await permitFor(at, organizer, "registrations.decide", { competitionId });
  must(await registrations.decideRegistration(decide, registrationId, "returned", "单位有误"));
  const corrected = { identity: "worker", unit: "开封一厂", group: null } as const;
  must(await registrations.correctRegistration(submit, registrationId, corrected));
  expect(await coachOf(registrationId)).toBe("王教师、李教师");
  must(await registrations.decideRegistration(decide, registrationId, "returned", "教师有误"));
  must(await registrations.correctRegistration(submit, registrationId, { ...corrected, coach: "赵教师" }));
  expect(await coachOf(registrationId)).toBe("赵教师");
  const list = await registrations.listRegistrations(decide, { page: 1 });
  expect(list.rows.find(({ id }) => id === registrationId)!.coach).toBe("赵教师");
});
