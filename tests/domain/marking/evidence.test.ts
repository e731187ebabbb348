// Notes and photos as evidence: what may be attached and when, and that evidence of a judgement is as secret as its level.
import { describe, expect, test } from "vitest";
import {
  evidenceLimits,
  hasRoom,
  isOpenForEvidence,
  mayReadEvidence,
  type Place,
  type Reader,
  readNote,
  readReason,
  type Standing,
} from "#domain/marking/evidence.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";

const judged: Aspect = {
  id: "A1.1",
  kind: "judgement",
  description: "",
  max: "1.00",
  levels: ["", "", "", ""],
};
const measured: Aspect = { id: "A1.2", kind: "measurement", description: "", max: "1.00" };
const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  answer.ok ? "ok" : answer.refusal.code;

describe("a note", () => {
  test.each([
    ["", "marking.note-length"],
    [" \n\t ", "marking.note-length"],
    ["𠮷".repeat(500), "ok"],
    ["字".repeat(501), "marking.note-length"],
    [` ${"字".repeat(500)} `, "ok"],
  ])("%#: of 1 to 500 characters, the space around it aside", (typed, code) => {
    expect(codeOf(readNote(typed))).toBe(code);
  });

  test("is kept without the space around it, its lines as lines", () => {
    expect(readNote("  焊缝咬边\r\n长 12 mm ")).toEqual({ ok: true, value: "焊缝咬边\n长 12 mm" });
  });

  test("is withdrawn for a reason", () => {
    expect(codeOf(readReason("  "))).toBe("marking.reason-needed");
    expect(readReason(" 拍错作品 ")).toEqual({ ok: true, value: "拍错作品" });
  });
});

test.each([
  [{ stage: "scoring", contestantStatus: "present", locked: false }, "ok"],
  [{ stage: "complete", contestantStatus: "present", locked: false }, "marking.not-open"],
  [{ stage: "scoring", contestantStatus: "withdrawn", locked: false }, "marking.competitor-out"],
  [{ stage: "scoring", contestantStatus: "present", locked: true }, "marking.evidence-locked"],
])("attached and withdrawn as long as marks may be entered: %o", (at, code) => {
  expect(codeOf(isOpenForEvidence(at))).toBe(code);
});

describe("room", () => {
  const photos = (n: number, accountId: string, withdrawn = false): Standing[] =>
    Array.from({ length: n }, () => ({ kind: "photo", accountId, withdrawn }));

  test("six photos an aspect and work; withdrawn ones and notes do not count", () => {
    const five = [...photos(3, "a"), ...photos(2, "b"), ...photos(9, "a", true)];
    expect(codeOf(hasRoom(measured, "photo", "a", five))).toBe("ok");
    expect(codeOf(hasRoom(measured, "photo", "a", [...five, ...photos(1, "b")]))).toBe(
      "marking.evidence-full",
    );
    expect(codeOf(hasRoom(measured, "note", "a", [...five, ...photos(1, "b")]))).toBe("ok");
  });

  test("of a judgement each judge has room of their own: a refusal tells nothing of colleagues", () => {
    const six = photos(evidenceLimits.photos, "b");
    expect(codeOf(hasRoom(judged, "photo", "a", six))).toBe("ok");
    expect(codeOf(hasRoom(judged, "photo", "b", six))).toBe("marking.evidence-full");
  });
});

describe("who may read", () => {
  const judge: Reader = { accountId: "a", as: "judge" };
  const confirmer: Reader = { accountId: "r", as: "confirmer" };
  const place = (more: Partial<Place> = {}): Place => ({
    aspect: judged,
    now: { state: "pending", round: 1 },
    conflicted: new Set(),
    confirm: "second",
    confirmed: false,
    ...more,
  });
  const by = (accountId: string, round = 1) => ({ accountId, round });
  const readsOf = (more: Partial<Place>, round = 1): boolean[] =>
    [judge, confirmer].map((reader) => mayReadEvidence(reader, by("b", round), place(more)));

  test("of a measurement everybody at once", () => {
    expect(readsOf({ aspect: measured })).toEqual([true, true]);
  });

  test.each(["unset", "pending", "disagreeing"] as const)(
    "of a judgement whose round is open (%s) only who attached it",
    (state) => {
      expect(readsOf({ now: { state, round: 1 } })).toEqual([false, false]);
      expect(mayReadEvidence(judge, by("a"), place({ now: { state, round: 1 } }))).toBe(true);
    },
  );

  test("once all seats are in everybody; in another round the one before, not the open one", () => {
    expect(readsOf({ now: { state: "agreed", round: 1 } })).toEqual([true, true]);
    expect(readsOf({ now: { state: "disagreeing", round: 2 } }, 1)).toEqual([true, true]);
    expect(readsOf({ now: { state: "pending", round: 2 } }, 2)).toEqual([false, false]);
  });

  test("who declared a conflict reads nothing of that work, not even their own; no colleague reads theirs", () => {
    const of = place({ aspect: measured, conflicted: new Set(["a"]) });
    expect(mayReadEvidence(judge, by("b"), of)).toBe(false);
    expect(mayReadEvidence(judge, by("a"), of)).toBe(false);
    expect(mayReadEvidence({ ...confirmer, accountId: "a" }, by("b"), of)).toBe(false);
    expect(mayReadEvidence({ accountId: "c", as: "judge" }, by("a"), of)).toBe(false);
    expect(mayReadEvidence(confirmer, by("a"), of)).toBe(true);
  });

  test("a second reading that is blind is not helped by a note: unread until the sheet is confirmed", () => {
    expect(readsOf({ aspect: measured, confirm: "blind" })).toEqual([true, false]);
    expect(readsOf({ aspect: measured, confirm: "blind", confirmed: true })).toEqual([true, true]);
  });
});
