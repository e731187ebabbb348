// CIS sheets, messy as they come: each mess is put into one clean sheet, and its cell and code are asked for.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CisCell } from "../../../domain/schemes/cis-cell.ts";
import { readCisRows } from "../../../domain/schemes/cis-sheet.ts";
import { aspectsOf } from "../../../domain/schemes/scheme.ts";
import { readScheme } from "../../../domain/schemes/scheme-form.ts";
import { isLockable } from "../../../domain/schemes/scheme-problems.ts";
import { cisHeader, cisSheet } from "./examples.ts";

type Changes = Readonly<Record<string, CisCell>>;
const wholeRow = (row: number, cells: readonly CisCell[]): Changes =>
  Object.fromEntries(cells.map((cell, at) => [`${String.fromCharCode(65 + at)}${row}`, cell]));
const read = (changes: Changes) => {
  const { warnings, errors, scheme } = readCisRows(cisSheet(changes));
  return {
    scheme,
    errors: errors.map((f) => `${f.cell} ${f.code}`),
    warnings: warnings.map((f) => `${f.cell} ${f.code}`),
  };
};

describe("干净的 CIS 评分表", () => {
  const { scheme, errors, warnings } = read({});

  it("没有错误也没有警告，可以锁定，存取往返不变", () => {
    expect([errors, warnings]).toEqual([[], []]);
    expect(isLockable(scheme!)).toBe(true);
    expect(readScheme(scheme)).toEqual({ ok: true, value: scheme });
  });

  it("读出标准、子项、评分点、档次和职业标准分区", () => {
    expect(scheme!.total).toBe("100.00");
    expect(scheme!.sections).toEqual([
      { id: "1", name: "工艺", marks: "70.00" },
      { id: "2", name: "质量", marks: "30.00" },
    ]);
    expect(scheme!.criteria.map(({ id, name, max }) => [id, name, max])).toEqual([
      ["A", "制作", "60.00"],
      ["B", "安全", "40.00"],
    ]);
    expect(scheme!.criteria[1]!.subcriteria[0]).toMatchObject({ id: "B1", name: "规范", day: 2 });
    const [length, looks, , tidy] = aspectsOf(scheme!);
    expect(length).toEqual({
      id: "A1.1",
      kind: "measurement",
      description: "长度",
      requirement: "卡尺\n±0.02",
      max: "30.00",
      wsos: "1",
      row: 15,
    });
    expect(looks).toMatchObject({
      id: "A1.2",
      kind: "judgement",
      levels: ["未做", "基本", "良好", "优秀"],
      row: 16,
    });
    expect(tidy).toMatchObject({ id: "B1.2", max: "0.30", row: 25 });
  });
});

describe("错误：读不准的分值不导入", () => {
  it.each<[string, Changes, string[]]>([
    ["最高分为空", { K15: null }, ["K15 max-empty"]],
    ["最高分只有空格", { K15: "  " }, ["K15 max-empty"]],
    ["分值列中有说明", { K15: "30 分" }, ["K15 mark-text"]],
    ["不是评分点的行，分值列中有说明", { K17: "见附件" }, ["K17 mark-text"]],
    ["最高分小数过多", { K15: 1e-9 }, ["K15 max-unreadable"]],
    ["最高分漏了小数点", { K15: 30000 }, ["K15 mark-too-large"]],
    ["职业标准的分值为负", { I5: -1 }, ["I5 max-not-positive"]],
    ["最高分为零", { K15: 0 }, ["K15 max-not-positive"]],
    ["最高分为负", { K15: -1 }, ["K15 max-not-positive"]],
    ["公式没有保存的结果", { K15: { fault: "not-calculated" } }, ["K15 mark-not-calculated"]],
    ["公式出错", { K15: { fault: "formula-error" } }, ["K15 mark-formula-error"]],
    ["分值变成日期", { K15: { fault: "date" } }, ["K15 mark-date"]],
    ["标准的分值为空", { K10: null }, ["K10 max-empty"]],
    ["标准的分值是文字", { K10: "六十" }, ["K10 mark-text"]],
    ["职业标准的分值是文字", { I5: "七十" }, ["I5 mark-text"]],
    ["类型不明", { D15: "X" }, ["D15 type-unreadable"]],
    ["缺少类型", { D15: null }, ["D15 type-missing"]],
    [
      "子项编号不明",
      { A23: "第二" },
      [
        "A23 subcriterion-id-unreadable",
        "D24 aspect-without-subcriterion",
        "D25 aspect-without-subcriterion",
      ],
    ],
    ["子项编号重复而名称不同", { A23: "A1" }, ["A23 subcriterion-repeated"]],
    ["标准编号不明", { A10: "甲" }, ["A10 criterion-id-unreadable"]],
    ["标准重复", { A11: "A" }, ["A11 criterion-repeated"]],
    [
      "评分点之前没有子项",
      { A14: null, B14: null, C14: null },
      ["D15 aspect-without-subcriterion", "D16 aspect-without-subcriterion"],
    ],
    ["描述过长", { E15: "长".repeat(2001) }, ["E15 text-too-long"]],
  ])("%s", (_, changes, expected) => {
    expect(read(changes).errors).toEqual(expected);
  });

  it("最高分读不出的评分点保留位置，作 0.00 预览，不能锁定", () => {
    const { scheme } = read({ K15: "见附件" });
    expect(aspectsOf(scheme!).map(({ id, max }) => `${id} ${max}`)).toEqual([
      "A1.1 0.00",
      "A1.2 30.00",
      "B1.1 39.70",
      "B1.2 0.30",
    ]);
    expect(isLockable(scheme!)).toBe(false);
  });

  it.each<[string, Changes, string[]]>([
    ["分值读不成数的，不说合计不符", { K15: "见附件", I16: null }, ["I16 section-missing"]],
    [
      "类型认不得的，分值都在，照说合计不符",
      { D15: "X", K25: 0.4 },
      ["N27 total-differs", "K11 criterion-total-differs", "K5 section-variation"],
    ],
  ])("%s", (_, changes, expected) => {
    const { errors, warnings } = read(changes);
    expect(errors).toHaveLength(1);
    expect(warnings).toEqual(expect.arrayContaining(expected));
    expect(warnings.filter((one) => /total|variation/.test(one))).toEqual(
      expected.filter((one) => /total|variation/.test(one)),
    );
  });

  it("没有评分表、表头缺列、没有评分点时，没有评分标准", () => {
    const only = (grid: CisCell[][]) => {
      const { scheme, errors } = readCisRows(grid);
      return [scheme, ...errors.map((f) => `${f.cell} ${f.code}`)];
    };
    expect(only([])).toEqual([null, "A1 table-not-found"]);
    expect(only([["姓名", "分数"]])).toEqual([null, "A1 table-not-found"]);
    expect(only([["Sub Criterion ID", "Aspect Type", "WSOS Section"]])).toEqual([
      null,
      "A1 header-column-missing",
    ]);
    expect(only(cisSheet().slice(0, 14))).toEqual([null, "K13 scheme-without-aspects"]);
  });

  it("子项过多、评分点过多", () => {
    const aspects = Array.from({ length: 101 }, () => [
      null,
      null,
      null,
      "M",
      "点",
      null,
      null,
      null,
      1,
      null,
      0.1,
    ]);
    const subs = Array.from({ length: 61 }, (_, at) => [`A${at + 1}`, "子项", 1]);
    const codes = (grid: CisCell[][]) => readCisRows(grid).errors.map(({ code }) => code);
    expect(codes([...cisSheet().slice(0, 14), ...aspects])).toEqual(["too-many-aspects"]);
    expect(codes([...cisSheet().slice(0, 13), ...subs, ...aspects.slice(0, 1)])).toEqual([
      "too-many-subcriteria",
    ]);
  });
});

describe("警告：读得准的照读，并指出单元格", () => {
  it.each<[string, Changes, string[]]>([
    ["西里尔字母的子项编号", { A14: "\u04101" }, ["A14 look-alike-letter"]],
    ["西里尔字母的标准编号", { A11: "\u0412" }, ["A11 look-alike-letter"]],
    ["西里尔字母的类型", { D15: "\u041c" }, ["D15 look-alike-letter"]],
    ["全角的编号", { A23: "\uff22\uff11" }, ["A23 look-alike-letter"]],
    ["逗号小数", { K25: "0,3" }, ["K25 comma-decimal"]],
    ["文本格式的数字", { K25: "0.3" }, ["K25 number-as-text"]],
    ["类型写“0-3”", { D16: "0-3" }, ["D16 rule-as-levels"]],
    ["类型写“四级”", { D16: "四级" }, ["D16 rule-as-levels"]],
    ["公式留下二进制误差", { K25: 0.1 + 0.2 }, ["K25 binary-residue"]],
    ["表头重复（同一标准）", wholeRow(21, cisHeader("A", 60)), ["A21 header-repeated"]],
    ["表头重复（没有标准字母）", wholeRow(21, cisHeader("A", 60).slice(0, 11)), ["A21 header-repeated"]],
    ["总分单元格与声明不同", { N27: 99 }, ["N27 total-cell-differs"]],
    ["公式没有结果的总分不影响读取", { N27: { fault: "not-calculated" } }, []],
    [
      "评分点合计不是声明的总分",
      { K25: 0.4, N27: 100.1 },
      ["N27 total-differs", "K11 criterion-total-differs", "K5 section-variation"],
    ],
    ["声明的总分不是 100", { K11: 30, K24: 29.7, N27: 90, I5: 60 }, ["N27 total-not-100"]],
    ["职业标准分区有差异", { I5: 69 }, ["K5 section-variation"]],
    ["评分点的分区不在列表中", { I25: 9 }, ["K5 section-variation", "I25 section-unknown"]],
    ["职业标准没有分值", { I6: null }, ["I6 section-mark-empty", "I16 section-unknown"]],
    ["职业标准编号不明", { A6: "（二）" }, ["A6 section-ignored", "I16 section-unknown"]],
    ["评分点没有分区", { I25: null }, ["K5 section-variation", "I25 section-missing"]],
    ["评价缺少档次描述", { F19: null, G19: null }, ["D16 levels-missing"]],
    ["档次不是 0 至 3", { F20: 4 }, ["F20 level-unreadable", "D16 levels-missing"]],
    ["档次重复", { F20: 2 }, ["F20 level-repeated", "D16 levels-missing"]],
    ["档次之前不是评价", { F26: 0, G26: "未做" }, ["F26 level-stray"]],
    ["备注行", { E26: "以上由现场裁判填写" }, ["E26 row-ignored"]],
    ["不是评分点的行写了小计", { K14: 60 }, ["K14 mark-stray"]],
    ["没有评分日", { C23: null }, ["C23 day-missing"]],
    ["评分日写作 C2", { C23: "C2" }, []],
    ["没有描述", { E15: null }, ["E15 description-empty"]],
    ["子项没有名称", { B23: null }, ["B23 name-empty"]],
    ["分页后子项续写", { A21: "A1" }, ["A21 subcriterion-continued"]],
    [
      "子项写在别的标准之下",
      { A21: "B2", B21: "错位", C21: 1 },
      ["A21 subcriterion-under-other", "A21 subcriterion-empty"],
    ],
    [
      "标准不在列表中",
      { A11: null, B11: null, K11: null },
      ["A23 criterion-undeclared", "N27 total-differs", "N27 total-not-100"],
    ],
    [
      "标准没有子项",
      { A12: "C", B12: "空", K12: 5, N27: 105 },
      ["K12 criterion-empty", "N27 total-differs", "N27 total-not-100"],
    ],
  ])("%s", (_, changes, expected) => {
    const { errors, warnings, scheme } = read(changes);
    expect([errors, warnings]).toEqual([[], expected]);
    expect(aspectsOf(scheme!)).toHaveLength(4);
  });

  it("形似字母和逗号小数读出的结果与干净的表相同", () => {
    const messy = read({ A14: "\u04101", D15: "\u041c", K25: "0,3", A23: "\u04121" });
    expect(messy.scheme).toEqual(read({}).scheme);
  });

  it("子项名叫 Competition 不会被当成总分行", () => {
    const { scheme } = read({ B23: "Competition" });
    expect(scheme!.criteria[1]!.subcriteria[0]!.name).toBe("Competition");
  });
});

describe("对任何表格", () => {
  const cell: fc.Arbitrary<CisCell> = fc.oneof(
    fc.constantFrom<CisCell>(null, "", "A1", "\u041c", "J", "0,5", "Competition", "ID", "Mark", "Section", {
      fault: "date",
    }),
    fc.double(),
    fc.string({ unit: "binary" }),
    fc.boolean(),
  );

  it("都不会出错退出；没有错误时读出的评分标准合乎规定的形式，每条提示都是中文", () => {
    const address = fc.tuple(fc.constantFrom(..."ABCDEFGHIJKLMN"), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(address, cell), { maxLength: 12 }), (changes) => {
        const sheet = cisSheet(
          Object.fromEntries(changes.map(([[letter, row], value]) => [letter + row, value])),
        );
        const { scheme, errors, warnings } = readCisRows(sheet);
        if (!scheme) expect(errors.length).toBeGreaterThan(0);
        else if (errors.length === 0) expect(readScheme(scheme)).toEqual({ ok: true, value: scheme });
        for (const { cell: at, message } of [...errors, ...warnings]) {
          expect(at).toMatch(/^[A-Z]+\d+$/);
          expect(message).toMatch(/\p{Script=Han}.*[。]$/u);
        }
      }),
      { numRuns: 300 },
    );
  });
});
