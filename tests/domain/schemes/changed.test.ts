// What a version of a scheme changes, part by part (domain.md 3.3).
import { describe, expect, test } from "vitest";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { changesBetween } from "#domain/schemes/changed.ts";
import { measurement, value } from "./examples.ts";

const schemeOf = (aspects: Aspect[], rest: Partial<Scheme> = {}): Scheme => ({
  total: "100.00",
  criteria: [
    { id: "A", name: "制作", max: "100.00", subcriteria: [{ id: "A1", name: "尺寸", day: 1, aspects }] },
  ],
  ...rest,
});
const [one, two] = [value("A1.1", "60.00", "0.50"), measurement("A1.2", "40.00")];
const before = schemeOf([one, two]);
const ids = (after: Scheme, from = before) => changesBetween(from, after).map(({ id }) => id);

describe("修订内容", () => {
  test("相同的评分标准没有修订内容；从工作簿哪一行读来、小数怎样写不算不同", () => {
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
    expect(ids(schemeOf([{ ...one, row: 17 }, two]))).toEqual([]);
    expect(ids(schemeOf([{ ...one, max: "60" }, two]))).toEqual([]);
  });

  test("改动、新增、删去，各写明前后", () => {
    const after = schemeOf([{ ...one, max: "70.00" }, value("A1.3", "30.00", "1.00")]);
    expect(changesBetween(before, after)).toEqual([
      {
        id: "A1.1",
        before: { what: "aspect", aspect: one },
        after: { what: "aspect", aspect: { ...one, max: "70.00" } },
      },
      { id: "A1.2", before: { what: "aspect", aspect: two }, after: null },
      { id: "A1.3", before: null, after: { what: "aspect", aspect: value("A1.3", "30.00", "1.00") } },
    ]);
  });

  test("子项下的改动不算子项本身的改动；名称、配分、评分日各算本级", () => {
    const [criterion] = before.criteria;
    const [sub] = criterion!.subcriteria;
    const later = { ...before, criteria: [{ ...criterion!, subcriteria: [{ ...sub!, day: 2 }] }] };
    expect(changesBetween(before, later)).toEqual([
      {
        id: "A1",
        before: { what: "subcriterion", name: "尺寸", day: 1 },
        after: { what: "subcriterion", name: "尺寸", day: 2 },
      },
    ]);
    expect(ids({ ...before, criteria: [{ ...criterion!, name: "成品" }] })).toEqual(["A"]);
  });

  test("按编号排列：总分在前，A1.2 在 A1.10 前，职业标准分区在后", () => {
    const many = Array.from({ length: 10 }, (_, at) => value(`A1.${at + 1}`, "5.00", "1"));
    const after = schemeOf(many, { total: "50.00", sections: [{ id: "1", name: "准备", marks: "50.00" }] });
    expect(ids(after, schemeOf([]))).toEqual(["", ...many.map(({ id }) => id), "WSOS 1"]);
  });
});
