// What the type, the maximum and the rule of a scoring table make of a line, and in which words it is told.
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

describe("类型与步长", () => {
  const one = (type: CisCell, max: CisCell, rule: CisCell) =>
    told([
      ["项目", "评分内容", "类型", "配分", "评分标准"],
      ["甲", "一", type, max, rule],
    ]);

  it.each<[string, CisCell, CisCell, Record<string, unknown>, string]>([
    ["记分", "记分", "酌情给分", { kind: "value", step: "0.50", requirement: "酌情给分" }, "E2 step-taken"],
    ["记分，标准像扣分", "记分", "每处扣5分", { kind: "value", step: "0.50" }, "E2 step-taken"],
    [
      "扣分，写明每处扣几分",
      "扣分",
      "每处扣5分",
      { kind: "deduction", perFault: "5.00" },
      "E2 rule-as-faults",
    ],
    ["扣分，没有写明", "扣分", "酌情扣分", { kind: "value", step: "0.50" }, "E2 faults-unreadable"],
    ["测量照旧", "测量", null, { kind: "measurement" }, ""],
    ["主观照旧", "主观评分", null, { kind: "judgement" }, "E2 levels-missing"],
  ])("系统自己的类型名称都认得：%s", (_, type, rule, aspect, warning) => {
    const { scheme, errors, warnings } = one(type, 100, rule);
    expect(errors).toEqual([]);
    expect(aspectsOf(scheme!)[0]).toMatchObject(aspect);
    expect(warnings).toEqual(warning ? [warning] : []);
  });

  it.each<[number, string, boolean]>([
    [10, "0.50", false],
    [7.5, "0.50", false],
    [10.3, "0.10", false],
    [10.25, "0.01", false],
    [10.555, "0.001", true],
    [0.000001, "0.000001", true],
  ])("%d 分的步长是 %s，满分够得到", (max, step, isUnusual) => {
    const { scheme, warnings } = told([
      ["项目", "评分内容", "配分"],
      ["甲", "一", max],
      ["合计", null, max],
    ]);
    expect(aspectsOf(scheme!)[0]).toMatchObject({ kind: "value", step });
    expect(isLockable(scheme!)).toBe(true);
    expect(warnings.includes("C2 step-unusual")).toBe(isUnusual);
  });
});

describe("提示的话", () => {
  const messages = (grid: CisCell[][]) => {
    const { errors, warnings } = readSchemeRows(grid);
    return [...errors, ...warnings].map(({ message }) => message).join("\n");
  };

  it("中文评分表用它自己的列名；没有导入成功时也说得通", () => {
    const said = messages([
      ["项目", "评分内容", "类型", "配分", "评分标准"],
      ["甲", null, null, null, null],
      [null, null, "X", "十", "每处扣2分"],
      [null, "无分", "四级", null, null],
      ["甲", "二", null, 10, "10/5/0"],
      ["甲", "三", null, 10, "酌情"],
      [null, null, null, null, "备注"],
      ["合计", null, null, 90, null],
    ]);
    expect(said).toContain("配分列中有文字 “十”");
    expect(said).toContain("配分为空");
    expect(said).toContain("评分内容为空");
    expect(said).not.toMatch(/最高分|描述列|评分点没有描述|导入后|已按.*导入/);
  });

  it.each<[CisCell, string]>([
    ["酌情", "读作“记分”，步长 0.50，原文保留在要求中：请核对类型。"],
    [null, "读作“记分”，步长 0.50：请核对类型。"],
  ])("标准为 %j 时：%s", (rule, expected) => {
    expect(
      messages([
        ["项目", "评分内容", "配分", "评分标准"],
        ["甲", "一", 100, rule],
      ]),
    ).toBe(expected);
  });
});
