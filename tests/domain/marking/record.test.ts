// Keying paper sheets (domain.md 2 and 7): where it is allowed, for which seat, and what another gave.
import { describe, expect, test } from "vitest";
import { isAnothers, mayRecord, placeName, seatToRecord } from "#domain/marking/record.ts";
import type { StandIns } from "#domain/marking/substitution.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";

const value: Aspect = { id: "A1.1", kind: "value", description: "尺寸", max: "5.00", step: "0.5" };
const judgement: Aspect = {
  id: "A1.2",
  kind: "judgement",
  description: "观感",
  max: "5.00",
  levels: ["未达到", "达到", "优于", "明显优于"],
};
const judge = (accountId: string, number: number, reserve = false) => ({ accountId, number, reserve });
const seated = [judge("wang", 1), judge("li", 2), judge("chen", 4, true)];
const none: StandIns = { conflicts: [], reliefs: [] };
const conflict = (accountId: string, seat: number) => ({
  declarationId: accountId,
  contestantId: "R-03",
  accountId,
  seat,
});
const declared: StandIns = { conflicts: [conflict("li", 2)], reliefs: [] };
const relieved: StandIns = {
  ...declared,
  reliefs: [{ contestantId: "R-03", accountId: "chen", seat: 2 }],
};
const everybody: StandIns = { conflicts: [conflict("wang", 1), conflict("li", 2)], reliefs: [] };
const as = (aspect: Aspect, seat: number, standIns = none, contestantId = "R-03") => {
  const outcome = seatToRecord(aspect, seat, contestantId, standIns, seated, null);
  return outcome.ok ? outcome.value : outcome.refusal.code;
};

describe("where a recorder may key", () => {
  test.each([
    ["none", "marking.recorder-needs-check"],
    ["second", "ok"],
    ["blind", "ok"],
  ] as const)("confirm: %s", (confirm, expected) => {
    const may = mayRecord({ confirm });
    expect(may.ok ? "ok" : may.refusal.code).toBe(expected);
  });
});

describe("the seat a keyed mark stands for", () => {
  test("the panel's mark has none, a level names one that somebody holds", () => {
    expect([as(value, 0), as(judgement, 1), as(judgement, 2)]).toEqual([0, 1, 2]);
  });
  test("a level without a seat, and a panel's mark with one, are not understood", () => {
    expect([as(judgement, 0), as(value, 1)]).toEqual(["input.invalid", "input.invalid"]);
  });
  test("a seat nobody sits on, or only a reserve who was not called, is vacant", () => {
    expect([as(judgement, 3), as(judgement, 4)]).toEqual(["marking.seat-vacant", "marking.seat-vacant"]);
  });
  test("a seat that a conflict left empty is vacant for that competitor until a reserve holds it", () => {
    expect(as(judgement, 2, declared)).toBe("marking.seat-vacant");
    expect(as(judgement, 2, declared, "R-04")).toBe(2);
    expect(as(judgement, 2, relieved)).toBe(2);
  });
  test("the panel's mark asks for one judge who may mark", () => {
    expect(as(value, 0, declared)).toBe(0);
    expect(as(value, 0, everybody)).toBe("marking.seat-vacant");
  });
});

test("a level that somebody else gave is another's; the panel's mark, an unset level and one's own are not", () => {
  expect(isAnothers({ seat: 1, value: "2", by: "judge" }, { confirm: "second" })).toBe(true);
  expect(isAnothers({ seat: 1, value: "0", by: "recorder" }, { confirm: "second" })).toBe(true);
  expect(isAnothers({ seat: 1, value: "2", by: "self" }, { confirm: "second" })).toBe(false);
  expect(isAnothers({ seat: 1, value: null, by: "judge" }, { confirm: "second" })).toBe(false);
  expect(isAnothers({ seat: 0, value: "2", by: "judge" }, { confirm: "second" })).toBe(false);
});

test("under blind re-keying the panel's mark is another's too: who keys again has seen nothing", () => {
  expect(isAnothers({ seat: 0, value: "2", by: "judge" }, { confirm: "blind" })).toBe(true);
  expect(isAnothers({ seat: 0, value: "2", by: "self" }, { confirm: "blind" })).toBe(false);
  expect(isAnothers({ seat: 0, value: null, by: "judge" }, { confirm: "blind" })).toBe(false);
});

test("a place is an aspect, or a named seat's level of it", () => {
  expect([placeName("A1.2", 3), placeName("A1.2", 0), placeName("A1.2", null)]).toEqual([
    "A1.2/3",
    "A1.2",
    "A1.2",
  ]);
});
