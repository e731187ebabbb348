// The way of one mark, step 4: whether a seated judge may enter this now; browser and server ask the same question.
import { describe, expect, test } from "vitest";
import { exact } from "#domain/exact.ts";
import { decideEntry, type Entry, type SheetContext, sheetContent, subtotal } from "#domain/marking/sheet.ts";
import { judgement, measurement, value } from "../schemes/examples.ts";
import { cell, levelCells, rules } from "../skills.ts";

const half = value("A1.1", "5.00", "0.50");
const full = measurement("A1.2", "2.00");
const level = judgement("A1.3", "1.00");

const context = (change: Partial<SheetContext> = {}): SheetContext => ({
  aspect: half,
  cells: [],
  rules,
  marking: null,
  seat: 1,
  stage: "scoring",
  contestantStatus: "present",
  locked: false,
  ...change,
});
const entry = (typed: string | null, change: Partial<Entry> = {}): Entry => ({
  aspectId: "A1.1",
  round: 1,
  value: typed,
  expectedVersion: 0,
  ...change,
});
const codeOf = (where: SheetContext, what: Entry): string => {
  const outcome = decideEntry(where, what);
  return outcome.ok ? "ok" : outcome.refusal.code;
};

describe("录入一个分数", () => {
  test("第一次录入得第 1 版，再录得下一版", () => {
    expect(decideEntry(context(), entry("4.5"))).toEqual({
      ok: true,
      value: { seat: 0, round: 1, version: 1, value: "4.5" },
    });
    const again = context({ cells: [cell("甲", "A1.1", "4.5", { version: 7 })] });
    expect(decideEntry(again, entry("5", { expectedVersion: 7 }))).toEqual({
      ok: true,
      value: { seat: 0, round: 1, version: 8, value: "5" },
    });
  });

  test("清除用空值，也是一个新版", () => {
    const given = context({ cells: [cell("甲", "A1.1", "4.5", { version: 2 })] });
    expect(decideEntry(given, entry(null, { expectedVersion: 2 }))).toEqual({
      ok: true,
      value: { seat: 0, round: 1, version: 3, value: null },
    });
  });

  test.each([
    "set-up",
    "drawn",
    "complete",
    "checked",
    "signed",
    "decoded",
    "announced",
    "notice",
    "published",
  ])("赛项在 %s 时不能录入", (stage) => {
    expect(codeOf(context({ stage }), entry("1"))).toBe("marking.not-open");
  });

  test.each(["absent", "withdrawn", "disqualified"])("选手 %s 时不能录入", (contestantStatus) => {
    expect(codeOf(context({ contestantStatus }), entry("1"))).toBe("marking.competitor-out");
  });

  test("子项锁定后不能录入，也不能清除", () => {
    expect(codeOf(context({ locked: true }), entry("1"))).toBe("marking.sheet-locked");
    expect(codeOf(context({ locked: true }), entry(null))).toBe("marking.sheet-locked");
  });

  test.each([
    ["0.25", "marking.wrong-step"],
    ["5.5", "marking.above-max"],
    ["-1", "marking.below-zero"],
    ["1e309", "marking.not-a-number"],
    ["NaN", "marking.not-a-number"],
    ["-0", "marking.not-a-number"],
    ["１.５", "marking.not-a-number"],
    ["", "marking.not-a-number"],
  ])("记分 %j：%s", (typed, code) => {
    expect(codeOf(context(), entry(typed))).toBe(code);
  });

  test("测量只有满分与零，没有一半", () => {
    expect(codeOf(context({ aspect: full }), entry("1.00"))).toBe("marking.not-full-or-zero");
    expect(codeOf(context({ aspect: full }), entry("2"))).toBe("ok");
    expect(codeOf(context({ aspect: full }), entry("0"))).toBe("ok");
  });

  test("旧版录入被拒，并说出现在是什么", () => {
    const theirs = context({ cells: [cell("甲", "A1.1", "3.5", { version: 4 })] });
    for (const expectedVersion of [0, 3, 5]) {
      expect(decideEntry(theirs, entry("4", { expectedVersion }))).toEqual({
        ok: false,
        refusal: { code: "marking.stale", params: { theirs: "3.5", version: 4 } },
      });
    }
    expect(codeOf(context(), entry("4", { expectedVersion: 1 }))).toBe("marking.stale");
  });

  test("测量与记分没有第二轮", () => {
    expect(codeOf(context(), entry("1", { round: 2 }))).toBe("marking.round-not-open");
  });
});

describe("录入一个评价", () => {
  const judged = (cells: SheetContext["cells"], seat = 1, change: Partial<SheetContext> = {}) =>
    context({ aspect: level, cells, seat, ...change });
  const give = (typed: string | null, round = 1, expectedVersion = 0): Entry =>
    entry(typed, { aspectId: "A1.3", round, expectedVersion });

  test("写进自己的席位，别席已给不妨碍", () => {
    const others = levelCells("甲", "A1.3", [null, 3, 3]);
    expect(decideEntry(judged(others), give("2"))).toEqual({
      ok: true,
      value: { seat: 1, round: 1, version: 1, value: "2" },
    });
  });

  test.each(["4", "1.5", "-1", "03", "二"])("%j 不是 0–3 级", (typed) => {
    expect(decideEntry(judged([]), give(typed)).ok).toBe(false);
  });

  test("齐席之前可以改，可以清除；版本只认自己的格子", () => {
    const mine = levelCells("甲", "A1.3", [2, 3, null]);
    expect(decideEntry(judged(mine), give("3", 1, 1))).toMatchObject({
      ok: true,
      value: { version: 2, value: "3" },
    });
    expect(decideEntry(judged(mine), give(null, 1, 1))).toMatchObject({
      ok: true,
      value: { version: 2, value: null },
    });
  });

  test("旧版被拒时说出的是自己席位的值，不是别席的", () => {
    const cells = levelCells("甲", "A1.3", [0, 3, null]);
    expect(decideEntry(judged(cells, 3), give("1", 1, 1))).toEqual({
      ok: false,
      refusal: { code: "marking.stale", params: { theirs: "", version: 0 } },
    });
  });

  test("第二轮只在第一轮齐席且分差超限之后", () => {
    expect(codeOf(judged([]), give("1", 2))).toBe("marking.round-not-open");
    expect(codeOf(judged(levelCells("甲", "A1.3", [0, 3, null])), give("1", 2))).toBe(
      "marking.round-not-open",
    );
    expect(codeOf(judged(levelCells("甲", "A1.3", [1, 1, 2])), give("1", 2))).toBe("marking.round-not-open");
    const apart = levelCells("甲", "A1.3", [0, 2, 2]);
    expect(decideEntry(judged(apart), give("1", 2))).toMatchObject({
      ok: true,
      value: { round: 2, version: 1 },
    });
    expect(codeOf(judged(apart), give("1", 3))).toBe("marking.round-not-open");
  });

  test("第二轮开始后，第一轮不能再改，留作记录", () => {
    const apart = levelCells("甲", "A1.3", [0, 2, 2]);
    expect(decideEntry(judged(apart), give("1", 1, 1))).toEqual({
      ok: false,
      refusal: { code: "marking.round-not-open", params: { round: 2 } },
    });
  });

  test("达成一致后不能再改，也不能清除", () => {
    const agreed = levelCells("甲", "A1.3", [1, 1, 2]);
    expect(codeOf(judged(agreed), give("2", 1, 1))).toBe("marking.round-not-open");
    expect(codeOf(judged(agreed), give(null, 1, 1))).toBe("marking.round-not-open");
  });

  test("席位超出评价席数，不再收他的级别；测量仍收", () => {
    expect(codeOf(judged([], 4), give("1"))).toBe("marking.seat-ended");
    expect(codeOf(context({ seat: 4 }), entry("1"))).toBe("ok");
  });
});

describe("评分表", () => {
  const aspects = [half, full, level];

  test("小计只加已成立的：评价未齐席不计，未评不当作零", () => {
    const cells = [cell("甲", "A1.1", "4.5"), ...levelCells("甲", "A1.3", [2, 2, null])];
    const open = subtotal(aspects, cells, rules);
    expect([open.marks.equals(exact("4.5")), open.agreed, open.of]).toEqual([true, 1, 3]);
    const zeroes = [cell("甲", "A1.1", "0"), cell("甲", "A1.2", "0"), ...levelCells("甲", "A1.3", [0, 0, 0])];
    expect(subtotal(aspects, zeroes, rules)).toMatchObject({ agreed: 3, of: 3 });
  });

  test("签字所据的内容与存放次序无关，任何一格的值、版次、席位或轮次变动都不同", () => {
    const cells = [
      cell("甲", "A1.10", "1"),
      cell("甲", "A1.2", null),
      ...levelCells("甲", "A1.3", [0, 2, 2]),
    ];
    const content = sheetContent(cells);
    expect(sheetContent(cells.toReversed())).toBe(content);
    expect(content).toBe("A1.10/0/1=1@1\nA1.2/0/1=@1\nA1.3/1/1=0@1\nA1.3/2/1=2@1\nA1.3/3/1=2@1");
    for (const [place, one] of cells.entries()) {
      for (const change of [
        { value: "3" },
        { version: 2 },
        { seat: 9 },
        { round: 2 },
        { aspectId: "A1.9" },
      ]) {
        expect(sheetContent(cells.with(place, { ...one, ...change }))).not.toBe(content);
      }
    }
  });

  test("签字所据的次序不随机器的语言而变", () => {
    const told = String.prototype.localeCompare;
    const cells = [cell("甲", "AA1.1", "1"), cell("甲", "B1.1", "1"), cell("甲", "a1.1", "1")];
    const content = sheetContent(cells);
    for (const language of ["da", "th", "zh"]) {
      String.prototype.localeCompare = function (other) {
        return told.call(this, other, language);
      };
      try {
        expect(sheetContent(cells)).toBe(content);
      } finally {
        String.prototype.localeCompare = told;
      }
    }
  });
});
