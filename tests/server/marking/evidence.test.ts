// Evidence: attached by a seated judge while marks may be entered, hidden like the level it may tell, withdrawn and never
// deleted.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actorOf } from "#server/access/actor.ts";
import { takeSeat } from "#server/access/proofs.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { plainPhoto, telltalePhoto } from "../../support/photo.ts";
import { type CompetitionStage, codeOf, hire, must, type SkillStage } from "../../support/stage.ts";
import { traceOf } from "../../support/trace.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];

skillForEach("scoring", { competitors: 2, rules: { confirm: "second" } }, (opened) => {
  ({ at, competition, skill, ids } = opened);
});

const hash = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
const note = async (seat: number, aspectId: string, text: string, contestantId = ids[0]!) =>
  at.services.marking.attachEvidence(await skill.seat(seat), {
    contestantId,
    aspectId,
    kind: "note",
    note: text,
  });
const photo = async (seat: number, aspectId: string, bytes: Uint8Array, contestantId = ids[0]!) =>
  at.services.marking.attachEvidence(await skill.seat(seat), {
    contestantId,
    aspectId,
    kind: "photo",
    bytes,
  });
const withdraw = async (seat: number, evidenceId: string, reason = "拍错作品") =>
  at.services.marking.withdrawEvidence(await skill.seat(seat), { evidenceId, reason });
const place = (contestantId = ids[0]!) => ({ contestantId, subcriterionId: "A1" });
const readAs = async (seat: number, contestantId?: string) =>
  at.services.marking.readEvidence(await skill.seat(seat), place(contestantId));
const confirmer = (person = skill.recorder) => skill.permit(person, "marking.confirm");
const readToConfirm = async () => at.services.marking.readEvidenceToConfirm(await confirmer(), place());
const photoAs = async (seat: number, id: string) => at.services.marking.readPhoto(await skill.seat(seat), id);
const judge = async (seat: number, level: string, round = 1) =>
  expect(codeOf(await skill.enter(seat, ids[0]!, "A1.3", level, { round }))).toBe("ok");
const notes = (all: readonly { note: string | null }[]) => all.map((one) => one.note);

describe("attached", () => {
  test("a note and a photo are read by the panel, the chief judge and the recorder, by seat alone", async () => {
    must(await note(1, "A1.1", "  余高偏大，\r\n右侧 30 mm "));
    const { id } = must(await photo(2, "A1.2", plainPhoto));
    expect(await readAs(3)).toMatchObject([
      {
        aspectId: "A1.1",
        kind: "note",
        note: "余高偏大，\n右侧 30 mm",
        seat: 1,
        own: false,
        withdrawn: null,
      },
      { id, aspectId: "A1.2", kind: "photo", note: null, seat: 2 },
    ]);
    expect(await readToConfirm()).toHaveLength(2);
    expect((await readAs(1)).map((one) => one.own)).toEqual([true, false]);
    expect(await readAs(1, ids[1]!)).toEqual([]);
    const read = await at.services.marking.readPhotoToConfirm(await confirmer(skill.chief), id);
    for (const bytes of [await photoAs(3, id), read]) expect(Uint8Array.from(bytes!)).toEqual(plainPhoto);
  });

  test("of a photo only the cleaned picture reaches the database", async () => {
    const { id } = must(await photo(1, "A1.1", telltalePhoto("张三 HUAWEI 2026:03:02")));
    const [row] = await at.database.query<{ bytes: Buffer; sha256: string }>(
      "SELECT bytes, sha256 FROM evidence_photo JOIN evidence ON id = evidence_id WHERE id = $1",
      [id],
    );
    expect(Uint8Array.from(row!.bytes)).toEqual(plainPhoto);
    expect(row!.sha256).toBe(hash(plainPhoto));
  });

  test("the ledger holds the hash of what was attached, never the text", async () => {
    must(await note(1, "A1.1", "余高偏大"));
    const [line] = await at.database.query<{ payload: Record<string, unknown>; text: string }>(
      "SELECT payload, payload::text AS text FROM ledger_line WHERE deed = 'evidence-attached' AND chain = $1",
      [`skill:${skill.skillId}`],
    );
    expect(line!.payload).toMatchObject({
      aspectId: "A1.1",
      kind: "note",
      sha256: hash("余高偏大"),
      seat: 1,
    });
    expect(line!.text).not.toContain("余高");
  });

  test("the same thing sent again is one, also in the ledger", async () => {
    const first = must(await photo(1, "A1.1", plainPhoto));
    const before = await traceOf(skill);
    expect(must(await photo(1, "A1.1", telltalePhoto("x")))).toEqual(first);
    expect(await traceOf(skill)).toEqual(before);
    expect(await readAs(1)).toHaveLength(1);
  });
});

describe("of a judgement", () => {
  test("colleagues' evidence is unread until all seats are in: list, photo, chief judge and recorder", async () => {
    must(await note(1, "A1.3", "只够 1 级"));
    const { id } = must(await photo(1, "A1.3", plainPhoto));
    const unread = async () => {
      expect(notes(await readAs(1))).toEqual(["只够 1 级", null]);
      expect(await readAs(2)).toEqual([]);
      expect(await readToConfirm()).toEqual([]);
      expect(await photoAs(2, id)).toBeNull();
      expect(await at.services.marking.readPhotoToConfirm(await confirmer(skill.chief), id)).toBeNull();
    };
    await unread();
    for (const seat of [1, 2]) await judge(seat, "1");
    await unread();
    await judge(3, "1");
    expect(notes(await readAs(2))).toEqual(["只够 1 级", null]);
    expect(await readToConfirm()).toHaveLength(2);
    expect(await photoAs(2, id)).not.toBeNull();
  });

  test("in another round that of the round before is read, that of the open one is not", async () => {
    must(await note(1, "A1.3", "第一轮"));
    for (const [seat, level] of [
      [1, "0"],
      [2, "3"],
      [3, "0"],
    ] as const)
      await judge(seat, level);
    must(await note(1, "A1.3", "第二轮"));
    expect(notes(await readAs(2))).toEqual(["第一轮"]);
    expect(notes(await readAs(1))).toEqual(["第一轮", "第二轮"]);
    for (const seat of [1, 2, 3]) await judge(seat, "1", 2);
    expect(notes(await readAs(2))).toEqual(["第一轮", "第二轮"]);
  });

  test("a withdrawal whose reason may tell the level is as unread", async () => {
    const { id } = must(await note(1, "A1.3", "只够 1 级"));
    must(await withdraw(1, id, "应为 2 级"));
    expect(await readAs(2)).toEqual([]);
    expect(await readAs(1)).toMatchObject([{ note: null, withdrawn: "应为 2 级" }]);
  });
});

describe("withdrawn", () => {
  test("it stays as a mark with its reason; note and photo are shown to nobody, and there is room again", async () => {
    const { id } = must(await photo(1, "A1.1", plainPhoto));
    const text = must(await note(1, "A1.1", "写错"));
    must(await withdraw(1, id));
    must(await withdraw(1, text.id));
    for (const all of [await readAs(1), await readAs(2), await readToConfirm()])
      expect(all).toMatchObject([
        { kind: "photo", withdrawn: "拍错作品" },
        { kind: "note", note: null, withdrawn: "拍错作品" },
      ]);
    expect(await photoAs(1, id)).toBeNull();
    const [kept] = await at.database.query("SELECT 1 FROM evidence_photo WHERE evidence_id = $1", [id]);
    expect(kept).toBeDefined();
    expect(must(await photo(1, "A1.1", plainPhoto)).id).not.toBe(id);
  });

  test("only one's own, once, with a reason, while the sheet is open", async () => {
    const { id } = must(await note(1, "A1.1", "余高偏大"));
    expect(codeOf(await withdraw(2, id))).toBe("marking.evidence-not-own");
    expect(codeOf(await withdraw(1, id, "  "))).toBe("marking.reason-needed");
    must(await withdraw(1, id));
    const before = await traceOf(skill);
    expect(codeOf(await withdraw(1, id))).toBe("marking.evidence-withdrawn");
    expect(codeOf(await withdraw(1, skill.skillId))).toBe("input.not-found");
    expect(await traceOf(skill)).toEqual(before);
  });

  test("the database refuses another's hand, and any change of what was attached", async () => {
    const { id } = must(await note(1, "A1.1", "余高偏大"));
    await expect(
      at.database.query(
        "INSERT INTO evidence_withdrawal (evidence_id, reason, withdrawn_by, at) VALUES ($1, 'x', $2, now())",
        [id, skill.judges[1]!.accountId],
      ),
    ).rejects.toThrow(/withdrawn by whoever attached it/);
    for (const change of [
      "UPDATE evidence SET note = 'x'",
      "DELETE FROM evidence_photo",
      "DELETE FROM evidence_withdrawal",
    ])
      await expect(at.database.query(change)).rejects.toThrow(/permission denied|append-only/);
  });
});

describe("refused, and leaves no trace", () => {
  test("what is no note and no photo, and a place that is none", async () => {
    const before = await traceOf(skill);
    expect(codeOf(await note(1, "A1.1", " "))).toBe("marking.note-length");
    expect(codeOf(await photo(1, "A1.1", Buffer.from("89504e470d0a1a0a", "hex")))).toBe(
      "marking.photo-not-jpeg",
    );
    expect(codeOf(await photo(1, "A1.1", plainPhoto.subarray(0, 200)))).toBe("marking.photo-damaged");
    expect(codeOf(await note(1, "Z9.9", "x"))).toBe("marking.unknown-aspect");
    expect(codeOf(await note(1, "A1.1", "x", skill.skillId))).toBe("marking.unknown-aspect");
    expect(await traceOf(skill)).toEqual(before);
  });

  test("a seventh photo, whoever of the panel took the six", async () => {
    const numbered = (n: number) =>
      Uint8Array.from([...plainPhoto.subarray(0, -2), n, ...plainPhoto.subarray(-2)]);
    for (let n = 1; n <= 6; n += 1) must(await photo(1 + (n % 3), "A1.1", numbered(n)));
    expect(codeOf(await photo(2, "A1.1", numbered(7)))).toBe("marking.evidence-full");
    expect(codeOf(await photo(2, "A1.2", numbered(7)))).toBe("ok");
  });

  test("a locked sheet, until it is reopened; a skill that is no longer marked; a competitor who is out", async () => {
    for (const id of ids) await skill.markOne(id);
    await skill.confirmAll();
    const chief = await skill.permit(skill.chief, "marking.oversee");
    must(await at.services.marking.lockSubcriterion(chief, "A1"));
    expect(codeOf(await note(1, "A1.1", "补充"))).toBe("marking.evidence-locked");
    must(
      await at.services.marking.askReopening(chief, {
        subcriterionId: "A1",
        contestantId: ids[0]!,
        reason: "补充附件",
      }),
    );
    const [asked] = await at.database.query<{ id: string }>("SELECT id FROM reopening WHERE skill_id = $1", [
      skill.skillId,
    ]);
    must(
      await at.services.marking.decideReopening(
        await skill.permit(skill.supervisor, "marking.approve"),
        asked!.id,
        true,
      ),
    );
    expect(codeOf(await note(1, "A1.1", "补充"))).toBe("ok");
    expect(codeOf(await note(1, "A1.1", "补充", ids[1]!))).toBe("marking.evidence-locked");
    await at.database.query("UPDATE contestant SET status = 'disqualified' WHERE id = $1", [ids[1]]);
    expect(codeOf(await note(1, "B1.1", "补充", ids[1]!))).toBe("marking.competitor-out");
  });

  test("a judge with a conflict reads nothing of that work and attaches nothing; the reserve does, the panel no longer reads theirs", async () => {
    must(await note(2, "A1.1", "师徒所见"));
    const { id } = must(await photo(1, "A1.1", plainPhoto));
    must(
      await at.services.marking.declareConflict(await skill.seat(2), {
        contestantId: ids[0]!,
        kind: "teacher",
        reason: "师徒关系",
      }),
    );
    expect(await readAs(2)).toEqual([]);
    expect(await photoAs(2, id)).toBeNull();
    expect(codeOf(await note(2, "A1.1", "再写"))).toBe("marking.conflict-declared");
    expect(notes(await readAs(1))).toEqual([null]);
    expect(await readToConfirm()).toHaveLength(2);
  });

  test("a reserve who was not called, and a judge of another skill", async () => {
    const reserve = await hire(at, "houbu");
    must(
      await at.services.competitions.seatJudge(
        await skill.permit(skill.organizer, "competitions.configure"),
        {
          accountId: reserve.accountId,
          number: 4,
          reserve: true,
        },
      ),
    );
    const { id } = must(await photo(1, "A1.1", plainPhoto));
    const seat = must(takeSeat(await actorOf(at.house, reserve.accountId), skill.skillId));
    expect(await at.services.marking.readEvidence(seat, place())).toEqual([]);
    expect(await at.services.marking.readPhoto(seat, id)).toBeNull();
    const mine = { contestantId: ids[0]!, aspectId: "A1.1", kind: "note", note: "x" } as const;
    expect(codeOf(await at.services.marking.attachEvidence(seat, mine))).toBe("marking.reserve-not-called");
    const here = skill;
    skill = await competition.addSkill({ competitors: 1 });
    expect(await readAs(1)).toEqual([]);
    expect(await photoAs(1, id)).toBeNull();
    expect(await at.services.marking.readPhotoToConfirm(await confirmer(), id)).toBeNull();
    skill = here;
  });
});
