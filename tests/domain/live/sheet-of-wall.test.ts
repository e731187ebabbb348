// Domain 6: of a spread the chief judge reads the round that all seats have seen; never a level of a round still open, nor any where he may key the paper again unseen.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetOnWall } from "#domain/live/sheet-of-wall.ts";
import { panelView } from "#domain/live/views.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import { cell, levelCells, rules } from "../skills.ts";
import { anyCells, type Change, state } from "./state.ts";

const id = "contestant-1";
const levels = (given: readonly (number | null)[], round = 1) => levelCells(id, "A2.1", given, round);
const sheet = (change: Change, sub = "A2") => {
  const now = state(change);
  return sheetOnWall(now, id, findSubCriterion(now.scheme, sub)!.subcriterion);
};

describe("六、裁判长看一张评分表", () => {
  test.each<[string, readonly Cell[], object]>([
    ["未评", [], { state: "unset", round: 1, spread: null }],
    ["各席未交齐，不显示任何等级", levels([0, 3, null]), { state: "pending", round: 1, spread: null }],
    ["分差超限，显示这一轮", levels([0, 2, 2]), { state: "disagreeing", round: 2, spread: [0, 2, 2] }],
    [
      "再评未交齐，只显示前一轮",
      [...levels([0, 2, 2]), ...levels([3, 3, null], 2)],
      { state: "pending", round: 2, spread: [0, 2, 2] },
    ],
    ["评定后不再显示", levels([1, 2, 2]), { state: "agreed", round: 1, spread: null }],
  ])("%s", (_, cells, told) => {
    expect(sheet({ cells })).toEqual([{ id: "A2.1", ...told }]);
  });

  test("测量与分值只说评没评，不说几分", () => {
    const told = sheet({ cells: [cell(id, "A1.2", "9.5")] }, "A1");
    expect(told.map(({ state: is }) => is)).toEqual(["unset", "agreed"]);
    expect(JSON.stringify(told)).not.toContain("9.5");
  });

  test("双人盲录的赛项不显示任何等级；其余的也只有各席都已看到的", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const blind = sheet({ cells, rules: { ...rules, confirm: "blind" } });
        expect(blind.map(({ spread }) => spread)).toEqual([null]);
        const panel = panelView(state({ cells }))[`${id}/A2.1`] as { levels: unknown } | undefined;
        for (const { spread } of sheet({ cells })) if (spread) expect(spread).toEqual(panel?.levels);
      }),
    );
  });
});
