// The scheme of the replay whose traffic is searched: as many aspects as a skill may have, of every kind, on two days.
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";

/** A scheme of 76 aspects in four criteria, each kind among them; every criterion is worth 25.00. */
export const wideScheme: Scheme = {
  total: "100.00",
  criteria: ["A", "B", "C", "D"].map((id, place) => ({
    id,
    name: `第${place + 1}部分`,
    max: "25.00",
    subcriteria: [
      { id: `${id}1`, name: "甲", day: 1 + (place % 2), aspects: aspectsFrom(id, 1, 10) },
      { id: `${id}2`, name: "乙", day: 1 + (place % 2), aspects: aspectsFrom(id, 2, 9) },
    ],
  })),
};

function aspectsFrom(criterion: string, sub: number, count: number): Aspect[] {
  return Array.from({ length: count }, (_, place) => {
    const head = {
      id: `${criterion}${sub}.${place + 1}`,
      description: `第${place + 1}点`,
      // Nineteen aspects of a criterion: eighteen of 1.25 and one of 2.50 are 25.00.
      max: sub === 2 && place === count - 1 ? "2.50" : "1.25",
    };
    if (place % 4 === 3)
      return { ...head, kind: "judgement", levels: ["未达到", "达到", "优于", "明显优于"] };
    return place % 4 === 2 ? { ...head, kind: "value", step: "0.25" } : { ...head, kind: "measurement" };
  });
}
