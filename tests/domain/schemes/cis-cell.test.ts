// A cell as people fill it: marks are read exactly or not at all.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExact } from "../../../domain/exact.ts";
import {
  addressOf,
  type CisCell,
  figureOf,
  foldLetters,
  readMark,
  textOf,
} from "../../../domain/schemes/cis-cell.ts";

const shown = (cell: CisCell | undefined): string => {
  const mark = readMark(cell);
  return mark.kind === "mark" ? `${formatExact(mark.value)} ${mark.note ?? ""}`.trim() : mark.kind;
};

describe("只有一个数的文字", () => {
  it.each<[string, string | number]>([
    ["20", 20],
    [" 0.50 ", 0.5],
    ["-1", -1],
    [".75", 0.75],
    ["２０", 20],
    ["0,5", "0,5"],
    ["20 分", "20 分"],
    ["0.1234567", "0.1234567"],
    ["", ""],
    ["A1.1", "A1.1"],
    ["1 2", "1 2"],
    ["3\n5", "3\n5"],
    ["10²", "10²"],
    ["①", "①"],
    ["+3", "+3"],
    ["1e2", "1e2"],
    ["1234567890", "1234567890"],
  ])("%j 当作 %j", (text, expected) => {
    expect(figureOf(text)).toBe(expected);
  });
});

describe("分值单元格", () => {
  it.each<[CisCell | undefined, string]>([
    [undefined, "empty"],
    [null, "empty"],
    [" \u00a0\u200b\n", "empty"],
    [0.5, "0.50"],
    [0.15, "0.15"],
    [0.1 + 0.2, "0.30 binary-residue"],
    [1e-7, "too-fine"],
    [1 / 3, "too-fine"],
    [1e12, "too-fine"],
    [-0, "0.00"],
    ["0.5", "0.50 number-as-text"],
    ["0,5", "0.50 comma-decimal"],
    ["\uff10\uff0c\uff15", "0.50 comma-decimal"],
    [".75", "0.75 number-as-text"],
    ["-1", "-1.00 number-as-text"],
    ["1,000.5", "text"],
    ["0.5 分", "text"],
    ["1/2", "text"],
    ["½", "text"],
    ["1 2", "text"],
    ["3\n5", "text"],
    ["10²", "text"],
    ["①", "text"],
    ["+3", "3.00 number-as-text"],
    ["1e2", "text"],
    ["0.1234567", "too-fine"],
    [true, "text"],
    [{ fault: "date" }, "date"],
    [{ fault: "not-calculated" }, "not-calculated"],
  ])("%j 读作 %s", (cell, expected) => {
    expect(shown(cell)).toBe(expected);
  });

  it("任何两位小数都原样读出，不经过二进制误差", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
        expect(shown(Number(text))).toBe(text);
      }),
    );
  });
});

it("形似字母折成拉丁大写，并说明折过", () => {
  expect(foldLetters("\u04301")).toEqual({ text: "A1", folded: true });
  expect(foldLetters("\u041c")).toEqual({ text: "M", folded: true });
  expect(foldLetters("\u03922")).toEqual({ text: "B2", folded: true });
  expect(foldLetters("\uff23\uff13")).toEqual({ text: "C3", folded: true });
  expect(foldLetters(" b 2\u200b")).toEqual({ text: "B2", folded: false });
});

it("地址与 Excel 一致", () => {
  expect([addressOf(0, 0), addressOf(24, 10), addressOf(0, 25), addressOf(9, 26), addressOf(0, 701)]).toEqual(
    ["A1", "K25", "Z1", "AA10", "ZZ1"],
  );
});

it("文字去掉控制字符和两端空白，保留换行", () => {
  expect(textOf(" 一\r\n二\u0000\ud800 ")).toBe("一\n二");
});
