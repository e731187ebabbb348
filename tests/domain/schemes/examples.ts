// Small schemes and sheets that the tests of this room start from; each test changes one thing of them.
import type { Aspect, Scheme } from "../../../domain/schemes/aspect.ts";
import type { CisCell } from "../../../domain/schemes/cis-cell.ts";

export const measurement = (id: string, max: string): Aspect => ({
  id,
  kind: "measurement",
  description: `测量 ${id}`,
  max,
  wsos: "1",
});

export const judgement = (id: string, max: string): Aspect => ({
  id,
  kind: "judgement",
  description: `评价 ${id}`,
  max,
  wsos: "2",
  levels: ["未做", "基本", "良好", "优秀"],
});

export const value = (id: string, max: string, step: string): Aspect => ({
  id,
  kind: "value",
  description: `分值 ${id}`,
  max,
  step,
  wsos: "2",
});

/** 60 + 40 = 100, three sub-criteria, every kind of aspect; nothing is wrong with it. */
export const soundScheme = (): Scheme => ({
  total: "100.00",
  criteria: [
    {
      id: "A",
      name: "制作",
      max: "60.00",
      subcriteria: [
        {
          id: "A1",
          name: "尺寸",
          day: 1,
          aspects: [measurement("A1.1", "30.00"), value("A1.2", "10.00", "0.50")],
        },
        { id: "A2", name: "外观", day: 1, aspects: [judgement("A2.1", "20.00")] },
      ],
    },
    {
      id: "B",
      name: "安全",
      max: "40.00",
      subcriteria: [{ id: "B1", name: "规范", day: 2, aspects: [measurement("B1.1", "40.00")] }],
    },
  ],
  sections: [
    { id: "1", name: "工艺", marks: "70.00" },
    { id: "2", name: "质量", marks: "30.00" },
  ],
});

const header = (letter: string, total: number): CisCell[] => [
  "Sub\r\nCriterion\r\nID",
  "Sub Criterion\r\nName or Description",
  "Day of Marking",
  "Aspect\r\nType\r\nM = Meas\r\nJ = Judg",
  "Aspect - Description",
  "Judg Score",
  "Extra Aspect Description (Meas or Judg)\r\nOR\r\nJudgement Score Description",
  "Requirement\r\n(Measurement Only)",
  "WSOS Section",
  "Calculation Row \r\n(Export only)",
  "Max\r\nMark",
  `Criterion ${letter}`,
  "Total\r\nMark",
  total,
];

const rows: Readonly<Record<number, CisCell[]>> = {
  1: ["17 样例"],
  3: ["WorldSkills Occupational Standards"],
  4: ["Section", "WSOS Marks", null, null, null, null, null, null, "WSOS Marks", "Aspect Marks", "Variation"],
  5: [1, "工艺", null, null, null, null, null, null, 70, 70, 0],
  6: [2, "质量", null, null, null, null, null, null, 30, 30, 0],
  8: ["Criteria"],
  9: ["ID", "Name", null, null, null, null, null, null, null, null, "Mark"],
  10: ["A", "制作", null, null, null, null, null, null, null, null, 60],
  11: ["B", "安全", null, null, null, null, null, null, null, null, 40],
  13: header("A", 60),
  14: ["A1", "尺寸", 1],
  15: [null, null, null, "M", "长度", null, "卡尺", "±0.02", 1, null, 30],
  16: [null, null, null, "J", "外观", null, null, null, 2, null, 30],
  17: [null, null, null, null, null, 0, "未做"],
  18: [null, null, null, null, null, 1, "基本"],
  19: [null, null, null, null, null, 2, "良好"],
  20: [null, null, null, null, null, 3, "优秀"],
  22: header("B", 40),
  23: ["B1", "规范", 2],
  24: [null, null, null, "M", "防护", null, null, null, 1, null, 39.7],
  25: [null, null, null, "M", "清场", null, null, null, 1, null, 0.3],
  27: [null, null, null, null, null, null, null, null, null, null, null, "Competition", "Total\r\nMark", 100],
};

/** A clean CIS sheet of 27 rows (100 marks, 3 M and 1 J), with the given cells put in ("K15": "0,5"). */
export function cisSheet(changes: Readonly<Record<string, CisCell>> = {}): CisCell[][] {
  const grid = Array.from({ length: 27 }, (_, at) => [...(rows[at + 1] ?? [])]);
  for (const [address, cell] of Object.entries(changes)) {
    const [, letter, number] = /^([A-Z])(\d+)$/.exec(address)!;
    while (grid.length < Number(number)) grid.push([]);
    const row = grid[Number(number) - 1]!;
    const column = letter!.charCodeAt(0) - 65;
    while (row.length < column) row.push(null);
    row[column] = cell;
  }
  return grid;
}

export { header as cisHeader };
