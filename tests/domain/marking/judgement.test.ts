// Domain 3.2 judgement: (s1+s2+s3)/9 × max, half-up to 0.01; a spread over the limit asks for another round.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, exact } from "#domain/exact.ts";
import { judge, judgementMark, spread } from "#domain/marking/judgement.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { levelCells } from "../skills.ts";

/** Three levels and the mark they give; null where the spread is over 1. */
const table: [levels: number[], max: string, mark: string | null][] = [
  [[2, 2, 3], "1.50", "1.17"],
  [[0, 1, 1], "0.75", "0.17"],
  [[0, 2, 2], "1.00", null],
  [[1, 2, 3], "1.00", null],
  [[1, 2, 2], "1.00", "0.56"],
  [[3, 3, 3], "2.00", "2.00"],
  [[0, 0, 0], "2.00", "0.00"],
  [[3, 3, 3], "0.15", "0.15"],
  [[3, 3, 3], "0.125", "0.125"],
];
const round = (levels: readonly (number | null)[], number = 1): Cell[] =>
  levelCells("甲", "A1.1", levels, number);
const stand = (cells: readonly Cell[]) => judge(cells, 3, 1, "1.00");
const anyLevel = fc.integer({ min: 0, max: 3 });

describe("3.2 评价的分数", () => {
  test.each(table)("%j，满分 %s：%s", (levels, max, mark) => {
    expect(spread(levels) > 1).toBe(mark === null);
    const { state, mark: given } = judge(round(levels), 3, 1, max);
    expect([state, given]).toEqual(mark === null ? ["disagreeing", null] : ["agreed", mark]);
  });

  test("与项目共用的样例一致（有样例文件时）", () => {
    const shared = "../shared/vectors/scoring.json";
    const rows: { max: string; scores: number[]; mark?: string }[] = existsSync(shared)
      ? JSON.parse(readFileSync(shared, "utf8")).judgement
      : [];
    for (const { scores, max, mark } of rows) {
      expect(table).toContainEqual([scores, max, mark ?? null]);
    }
  });

  test("不低于零、不高于满分，抬高一级不会降分", () => {
    const max = fc.integer({ min: 1, max: 200_000 }).map((thousandths) => (thousandths / 1000).toFixed(3));
    fc.assert(
      fc.property(fc.array(anyLevel, { minLength: 1, maxLength: 7 }), max, fc.nat(), (levels, most, at) => {
        const mark = exact(judgementMark(levels, most));
        expect(mark.s >= 0n && compare(mark, exact(most)) <= 0).toBe(true);
        const raised = levels.map((level, place) =>
          place === at % levels.length ? Math.min(3, level + 1) : level,
        );
        expect(compare(exact(judgementMark(raised, most)), mark)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("3.2 评价的轮次", () => {
  test("没有人给分是未评；不到三席是等待，只说几席，不说几级", () => {
    expect(stand([])).toEqual({ state: "unset", round: 1, given: 0, mark: null, levels: null });
    expect(stand(round([2, null, 3]))).toEqual({
      state: "pending",
      round: 1,
      given: 2,
      mark: null,
      levels: null,
    });
  });

  test("三席齐而分差超限：第一轮摊开，第二轮开始", () => {
    expect(stand(round([0, 2, 2]))).toEqual({
      state: "disagreeing",
      round: 2,
      given: 0,
      mark: null,
      levels: [0, 2, 2],
    });
  });

  test("第二轮进行中只见第一轮的级别，齐后以第二轮为准", () => {
    const first = round([0, 2, 2]);
    expect(stand([...first, ...round([1, null, null], 2)])).toEqual({
      state: "pending",
      round: 2,
      given: 1,
      mark: null,
      levels: [0, 2, 2],
    });
    const second = [...first, ...round([1, 1, 2], 2)];
    expect(stand(second)).toEqual({ state: "agreed", round: 2, given: 3, mark: "0.44", levels: [1, 1, 2] });
  });

  test("第二轮仍超限则有第三轮", () => {
    expect(stand([...round([0, 2, 2]), ...round([0, 2, 2], 2)])).toMatchObject({
      state: "disagreeing",
      round: 3,
    });
  });

  test("清除的格子等于没有给过", () => {
    const cleared = round([2, 2, 2]).map((cell) => (cell.seat === 2 ? { ...cell, value: null } : cell));
    expect(stand(cleared)).toEqual({ state: "pending", round: 1, given: 2, mark: null, levels: null });
  });

  test("分差的限度是赛项的规则：限度 2 时 0、2、2 有分，限度 0 时 1、1、2 没有", () => {
    expect(judge(round([0, 2, 2]), 3, 2, "1.00")).toMatchObject({ state: "agreed", mark: "0.44" });
    expect(judge(round([1, 1, 2]), 3, 0, "1.00")).toMatchObject({ state: "disagreeing", mark: null });
  });

  describe("轮次上限", () => {
    const apart = (number: number): Cell[] => round([0, 2, 2], number);
    const upTo = (maxRounds: number, cells: readonly Cell[]) => judge(cells, 3, 1, "1.00", maxRounds);
    const reopened = (cells: readonly Cell[]): Cell[] => cells.map((cell) => ({ ...cell, reopened: true }));

    test.each<
      [what: string, maxRounds: number, cells: Cell[], state: string, round: number, mark: string | null]
    >([
      ["上限 2，第一轮超限，仍须再评", 2, apart(1), "disagreeing", 2, null],
      ["上限 2，第二轮仍超限，以第二轮为准", 2, [...apart(1), ...round([0, 3, 3], 2)], "agreed", 2, "0.67"],
      ["上限 2，第二轮没有评齐，还不算", 2, [...apart(1), ...round([0, null, 3], 2)], "pending", 2, null],
      ["上限 1，首轮不论分差", 1, apart(1), "agreed", 1, "0.44"],
      ["上限 3，第一轮就在分差以内，不必再评", 3, round([1, 2, 2]), "agreed", 1, "0.56"],
      [
        "上限 1，重开之后从头数起：新一轮不论分差",
        1,
        [...reopened(apart(1)), ...apart(2)],
        "agreed",
        2,
        "0.44",
      ],
      [
        "上限 2，重开之后从头数起：还可再评一轮",
        2,
        [...reopened(apart(1)), ...apart(2)],
        "disagreeing",
        3,
        null,
      ],
    ])("%s", (_what, maxRounds, cells, state, number, mark) => {
      expect(upTo(maxRounds, cells)).toMatchObject({ state, round: number, mark });
    });
  });

  test("级别按席位列出，与存放的次序无关", () => {
    const rounds = fc.array(fc.array(fc.option(anyLevel), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    });
    const cells = rounds.map((list) => list.flatMap((levels, place) => round(levels, place + 1)));
    const orders = cells.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(orders, ([list, other]) => {
        expect(stand(other)).toEqual(stand(list));
      }),
    );
    expect(stand(round([0, 2, 3]).toReversed()).levels).toEqual([0, 2, 3]);
  });
});
