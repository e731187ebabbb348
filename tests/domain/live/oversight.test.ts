// Domain 6: the chief judge sees every sheet's state, and ranks by code; nobody else does before signing.
import { describe, expect, test } from "vitest";
import { oversightView } from "#domain/live/views.ts";
import { cell, cellsOf, contestant, levelCells, rules } from "../skills.ts";
import { type Change, full, state } from "./state.ts";

describe("六、裁判长的总览", () => {
  const tileOf = (change: Change, sub = "A1") => oversightView(state(change))[`sheet:contestant-1~${sub}`];
  const a1 = [cell("contestant-1", "A1.1", "30.00"), cell("contestant-1", "A1.2", "10.00")];
  const second = { ...rules, confirm: "second" as const };

  test.each<[string, Change, string, object]>([
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
