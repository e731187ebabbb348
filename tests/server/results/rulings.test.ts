// Rulings before the signatures: what a penalty would leave, ties that hold the result open, floor penalties in what is signed.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { loadSkillState } from "../../../server/marking/load-skill.ts";
import { contentToSign } from "../../../server/results/sign.ts";
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

/** Three works in full; the first two are equal. */
async function marked(rules: Partial<SkillRules> = {}) {
  const skill = await competition.addSkill({ competitors: 3, rules });
  await skill.reach("scoring");
  const works = await skill.contestants();
  for (const [at, { id }] of works.entries()) await skill.markOne(id, at < 2 ? 0 : 1);
  await skill.lockAll();
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  return { skill, works, oversee };
}

describe("no shared ranks", () => {
  test("marking is not complete while two share a rank; the refusal names their codes", async () => {
    const { works, oversee } = await marked({ noSharedRanks: true });
    const { results, marking } = at.services;
    const tied = works.slice(0, 2);
    expect(await results.completeResult(oversee)).toMatchObject({
      refusal: {
        code: "results.tie-open",
        params: { codes: tied.map(({ code }) => code).join("、") },
      },
    });
    expect((await marking.readRulings(oversee)).ties).toEqual([
      { rank: expect.any(Number), tied: tied.map(({ id, code }) => ({ id, code })), order: null },
    ]);
    const order = [tied[1]!.id, tied[0]!.id];
    expect(codeOf(await marking.recordOrder(oversee, order, " "))).toBe("marking.reason-needed");
    must(await marking.recordOrder(oversee, order, "第二件作品外观更好"));
    expect((await marking.readRulings(oversee)).ties[0]!.order).toEqual([tied[1]!.code, tied[0]!.code]);
    must(await results.completeResult(oversee));
  });

  test("a skill that shares ranks is complete with them", async () => {
    const { oversee } = await marked();
    expect((await at.services.marking.readRulings(oversee)).ties).toHaveLength(1);
    must(await at.services.results.completeResult(oversee));
  });

  test("a tie that a penalty opens after completion keeps anybody from signing", async () => {
    const { skill, works, oversee } = await marked({ noSharedRanks: true });
    const { marking, results } = at.services;
    must(await marking.recordOrder(oversee, [works[0]!.id, works[1]!.id], "外观"));
    must(await results.completeResult(oversee));
    const off = { level: "total", amount: "100" };
    for (const { id } of works.slice(1))
      must(await marking.penalizeWork(oversee, id, { id: randomUUID(), penalty: off, reason: "违规" }));
    const refused = await skill.sign(skill.recorder, "checked");
    expect(codeOf(refused)).toBe("results.tie-open");
  });
});

test("what a penalty would leave is told and not recorded; one that cannot be is refused", async () => {
  const { works, oversee } = await marked();
  const { marking } = at.services;
  const { id, code } = works[0]!;
  const preview = (penalty: unknown, whom = id) => marking.previewPenalty(oversee, whom, penalty);
  const { before, after, ...rest } = must(await preview({ level: "total", amount: "5" }));
  expect(rest).toEqual({ code, penalty: { level: "total", amount: "5" } });
  expect(Number(before.total) - Number(after.total)).toBeCloseTo(5);
  expect((await marking.readRulings(oversee)).penalties).toEqual([]);
  expect(codeOf(await preview({ level: "total", amount: "101" }))).toBe("marking.penalty-amount");
  expect(codeOf(await preview({ level: "module", target: "Q" }))).toBe("marking.penalty-target");
  expect(codeOf(await preview({ level: "total", amount: "5" }, randomUUID()))).toBe("input.not-found");
});

test("what a penalty zeroes it zeroes once: the same aspect or module is refused until the first is taken back", async () => {
  const { works, oversee } = await marked();
  const { marking } = at.services;
  const [first, other] = works;
  const penalize = (penalty: unknown, whom = first!.id, id: string = randomUUID()) =>
    marking.penalizeWork(oversee, whom, { id, penalty, reason: "违反操作规程" });
  const zero = { level: "aspect", target: "A1.2" };
  const id = randomUUID();
  must(await penalize(zero, first!.id, id));
  expect(await penalize(zero)).toMatchObject({
    refusal: { code: "marking.penalty-same", params: { target: "A1.2" } },
  });
  expect(codeOf(await marking.previewPenalty(oversee, first!.id, zero))).toBe("marking.penalty-same");
  must(await penalize(zero, other!.id));
  must(await penalize({ level: "module", target: "A" }));
  expect(codeOf(await penalize({ level: "module", target: "A" }))).toBe("marking.penalty-same");
  for (const _ of [1, 2]) must(await penalize({ level: "total", amount: "1" }));
  must(await marking.withdrawPenalty(oversee, id, "回看录像后更正"));
  must(await penalize(zero));
});

test("of one registered twice at the same moment one stands", async () => {
  const { works, oversee } = await marked();
  const once = () =>
    at.services.marking.penalizeWork(oversee, works[0]!.id, {
      id: randomUUID(),
      penalty: { level: "module", target: "A" },
      reason: "违反操作规程",
    });
  const codes = (await Promise.all([once(), once()])).map(codeOf).sort();
  expect(codes).toEqual(["marking.penalty-same", "ok"]);
});

test("a penalty taken back no longer stands and stays readable, with who, when and why for both", async () => {
  const { works, oversee } = await marked();
  const { marking } = at.services;
  const id = randomUUID();
  const penalty = { level: "total", amount: "5" };
  must(await marking.penalizeWork(oversee, works[0]!.id, { id, penalty, reason: "提前启动设备" }));
  expect((await marking.readRulings(oversee)).withdrawn).toEqual([]);
  must(await marking.withdrawPenalty(oversee, id, "回看录像后更正"));
  const { penalties, withdrawn } = await marking.readRulings(oversee);
  const { name } = oversee.actor;
  expect(penalties).toEqual([]);
  expect(withdrawn).toEqual([
    {
      id,
      code: works[0]!.code,
      level: "total",
      target: null,
      amount: "5",
      reason: "提前启动设备",
      signedBy: name,
      at: expect.any(Date),
      why: "回看录像后更正",
      withdrawnBy: name,
      withdrawnAt: expect.any(Date),
    },
  ]);
});

test("of a work that is not complete there is no total to tell, but how far it is and what the penalty does", async () => {
  const skill = await competition.addSkill({ competitors: 1 });
  await skill.reach("scoring");
  const [work] = await skill.contestants();
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  const penalty = { level: "total", amount: "5" };
  const { before, ...told } = must(await at.services.marking.previewPenalty(oversee, work!.id, penalty));
  expect(before).toMatchObject({ status: "incomplete", total: null, rank: null, agreed: 0 });
  expect(before.of).toBeGreaterThan(0);
  expect(told).toMatchObject({ penalty, after: { status: "incomplete", total: null } });
});

test("somebody without award rights keeps the rank until the notice, with the reason in the ledger", async () => {
  const skill = await competition.addSkill({ competitors: 2 });
  const { registrations } = at.services;
  const { competitionId } = competition;
  const decide = await permitFor(at, skill.organizer, "registrations.decide", { competitionId });
  const { id } = skill.registrations[0]!;
  const set = (rights: boolean, reason: string) => registrations.setAwardRights(decide, id, rights, reason);
  expect(codeOf(await set(false, ""))).toBe("registration.reason-needed");
  must(await set(false, "往届冠军"));
  expect(codeOf(await set(false, "往届冠军"))).toBe("registration.step-not-open");
  const stands = await at.database.prisma.registration.findUniqueOrThrow({ where: { id } });
  expect(stands.awardRights).toBe(false);
  await skill.reach("decoded");
  const oversee = await skill.permit(skill.chief, "competitions.oversee");
  const desk = await at.services.results.readResultDesk(oversee);
  const { id: guest } = await at.database.prisma.contestant.findFirstOrThrow({
    where: { registrationId: id },
  });
  expect(desk.standings.filter((row) => row.rank !== null)).toHaveLength(2);
  expect(desk.plan!.awarded).toMatchObject([{ grade: "gold" }]);
  expect(desk.plan!.awarded.map((one) => one.contestantId)).not.toContain(guest);
  await skill.reach("notice");
  expect(codeOf(await set(true, "更正"))).toBe("results.step-not-open");
});

describe("a violation of the floor that the supervisor lets count", () => {
  test("changes what is signed before it meets a code, and is taken back with a reason", async () => {
    const { skill, oversee } = await marked();
    const { floor, marking, competitions } = at.services;
    const { competitionId } = competition;
    const configure = await permitFor(at, skill.organizer, "competitions.configure", { competitionId });
    must(await competitions.advanceCompetition(configure, "drawing"));
    const scope = { skillId: skill.skillId };
    const judge = await hire(at, "xianchang", { role: "floor-judge", ...scope });
    const recordId = randomUUID();
    must(
      await floor.addRecord(await permitFor(at, judge, "floor.record", scope), {
        id: recordId,
        kind: "violation",
        registrationId: skill.registrations[0]!.id,
        text: "未戴护目镜",
        penalty: { level: "total", amount: "2" },
      }),
    );
    const content = async () => contentToSign((await loadSkillState(at.database, skill.skillId))!);
    const before = await content();
    const supervisor = await skill.permit(skill.supervisor, "marking.approve");
    const penaltyId = randomUUID();
    must(await marking.confirmViolation(supervisor, recordId, { id: penaltyId, reason: "属实" }));
    const counted = await content();
    expect(counted.hash).not.toBe(before.hash);
    expect(counted.standings).toEqual(before.standings);
    expect((await marking.readRulings(oversee)).sealed).toBe(1);
    expect(await marking.readConfirmed(supervisor)).toMatchObject([
      { id: penaltyId, floorRecordId: recordId, reason: "属实", withdrawal: null },
    ]);
    must(await marking.withdrawPenalty(supervisor, penaltyId, "证据不足"));
    expect((await content()).hash).toBe(before.hash);
    expect(await marking.readConfirmed(supervisor)).toMatchObject([{ withdrawal: { reason: "证据不足" } }]);
  });
});
