// Domain 3.2, 去高去低: unset leaves it pending; only what the chief judge declares missing leaves before the trim.
import { describe, expect, test } from "vitest";
import { formatExact } from "#domain/exact.ts";
import { type Cell, missingCell } from "#domain/marking/mark.ts";
import { decideEntry } from "#domain/marking/sheet.ts";
import { aspectState, type MarkingRules } from "#domain/marking/states.ts";
import type { TrimmedAspect } from "#domain/schemes/aspect.ts";

const aspect: TrimmedAspect = {
  id: "A1.1",
  kind: "trimmed",
  description: "艺术表现",
  max: "20",
  step: "0.25",
  scale: "10",
};
const rules: MarkingRules = { maxSpread: 1, judgementSeats: 3, trimmed: { seats: 5, minJudges: 4 } };
const cells = (marks: readonly (string | null)[], round = 1): Cell[] =>
  marks.map((value, at) => ({ contestantId: "c", aspectId: "A1.1", seat: at + 1, round, version: 1, value }));
const five = cells(["8", "7", "9", "8.25", "7.75"]);
const worthOf = (given: readonly Cell[], by: MarkingRules = rules) => {
  const { state, worth } = aspectState(aspect, given, by);
  return [state, worth && formatExact(worth)];
};

test("7 和 9 去掉，8、8.25、7.75 平均 8，乘满分与给分上限之比", () => {
  expect(worthOf(five)).toEqual(["agreed", "16.00"]);
});

test("少一个是待评，不是零分", () => {
  expect(worthOf(five.slice(1))).toEqual(["pending", null]);
  expect(worthOf(five.with(0, { ...five[0]!, value: null }))).toEqual(["pending", null]);
  expect(worthOf([])).toEqual(["unset", null]);
});

test("宣布缺分的先离开，再去高去低；不当零分", () => {
  expect(worthOf([...five.slice(1), missingCell("c", "A1.1", 1)])).toEqual(["agreed", "16.00"]);
  expect(worthOf([...five, missingCell("c", "A1.1", 3)])).toEqual(["agreed", "15.75"]);
});

test("缺得太多，算不出来：由裁判组决定", () => {
  const two = [missingCell("c", "A1.1", 1), missingCell("c", "A1.1", 2)];
  expect(worthOf([...five, ...two])).toEqual(["pending", null]);
});

test("规则要求先把平均分舍入，再乘系数", () => {
  const thirds = cells(["8", "7", "9", "8", "7.75"]);
  expect(worthOf(thirds)).toEqual(["agreed", "15.833333"]);
  expect(worthOf(thirds, { ...rules, rounding: { mean: 2 } })).toEqual(["agreed", "15.84"]);
});

test("重新开启的一轮不再作数，下一轮到齐才算", () => {
  const reopened = five.map((cell) => ({ ...cell, reopened: true }));
  expect(worthOf(reopened)).toEqual(["unset", null]);
  expect(worthOf([...reopened, ...cells(["6", "6", "6", "6", "6"], 2)])).toEqual(["agreed", "12.00"]);
});

describe("录入", () => {
  const enter = (given: readonly Cell[], seat: number, value: string) =>
    decideEntry(
      {
        aspect,
        cells: given,
        rules,
        marking: null,
        seat,
        stage: "scoring",
        contestantStatus: "present",
        locked: false,
      },
      { aspectId: "A1.1", round: 1, value, expectedVersion: 0 },
    );
  test("第五席可给，第六席没有", () => {
    expect(enter(five.slice(0, 4), 5, "8")).toMatchObject({ ok: true, value: { seat: 5 } });
    expect(enter([], 6, "8")).toMatchObject({ ok: false, refusal: { code: "marking.seat-ended" } });
  });
  test("宣布缺分的席位不再录入", () => {
    expect(enter([missingCell("c", "A1.1", 5)], 5, "8")).toMatchObject({
      ok: false,
      refusal: { code: "marking.declared-missing" },
    });
  });
});
