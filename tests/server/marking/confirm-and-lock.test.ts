// Confirmation by a second person (house: confirm) and the lock of a sub-criterion (domain.md section 2).
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  permitFor,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];

skillForEach("scoring", { competitors: 2, rules: { confirm: "second" } }, (opened) => {
  ({ at, competition, skill, ids } = opened);
});

const lock = async (sub: string) =>
  at.services.marking.lockSubcriterion(await skill.permit(skill.chief, "marking.oversee"), sub);
const confirm = async (contestantId: string, subcriterionId = "B1") =>
  at.services.marking.confirmSheet(await skill.permit(skill.recorder, "marking.confirm"), {
    contestantId,
    subcriterionId,
  });
const tile = async (contestantId: string) =>
  (await at.services.marking.readWall(await skill.permit(skill.chief, "marking.oversee"))).view[
    `sheet:${contestantId}~B1`
  ];

describe("four eyes", () => {
  test("who entered a mark of the sheet cannot confirm it, whatever other role they hold", async () => {
    const both = skill.judges[0]!;
    await at.database.prisma.roleGrant.create({
      data: { accountId: both.accountId, role: "recorder", skillId: skill.skillId },
    });
    await skill.markOne(ids[0]!);
    const permit = await permitFor(at, both, "marking.confirm", { skillId: skill.skillId });
    expect(
      codeOf(await at.services.marking.confirmSheet(permit, { contestantId: ids[0]!, subcriterionId: "B1" })),
    ).toBe("marking.confirmer-entered");
    expect(await at.database.prisma.sheetConfirmation.count({ where: { skillId: skill.skillId } })).toBe(0);
  });

  test("the database refuses it too", async () => {
    await skill.markOne(ids[0]!);
    const insert = (by: string) =>
      at.database.query(
        "INSERT INTO sheet_confirmation (skill_id, contestant_id, subcriterion_id, sheet_hash, confirmed_by, at) VALUES ($1, $2, 'B1', 'x', $3, now())",
        [skill.skillId, ids[0], by],
      );
    await expect(insert(skill.judges[0]!.accountId)).rejects.toThrow("cannot confirm");
    await insert(skill.recorder.accountId);
    await expect(
      at.database.query("UPDATE sheet_confirmation SET confirmed_by = $1 WHERE contestant_id = $2", [
        skill.judges[0]!.accountId,
        ids[0],
      ]),
    ).rejects.toThrow("permission denied");
  });

  test("an account without the role gets no permit", async () => {
    const judge = await hire(at, "caipan", { role: "judge", skillId: skill.skillId });
    expect(
      codeOf(
        await at.services.access.authorize(
          await at.services.access.actorOf(judge.accountId),
          "marking.confirm",
          { skillId: skill.skillId },
        ),
      ),
    ).toBe("access.not-allowed");
  });
});

describe("a confirmation", () => {
  test("waits for a complete sheet of this skill", async () => {
    expect(codeOf(await confirm(ids[0]!))).toBe("marking.nothing-to-confirm");
    await skill.markOne(ids[0]!, 0, ["B1.1"]);
    expect(codeOf(await confirm(ids[0]!))).toBe("marking.nothing-to-confirm");
    expect(codeOf(await confirm(ids[0]!, "Z9"))).toBe("input.not-found");
    expect(codeOf(await confirm(randomUUID()))).toBe("input.not-found");
  });

  test("binds what was seen: a later change of one mark takes it back, and the same content brings nothing back", async () => {
    await skill.markOne(ids[0]!);
    expect(await tile(ids[0]!)).toMatchObject({ state: "awaiting" });
    must(await confirm(ids[0]!));
    expect(await tile(ids[0]!)).toMatchObject({ state: "confirmed" });
    expect(codeOf(await skill.enter(2, ids[0]!, "B1.1", "30", { expectedVersion: 1 }))).toBe("ok");
    expect(await tile(ids[0]!)).toMatchObject({ state: "awaiting" });
    expect(codeOf(await skill.enter(2, ids[0]!, "B1.1", "45", { expectedVersion: 2 }))).toBe("ok");
    expect(await tile(ids[0]!)).toMatchObject({ state: "awaiting" });
    must(await confirm(ids[0]!));
    expect(await tile(ids[0]!)).toMatchObject({ state: "confirmed" });
  });

  test("of a sheet that changed after it was read is refused, and confirms nothing", async () => {
    await skill.markOne(ids[0]!);
    const permit = await skill.permit(skill.recorder, "marking.confirm");
    const sheet = { contestantId: ids[0]!, subcriterionId: "B1" };
    const seen = must(await at.services.marking.readSheetToConfirm(permit, sheet));
    expect(codeOf(await skill.enter(2, ids[0]!, "B1.1", "30", { expectedVersion: 1 }))).toBe("ok");
    const confirmed = await at.services.marking.confirmSheet(permit, { ...sheet, seenHash: seen.hash });
    expect(codeOf(confirmed)).toBe("marking.sheet-changed");
    expect(await tile(ids[0]!)).toMatchObject({ state: "awaiting" });
    const { hash } = must(await at.services.marking.readSheetToConfirm(permit, sheet));
    must(await at.services.marking.confirmSheet(permit, { ...sheet, seenHash: hash }));
    expect(await tile(ids[0]!)).toMatchObject({ state: "confirmed" });
  });

  test("of one sheet confirms no other", async () => {
    await skill.markOne(ids[0]!);
    await skill.markOne(ids[1]!);
    must(await confirm(ids[0]!));
    expect(await tile(ids[1]!)).toMatchObject({ state: "awaiting" });
    expect(
      (
        await at.services.marking.awaitingConfirmation(await skill.permit(skill.recorder, "marking.confirm"))
      ).map((one) => [one.contestantId, one.subcriterionId]),
    ).toEqual(expect.arrayContaining([[ids[1], "B1"]]));
  });

  test("is refused once marking is over", async () => {
    await skill.reach("complete");
    expect(codeOf(await confirm(ids[0]!))).toBe("marking.not-open");
  });
});

describe("the lock", () => {
  const codeAt = async (place: number) => (await skill.contestants())[place]!.code;

  test("names the first code whose sheet is incomplete", async () => {
    await skill.markOne(ids[0]!);
    must(await confirm(ids[0]!));
    expect(await lock("B1")).toEqual({
      ok: false,
      refusal: { code: "marking.lock-incomplete", params: { code: await codeAt(1), sub: "B1" } },
    });
  });

  test("names the first code whose sheet is not confirmed, also when a confirmation fell by a change", async () => {
    for (const id of ids) await skill.markOne(id);
    for (const id of ids) must(await confirm(id));
    expect(codeOf(await skill.enter(1, ids[1]!, "B1.1", "0", { expectedVersion: 1 }))).toBe("ok");
    expect(await lock("B1")).toEqual({
      ok: false,
      refusal: { code: "marking.lock-unconfirmed", params: { code: await codeAt(1), sub: "B1" } },
    });
    must(await confirm(ids[1]!));
    must(await lock("B1"));
    expect(await tile(ids[1]!)).toMatchObject({ state: "locked" });
  });

  test("does not wait for somebody absent", async () => {
    const oversee = await skill.permit(skill.chief, "marking.oversee");
    must(
      await at.services.marking.setContestantStatus(oversee, {
        contestantId: ids[1]!,
        status: "absent",
        reason: "未检录",
      }),
    );
    await skill.markOne(ids[0]!);
    must(await confirm(ids[0]!));
    must(await lock("B1"));
  });

  test("is set once: another time it is refused and recorded nowhere", async () => {
    for (const id of ids) await skill.markOne(id);
    for (const id of ids) must(await confirm(id));
    must(await lock("B1"));
    expect(codeOf(await lock("B1"))).toBe("marking.already-locked");
    const chain = `skill:${skill.skillId}`;
    expect(await at.database.prisma.ledgerLine.count({ where: { chain, deed: "subcriterion-locked" } })).toBe(
      1,
    );
  });

  test("needs a sub-criterion of this scheme, and marking that is open", async () => {
    expect(codeOf(await lock("Z9"))).toBe("input.not-found");
    const drawn = await competition.addSkill({ competitors: 1 });
    await drawn.reach("drawn");
    expect(
      codeOf(
        await at.services.marking.lockSubcriterion(await drawn.permit(drawn.chief, "marking.oversee"), "A1"),
      ),
    ).toBe("marking.not-open");
  });

  test("locks and marks that come at the same moment leave no mark after the lock", async () => {
    for (const id of ids) await skill.markOne(id);
    for (const id of ids) must(await confirm(id));
    const [locked, ...marks] = await Promise.all([
      lock("B1"),
      skill.enter(1, ids[0]!, "B1.1", "3", { expectedVersion: 1 }),
      skill.enter(2, ids[1]!, "B1.1", "6", { expectedVersion: 1 }),
    ]);
    const entered = marks.filter((answer) => answer.ok).length;
    if (locked.ok)
      expect(marks.filter((answer) => !answer.ok).map(codeOf)).toEqual(
        Array(2 - entered).fill("marking.sheet-locked"),
      );
    else expect(codeOf(locked)).toBe("marking.lock-unconfirmed");
    const late = await at.database.query(
      `SELECT 1 FROM ledger_line l JOIN ledger_line m ON m.chain = l.chain AND m.seq > l.seq AND m.deed = 'mark-entered'
       WHERE l.chain = $1 AND l.deed = 'subcriterion-locked' AND m.payload->>'aspectId' LIKE 'B1.%'`,
      [`skill:${skill.skillId}`],
    );
    expect(late).toEqual([]);
  });
});

test("marking opens only with the seats that a judgement needs", async () => {
  const thin = await competition.addSkill({ competitors: 1, rules: { judgementSeats: 5 } });
  await thin.reach("drawn");
  expect(await at.services.marking.openScoring(await thin.permit(thin.chief, "marking.oversee"))).toEqual({
    ok: false,
    refusal: { code: "skill.needs-judges", params: { seats: 3, missing: "4、5" } },
  });
  expect(await thin.stage()).toBe("drawn");
});
