// Chinese scoring tables as organizers write them: items over lines, rules in words, sums at the end, and what is wrong with them.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CisCell } from "#domain/schemes/cis-cell.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { isLockable } from "#domain/schemes/scheme-problems.ts";
import { readSchemeRows } from "#domain/schemes/sheet.ts";

const told = (grid: CisCell[][]) => {
  const { scheme, errors, warnings } = readSchemeRows(grid);
  return {
    scheme,
    errors: errors.map(({ cell, code }) => `${cell} ${code}`),
    warnings: warnings.map(({ cell, code }) => `${cell} ${code}`),
  };
};

const bed: CisCell[][] = [
  ["中式铺床评分表"],
  ["序号", "项目", "评分内容", "配分", "评分标准", "得分"],
  [1, "床单", "一次抛单定位", 6, "两次扣2，三次及以上不得分", null],
  [2, null, "正反面准确", 1, "抛反0", null],
  [3, null, "包角紧密平整", "5分", "每处扣 1.5 分", null],
  [4, "被套", "一次抛开、平整", 4, "4/2/0", null],
  [5, null, "整体效果", 84, "", null],
  [null, "合计", null, 100, null, null],
];

describe("中文评分表", () => {
  it("项目成为标准，逐行成为评分点，合计行是声明的总分", () => {
    const { scheme, errors, warnings } = told(bed);
    expect(errors).toEqual([]);
    expect(scheme).toMatchObject({
      total: "100.00",
      criteria: [
        { id: "A", name: "床单", max: "12.00", subcriteria: [{ id: "A1", name: "床单", day: 1 }] },
        { id: "B", name: "被套", max: "88.00" },
      ],
    });
    expect(aspectsOf(scheme!)).toMatchObject([
      { id: "A1.1", kind: "value", step: "0.50", requirement: "两次扣2，三次及以上不得分", row: 3 },
      { id: "A1.2", kind: "value", max: "1.00" },
      { id: "A1.3", kind: "deduction", max: "5.00", perFault: "1.50" },
      { id: "B1.1", kind: "measurement", how: { by: "list", marks: ["4.00", "2.00", "0.00"] } },
      { id: "B1.2", kind: "value", max: "84.00" },
    ]);
    expect(warnings).toContain("E5 rule-as-faults");
    expect(warnings).toContain("E6 rule-as-list");
    expect(isLockable(scheme!)).toBe(true);
  });

  it("只有项目一列时逐行就是评分点", () => {
    const { scheme, errors } = told([
      ["评分项目", "满分"],
      ["观感", 20],
      ["味感", 80],
    ]);
    expect(errors).toEqual([]);
    expect(scheme!.criteria).toHaveLength(1);
    expect(aspectsOf(scheme!).map(({ id, description }) => `${id} ${description}`)).toEqual([
      "A1.1 观感",
      "A1.2 味感",
    ]);
  });

  it("类型写明的按类型：测量为满分或 0，评价待补四级描述", () => {
    const { scheme, warnings } = told([
      ["项目", "评分内容", "类型", "配分"],
      ["外观", "无裂纹", "М", 40],
      ["外观", "成形", "评价", 60],
    ]);
    expect(aspectsOf(scheme!)).toMatchObject([
      { kind: "measurement" },
      { kind: "judgement", levels: ["", "", "", ""] },
    ]);
    expect(aspectsOf(scheme!)[0]).not.toHaveProperty("how");
    expect(warnings).toEqual(["C2 look-alike-letter", "C3 levels-missing"]);
    expect(scheme!.criteria).toHaveLength(1);
  });

  it.each<[string, CisCell, string]>([
    ["分值为空", null, "D3 max-empty"],
    ["分值列写了批注", "酌情", "D3 mark-text"],
    ["分值是 0", 0, "D3 max-not-positive"],
    ["分值被变成日期", { fault: "date" }, "D3 mark-date"],
    ["公式没有结果", { fault: "not-calculated" }, "D3 mark-not-calculated"],
  ])("须更正：%s", (_, max, expected) => {
    const grid = bed.map((row) => [...row]);
    grid[2]![3] = max;
    expect(told(grid).errors).toEqual([expected]);
  });

  it("请核对：逗号小数、重复表头、合计不符、总分不是 100", () => {
    const { errors, warnings } = told([
      ["项目", "评分内容", "配分", "评分标准"],
      ["制作", "尺寸", "12,5", ""],
      ["项目", "评分内容", "配分", "评分标准"],
      ["制作", "外观", 20, ""],
      ["合计", null, 40, null],
    ]);
    expect(errors).toEqual([]);
    expect(warnings).toEqual(
      expect.arrayContaining([
        "C2 comma-decimal",
        "C3 header-repeated",
        "C5 total-differs",
        "C5 total-not-100",
      ]),
    );
  });

  it("小计行不是声明的总分，也不是评分点", () => {
    const { scheme, errors } = told([
      ["项目", "评分内容", "配分"],
      ["甲", "一", 40],
      ["小计", null, 40],
      ["乙", "二", 60],
      [null, "小计", 60],
      ["总分", null, 100],
    ]);
    expect(errors).toEqual([]);
    expect([scheme!.total, aspectsOf(scheme!).length]).toEqual(["100.00", 2]);
  });

  it("合计读不成数的，指出单元格；名叫“总分”的评分点不当作合计", () => {
    const grid = (total: CisCell): CisCell[][] => [
      ["项目", "评分内容", "配分"],
      ["甲", "总分", 40],
      ["甲", "其他", 60],
      ["合计", null, total],
    ];
    expect(told(grid(100))).toMatchObject({
      errors: [],
      warnings: expect.not.arrayContaining(["C4 total-differs"]),
    });
    expect(aspectsOf(told(grid(100)).scheme!)).toHaveLength(2);
    expect(told(grid(-5)).errors).toEqual(["C4 max-not-positive"]);
    expect(told(grid("一百")).errors).toEqual(["C4 mark-text"]);
  });

  it("分值表有高于满分的，不当作可给的分值", () => {
    const { scheme } = told([
      ["项目", "评分内容", "配分", "评分标准"],
      ["甲", "一", 25, "25/30"],
      ["甲", "二", 75, "每处扣 5%"],
    ]);
    expect(aspectsOf(scheme!).map(({ kind }) => kind)).toEqual(["value", "value"]);
  });

  it("类型认不得、没有评分点、不是评分表", () => {
    expect(
      told([
        ["项目", "内容", "类型", "分值"],
        ["甲", "乙", "X", 100],
      ]).errors,
    ).toEqual(["C2 type-unreadable"]);
    expect(told([["项目", "评分内容", "配分"]]).errors).toEqual(["A1 scheme-without-aspects"]);
    expect(told([["姓名", "单位"]]).errors).toEqual(["A1 table-not-found"]);
  });

  it("评分内容为空的，以项目名称代替并提示；“20分”不算文本格式的数字", () => {
    const { scheme, warnings } = told([
      ["项目", "评分内容", "配分", "类型"],
      ["外观", null, "20分", "测量"],
      [null, null, "80 分", "测量"],
    ]);
    expect(aspectsOf(scheme!).map(({ description }) => description)).toEqual(["外观", ""]);
    expect(warnings).toEqual(["B2 content-empty", "B3 description-empty"]);
  });

  it.each<[string, number, CisCell, boolean]>([
    ["配分读不成数", 2, "酌情", false],
    ["类型认不得", 3, "X", true],
  ])("有错误时只在合计仍有意义时说合计不符：%s", (_, column, wrong, isTold) => {
    const grid: CisCell[][] = [
      ["项目", "评分内容", "配分", "类型"],
      ["甲", "一", 30, "测量"],
      ["甲", "二", 30, "测量"],
      ["合计", null, 90, null],
    ];
    grid[1]![column] = wrong;
    const { errors, warnings } = told(grid);
    expect(errors).toHaveLength(1);
    expect(warnings.filter((one) => /total/.test(one))).toEqual(
      isTold ? ["C4 total-differs", "C4 total-not-100"] : [],
    );
  });

  it("“不超过”“扣光”这类有别的意思的规则不当作每处扣分", () => {
    const { scheme } = told([
      ["项目", "评分内容", "配分", "扣分标准"],
      ["外观", "咬边", 10, "累计每5mm扣2；深>0.5mm或累计>30mm扣光"],
      ["外观", "气孔", 20, "每处扣5"],
      ["外观", "划伤", 20, "未佩戴手套扣3分，每处划伤扣1分"],
      ["外观", "错边", 50, "每处扣2分，严重者本项0分"],
    ]);
    expect(aspectsOf(scheme!).map(({ kind }) => kind)).toEqual(["value", "deduction", "value", "value"]);
    expect(aspectsOf(scheme!)[2]!.requirement).toBe("未佩戴手套扣3分，每处划伤扣1分");
  });
});

const real = new URL("../../../../shared/data/marking/zh_marking_schemes.json", import.meta.url);
type Item = { criterion: string; aspect: string; max: number; type: string; rule: string };
type Table = { key: string; declared_total: number | null; sum: number; items: Item[] };

describe.skipIf(!existsSync(real))("实际的八张评分表", () => {
  const tables = existsSync(real) ? (JSON.parse(readFileSync(real, "utf8")) as Table[]) : [];
  it.each(tables.map((table) => [table.key, table] as const))("%s 逐项读入，合计不差", (_, table) => {
    const grid: CisCell[][] = [
      ["项目", "评分内容", "类型", "配分", "评分标准"],
      ...table.items.map(({ criterion, aspect, type, max, rule }) => [
        criterion || null,
        aspect,
        type,
        max,
        rule,
      ]),
      ["合计", null, null, table.declared_total, null],
    ];
    const { scheme, errors } = told(grid);
    expect(errors).toEqual([]);
    expect(aspectsOf(scheme!).map(({ description, max }) => [description, Number(max)])).toEqual(
      table.items.map(({ aspect, max }) => [aspect, max]),
    );
    expect(scheme!.criteria.map(({ max }) => Number(max)).reduce((a, b) => a + b)).toBe(table.sum);
  });
});
