// The marking scheme that tests mark by, and marks for it.
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";

const levels = [
  "未达到行业基本要求",
  "达到行业基本要求",
  "部分方面优于行业要求",
  "明显优于行业要求",
] as const;

/** A small scheme of 100 marks with one aspect of every kind; B1.1 has a step that binary floats cannot hold. */
export const smallScheme: Scheme = {
  total: "100.00",
  criteria: [
    {
      id: "A",
      name: "安全与外观",
      max: "40.00",
      subcriteria: [
        {
          id: "A1",
          name: "外观",
          day: 1,
          aspects: [
            { id: "A1.1", kind: "value", description: "焊缝余高", max: "20.00", step: "0.5" },
            { id: "A1.2", kind: "measurement", description: "无表面裂纹", max: "10.00" },
            { id: "A1.3", kind: "judgement", description: "焊缝成形", max: "10.00", levels },
          ],
        },
      ],
    },
    {
      id: "B",
      name: "内部质量",
      max: "60.00",
      subcriteria: [
        {
          id: "B1",
          name: "射线检测",
          day: 2,
          aspects: [
            { id: "B1.1", kind: "value", description: "底片等级", max: "45.00", step: "0.15" },
            { id: "B1.2", kind: "measurement", description: "无未焊透", max: "15.00" },
          ],
        },
      ],
    },
  ],
};

/** A mark that falls with `merit`: contestant 0 is the best. */
export function merited(aspect: Aspect, merit: number): string {
  if (aspect.kind === "measurement") return aspect.max;
  if (aspect.kind === "judgement") return merit % 2 === 0 ? "3" : "2";
  return String(Number(aspect.max) - merit * 1.5);
}
