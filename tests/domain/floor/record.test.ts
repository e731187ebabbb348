// domain.md 7: the floor records incidents, violations and time given back, within its window; what it tells the chief judge is figures.
import { describe, expect, test } from "vitest";
import { competitionStates } from "#domain/competitions/competition.ts";
import { stages } from "#domain/competitions/skill.ts";
import {
  countRecords,
  floorIsOpen,
  mayReadReport,
  type RecordForm,
  readReason,
  readRecord,
} from "#domain/floor/record.ts";
import { smallScheme } from "../../support/small-scheme.ts";

const whom = "7b0f8a52-6a7e-4f6c-9d53-1f1b7a3f0a11";
const compensation: RecordForm = { kind: "compensation", registrationId: whom, text: "停电", minutes: 14 };
const code = (form: RecordForm): string => {
  const read = readRecord(form, smallScheme);
  return read.ok ? "ok" : read.refusal.code;
};

describe("a record", () => {
  test("an incident concerns somebody or the whole skill; time and violations concern somebody", () => {
    expect(code({ kind: "incident", registrationId: null, text: "全场停电" })).toBe("ok");
    expect(code({ kind: "incident", registrationId: whom, text: "割伤手指" })).toBe("ok");
    expect(code({ ...compensation, registrationId: null })).toBe("input.not-found");
    const violation = { kind: "violation", registrationId: null, text: "抢跑" } as const;
    expect(code({ ...violation, penalty: { level: "total", amount: "1" } })).toBe("input.not-found");
  });

  test.each([1, 14, 240])("%i minutes are given back", (minutes) => {
    expect(code({ ...compensation, minutes })).toBe("ok");
  });
  test.each([0, -5, 241, 1.5, Number.NaN, null])("%s minutes are not", (minutes) => {
    expect(code({ ...compensation, minutes })).toBe("floor.minutes");
  });

  test("keeps only what its kind asks for", () => {
    const form = { ...compensation, penalty: { level: "total", amount: "1" }, text: "  停电  " };
    expect(readRecord(form, smallScheme)).toEqual({
      ok: true,
      value: { kind: "compensation", registrationId: whom, text: "停电", minutes: 14 },
    });
  });

  test("says what happened, in 500 characters; so does a reason", () => {
    for (const text of ["", "   ", "字".repeat(501)]) {
      expect(code({ ...compensation, text })).toBe("floor.text-needed");
      expect(readReason(text)).toMatchObject({ refusal: { code: "floor.reason-needed" } });
    }
    expect(code({ ...compensation, text: "𬱖".repeat(500) })).toBe("ok");
    expect(readReason(" 记错了人 ")).toEqual({ ok: true, value: "记错了人" });
  });
});

describe("the window", () => {
  const open = (what: Parameters<typeof floorIsOpen>[0]) =>
    stages.filter((stage) => floorIsOpen(what, { competition: "judging", stage }).ok);

  test("check-in, incidents and time until marking is complete; violations until the result is signed", () => {
    for (const what of ["check-in", "incident", "compensation"] as const)
      expect(open(what)).toEqual(["set-up", "drawn", "scoring"]);
    expect(open("violation")).toEqual(["set-up", "drawn", "scoring", "complete", "checked"]);
  });

  test("only while the edition is drawing or judging", () => {
    const states = competitionStates.filter(
      (competition) => floorIsOpen("check-in", { competition, stage: "set-up" }).ok,
    );
    expect(states).toEqual(["drawing", "judging"]);
  });
});

test("who scores reads the report from decoding on, the others at any time", () => {
  const readable = (scores: boolean) => stages.filter((stage) => mayReadReport(stage, scores).ok);
  expect(readable(true)).toEqual(["decoded", "announced", "notice", "published"]);
  expect(readable(false)).toEqual([...stages]);
});

test("the figures count standing records and add their minutes up", () => {
  const record = (
    kind: "incident" | "violation" | "compensation",
    minutes: number | null,
    withdrawn = false,
  ) => ({
    kind,
    minutes,
    withdrawn,
  });
  expect(
    countRecords([
      record("compensation", 14),
      record("compensation", 5),
      record("compensation", 100, true),
      record("violation", null),
      record("violation", null, true),
      record("incident", null),
    ]),
  ).toEqual({ compensations: 2, minutes: 19, violations: 1 });
  expect(countRecords([])).toEqual({ compensations: 0, minutes: 0, violations: 0 });
});
