// The batch evaluation: states, doubts, flags, dates, repeated awards and the sentences (policy.md, section 2).
import { describe, expect, test } from "vitest";
import { evaluate } from "#domain/entitlements/evaluate.ts";
import { schoolingOf } from "#domain/entitlements/person.ts";
import { day, evaluated, honour, outcomeOf, outcomesOf, pack, prize } from "./people.ts";

const gold = (more: Parameters<typeof prize>[2] = {}) => prize("world-skills", "gold", more);

describe("outcome of a ground", () => {
  test.each([
    ["final", "granted"],
    ["verified", "pending"],
    ["public-notice", "pending"],
    ["suspended", "pending"],
    ["claimed", "review"],
    ["rejected", "not"],
    ["revoked", "not"],
  ] as const)("a gold of 世赛 that is %s is %s", (state, outcome) => {
    expect(outcomesOf([gold({ state })])).toEqual([outcome, outcome, outcome]);
    expect(outcomeOf([honour("zhongyuan-artisan", state)], "associate-senior-title-direct")).toBe(outcome);
  });

  test.each([
    ["identity not matched", gold({ identityMatched: false }), ["review", "review", "review"]],
    [
      "identity not matched, under notice",
      gold({ identityMatched: false, state: "public-notice" }),
      ["review", "review", "review"],
    ],
    ["a demonstration skill", gold({ category: "demonstration" }), ["review", "review", "review"]],
    [
      "国赛 exhibition skill",
      prize("national-prc", "gold", { category: "exhibition" }),
      ["not", "review", "review"],
    ],
    ["special award of 世赛", prize("world-skills", "special"), ["not", "review", "review"]],
    ["special award of 国赛", prize("national-prc", "special"), ["not", "not", "not"]],
    ["a claimed silver", prize("world-skills", "silver", { state: "claimed" }), ["not", "review", "review"]],
    ["a claimed city gold", prize("city", "gold", { state: "claimed" }), ["not", "not", "not"]],
    [
      "a city gold, identity not matched",
      prize("city", "gold", { identityMatched: false }),
      ["not", "not", "not"],
    ],
    ["a claimed coach", gold({ role: "coach", state: "claimed" }), ["not", "not", "not"]],
    [
      "a demonstration skill, taking part",
      prize("world-skills", "participation", { category: "demonstration" }),
      ["not", "not", "not"],
    ],
  ] as const)("%s", (_name, award, expected) => {
    expect(outcomesOf([award])).toEqual(expected);
    expect(evaluated([award]).granted).toEqual([]);
    expect(evaluated([award]).flags).toEqual([]);
  });
});

describe("dates", () => {
  test("nothing is granted or flagged before 2021-11-19, and everything on it", () => {
    const awards = [prize("world-skills", "excellence", { teamSize: 2, date: "2019-08-27" }), gold()];
    const before = evaluate({ awards, schooling: schoolingOf({ class: "advanced" }) }, "2021-11-18", pack);
    expect([before.granted, before.flags]).toEqual([[], []]);
    expect(new Set(before.reasons.map(({ outcome }) => outcome))).toEqual(new Set(["not"]));
    expect(evaluated(awards, "2021-11-19").granted).toHaveLength(3);
  });

  test("an award dated after the day of evaluation does not count, one of that day does", () => {
    expect(outcomesOf([gold({ date: "2024-06-02" })])).toEqual(["not", "not", "not"]);
    expect(outcomesOf([gold({ date: "2024-06-02", state: "claimed" })])).toEqual(["not", "not", "not"]);
    expect(outcomesOf([gold({ date: day })])).toEqual(["granted", "granted", "granted"]);
  });
});

describe("flags are of granting grounds only", () => {
  test.each([
    ["I-03 a team", [gold({ teamSize: 2 })], day, ["I-03"]],
    ["I-05 the day before the document", [gold({ date: "2021-11-18" })], day, ["I-05"]],
    ["no I-05 on the day of the document", [gold({ date: "2021-11-19" })], day, []],
    ["no I-06 on the last day of 2025", [gold()], "2025-12-31", []],
    ["I-06 from the day after", [gold()], "2026-01-01", ["I-06"]],
    [
      "all, sorted",
      [prize("world-skills", "excellence", { teamSize: 3, date: "2011-10-05" })],
      "2026-01-01",
      ["I-02", "I-03", "I-05", "I-06"],
    ],
    [
      "a refused team of before",
      [prize("national-prc", "silver", { teamSize: 2, date: "2020-12-13" })],
      "2026-01-01",
      [],
    ],
    ["a claim beside a grant", [gold(), prize("world-skills", "excellence", { state: "claimed" })], day, []],
    [
      "the union over grounds",
      [gold({ teamSize: 2 }), prize("world-skills", "excellence")],
      day,
      ["I-02", "I-03"],
    ],
  ] as const)("%s", (_name, awards, asOf, flags) => {
    expect(evaluated(awards, asOf).flags).toEqual(flags);
  });

  test("education carries I-06 too", () => {
    const person = { awards: [], schooling: schoolingOf({ class: "advanced" }) };
    expect(evaluate(person, "2026-01-01", pack).flags).toEqual(["I-06"]);
  });
});

describe("schooling needs every condition", () => {
  test.each([
    [{ fullTime: false }, "需全日制"],
    [{ institution: "other" as const }, "需技工院校"],
    [{ graduated: false }, "需毕业生"],
  ])("%o", (change, words) => {
    const { granted, reasons } = evaluate(
      { awards: [], schooling: { ...schoolingOf({ class: "advanced" }), ...change } },
      day,
      pack,
    );
    expect(granted).toEqual([]);
    const reason = reasons.find(({ code }) => code === "education-equivalence-college");
    expect(reason).toMatchObject({ outcome: "not", clause: "KF2021-21/3.2-f" });
    expect(reason?.because).toContain(words);
  });
});

describe("reasons", () => {
  test("one row per ground: granted, pending, review, not, then as entered", () => {
    const awards = [
      prize("city", "gold"),
      prize("world-skills", "silver", { state: "claimed" }),
      prize("national-prc", "gold", { state: "suspended" }),
      prize("world-skills", "bronze"),
      honour("zhongyuan-artisan"),
    ];
    const rows = evaluated(awards).reasons.filter(({ code }) => code === "associate-senior-title-direct");
    expect(rows.map(({ outcome }) => outcome)).toEqual(["granted", "granted", "pending", "review", "not"]);
    expect(rows[0]?.because).toContain("铜牌");
    expect(rows[1]?.because).toContain("中原大工匠");
  });

  test("the same award entered again is one ground when edition and skill are given", () => {
    const again = { edition: "第46届", skill: "数控车" };
    const rows = (...awards: ReturnType<typeof prize>[]) =>
      evaluated(awards).reasons.filter(({ code }) => code === "institution-green-channel").length;
    expect(rows(gold(again), gold(again), gold({ ...again, state: "claimed" }))).toBe(1);
    expect(rows(gold(again), gold({ ...again, skill: "焊接" }))).toBe(2);
    expect(rows(gold({ edition: "第46届" }), gold({ edition: "第46届" }))).toBe(2);
    expect(evaluated([gold({ ...again, state: "claimed" }), gold(again)]).granted).toHaveLength(3);
  });

  test.each([
    ["需金牌，实为银牌", prize("world-skills", "silver"), "senior-title-direct", "KF2021-21/3.2-g"],
    ["需金牌，实为银牌", prize("national-prc", "silver"), "institution-green-channel", "KF2021-21/3.2-i"],
    ["需为选手本人，实为教练", gold({ role: "coach" }), "senior-title-direct", "KF2021-21/3.2-g"],
    ["本文件未列入市级竞赛", prize("city", "gold"), "associate-senior-title-direct", null],
    ["奖项状态：已撤销", gold({ state: "revoked" }), "senior-title-direct", "KF2021-21/3.2-g"],
    ["依解释I-07", prize("national-vocational-college", "gold"), "associate-senior-title-direct", null],
    ["依解释I-09", prize("world-skills-selection", "gold"), "associate-senior-title-direct", null],
    ["依解释I-11", honour("zhongyuan-artisan"), "institution-green-channel", "KF2021-21/3.2-i"],
    ["依解释I-12", honour("china-skills-grand-award"), "associate-senior-title-direct", "KF2021-21/3.2-h"],
    ["晚于评定日", gold({ date: "2030-01-01" }), "senior-title-direct", "KF2021-21/3.2-g"],
    ["可直接申报相应系列正高级职称", gold(), "senior-title-direct", "KF2021-21/3.2-g"],
  ] as const)("%s", (words, award, code, clause) => {
    const reason = evaluated([award]).reasons.find((one) => one.code === code);
    expect(reason?.because).toContain(words);
    expect(reason?.clause).toBe(clause);
  });
});
