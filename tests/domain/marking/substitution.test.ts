// Conflicts of interest and reserves (domain.md 3.2, recused): who marks whom, and which seat waits for a reserve.
import { describe, expect, test } from "vitest";
import type { SeatNeed } from "#domain/marking/seats.ts";
import { type StandIns, seatToMarkAs, withoutReserve } from "#domain/marking/substitution.ts";

const judge = (accountId: string, number: number, reserve = false) => ({ accountId, number, reserve });
const [wang, li, zhao] = [judge("wang", 1), judge("li", 2), judge("zhao", 3)];
const [chen, sun] = [judge("chen", 4, true), judge("sun", 5, true)];
const panel = [wang, li, zhao, chen, sun];
const conflict = (accountId: string, seat: number, contestantId = "R-03") => ({
  declarationId: `${accountId}-${contestantId}`,
  contestantId,
  accountId,
  seat,
});
const relief = (accountId: string, seat: number, contestantId = "R-03") => ({
  contestantId,
  accountId,
  seat,
});
const as = (who: typeof wang, standIns: StandIns, contestantId = "R-03") => {
  const outcome = seatToMarkAs(who, contestantId, standIns);
  return outcome.ok ? outcome.value : outcome.refusal.code;
};
const need: SeatNeed[] = [{ seats: [1, 2, 3], each: true }];
const empty = (standIns: StandIns, seated = panel, needed = need) =>
  withoutReserve("R-03", standIns, seated, needed).map(({ declarationId, seat }) => [declarationId, seat]);

const none: StandIns = { conflicts: [], reliefs: [] };
const declared: StandIns = { conflicts: [conflict("li", 2)], reliefs: [] };
const relieved: StandIns = { ...declared, reliefs: [relief("chen", 2)] };
const again: StandIns = { conflicts: [conflict("li", 2), conflict("chen", 2)], reliefs: [relief("chen", 2)] };
const twice: StandIns = { ...again, reliefs: [relief("chen", 2), relief("sun", 2)] };

describe("as which seat a judge marks a competitor", () => {
  test.each([
    ["nothing declared", none, [1, 2, 3, "marking.reserve-not-called", "marking.reserve-not-called"]],
    [
      "a judge has declared a conflict",
      declared,
      [1, "marking.conflict-declared", 3, "marking.reserve-not-called", "marking.reserve-not-called"],
    ],
    [
      "a reserve is called to the seat",
      relieved,
      [1, "marking.conflict-declared", 3, 2, "marking.reserve-not-called"],
    ],
    [
      "the reserve declares a conflict as well",
      again,
      [1, "marking.conflict-declared", 3, "marking.conflict-declared", "marking.reserve-not-called"],
    ],
    [
      "another reserve is called after that",
      twice,
      [1, "marking.conflict-declared", 3, "marking.conflict-declared", 2],
    ],
  ])("%s", (_case, standIns, seats) => {
    expect(panel.map((one) => as(one, standIns))).toEqual(seats);
    expect([wang, li, zhao].map((one) => as(one, standIns, "R-04"))).toEqual([1, 2, 3]);
  });

  test("a judge seated anew on a seat that a reserve holds does not mark there", () => {
    expect(as(judge("qian", 2), relieved)).toBe("marking.seat-relieved");
    expect(as(judge("qian", 2), declared)).toBe(2);
  });
});

describe("which seat waits for a reserve", () => {
  test.each([
    ["nothing declared", none, []],
    ["declared, nobody called", declared, [["li-R-03", 2]]],
    ["a reserve called", relieved, []],
    ["the reserve declared as well", again, [["chen-R-03", 2]]],
    ["another reserve called", twice, []],
  ])("%s", (_case, standIns, seats) => expect(empty(standIns)).toEqual(seats));

  test("a reserve whose seat has ended leaves it empty again", () => {
    expect(empty(relieved, [wang, li, zhao, sun])).toEqual([["li-R-03", 2]]);
  });
  test("a judge above the needed seats leaves nothing empty", () => {
    expect(empty({ conflicts: [conflict("qian", 4)], reliefs: [] })).toEqual([]);
  });
  test("of a scheme without judgements one judge who may mark is enough", () => {
    const alone: SeatNeed[] = [{ seats: null, each: false }];
    expect(empty(declared, panel, alone)).toEqual([]);
    expect(empty(declared, [li, chen], alone)).toEqual([["li-R-03", 2]]);
  });
});
