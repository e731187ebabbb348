// The chief judge's times and messages, and the reason that a doubtful mark carries into revision and ledger.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { dueIn, messagesIn } from "#domain/live/day.ts";
import { verifyLedger } from "../../../server/ledger/verify-ledger.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { type CompetitionStage, codeOf, hire, must, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
skillForEach("scoring", { competitors: 2 }, (opened) => {
  ({ at, competition, skill } = opened);
});

const oversee = () => skill.permit(skill.chief, "marking.oversee");
const wall = async () => (await at.services.marking.readWall(await oversee())).view;
const tell = async (text: string, id: string = randomUUID()) =>
  at.services.marking.tellPanel(await oversee(), { id, text });
const panel = async () => (await at.services.marking.loadDesk(await skill.seat(1))).panel;
const deeds = async (deed: string) =>
  at.database.query<{ payload: Record<string, unknown> }>(
    "SELECT payload FROM ledger_line WHERE chain = $1 AND deed = $2 ORDER BY seq",
    [`skill:${skill.skillId}`, deed],
  );

describe("until when a sub-criterion is to be marked", () => {
  const eleven = new Date("2026-03-02T11:00:00+08:00");

  test("is set, moved and taken back; each is a line of the ledger, and the panel is told", async () => {
    for (const dueAt of [eleven, new Date(eleven.getTime() + 600_000)]) {
      must(await at.services.marking.setDue(await oversee(), { subcriterionId: "A1", dueAt }));
      expect(dueIn(await panel(), "A1")).toBe(dueAt.toISOString());
      expect(dueIn(await wall(), "A1")).toBe(dueAt.toISOString());
    }
    const again = { subcriterionId: "A1", dueAt: new Date(eleven.getTime() + 600_000) };
    expect(codeOf(await at.services.marking.setDue(await oversee(), again))).toBe("marking.due-as-before");
    must(await at.services.marking.setDue(await oversee(), { subcriterionId: "A1", dueAt: null }));
    expect(dueIn(await panel(), "A1")).toBeNull();
    expect((await deeds("sheets-due")).map(({ payload }) => payload["dueAt"])).toEqual([
      "2026-03-02T03:00:00.000Z",
      "2026-03-02T03:10:00.000Z",
      null,
    ]);
  });

  test("refuses an unknown sub-criterion, and once marking is over; a late mark is a mark", async () => {
    const unknown = { subcriterionId: "Z9", dueAt: eleven };
    expect(codeOf(await at.services.marking.setDue(await oversee(), unknown))).toBe("input.not-found");
    must(await at.services.marking.setDue(await oversee(), { subcriterionId: "A1", dueAt: eleven }));
    at.clock.set("2026-03-02T11:30:00+08:00");
    await skill.reach("complete");
    expect(
      codeOf(await at.services.marking.setDue(await oversee(), { subcriterionId: "A1", dueAt: null })),
    ).toBe("marking.not-open");
  });
});

describe("a message to the panel", () => {
  test("is read by each judge once, and the chief judge sees by whom", async () => {
    must(await tell("  请核对 A1 的量具  "));
    const [message] = messagesIn(await panel());
    expect(message).toMatchObject({ text: "请核对 A1 的量具", read: [] });
    for (const place of [2, 1, 2])
      must(await at.services.marking.noteReading(await skill.seat(place), message!.id));
    expect(messagesIn(await wall())[0]!.read).toEqual([1, 2]);
  });

  test("posted twice at the same moment is sent once", async () => {
    const id = randomUUID();
    const answers = await Promise.all([tell("同一条", id), tell("同一条", id)]);
    expect(answers.map(codeOf).sort()).toEqual(["marking.already-told", "ok"]);
    expect(messagesIn(await panel())).toHaveLength(1);
    expect(await deeds("panel-told")).toHaveLength(1);
  });

  test("of another skill is not read by this one's judges", async () => {
    must(await tell("只说给本组"));
    const [message] = messagesIn(await panel());
    const other = await competition.addSkill({ competitors: 2 });
    expect(codeOf(await at.services.marking.noteReading(await other.seat(1), message!.id))).toBe(
      "input.not-found",
    );
    expect(messagesIn(await wall())[0]!.read).toEqual([]);
  });

  test("empty or longer than 300 characters is refused; of many the five newest are shown", async () => {
    for (const text of ["   ", "\u3164\u200b", "很".repeat(301)])
      expect(codeOf(await tell(text))).toBe("marking.message-length");
    must(await tell("𠮷".repeat(300)));
    for (const n of [1, 2, 3, 4, 5, 6]) {
      at.clock.set(new Date(at.clock.now().getTime() + 1000));
      must(await tell(`第 ${n} 条`));
    }
    expect(messagesIn(await panel()).map((one) => one.text)).toEqual(
      [2, 3, 4, 5, 6].map((n) => `第 ${n} 条`),
    );
  });

  test("stays as it was, and so does a reading, also for the app's own role", async () => {
    must(await tell("不可改"));
    for (const change of [
      "UPDATE panel_message SET text = '改'",
      "DELETE FROM panel_message_reading",
      "TRUNCATE panel_message CASCADE",
    ])
      await expect(at.database.query(change)).rejects.toThrow(/permission denied|append-only/);
  });

  test("nobody but the chief judge sends one", async () => {
    const stranger = await hire(at, "shenren");
    await expect(skill.permit(stranger, "marking.oversee")).rejects.toThrow("access.not-allowed");
    await expect(skill.permit(skill.judges[0]!, "marking.oversee")).rejects.toThrow("access.not-allowed");
  });
});

describe("the reason of a mark that looked like a slip", () => {
  const reason = "已对照原始记录核对";

  test("stands in the revision and in its ledger line, and is read by the second person", async () => {
    const [one] = await skill.contestants();
    await skill.markOne(one!.id);
    const now = await at.services.marking.loadSheet(await skill.seat(1), one!.id, "A1");
    const { version, value } = must(now).own["A1.1"]!;
    const answer = await skill.enter(1, one!.id, "A1.1", value, { expectedVersion: version, reason });
    expect(answer.ok).toBe(true);
    expect((await deeds("mark-entered")).at(-1)!.payload["reason"]).toBe(reason);
    const confirm = await skill.permit(skill.recorder, "marking.confirm");
    const place = { contestantId: one!.id, subcriterionId: "A1" };
    const read = must(await at.services.marking.readSheetToConfirm(confirm, place));
    expect(read.reasons).toEqual({ "A1.1": reason });
    const anchors = { files: 0, anchors: [], unreadable: [] };
    expect((await verifyLedger(at.database, anchors)).findings).toEqual([]);
  });

  test("a later mark without one leaves none; the same request with another reason is another payload", async () => {
    const [one] = await skill.contestants();
    const command = { ...skill.command(one!.id, "A1.1", null), reason };
    const enter = async (more: object) =>
      at.services.marking.enterMark(await skill.seat(1), { ...command, ...more });
    expect((await enter({})).ok).toBe(true);
    expect(await enter({})).toMatchObject({ ok: true, repeated: true });
    expect(codeOf(await enter({ reason: "另一理由" }))).toBe("marking.request-reused");
    const later = await skill.enter(1, one!.id, "A1.1", "5", { expectedVersion: 1 });
    expect(later.ok).toBe(true);
    const rows = await at.database.query<{ reason: string | null }>(
      "SELECT reason FROM mark_revision WHERE contestant_id = $1 AND aspect_id = 'A1.1' ORDER BY version",
      [one!.id],
    );
    expect(rows.map((row) => row.reason)).toEqual([reason, null]);
  });
});
