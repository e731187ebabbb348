// The way of one mark, in the service: committed with its ledger line, once, and never over a newer one.
import { describe, expect, test } from "vitest";
import { connect } from "../../../server/database/connection.ts";
import type { House } from "../../../server/house.ts";
import { verifyChains } from "../../../server/ledger/verify.ts";
import { enterMark } from "../../../server/marking/enter-mark.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForAll } from "../../support/opening.ts";
import { codeOf, type SkillStage } from "../../support/stage.ts";
import { traceOf } from "../../support/trace.ts";

let at: TestHouse;
let skill: SkillStage;
let field: { id: string; code: string }[];

skillForAll("scoring", { competitors: 6 }, async (opened) => {
  ({ at, skill } = opened);
  field = await skill.contestants();
});

const trace = (of: SkillStage = skill) => traceOf(of);

describe("acknowledged means committed", () => {
  test("a mark that was acknowledged stands as revision, ledger line and cell, the line under the revision's sequence", async () => {
    const command = skill.command(field[0]!.id, "A1.1", "17.5");
    const answer = await at.services.marking.enterMark(await skill.seat(2), command);
    expect(answer).toEqual({
      ok: true,
      version: 1,
      value: "17.5",
      at: at.clock.now().toISOString(),
      repeated: false,
    });
    const elsewhere = connect(at.database.url, undefined, 1);
    const [revision] = await elsewhere.query<{
      ledger_seq: number;
      version: number;
      value: string;
      seat: number;
      entered_seat: number;
    }>(
      "SELECT ledger_seq, version, trim_scale(value)::text AS value, seat, entered_seat FROM mark_revision WHERE request_id = $1",
      [command.requestId],
    );
    expect(revision).toMatchObject({ version: 1, value: "17.5", seat: 0, entered_seat: 2 });
    const [line] = await elsewhere.query<{
      deed: string;
      payload: Record<string, unknown>;
      actor_id: string;
    }>("SELECT deed, payload, actor_id FROM ledger_line WHERE chain = $1 AND seq = $2", [
      `skill:${skill.skillId}`,
      revision!.ledger_seq,
    ]);
    expect(line).toMatchObject({
      deed: "mark-entered",
      actor_id: skill.judges[1]!.accountId,
      payload: { requestId: command.requestId, value: "17.5", version: 1 },
    });
    const [cell] = await elsewhere.query(
      "SELECT trim_scale(value)::text AS value, version, seat FROM mark_cell WHERE contestant_id = $1 AND aspect_id = 'A1.1'",
      [field[0]!.id],
    );
    expect(cell).toEqual({ value: "17.5", version: 1, seat: 0 });
    await elsewhere.close();
  });

  test("a mark is announced only after it can be read by others", async () => {
    const seen = new Promise<number>((done) =>
      at.house.announcements.once(
        "cells-entered",
        ({ cells }) =>
          void at.database
            .query<{ n: number }>(
              "SELECT count(*) AS n FROM mark_cell WHERE contestant_id = $1 AND aspect_id = $2 AND version = $3",
              [cells[0]!.contestantId, cells[0]!.aspectId, cells[0]!.version],
            )
            .then(([row]) => done(row!.n)),
      ),
    );
    expect(codeOf(await skill.enter(1, field[0]!.id, "A1.2", "10.00"))).toBe("ok");
    expect(await seen).toBe(1);
  });

  test("marks keep their exact decimals: 0.15 is 0.15, and clearing a cell leaves it unset, not zero", async () => {
    expect(await skill.enter(1, field[0]!.id, "B1.1", "44.85")).toMatchObject({ ok: true, value: "44.85" });
    expect(await skill.enter(1, field[0]!.id, "B1.1", null, { expectedVersion: 1 })).toMatchObject({
      ok: true,
      value: null,
      version: 2,
    });
    const [cell] = await at.database.query(
      "SELECT value FROM mark_cell WHERE contestant_id = $1 AND aspect_id = 'B1.1'",
      [field[0]!.id],
    );
    expect(cell).toEqual({ value: null });
    expect(await skill.enter(1, field[0]!.id, "B1.1", "0", { expectedVersion: 2 })).toMatchObject({
      ok: true,
      value: "0",
      version: 3,
    });
  });
});

describe("one intention, one mark", () => {
  test("the same requestId answers as the first time and makes no second revision, however often and at once", async () => {
    const seat = await skill.seat(1);
    const command = skill.command(field[1]!.id, "A1.1", "12");
    const before = await trace();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => at.services.marking.enterMark(seat, command)),
    );
    at.clock.set("2026-03-02T09:05:00+08:00");
    answers.push(await at.services.marking.enterMark(seat, command));
    expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, repeated: null })))).toHaveProperty(
      "size",
      1,
    );
    const after = await trace();
    expect(after).toEqual({
      revisions: before.revisions + 1,
      lines: before.lines + 1,
      cells: before.cells + 1,
      head: before.head + 1,
    });
  });

  test("the first outcome is answered even when others have written to the cell since", async () => {
    const first = skill.command(field[1]!.id, "B1.1", "30");
    expect(await at.services.marking.enterMark(await skill.seat(1), first)).toMatchObject({
      ok: true,
      version: 1,
    });
    expect(codeOf(await skill.enter(2, field[1]!.id, "B1.1", "33", { expectedVersion: 1 }))).toBe("ok");
    expect(await at.services.marking.enterMark(await skill.seat(1), first)).toMatchObject({
      ok: true,
      version: 1,
      value: "30",
      repeated: true,
    });
    const [cell] = await at.database.query(
      "SELECT trim_scale(value)::text AS value FROM mark_cell WHERE contestant_id = $1 AND aspect_id = 'B1.1'",
      [field[1]!.id],
    );
    expect(cell).toEqual({ value: "33" });
  });

  test.each([
    ["another value", { value: "13" }],
    ["another contestant", { contestantId: "other" }],
    ["another aspect", { aspectId: "A1.2" }],
    ["another version", { expectedVersion: 99 }],
    ["another round", { round: 2 }],
  ])("the same id with %s is refused", async (_what, change) => {
    const seat = await skill.seat(1);
    const command = skill.command(field[2]!.id, "A1.1", "12", {
      expectedVersion: await version(field[2]!.id, "A1.1"),
    });
    expect(codeOf(await at.services.marking.enterMark(seat, command))).toBe("ok");
    const before = await trace();
    const spoilt = {
      ...command,
      ...change,
      ...("contestantId" in change ? { contestantId: field[3]!.id } : {}),
    };
    expect(codeOf(await at.services.marking.enterMark(seat, spoilt))).toBe("marking.request-reused");
    expect(await trace()).toEqual(before);
  });

  test("the same id from another judge's seat is refused", async () => {
    const command = skill.command(field[3]!.id, "A1.1", "12");
    expect(codeOf(await at.services.marking.enterMark(await skill.seat(1), command))).toBe("ok");
    expect(codeOf(await at.services.marking.enterMark(await skill.seat(2), command))).toBe(
      "marking.request-reused",
    );
  });

  test("a refusal is not remembered: the same intention is accepted once it is right", async () => {
    const command = skill.command(field[4]!.id, "A1.1", "20", { expectedVersion: 1 });
    const seat = await skill.seat(1);
    expect(codeOf(await at.services.marking.enterMark(seat, command))).toBe("marking.stale");
    expect(codeOf(await skill.enter(2, field[4]!.id, "A1.1", "19"))).toBe("ok");
    expect(await at.services.marking.enterMark(seat, command)).toMatchObject({
      ok: true,
      version: 2,
      repeated: false,
    });
  });
});

const version = async (contestantId: string, aspectId: string): Promise<number> =>
  (
    await at.database.query<{ version: number }>(
      "SELECT version FROM mark_cell WHERE contestant_id = $1 AND aspect_id = $2 AND seat = 0",
      [contestantId, aspectId],
    )
  )[0]?.version ?? 0;

describe("a stale mark", () => {
  test("is refused with the value and version that stand now, and nothing is written", async () => {
    expect(codeOf(await skill.enter(1, field[5]!.id, "A1.1", "15"))).toBe("ok");
    const before = await trace();
    const answer = await skill.enter(2, field[5]!.id, "A1.1", "16.5");
    expect(answer).toEqual({
      ok: false,
      refusal: { code: "marking.stale", params: { theirs: "15", version: 1 } },
    });
    expect(await trace()).toEqual(before);
  });

  test("of two judges racing on one cell exactly one wins and the other is told so: 100 races on connections of their own", async () => {
    const mine: House = { ...at.house, database: connect(at.database.url, undefined, 3) };
    const theirs: House = { ...at.house, database: connect(at.database.url, undefined, 3) };
    const [one, two] = [await skill.seat(1), await skill.seat(3)];
    const contestantId = field[5]!.id;
    const before = await trace();
    const start = await version(contestantId, "B1.1");
    for (let race = 0; race < 100; race += 1) {
      const expectedVersion = start + race;
      const answers = await Promise.all([
        enterMark(mine, one, skill.command(contestantId, "B1.1", "1.5", { expectedVersion })),
        enterMark(theirs, two, skill.command(contestantId, "B1.1", "3", { expectedVersion })),
      ]);
      expect(answers.map(codeOf).sort()).toEqual(["marking.stale", "ok"]);
      const [winner, loser] = answers[0]!.ok ? answers : [answers[1]!, answers[0]!];
      expect(loser).toMatchObject({
        refusal: { params: { theirs: winner.ok ? winner.value : "", version: expectedVersion + 1 } },
      });
    }
    const after = await trace();
    expect(after.revisions).toBe(before.revisions + 100);
    expect(after.lines).toBe(before.lines + 100);
    expect(await version(contestantId, "B1.1")).toBe(start + 100);
    await mine.database.close();
    await theirs.database.close();
  });

  test("marks of many judges at once keep the chain whole and the revisions as many as the acknowledgements", async () => {
    const houses = Array.from(
      { length: 3 },
      (): House => ({ ...at.house, database: connect(at.database.url, undefined, 2) }),
    );
    const before = await trace();
    const commands = field.flatMap((one) =>
      ["A1.1", "A1.2", "B1.1", "B1.2"].map((aspect) => ({ one, aspect })),
    );
    const answers = await Promise.all(
      commands.map(async ({ one, aspect }, place) =>
        enterMark(
          houses[place % 3]!,
          await skill.seat(1 + (place % 3)),
          skill.command(one.id, aspect, "0", { expectedVersion: await version(one.id, aspect) }),
        ),
      ),
    );
    expect(answers.map(codeOf)).toEqual(commands.map(() => "ok"));
    const after = await trace();
    expect(after.revisions - before.revisions).toBe(commands.length);
    expect((await verifyChains(at.database)).filter((chain) => chain.brokenAt !== null)).toEqual([]);
    for (const house of houses) await house.database.close();
  });
});
