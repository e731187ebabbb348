// Domain 6: one view per audience, composed of what it may see; what is frozen is never sent, so there is nothing to hide.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { panelView, progressView } from "#domain/live/views.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { cell, cellsOf, contestant, levelCells } from "../skills.ts";
import { anyCells, full, state } from "./state.ts";

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
      scheme: expect.stringMatching(/^[0-9a-f]{12}$/),
      locked: [],
      reopened: [],
      "contestant-1/A2.1": { state: "pending", round: 1, given: 2, mark: null, levels: null },
    });
  });

  test("测量与记分全组可见，带版次", () => {
    const view = panelView(state({ cells: [cell("contestant-2", "A1.2", "9.5", { version: 3 })] }));
    expect(view["contestant-2/A1.2"]).toEqual({ state: "agreed", value: "9.5", version: 3 });
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

  test("评分标准换了一版，打开的评分表就知道", () => {
    const before = state({});
    const after = { ...before, scheme: { ...before.scheme, total: "99.00" } };
    expect(panelView(after)["scheme"]).not.toBe(panelView(before)["scheme"]);
    expect(panelView({ ...before, scheme: structuredClone(before.scheme) })["scheme"]).toBe(
      panelView(before)["scheme"],
    );
  });

  test("缺考等状态与锁定的子项照实说", () => {
    const view = panelView(state({ contestants: [contestant(1, "absent")], locked: new Set(["B1", "A1"]) }));
    expect(view).toEqual({
      stage: "scoring",
      scheme: expect.stringMatching(/^[0-9a-f]{12}$/),
      locked: ["A1", "B1"],
      reopened: [],
      "out:contestant-1": "absent",
    });
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
