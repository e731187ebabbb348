// Domain 6: an open board ranks only over locked sub-criteria, and a coded skill has none while it is marked.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Stage, stages } from "#domain/competitions/skill.ts";
import { boardView } from "#domain/live/board.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { cellsOf, contestant, rules } from "../skills.ts";
import { anyCells, full, state } from "./state.ts";

const uncoded = { ...rules, codingLayers: 0 };

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

  test("全部锁定之后按本赛项的规则：加权、同分排序都算", () => {
    const open = (locked: string[], more: Partial<typeof rules>) =>
      boardView(state({ openBoard: true, rules: { ...uncoded, ...more }, cells, locked: new Set(locked) }));
    const components = [
      { id: "theory", name: "理论", weight: "0.5", criteria: ["B"] },
      { id: "practical", name: "实操", weight: "0.5", criteria: ["A"] },
    ];
    expect(open(["A1", "A2"], { components })["row:R-01"]).toMatchObject({ total: "60.00" });
    expect(open(["A1", "A2", "B1"], { components })).toMatchObject({
      "row:R-02": { rank: 1, total: "99.583333" },
      "row:R-01": { rank: 2, total: "50.00" },
    });
  });

  test("分阶段的赛项按已全部锁定的阶段排名：决赛未锁完，初赛名次不变，初赛分不与决赛分相加", () => {
    const contestStages = [
      { id: "heat", name: "初赛", criteria: ["A"], advance: 2 },
      { id: "final", name: "决赛", criteria: ["B"] },
    ];
    const staged = [
      ...cellsOf("contestant-1", { ...full, "B1.1": "0" }),
      ...cellsOf("contestant-2", full),
      ...cellsOf("contestant-3", { ...full, "A1.2": "1.00", "B1.1": null }),
    ];
    const open = (locked: string[]) =>
      boardView(
        state({
          openBoard: true,
          rules: { ...uncoded, contestStages },
          cells: staged,
          locked: new Set(locked),
        }),
      );
    expect(open(["A1"])).toMatchObject({ "row:R-01": { rank: 1, total: "40.00" } });
    expect(open(["A1", "A2"])).toMatchObject({
      "row:R-01": { rank: 1, total: "60.00" },
      "row:R-02": { rank: 1, total: "60.00" },
      "row:R-03": { rank: 3, total: "51.00" },
    });
    expect(open(["A1", "A2", "B1"])).toMatchObject({
      "row:R-02": { rank: 1, total: "40.00" },
      "row:R-01": { rank: 2, total: "0.00" },
      "row:R-03": { rank: 3, total: "51.00" },
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
