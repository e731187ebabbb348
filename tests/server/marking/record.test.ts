// Keying paper sheets (代录): a recorder enters for the seats, another person checks, and no level of a tablet is told.
import { describe, expect, test } from "vitest";
import type { MarkEnter } from "#domain/live/protocol.ts";
import { actorOf } from "../../../server/access/actor.ts";
import { takeRecorderDesk } from "../../../server/access/proofs.ts";
import { verifyLedger } from "../../../server/ledger/verify-ledger.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  type Person,
  permitFor,
  type SkillStage,
} from "../../support/stage.ts";
import { traceOf } from "../../support/trace.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];

skillForEach("scoring", { competitors: 2, rules: { confirm: "second" } }, (opened) => {
  ({ at, competition, skill, ids } = opened);
});

const deskOf = async (person: Person, of: SkillStage = skill) =>
  takeRecorderDesk(at.house, await actorOf(at.house, person.accountId), of.skillId);
const key = async (aspectId: string, value: string | null, more: Partial<MarkEnter> = {}, id = ids[0]!) =>
  at.services.marking.enterMark(must(await deskOf(skill.recorder)), skill.command(id, aspectId, value, more));
const grid = async () =>
  must(await at.services.marking.loadRecorderGrid(must(await deskOf(skill.recorder)), "A1"));
const sheet = async () => (await grid()).sheets[0]!;
const cell = async (aspectId: string) => (await grid()).panel[`${ids[0]}/${aspectId}`];
const keyAll = async (id = ids[0]!) => {
  must(await key("A1.1", "17.5", {}, id).then(outcome));
  must(await key("A1.2", "10", {}, id).then(outcome));
  for (const seat of [1, 2, 3]) must(await key("A1.3", "2", { seat }, id).then(outcome));
};
const outcome = (ack: Awaited<ReturnType<typeof key>>) => (ack.ok ? { ok: true as const, value: ack } : ack);

describe("the desk", () => {
  test("is the recorder's alone, in the skill of the role", async () => {
    const other = await competition.addSkill({ competitors: 1, rules: { confirm: "second" } });
    expect(codeOf(await deskOf(skill.recorder))).toBe("ok");
    expect(codeOf(await deskOf(other.recorder))).toBe("access.not-allowed");
    for (const person of [skill.chief, skill.judges[0]!, skill.organizer])
      expect(codeOf(await deskOf(person))).toBe("access.not-allowed");
    expect(codeOf(await takeRecorderDesk(at.house, null, skill.skillId))).toBe("access.sign-in-first");
  });

  test("is refused to who is seated there as a judge, before the mark and inside its transaction", async () => {
    const desk = must(await deskOf(skill.recorder));
    must(
      await at.services.competitions.seatJudge(
        await skill.permit(skill.organizer, "competitions.configure"),
        { accountId: skill.recorder.accountId, number: 4, reserve: true },
      ),
    );
    expect(codeOf(await deskOf(skill.recorder))).toBe("marking.judge-may-not-record");
    const before = await traceOf(skill);
    expect(codeOf(await at.services.marking.enterMark(desk, skill.command(ids[0]!, "A1.1", "1")))).toBe(
      "access.not-allowed",
    );
    expect(await traceOf(skill)).toEqual(before);
  });

  test("is worth nothing once the role was revoked", async () => {
    const desk = must(await deskOf(skill.recorder));
    const administrator = await hire(at, "guanli", { role: "administrator" });
    const { id } = await at.database.prisma.roleGrant.findFirstOrThrow({
      where: { accountId: skill.recorder.accountId, role: "recorder" },
    });
    must(await at.services.access.revokeRole(await permitFor(at, administrator, "accounts.manage"), id));
    expect(codeOf(await at.services.marking.enterMark(desk, skill.command(ids[0]!, "A1.1", "1")))).toBe(
      "access.not-allowed",
    );
  });

  test("lists the skills of the role, with what keeps from keying there", async () => {
    expect(await at.services.marking.listRecorderDesks(skill.recorder.accountId)).toMatchObject([
      { id: skill.skillId, barred: null },
    ]);
    const unchecked = await competition.addSkill({ competitors: 1 });
    expect(await at.services.marking.listRecorderDesks(unchecked.recorder.accountId)).toMatchObject([
      { id: unchecked.skillId, barred: "marking.recorder-needs-check" },
    ]);
  });
});

describe("what a recorder keys", () => {
  test("stands for the seats, is the recorder's in mark and ledger, and adds up as the judges' own would", async () => {
    await keyAll();
    expect(await cell("A1.3")).toMatchObject({ state: "agreed", mark: "6.67", levels: [2, 2, 2] });
    const rows = await at.database.query(
      `SELECT m.aspect_id, m.seat, m.entered_seat, m.entered_by = $2 AS mine, l.payload->>'by' AS by, l.payload->>'seat' AS line
       FROM mark_revision m JOIN ledger_line l ON l.chain = 'skill:' || m.skill_id AND l.seq = m.ledger_seq
       WHERE m.contestant_id = $1 ORDER BY 1, 2`,
      [ids[0], skill.recorder.accountId],
    );
    const of = { entered_seat: 0, mine: true, by: "recorder" };
    expect(rows).toEqual([
      { aspect_id: "A1.1", seat: 0, line: "0", ...of },
      { aspect_id: "A1.2", seat: 0, line: "0", ...of },
      ...[1, 2, 3].map((seat) => ({ aspect_id: "A1.3", seat, line: String(seat), ...of })),
    ]);
    expect((await verifyLedger(at.database, { files: 0, anchors: [], unreadable: [] })).findings).toEqual([]);
  });

  test("is answered once for the same request, and refused when it is stale", async () => {
    const command = skill.command(ids[0]!, "A1.3", "2", { seat: 1 });
    const desk = must(await deskOf(skill.recorder));
    const first = await at.services.marking.enterMark(desk, command);
    expect(await at.services.marking.enterMark(desk, command)).toEqual({ ...first, repeated: true });
    expect(codeOf(await at.services.marking.enterMark(desk, { ...command, seat: 2 }))).toBe(
      "marking.request-reused",
    );
    expect(await key("A1.3", "3", { seat: 1 })).toMatchObject({
      refusal: { code: "marking.stale", params: { theirs: "2", version: 1 } },
    });
  });

  test("is refused where nobody checks the sheets", async () => {
    const unchecked = await competition.addSkill({ competitors: 1 });
    await unchecked.reach("scoring");
    const desk = must(await deskOf(unchecked.recorder, unchecked));
    const [one] = await unchecked.contestants();
    const before = await traceOf(unchecked);
    expect(codeOf(await at.services.marking.enterMark(desk, unchecked.command(one!.id, "A1.1", "1")))).toBe(
      "marking.recorder-needs-check",
    );
    expect(codeOf(await at.services.marking.loadRecorderGrid(desk, "A1"))).toBe(
      "marking.recorder-needs-check",
    );
    expect(await traceOf(unchecked)).toEqual(before);
  });

  test("names a seat exactly where a level is asked; a judge names none", async () => {
    expect(codeOf(await key("A1.3", "2"))).toBe("input.invalid");
    expect(codeOf(await key("A1.1", "2", { seat: 1 }))).toBe("input.invalid");
    expect(codeOf(await key("A1.1", "2", { seat: 0 }))).toBe("ok");
    expect(codeOf(await key("A1.3", "2", { seat: 9 }))).toBe("marking.seat-vacant");
    for (const seat of [0, 1, 2])
      expect(codeOf(await skill.enter(1, ids[1]!, "A1.3", "2", { seat }))).toBe("access.not-allowed");
  });

  test("is refused on a locked sheet, and before marking opened", async () => {
    for (const id of ids) {
      await keyAll(id);
      must(
        await at.services.marking.confirmSheet(await skill.permit(skill.chief, "marking.confirm"), {
          contestantId: id,
          subcriterionId: "A1",
        }),
      );
    }
    must(
      await at.services.marking.lockSubcriterion(await skill.permit(skill.chief, "marking.oversee"), "A1"),
    );
    expect(codeOf(await key("A1.1", "1", { expectedVersion: 1 }))).toBe("marking.sheet-locked");
    const early = await competition.addSkill({ competitors: 1, rules: { confirm: "blind" } });
    await early.reach("drawn");
    const desk = must(await deskOf(early.recorder, early));
    const [one] = await early.contestants();
    expect(codeOf(await at.services.marking.enterMark(desk, early.command(one!.id, "A1.1", "1")))).toBe(
      "marking.not-open",
    );
  });
});

describe("then another person checks", () => {
  test("the recorder cannot confirm what they keyed, by the service and by the database; the chief judge can", async () => {
    await keyAll();
    const place = { contestantId: ids[0]!, subcriterionId: "A1" };
    const confirm = at.services.marking.confirmSheet;
    expect(codeOf(await confirm(await skill.permit(skill.recorder, "marking.confirm"), place))).toBe(
      "marking.confirmer-entered",
    );
    await expect(
      at.database.query(
        `INSERT INTO sheet_confirmation (skill_id, contestant_id, subcriterion_id, sheet_hash, confirmed_by, at)
         VALUES ($1, $2, 'A1', $3, $4, now())`,
        [skill.skillId, ids[0], "0".repeat(64), skill.recorder.accountId],
      ),
    ).rejects.toThrow("who entered a mark of this sheet cannot confirm it");
    expect(codeOf(await confirm(await skill.permit(skill.chief, "marking.confirm"), place))).toBe("ok");
  });
});

describe("a conflict of interest", () => {
  const declare = async (place: number) =>
    must(
      await at.services.marking.declareConflict(await skill.seat(place), {
        contestantId: ids[0]!,
        kind: "teacher",
        reason: "师徒关系",
      }),
    );

  test("leaves the seat vacant for the recorder too, and only there", async () => {
    await declare(2);
    expect(codeOf(await key("A1.3", "2", { seat: 2 }))).toBe("marking.seat-vacant");
    expect(codeOf(await key("A1.3", "2", { seat: 1 }))).toBe("ok");
    expect(codeOf(await key("A1.3", "2", { seat: 2 }, ids[1]!))).toBe("ok");
    expect((await sheet()).shut["A1.3/2"]).toEqual({
      round: null,
      refusal: { code: "marking.seat-vacant" },
    });
  });

  test("supersedes the level that was keyed for that judge, and no other", async () => {
    await keyAll();
    await declare(2);
    expect(await cell("A1.3")).toEqual({ state: "pending", round: 1, given: 2, mark: null, levels: null });
    expect(await cell("A1.1")).toMatchObject({ state: "agreed", value: "17.5" });
    expect((await verifyLedger(at.database, { files: 0, anchors: [], unreadable: [] })).findings).toEqual([]);
  });
});

describe("a level given on a tablet", () => {
  test("is told to the recorder as given and nothing more, until the round is complete", async () => {
    must(await skill.enter(1, ids[0]!, "A1.3", "3").then(outcome));
    must(await key("A1.3", "1", { seat: 2 }).then(outcome));
    const before = await sheet();
    expect(before.own["A1.3/2"]).toMatchObject({ value: "1", version: 1 });
    expect(before.own["A1.3/1"]).toBeUndefined();
    expect(before.shut["A1.3/1"]).toEqual({
      round: 1,
      refusal: { code: "marking.level-taken", params: { by: "judge" } },
    });
    must(await skill.enter(1, ids[0]!, "A1.3", "0", { expectedVersion: 1 }).then(outcome));
    expect(await sheet()).toEqual(before);
    must(await key("A1.3", "1", { seat: 3 }).then(outcome));
    expect(await cell("A1.3")).toMatchObject({ state: "agreed", levels: [0, 1, 1] });
  });

  test("is not replaced by a recorder, and the refusal tells neither value nor version", async () => {
    must(await skill.enter(1, ids[0]!, "A1.3", "3").then(outcome));
    for (const expectedVersion of [0, 1, 7])
      expect(await key("A1.3", "2", { seat: 1, expectedVersion })).toEqual({
        ok: false,
        refusal: { code: "marking.level-taken" },
      });
  });

  test("replaces what was keyed for the seat, and is from then on hidden", async () => {
    must(await key("A1.3", "1", { seat: 1 }).then(outcome));
    must(await skill.enter(1, ids[0]!, "A1.3", "3", { expectedVersion: 1 }).then(outcome));
    const now = await sheet();
    expect(now.own["A1.3/1"]).toBeUndefined();
    expect(codeOf(await key("A1.3", "2", { seat: 1, expectedVersion: 1 }))).toBe("marking.level-taken");
  });

  test("another recorder's level is hidden as well", async () => {
    must(await key("A1.3", "1", { seat: 1 }).then(outcome));
    const second = await hire(at, "lufen", { role: "recorder", skillId: skill.skillId });
    const desk = must(await deskOf(second));
    const seen = must(await at.services.marking.loadRecorderGrid(desk, "A1")).sheets[0]!;
    expect(seen.own).toEqual({});
    expect(seen.shut["A1.3/1"]?.refusal.params).toEqual({ by: "recorder" });
    expect(
      codeOf(await at.services.marking.enterMark(desk, skill.command(ids[0]!, "A1.3", "2", { seat: 1 }))),
    ).toBe("marking.level-taken");
  });
});

test("a judge's grid holds the own seat's marks of every work, and no colleague's level", async () => {
  must(await skill.enter(1, ids[0]!, "A1.3", "3").then(outcome));
  must(await skill.enter(2, ids[0]!, "A1.3", "2").then(outcome));
  must(await skill.enter(2, ids[1]!, "A1.1", "5").then(outcome));
  const seen = must(await at.services.marking.loadJudgeGrid(await skill.seat(1), "A1"));
  expect(seen.sheets.map(({ contestant, seat }) => [contestant.code, seat])).toEqual([
    ["R-01", 1],
    ["R-02", 1],
  ]);
  expect(seen.sheets[0]!.own).toMatchObject({ "A1.3": { value: "3", version: 1 } });
  expect(seen.sheets[1]!.own).toMatchObject({ "A1.1": { value: "5" } });
  expect(codeOf(await at.services.marking.loadJudgeGrid(await skill.seat(1), "Z9"))).toBe("input.not-found");
});
