// The marks of one contestant by criterion and by section of the standards: exact, and unset is not zero.
import { describe, expect, test } from "vitest";
import { offeredRules } from "#domain/competitions/rules.ts";
import { formatExact } from "#domain/exact.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { criterionParts, marksOfParts, sectionParts } from "#domain/results/parts.ts";
import { tally } from "#domain/results/totals.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";

const scheme: Scheme = {
  total: "100.00",
  sections: [
    { id: "1", name: "工作组织", marks: "40" },
    { id: "2", name: "技能", marks: "50" },
    { id: "3", name: "无评分点的章节", marks: "10" },
  ],
  criteria: [
    {
      id: "A",
      name: "准备",
      max: "40",
      subcriteria: [
        {
          id: "A1",
          name: "准备",
          day: 1,
          aspects: [
            { id: "A1.1", kind: "value", description: "图样", max: "30", step: "0.5", wsos: "1" },
            { id: "A1.2", kind: "value", description: "清单", max: "10", step: "0.5", wsos: "2" },
          ],
        },
      ],
    },
    {
      id: "B",
      name: "操作",
      max: "60",
      subcriteria: [
        {
          id: "B1",
          name: "操作",
          day: 1,
          aspects: [
            { id: "B1.1", kind: "value", description: "工序", max: "40", step: "0.5", wsos: "2" },
            {
              id: "B1.2",
              kind: "measurement",
              description: "完成件数",
              max: "15",
              how: { by: "share", of: 7 },
              wsos: "9",
            },
            { id: "B1.3", kind: "value", description: "清场", max: "5", step: "0.5" },
          ],
        },
      ],
    },
  ],
};
const cells = (marks: Readonly<Record<string, string>>): Cell[] =>
  Object.entries(marks).map(([aspectId, value]) => ({
    contestantId: "one",
    aspectId,
    seat: 0,
    round: 1,
    version: 1,
    value,
  }));
const whole = { "A1.1": "20.5", "A1.2": "10", "B1.1": "33", "B1.2": "3", "B1.3": "0" };
const told = (
  parts: typeof criterionParts,
  marks: Readonly<Record<string, string>>,
  penalties = [] as never[],
) =>
  marksOfParts(parts(scheme), tally(scheme, cells(marks), offeredRules, penalties)).map(
    (mark) => mark && formatExact(mark),
  );

describe("评分汇总", () => {
  test("按标准，各部分满分为其评分点之和", () => {
    expect(criterionParts(scheme).map(({ id, name, max }) => [id, name, formatExact(max)])).toEqual([
      ["A", "准备", "40.00"],
      ["B", "操作", "60.00"],
    ]);
    expect(told(criterionParts, whole)).toEqual(["30.50", "39.428571"]);
  });

  test("按章节：声明的在前，只被评分点提到的随后，未对应的在最后；没有评分点的章节不列", () => {
    expect(sectionParts(scheme).map(({ id, name, max }) => [id, name, formatExact(max)])).toEqual([
      ["1", "工作组织", "30.00"],
      ["2", "技能", "50.00"],
      ["9", "", "15.00"],
      ["", "", "5.00"],
    ]);
    expect(told(sectionParts, whole)).toEqual(["20.50", "43.00", "6.428571", "0.00"]);
  });

  test("未评的评分点使所在部分空着，零分不是空", () => {
    const { "A1.2": _, ...unset } = whole;
    expect(told(criterionParts, unset)).toEqual([null, "39.428571"]);
    expect(told(sectionParts, unset)).toEqual(["20.50", null, "6.428571", "0.00"]);
  });

  test("评分点判零计入", () => {
    const struck = [{ level: "aspect", target: "B1.1" }] as never[];
    expect(told(criterionParts, whole, struck)).toEqual(["30.50", "6.428571"]);
  });
});
