// The mark summary of a day (domain.md section 7: every judge signs, the signature binds the hash of the exact content).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daySummary, markingDays, mustSign, signingOf } from "#domain/marking/day-summary.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { smallScheme } from "../../support/small-scheme.ts";
import { type Change, state } from "../live/state.ts";
import { cellsOf, contestant, type Marks } from "../skills.ts";

const full: Marks = { "A1.1": "18.5", "A1.2": "10.00", "A1.3": [3, 2, 3], "B1.1": "0.15", "B1.2": "0" };
const cells = (...places: number[]): Cell[] =>
  places.flatMap((place) => cellsOf(`contestant-${place}`, full));
const dayOne = (change: Change = {}) =>
  daySummary(state({ scheme: smallScheme, locked: new Set(["A1"]), cells: cells(1, 2, 3), ...change }), 1)!;
const changed = (aspectId: string, change: Partial<Cell>): Cell[] =>
  cells(1, 2, 3).map((one) =>
    one.contestantId === "contestant-2" && one.aspectId === aspectId ? { ...one, ...change } : one,
  );

describe("what belongs to a day", () => {
  test("its own sub-criteria alone, and a day without any has no summary", () => {
    expect(markingDays(smallScheme)).toEqual([1, 2]);
    expect(dayOne().subcriteria).toEqual([{ id: "A1", name: "外观", max: "40.00", locked: true }]);
    expect(daySummary(state({ scheme: smallScheme }), 3)).toBeNull();
  });

  test("every work by code with its exact marks and their sum", () => {
    // 18.5 + 10.00 + (3+2+3)/9 × 10.00 half-up to 0.01.
    expect(dayOne().rows[0]).toEqual({
      code: contestant(1).code,
      status: "present",
      marks: ["37.39"],
      total: "37.39",
    });
    expect(dayOne().rows.map((row) => row.code)).toEqual([1, 2, 3].map((place) => contestant(place).code));
  });

  test("who is out stays in the list with the status, without marks that were never completed: unset is not zero", () => {
    const { rows, hash } = dayOne({
      contestants: [contestant(1), contestant(2, "withdrawn"), contestant(3)],
      cells: [...cells(1, 3), ...cellsOf("contestant-2", { "A1.1": "18.5" })],
    });
    expect(rows[1]).toMatchObject({ status: "withdrawn", marks: [null], total: null });
    expect(hash).not.toBeNull();
  });
});

describe("when it can be signed", () => {
  test("once every sub-criterion of the day is locked; another day's lock is not asked", () => {
    expect(dayOne().hash).toMatch(/^[0-9a-f]{64}$/);
    expect(dayOne({ locked: new Set(["B1"]) }).hash).toBeNull();
  });

  test("not while a reopening holds one sheet of it open, and then it shows no mark of that sub-criterion", () => {
    const open = dayOne({ reopened: new Set([sheetId("contestant-2", "A1")]) });
    expect(open.hash).toBeNull();
    expect(open.rows.map((row) => row.marks)).toEqual([[null], [null], [null]]);
  });
});

describe("what the hash binds", () => {
  const hash = dayOne().hash;

  test("a changed mark, a mark given again as it was, another level with the same mark, a status", () => {
    const others = [
      dayOne({ cells: changed("A1.1", { value: "18", version: 2 }) }),
      dayOne({ cells: changed("A1.1", { version: 3 }) }),
      dayOne({ cells: changed("A1.3", { version: 2 }) }),
      dayOne({ contestants: [contestant(1), contestant(2), contestant(3, "disqualified")] }),
      dayOne({ revised: "b".repeat(64) }),
    ].map((one) => one.hash);
    expect(new Set([hash, ...others]).size).toBe(6);
  });

  test("the skill and the day", () => {
    expect(dayOne({ skillId: "skill-18" }).hash).not.toBe(hash);
    const nextDay = smallScheme.criteria.map((criterion) => ({
      ...criterion,
      subcriteria: criterion.subcriteria.map((sub) => ({ ...sub, day: 2 })),
    }));
    const second = daySummary(
      state({
        scheme: { ...smallScheme, criteria: nextDay },
        locked: new Set(["A1", "B1"]),
        cells: cells(1, 2, 3),
      }),
      2,
    )!;
    expect(second.hash).not.toBe(hash);
  });

  test("not the order in which works and cells come, nor what is marked on another day", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(cells(1, 2, 3), { minLength: cells(1, 2, 3).length }),
        fc.shuffledSubarray([contestant(1), contestant(2), contestant(3)], { minLength: 3 }),
        (mixed, contestants) => {
          expect(dayOne({ cells: mixed, contestants }).hash).toBe(hash);
        },
      ),
    );
    expect(dayOne({ cells: changed("B1.1", { value: "0.3", version: 2 }) }).hash).toBe(hash);
  });
});

describe("who signs, and where they stand", () => {
  const judge = (reserve: boolean, entered: boolean, marks = true) => ({
    accountId: "a",
    number: 1,
    reserve,
    entered,
    marks,
  });

  test("every seated judge; a reserve who marked something of the day", () => {
    expect([
      mustSign(judge(false, false)),
      mustSign(judge(true, true)),
      mustSign(judge(true, false)),
    ]).toEqual([true, true, false]);
  });

  test("a judge whose panel does not mark on the day signs it only where they marked something all the same", () =>
    expect([mustSign(judge(false, false, false)), mustSign(judge(false, true, false))]).toEqual([
      false,
      true,
    ]));

  test("a signature of another content is stale, until the judge signs what stands or it stands again", () => {
    const signed = [{ accountId: "a", hash: "old" }];
    expect(signingOf("a", [], "now")).toBe("unsigned");
    expect(signingOf("b", signed, "old")).toBe("unsigned");
    expect(signingOf("a", signed, "old")).toBe("signed");
    expect(signingOf("a", signed, "now")).toBe("stale");
    expect(signingOf("a", signed, null)).toBe("stale");
    expect(signingOf("a", [...signed, { accountId: "a", hash: "now" }], "now")).toBe("signed");
  });
});
