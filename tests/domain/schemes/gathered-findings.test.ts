// The report of an import: what is the same down one column is said once, with its rows as people count them.
import { describe, expect, test } from "vitest";
import { gathered, rowsSaid } from "#domain/schemes/gathered-findings.ts";

describe("rows as a reader counts them", () => {
  test.each<[rows: number[], said: string]>([
    [[5], "5"],
    [[5, 6], "5、6"],
    [[5, 6, 7], "5–7"],
    [[5, 6, 8, 9, 10, 12], "5、6、8–10、12"],
    [[3, 5, 7], "3、5、7"],
    [[], ""],
  ])("%j: %s", (rows, said) => {
    expect(rowsSaid(rows, "、")).toBe(said);
  });
});

test("equal sentences of one column come together, in the order of their first cell", () => {
  const finding = (cell: string, message: string) => ({ cell, message });
  expect(
    gathered([
      finding("E3", "步长 0.50"),
      finding("C3", "描述为空"),
      finding("E4", "步长 0.01"),
      finding("E10", "步长 0.50"),
      finding("E9", "步长 0.50"),
      finding("AA9", "步长 0.50"),
      finding("E9", "步长 0.50"),
    ]),
  ).toEqual([
    { column: "E", rows: [3, 9, 10], message: "步长 0.50" },
    { column: "C", rows: [3], message: "描述为空" },
    { column: "E", rows: [4], message: "步长 0.01" },
    { column: "AA", rows: [9], message: "步长 0.50" },
  ]);
  expect(gathered([])).toEqual([]);
});
