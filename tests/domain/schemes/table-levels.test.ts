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

describe("四级一列里的“否”和没有读入的各级说明", () => {
  const header: CisCell[] = ["项目", "评分内容", "类型", "配分"];
  const words = ["未做", "基本", "良好", "优秀"];

  it.each(["否", "/", "／", "×", "x", "无", "—", "-", "不是"])("“%s”不使这一行成为评价", (mark) => {
    const { scheme, warnings } = told([
      [...header, "四级"],
      ["甲", "成形", null, 60, "√"],
      ["甲", "尺寸", null, 40, mark],
    ]);
    expect(aspectsOf(scheme!).map(({ kind }) => kind)).toEqual(["judgement", "value"]);
    expect(warnings).not.toContain("E3 rule-as-levels");
  });

  it.each<[CisCell[], string[]]>([
    [
      ["无", "少量", "较多", "完整"],
      ["无", "少量", "较多", "完整"],
    ],
    [
      ["没有", "有", null, null],
      ["没有", "有", "", ""],
    ],
    [
      [null, null, "√", null],
      ["", "", "", ""],
    ],
  ])("四列里 %j 的“无”是第 0 级的说明", (line, levels) => {
    const { scheme } = told([
      [...header, 0, 1, 2, 3],
      ["甲", "成形", null, 100, ...line],
    ]);
    expect(aspectsOf(scheme!)[0]).toMatchObject({ kind: "judgement", levels });
  });

  it("一列全写“否”的，没有一行是评价", () => {
    const { scheme } = told([
      [...header, "四级"],
      ["甲", "成形", null, 60, "否"],
      ["甲", "尺寸", null, 40, "否"],
    ]);
    expect(aspectsOf(scheme!).map(({ kind }) => kind)).toEqual(["value", "value"]);
  });

  it.each<[string, CisCell[], CisCell[], string[], string[]]>([
    ["类型是测量，四列都写了", [0, 1, 2, 3], ["M", ...words], ["measurement"], ["E2 levels-unread"]],
    [
      "类型是测量，只写了后两列",
      [0, 1, 2, 3],
      ["M", null, null, "良", "优"],
      ["measurement"],
      ["G2 levels-unread"],
    ],
    [
      "类型是测量，四级一列写了说明",
      ["四级"],
      ["测量", "0：差；1：可；2：良；3：优"],
      ["measurement"],
      ["E2 levels-unread"],
    ],
    ["类型是测量，四级一列打勾", ["四级"], ["测量", "√"], ["measurement"], []],
    [
      "表头只有三列",
      ["1级", "2级", "3级"],
      ["评价", "少", "较多", "完整"],
      ["judgement"],
      ["E2 levels-unread"],
    ],
    [
      "表头只有三列，没有类型",
      ["1级", "2级", "3级"],
      [null, "少", "较多", "完整"],
      ["value"],
      ["E2 levels-unread"],
    ],
    [
      "四列只写了三列",
      [0, 1, 2, 3],
      [null, "未做", "基本", "良好", null],
      ["judgement"],
      ["E2 levels-missing"],
    ],
    ["四列都写“否”", [0, 1, 2, 3], [null, "否", "/", "×", "无"], ["value"], []],
  ])("写了的各级说明不会不声不响地丢掉：%s", (_, columns, line, kinds, expected) => {
    const { scheme, warnings } = told([
      [...header, ...columns],
      ["甲", "成形", line[0]!, 100, ...line.slice(1)],
    ]);
    expect(aspectsOf(scheme!).map(({ kind }) => kind)).toEqual(kinds);
    expect(warnings.filter((one) => /levels-unread|levels-missing/.test(one))).toEqual(
      expect.arrayContaining(expected),
    );
    expect(warnings.filter((one) => /levels-unread/.test(one))).toHaveLength(
      expected.filter((one) => /levels-unread/.test(one)).length,
    );
  });
});

describe("一张表里的四级一列", () => {
  it("后一张表不按前一张的列判断", () => {
    const { scheme } = told([
      ["项目", "评分内容", "配分", "四级"],
      ["甲", "一", 50, null],
      ["项目", "评分内容", "配分", "评分标准"],
      ["乙", "二", 50, "每处扣5分"],
    ]);
    expect(aspectsOf(scheme!).map(({ kind }) => kind)).toEqual(["judgement", "deduction"]);
  });

  it("换页重复的表头不另成一张表：勾选过的一页说明另一页没有勾", () => {
    const header: CisCell[] = ["项目", "评分内容", "配分", "四级"];
    const { scheme } = told([header, ["甲", "一", 50, null], header, ["甲", "二", 50, "√"]]);
    expect(aspectsOf(scheme!).map(({ kind }) => kind)).toEqual(["value", "judgement"]);
  });
});

describe("再长的单元格、再多的表头也只读一遍", () => {
  const rows = (rule: CisCell): CisCell[][] => [
    ["项目", "评分内容", "配分", "评分标准"],
    ["甲", "一", 100, rule],
  ];
  it.each<[string, CisCell[][]]>([
    ["空格", rows(`甲${" ".repeat(120_000)}乙`)],
    ["数字后的空格", rows(`0${" ".repeat(120_000)}乙`)],
    ["四级之后的分号", rows(`0：a;1：b;2：c;3：d${";".repeat(120_000)}乙`)],
    [
      "分值前后的空格",
      [
        ["项目", "评分内容", "配分"],
        ["甲", "一", `${" ".repeat(120_000)}2${" ".repeat(9)}分`],
      ],
    ],
    [
      "四级列",
      [
        ["项目", "评分内容", "配分", "四级"],
        ["甲", "一", 100, `0：${" ".repeat(120_000)}乙`],
      ],
    ],
    ["五千行表头", Array.from({ length: 5000 }, () => ["项目", "评分内容", "配分", "四级"])],
  ])("%s", (_, grid) => {
    const start = performance.now();
    readSchemeRows(grid);
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it.each([
    ["评分标准", "D2 text-too-long"],
    ["四级", "D2 text-too-long"],
  ])("超过 2000 字的%s是错误，不再往下读", (column, expected) => {
    const { errors } = readSchemeRows([
      ["项目", "评分内容", "配分", column],
      ["甲", "一", 100, `0：${"甲".repeat(2000)}；1：乙；2：丙；3：丁`],
    ]);
    expect(errors.map(({ cell, code }) => `${cell} ${code}`)).toEqual([expected]);
  });
});
