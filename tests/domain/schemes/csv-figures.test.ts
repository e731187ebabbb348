// A .csv holds texts alone: figures become numbers where marks are read, and nowhere else.
import { describe, expect, it } from "vitest";
import type { CisCell } from "#domain/schemes/cis-cell.ts";
import { readCisRows } from "#domain/schemes/cis-sheet.ts";
import { withFigures } from "#domain/schemes/csv-figures.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { readSchemeRows } from "#domain/schemes/sheet.ts";
import { cisSheet } from "./examples.ts";

const table = (...lines: string[][]) =>
  readSchemeRows(withFigures([["项目", "评分内容", "配分", "评分标准"], ...lines]));
const told = (findings: readonly { cell: string; code: string }[]) =>
  findings.map(({ cell, code }) => `${cell} ${code}`);

describe("逗号分隔的文件里的数", () => {
  it.each<[string, string]>([
    ["12", "12.00"],
    [" 12.50 ", "12.50"],
    ["１２", "12.00"],
    ["20分", "20.00"],
  ])("配分 %j 读作 %s，没有提示", (text, max) => {
    const { scheme, errors, warnings } = table(["甲", "一", text, "酌情"]);
    expect(errors).toEqual([]);
    expect(aspectsOf(scheme!)[0]!.max).toBe(max);
    expect(told(warnings).filter((one) => /number|comma/.test(one))).toEqual([]);
  });

  it.each<[string, string]>([
    ["1 2", "C2 mark-text"],
    ["3\n5", "C2 mark-text"],
    ["10²", "C2 mark-text"],
    ["①", "C2 mark-text"],
    ["2 0分", "C2 mark-text"],
    ["0.1234567", "C2 max-unreadable"],
  ])("配分 %j 不拼成别的数：%s", (text, expected) => {
    expect(told(table(["甲", "一", text, "酌情"]).errors)).toEqual([expected]);
  });

  it("“+3”读作 3，但要核对", () => {
    expect(told(table(["甲", "一", "+3", "酌情"]).warnings)).toContain("C2 number-as-text");
  });

  it("项目、内容、标准原样保留，末尾的零也在", () => {
    const { scheme } = table(["1.0", "1 2", "10", "3.50"], ["2", "10²", "90", "3\n5"]);
    expect(scheme!.criteria.map(({ name }) => name)).toEqual(["1.0", "2"]);
    expect(aspectsOf(scheme!).map(({ description, requirement }) => [description, requirement])).toEqual([
      ["1 2", "3.50"],
      ["10²", "3\n5"],
    ]);
  });

  it("CIS 评分表存成 .csv，读回的与工作簿一致", () => {
    const asText = (cell: CisCell): string =>
      typeof cell === "number" ? cell.toFixed(2).replace(/\.00$/, "") : typeof cell === "string" ? cell : "";
    const sheet = cisSheet();
    const back = readCisRows(withFigures(sheet.map((row) => row.map(asText))));
    expect(back).toEqual(readCisRows(sheet));
  });
});
