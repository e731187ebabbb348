// Domain 6: one view per audience, composed of what it may see; what is frozen is never sent, so there is nothing to hide.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Stage, stages } from "#domain/competitions/skill.ts";
import { boardView, oversightView, panelView, progressView, type SkillState } from "#domain/live/views.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { soundScheme } from "../schemes/examples.ts";
import { cell, cellsOf, contestant, levelCells, type Marks, rules } from "../skills.ts";

const full: Marks = { "A1.1": "30.00", "A1.2": "10.00", "A2.1": [3, 3, 3], "B1.1": "40.00" };
const state = (change: Partial<SkillState> = {}): SkillState => ({
  skillId: "skill-17",
  stage: "scoring",
  openBoard: false,
  scheme: soundScheme(),
  rules,
  contestants: [contestant(1), contestant(2), contestant(3)],
  cells: [],
  confirmed: new Set(),
  locked: new Set(),
  ...change,
});
const uncoded = { ...rules, codingLayers: 0 };
const level = fc.option(fc.integer({ min: 0, max: 3 }));
const anyRounds = fc.array(fc.tuple(level, level, level), { maxLength: 3 });
/** Random cells of every kind for three contestants: A2.1 is the judgement, with up to three rounds each. */
const anyCells: fc.Arbitrary<Cell[]> = fc
  .tuple(
    ...[1, 2, 3].map((place) =>
      fc.tuple(
        fc.constant(`contestant-${place}`),
        anyRounds,
        fc.option(fc.constantFrom("0", "9.5")),
        fc.option(fc.constantFrom("0", "40.00")),
      ),
    ),
  )
  .map((people) =>
    people.flatMap(([id, rounds, value, measured]) => [
      ...rounds.flatMap((levels, at) => levelCells(id, "A2.1", levels, at + 1)),
      ...(value === null ? [] : [cell(id, "A1.2", value)]),
      ...(measured === null ? [] : [cell(id, "B1.1", measured)]),
    ]),
  );

/** Whether all three seats have given their level in that cell's round. */
const roundIsFull = (one: Cell, cells: readonly Cell[]): boolean =>
  cells.filter(
    (other) =>
      other.contestantId === one.contestantId && other.aspectId === one.aspectId && other.round === one.round,
  ).length >= 3;

describe("六、裁判席的视图", () => {
  test("席位未齐的轮次里，级别无论是几，视图一字不差", () => {
    fc.assert(
      fc.property(anyCells, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (cells, luck) => {
        const other = cells.map((one) => {
          const hidden = one.aspectId === "A2.1" && !roundIsFull(one, cells);
          return hidden ? { ...one, value: String(luck.next().value), version: one.version + 1 } : one;
        });
        expect(JSON.stringify(panelView(state({ cells: other })))).toBe(
          JSON.stringify(panelView(state({ cells }))),
        );
      }),
    );
  });

  test("给出的级别只有齐席的那一轮，分数只在达成一致之后", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        for (const [key, shown] of Object.entries(panelView(state({ cells })))) {
          if (!key.endsWith("/A2.1")) continue;
          const {
            state: at,
            levels,
            mark,
            round,
            given,
          } = shown as {
            state: string;
            levels: number[] | null;
            mark: string | null;
            round: number;
            given: number;
          };
          const told = cells.filter((one) => key === `${one.contestantId}/${one.aspectId}`);
          const inRound = (number: number) =>
            told.filter((one) => one.round === number).map((one) => Number(one.value));
          expect(mark === null).toBe(at !== "agreed");
          expect(given).toBe(inRound(round).length);
          if (levels) expect(levels).toEqual(inRound(at === "agreed" ? round : round - 1));
          else expect(inRound(round).length).toBeLessThan(3);
        }
      }),
    );
  });

  test("两席已给：只见有两席，不见几级，也不见分", () => {
    const view = panelView(state({ cells: levelCells("contestant-1", "A2.1", [3, null, 3]) }));
    expect(view).toEqual({
      stage: "scoring",
      locked: [],
      "contestant-1/A2.1": { state: "pending", round: 1, given: 2, mark: null, levels: null },
    });
  });

  test("测量与记分全组可见，带版次", () => {
    const view = panelView(state({ cells: [cell("contestant-2", "A1.2", "9.5", { version: 3 })] }));
    expect(view["contestant-2/A1.2"]).toEqual({ state: "agreed", mark: "9.5", version: 3 });
  });

  test("姓名、单位、总分和名次都不在里面，服务器手里有也不在", () => {
    const people = [1, 2, 3].map((place) => ({
      ...contestant(place),
      name: "王伟",
      delegation: "兰考代表队",
      entry: "17-003",
    }));
    const cells = people.flatMap(({ id }) => cellsOf(id, full));
    const text = JSON.stringify(panelView(state({ contestants: people, cells })));
    for (const secret of ["王伟", "兰考", "17-003", "rank", "total", "100.00"])
      expect(text).not.toContain(secret);
  });

  test("缺考等状态与锁定的子项照实说", () => {
    const view = panelView(state({ contestants: [contestant(1, "absent")], locked: new Set(["B1", "A1"]) }));
    expect(view).toEqual({ stage: "scoring", locked: ["A1", "B1"], "out:contestant-1": "absent" });
  });
});

describe("六、公众的进度", () => {
  test("只有几分之几和阶段：没有代号、选手、分数", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const view = progressView(state({ cells }));
        expect(Object.keys(view)).toEqual(["progress"]);
        expect(Object.keys(view.progress as object).sort()).toEqual(["marked", "of", "stage"]);
        expect(JSON.stringify(view)).not.toMatch(/R-|contestant|A1|A2|B1/);
      }),
    );
  });

  test("未齐席的评价不算已评；缺考的不在分母", () => {
    const cells = [...cellsOf("contestant-1", full), ...levelCells("contestant-2", "A2.1", [1, 1, null])];
    const people = [contestant(1), contestant(2), contestant(3, "absent")];
    expect(progressView(state({ cells, contestants: people }))).toEqual({
      progress: { marked: 4, of: 8, stage: "scoring" },
    });
  });
});

describe("六、公开的实时榜", () => {
  const cells = [
    ...cellsOf("contestant-1", { ...full, "B1.1": "0" }),
    ...cellsOf("contestant-2", { ...full, "A1.2": "9.50" }),
    ...cellsOf("contestant-3", { ...full, "A1.2": "9.50", "B1.1": null }),
  ];

  test.each(stages)("没有开放的赛项在 %s 阶段什么也没有", (stage) => {
    expect(boardView(state({ stage, cells, locked: new Set(["A1", "A2", "B1"]) }))).toEqual({});
    expect(boardView(state({ stage, cells, rules: uncoded, locked: new Set(["A1", "A2", "B1"]) }))).toEqual(
      {},
    );
  });

  const sealed: Stage[] = ["set-up", "drawn", "scoring", "complete", "checked", "signed"];
  test.each(sealed)("加密的赛项在 %s 阶段即使开放也什么没有", (stage) => {
    expect(boardView(state({ stage, openBoard: true, cells, locked: new Set(["A1", "A2", "B1"]) }))).toEqual(
      {},
    );
  });

  test("还没有子项锁定：只说已锁定 0/3", () => {
    expect(boardView(state({ openBoard: true, rules: uncoded, cells }))).toEqual({
      locked: { done: 0, of: 3 },
    });
  });

  test("只按已锁定的子项排名，未锁定的再高也不算", () => {
    const open = (locked: string[]) =>
      boardView(state({ openBoard: true, rules: uncoded, cells, locked: new Set(locked) }));
    expect(open(["A1"])).toEqual({
      locked: { done: 1, of: 3 },
      "row:R-01": { rank: 1, total: "40.00", status: "ranked" },
      "row:R-02": { rank: 2, total: "39.50", status: "ranked" },
      "row:R-03": { rank: 2, total: "39.50", status: "ranked" },
    });
    expect(open(["A1", "A2", "B1"])).toMatchObject({
      locked: { done: 3, of: 3 },
      "row:R-02": { rank: 1, total: "99.50" },
      "row:R-01": { rank: 2, total: "60.00" },
      "row:R-03": { rank: null, total: null, status: "incomplete" },
    });
  });

  test("未锁定的子项里无论填了什么，榜上一字不差", () => {
    fc.assert(
      fc.property(
        anyCells,
        anyCells,
        fc.constantFrom("scoring" as const, "decoded" as const),
        (some, others, stage) => {
          const locked = cells.filter(({ aspectId }) => aspectId.startsWith("A1"));
          const board = (rest: Cell[]) => {
            const open = rest.filter(({ aspectId }) => !aspectId.startsWith("A1"));
            return JSON.stringify(
              boardView(
                state({
                  stage,
                  openBoard: true,
                  rules: uncoded,
                  cells: [...locked, ...open],
                  locked: new Set(["A1"]),
                }),
              ),
            );
          };
          expect(board(others)).toBe(board(some));
        },
      ),
    );
  });

  test("缺考者列出而无名次；没有奖牌", () => {
    const view = boardView(
      state({
        openBoard: true,
        rules: uncoded,
        cells,
        contestants: [contestant(1), contestant(2, "absent")],
        locked: new Set(["A1"]),
      }),
    );
    expect(view["row:R-02"]).toMatchObject({ rank: null, status: "absent" });
    expect(JSON.stringify(view)).not.toMatch(/gold|silver|bronze/);
  });
});

describe("六、裁判长的总览", () => {
  const tileOf = (change: Partial<SkillState>, sub = "A1") =>
    oversightView(state(change))[`sheet:contestant-1~${sub}`];
  const a1 = [cell("contestant-1", "A1.1", "30.00"), cell("contestant-1", "A1.2", "10.00")];
  const second = { ...rules, confirm: "second" as const };

  test.each<[string, Partial<SkillState>, string, object]>([
    ["未评", {}, "A1", { state: "none", done: 0, of: 2 }],
    ["评了一半", { cells: a1.slice(0, 1) }, "A1", { state: "progress", done: 1, of: 2 }],
    ["清除后又成未评", { cells: [{ ...a1[0]!, value: null }] }, "A1", { state: "none", done: 0, of: 2 }],
    ["评完，不要求确认", { cells: a1 }, "A1", { state: "confirmed", done: 2, of: 2 }],
    ["评完，等第二人确认", { cells: a1, rules: second }, "A1", { state: "awaiting", done: 2, of: 2 }],
    [
      "第二人已确认",
      { cells: a1, rules: second, confirmed: new Set(["contestant-1~A1"]) },
      "A1",
      { state: "confirmed", done: 2, of: 2 },
    ],
    [
      "别人的表已确认不算",
      { cells: a1, rules: second, confirmed: new Set(["contestant-2~A1"]) },
      "A1",
      { state: "awaiting", done: 2, of: 2 },
    ],
    [
      "评价差一席",
      { cells: levelCells("contestant-1", "A2.1", [1, 2, null]) },
      "A2",
      { state: "progress", done: 0, of: 1 },
    ],
    [
      "评价分差超限",
      { cells: levelCells("contestant-1", "A2.1", [0, 2, 2]) },
      "A2",
      { state: "disagree", done: 0, of: 1 },
    ],
    ["子项已锁定", { cells: a1, locked: new Set(["A1"]) }, "A1", { state: "locked", done: 2, of: 2 }],
    ["选手缺考", { contestants: [contestant(1, "absent")] }, "A1", { state: "out", done: 0, of: 2 }],
    [
      "选手缺考而子项已锁定",
      { contestants: [contestant(1, "absent")], locked: new Set(["A1"]) },
      "A1",
      { state: "out", done: 0, of: 2 },
    ],
  ])("%s", (_, change, sub, tile) => {
    expect(tileOf(change, sub)).toEqual(tile);
  });

  test("每人每个子项一张表，每人一个总分；未评完没有名次", () => {
    const view = oversightView(state({ cells: [...cellsOf("contestant-1", full), ...a1] }));
    expect(Object.keys(view).filter((key) => key.startsWith("sheet:"))).toHaveLength(9);
    expect(view["total:contestant-1"]).toEqual({ rank: 1, total: "100.00", status: "ranked" });
    expect(view["total:contestant-2"]).toEqual({ rank: null, total: null, status: "incomplete" });
  });

  test("姓名不在裁判长的视图里", () => {
    const people = [{ ...contestant(1), name: "王伟" }];
    expect(JSON.stringify(oversightView(state({ contestants: people })))).not.toContain("王伟");
  });
});
