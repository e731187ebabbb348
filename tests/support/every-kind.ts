// A scheme with one aspect of every kind, and marks for it: a total of 100 with a veto and a time beside it.
import type { Scheme } from "#domain/schemes/aspect.ts";

const levels = ["未达到", "达到", "部分优于", "明显优于"] as const;

export const everyKind: Scheme = {
  total: "100.00",
  criteria: [
    {
      id: "A",
      name: "规定动作",
      max: "60.00",
      subcriteria: [
        {
          id: "A1",
          name: "尺寸与外观",
          day: 1,
          aspects: [
            { id: "A1.1", kind: "value", description: "余高", max: "10.00", step: "0.5" },
            { id: "A1.2", kind: "measurement", description: "无裂纹", max: "10.00" },
            {
              id: "A1.3",
              kind: "measurement",
              description: "孔径",
              max: "10.00",
              how: {
                by: "bands",
                nominal: "40.00",
                unit: "mm",
                bands: [
                  { within: "0.02", mark: "10.00" },
                  { within: "0.04", mark: "5.00" },
                ],
              },
            },
            {
              id: "A1.4",
              kind: "measurement",
              description: "完成件数",
              max: "10.00",
              how: { by: "share", of: 3 },
            },
            {
              id: "A1.5",
              kind: "measurement",
              description: "熟练程度",
              max: "10.00",
              how: { by: "list", marks: ["10.00", "9.00", "8.00"] },
            },
            {
              id: "A1.6",
              kind: "deduction",
              description: "夹渣、气孔、焊瘤",
              max: "10.00",
              perFault: "2.50",
            },
            { id: "A1.7", kind: "veto", description: "严重违反安全规程", max: "0.00" },
            {
              id: "A1.8",
              kind: "time",
              description: "用时",
              max: "0.00",
              limit: "150",
              counting: "complete",
              early: { every: "10", marks: "1", most: "3" },
              late: { every: "10", marks: "1" },
              voidAfter: "60",
            },
          ],
        },
      ],
    },
    {
      id: "B",
      name: "作品",
      max: "40.00",
      subcriteria: [
        {
          id: "B1",
          name: "整体效果",
          day: 1,
          aspects: [
            { id: "B1.1", kind: "judgement", description: "造型", max: "20.00", levels },
            {
              id: "B1.2",
              kind: "trimmed",
              description: "艺术表现",
              max: "20.00",
              step: "0.25",
              scale: "10.00",
            },
          ],
        },
      ],
    },
  ],
};

/** What the panel enters, by aspect: 10 + 10 + 5 + 20/3 + 9 + 5, no veto, 12 seconds early (one mark more). */
export const panelEntries: Readonly<Record<string, string>> = {
  "A1.1": "10",
  "A1.2": "10",
  "A1.3": "40.03",
  "A1.4": "2",
  "A1.5": "9",
  "A1.6": "2",
  "A1.7": "0",
  "A1.8": "138",
};
