// Reopening a lock (domain.md sections 2 and 7): a reason, a second authority, both versions readable, nothing open that was not named.
import { describe, expect, test } from "vitest";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let first: string;
let second: string;

skillForEach("scoring", { competitors: 2 }, async (opened) => {
  ({ at, competition, skill } = opened);
  [first, second] = (await skill.contestants()).map((one) => one.id) as [string, string];
  await skill.markOne(first);
  await skill.markOne(second, 1);
  await skill.lockAll();
});

const oversee = () => skill.permit(skill.chief, "marking.oversee");
const ask = async (subcriterionId: string, contestantId: string | null, reason = "B 组计时器故障") =>
  at.services.marking.askReopening(await oversee(), { subcriterionId, contestantId, reason });
const waiting = async () =>
  (await at.services.marking.listReopenings(await oversee())).find((one) => one.state === "waiting")!.id;
const decide = async (allow: boolean, id?: string) =>
  at.services.marking.decideReopening(
    await skill.permit(skill.supervisor, "marking.approve"),
    id ?? (await waiting()),
    allow,
  );
const cellOf = (contestantId: string, aspectId: string) =>
  at.database.prisma.markCell.findFirstOrThrow({ where: { contestantId, aspectId } });
const correct = async (contestantId: string, aspectId: string, value: string) =>
  skill.enter(1, contestantId, aspectId, value, {
    expectedVersion: (await cellOf(contestantId, aspectId)).version,
  });

describe("asking", () => {
  test("needs a lock, a known contestant and a reason, and is not asked twice", async () => {
    for (const nothing of ["  ", "\u200b\u3164"])
      expect(codeOf(await ask("A1", first, nothing))).toBe("marking.reason-needed");
    expect(codeOf(await ask("Z9", first))).toBe("marking.not-locked");
    expect(codeOf(await ask("A1", skill.skillId))).toBe("input.not-found");
    must(await ask("A1", first));
    expect(codeOf(await ask("A1", first))).toBe("marking.already-asked");
    must(await ask("A1", second));
  });

  test("opens nothing by itself", async () => {
    must(await ask("A1", first));
    expect(codeOf(await correct(first, "A1.1", "1"))).toBe("marking.sheet-locked");
  });
});

describe("deciding", () => {
  test("whoever asked cannot allow, whatever other role they hold, and the database refuses it too", async () => {
    must(await ask("A1", first));
    await at.database.prisma.roleGrant.create({
      data: {
        accountId: skill.chief.accountId,
        role: "supervisor",
        competitionId: competition.competitionId,
      },
    });
    const permit = await permitFor(at, skill.chief, "marking.approve", { skillId: skill.skillId });
    const id = await waiting();
    expect(codeOf(await at.services.marking.decideReopening(permit, id, true))).toBe("marking.same-person");
    await expect(
      at.database.query(
        "UPDATE reopening SET allowed = true, decided_by = asked_by, decided_at = now() WHERE id = $1",
        [id],
      ),
    ).rejects.toThrow("reopening_by_another");
  });

  test("declined stays locked; a decision stands", async () => {
    must(await ask("A1", first));
    const id = await waiting();
    must(await decide(false));
    expect(codeOf(await decide(true, id))).toBe("marking.decided");
    expect(codeOf(await correct(first, "A1.1", "1"))).toBe("marking.sheet-locked");
  });

  test("is not allowed where the lock was taken off since, and the request can still be declined", async () => {
    must(await ask("A1", first));
    await at.database.query("DELETE FROM subcriterion_lock WHERE skill_id = $1 AND subcriterion_id = 'A1'", [
      skill.skillId,
    ]);
    const id = await waiting();
    expect(codeOf(await decide(true, id))).toBe("marking.not-locked");
    must(await decide(false, id));
  });

  test("is not allowed where the scheme has the sub-criterion no more, and the request can still be declined", async () => {
    must(await ask("A1", first));
    const id = await waiting();
    await at.database.query(`UPDATE reopening SET subcriterion_id = 'A9' WHERE id = $1`, [id]);
    await at.database.query(
      `INSERT INTO subcriterion_lock (skill_id, subcriterion_id, day, locked_by, at)
       SELECT skill_id, 'A9', day, locked_by, at FROM subcriterion_lock WHERE skill_id = $1 AND subcriterion_id = 'A1'`,
      [skill.skillId],
    );
    expect(codeOf(await decide(true, id))).toBe("marking.not-locked");
    must(await decide(false, id));
  });

  test("a supervisor of another competition has no say", async () => {
    must(await ask("A1", first));
    const elsewhere = await raiseCompetition(at);
    const stranger = await hire(at, "jiandu", {
      role: "supervisor",
      competitionId: elsewhere.competitionId,
    });
    await expect(permitFor(at, stranger, "marking.approve", { skillId: skill.skillId })).rejects.toThrow(
      "access.not-allowed",
    );
  });
});

describe("a reopened sheet", () => {
  test("is open for the contestant it names and for nobody else; the old mark stays on record", async () => {
    must(await ask("A1", first));
    must(await decide(true));
    expect(codeOf(await correct(second, "A1.1", "1"))).toBe("marking.sheet-locked");
    expect(codeOf(await correct(first, "B1.1", "0"))).toBe("marking.sheet-locked");
    const before = await cellOf(first, "A1.1");
    must(await correct(first, "A1.1", "1").then((ack) => (ack.ok ? { ok: true, value: ack } : ack)));
    const versions = await at.database.prisma.markRevision.findMany({
      where: { contestantId: first, aspectId: "A1.1" },
      orderBy: { version: "asc" },
    });
    expect(versions.map((one) => String(one.value))).toEqual([String(before.value), "1"]);
  });

  test("asks for another round of a judgement; the earlier levels stay readable and decide nothing", async () => {
    must(await ask("A1", first));
    must(await decide(true));
    expect(codeOf(await skill.enter(1, first, "A1.3", "2", { expectedVersion: 1 }))).toBe(
      "marking.round-not-open",
    );
    for (const place of [1, 2, 3]) {
      const given = await skill.enter(place, first, "A1.3", "1", { round: 2 });
      expect(codeOf(given)).toBe("ok");
    }
    const { view } = await at.services.marking.readWall(await oversee());
    expect(view[`sheet:${first}~A1`]).toMatchObject({ state: "confirmed" });
    const cells = await at.database.prisma.markCell.findMany({
      where: { contestantId: first, aspectId: "A1.3" },
    });
    expect(cells.filter((cell) => cell.reopened).map((cell) => cell.round)).toEqual([1, 1, 1]);
  });

  test("keeps the result from being completed until it is complete and locked again", async () => {
    must(await ask("A1", first));
    must(await decide(true));
    expect(codeOf(await at.services.results.completeResult(await oversee()))).toBe("results.not-complete");
    expect(codeOf(await at.services.marking.lockSubcriterion(await oversee(), "A1"))).toBe(
      "marking.lock-disagreeing",
    );
    for (const place of [1, 2, 3]) await skill.enter(place, first, "A1.3", "3", { round: 2 });
    must(await at.services.marking.lockSubcriterion(await oversee(), "A1"));
    expect(codeOf(await correct(first, "A1.1", "2"))).toBe("marking.sheet-locked");
    must(await at.services.results.completeResult(await oversee()));
  });

  test("takes a checked result back to marking, and its signatures with it; a signed one is not reopened", async () => {
    must(await at.services.results.completeResult(await oversee()));
    must(await skill.sign(skill.recorder, "checked"));
    must(await ask("B1", null));
    must(await decide(true));
    expect(await skill.stage()).toBe("scoring");
    expect(await at.database.prisma.signOff.count({ where: { skillId: skill.skillId } })).toBe(0);
    must(await at.services.marking.lockSubcriterion(await oversee(), "B1"));
    must(await at.services.results.completeResult(await oversee()));
    must(await skill.sign(skill.recorder, "checked"));
    must(await skill.sign(skill.chief, "chief"));
    must(await skill.sign(skill.supervisor, "supervisor"));
    expect(codeOf(await ask("B1", null))).toBe("marking.not-open");
  });
});
