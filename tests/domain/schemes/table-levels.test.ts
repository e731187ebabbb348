// Levels in a Chinese scoring table: whatever says that there are four of them makes the line a judgement, and is told.
import { describe, expect, it } from "vitest";
import type { CisCell } from "#domain/schemes/cis-cell.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { readSchemeRows } from "#domain/schemes/sheet.ts";

const told = (grid: CisCell[][]) => {
  const { scheme, errors, warnings } = readSchemeRows(grid);
  return { scheme, errors, warnings: warnings.map(({ cell, code }) => `${cell} ${code}`) };
};

describe("四级的评分表", () => {
  const none = ["", "", "", ""];
  const described = ["未做", "基本", "良好", "优秀"];
  it.each<[string, CisCell[][], string[], string[], string[]]>([
    [
      "类型写“四级”",
      [
        ["项目", "评分内容", "类型", "配分"],
        ["甲", "成形", "四级", 100],
      ],
      none,
      ["C2 rule-as-levels", "C2 levels-missing"],
      ["judgement"],
    ],
    [
      "评分标准写“0-3 级”",
      [
        ["项目", "评分内容", "配分", "评分标准"],
        ["甲", "成形", 100, "0～3 级"],
      ],
      none,
      ["D2 rule-as-levels", "D2 levels-missing"],
      ["judgement"],
    ],
    [
      "评分标准逐级写明",
      [
        ["项目", "评分内容", "配分", "评分标准"],
        ["甲", "成形", 100, "0级：未做；1级：基本；2级：良好；3级：优秀。"],
      ],
      described,
      ["D2 rule-as-levels"],
      ["judgement"],
    ],
    [
      "“0-3”一列只填了一行",
      [
        ["项目", "评分内容", "配分", "0-3"],
        ["甲", "成形", 60, "√"],
        ["甲", "尺寸", 40, null],
      ],
      none,
      ["D2 rule-as-levels", "D2 levels-missing", "C3 rule-as-steps"],
      ["judgement", "value"],
    ],
    [
      "“四级评价”一列留空待勾选",
      [
        ["项目", "评分内容", "配分", "四级评价"],
        ["甲", "成形", 60, null],
        ["甲", "外观", 40, null],
        ["合计", null, 100, 3],
      ],
      none,
      ["D2 rule-as-levels", "D2 levels-missing", "D3 rule-as-levels", "D3 levels-missing"],
      ["judgement", "judgement"],
    ],
    [
      "四列分别写明各级；类型写测量的仍是测量",
      [
        ["项目", "评分内容", "类型", "配分", 0, 1, 2, 3],
        ["甲", "成形", null, 60, "未做", "基本", "良好", "优秀"],
        ["甲", "长度", "测量", 40, "√", null, null, null],
      ],
      described,
      ["E2 rule-as-levels"],
      ["judgement", "measurement"],
    ],
  ])("四级的一列读成评价并提示核对：%s", (_, grid, levels, warnings, kinds) => {
    const read = told(grid);
    expect(read.errors).toEqual([]);
    expect(read.warnings).toEqual(warnings);
    expect(aspectsOf(read.scheme!).map(({ kind }) => kind)).toEqual(kinds);
    expect(aspectsOf(read.scheme!)[0]).toMatchObject({ levels });
  });

  it.each<[string, CisCell]>([
    ["可给的分值", "3/2/1/0"],
    ["给分的范围", "0-3分"],
    ["一级、二级", "一级"],
    ["只写了两级", "0级：未做；3级：优秀"],
  ])("不是四级的不读成评价：%s", (_, rule) => {
    const { scheme } = told([
      ["项目", "评分内容", "配分", "评分标准"],
      ["甲", "成形", 3, rule],
    ]);
    expect(aspectsOf(scheme!)[0]!.kind).not.toBe("judgement");
  });

  it("只有 1、2、3 三列（裁判打分栏）不是四级", () => {
    const { scheme } = told([
      ["项目", "评分内容", "配分", "1", "2", "3"],
      ["甲", "成形", 100, 8, 9, 7],
    ]);
    expect(aspectsOf(scheme!)[0]!.kind).toBe("value");
  });
});
