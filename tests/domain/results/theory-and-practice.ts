// A scheme of a theory and a practical part, with a veto and a time: what the tests of composition start from.
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";

/** Theory A of 100, and a practical part of the modules B of 60 and C of 40 with a veto and a time. */
export const value = (id: string, max: string): Aspect => ({
  id,
  kind: "value",
  description: id,
  max,
  step: "0.01",
});
export const scheme: Scheme = {
  total: "200",
  criteria: [
    criterion("A", "100", [value("A1.1", "100")]),
    criterion("B", "60", [value("B1.1", "60")]),
    criterion("C", "40", [
      value("C1.1", "40"),
      { id: "C1.2", kind: "veto", description: "否决", max: "0", cap: "10" },
      {
        id: "C1.3",
        kind: "time",
        description: "用时",
        max: "0",
        limit: "600",
        counting: "complete",
        voidAfter: "60",
      },
    ]),
  ],
};
export function criterion(id: string, max: string, aspects: readonly Aspect[]) {
  return { id, name: id, max, subcriteria: [{ id: `${id}1`, name: id, day: 1, aspects }] };
}
export const components: NonNullable<SkillRules["components"]> = [
  { id: "theory", name: "理论", weight: "0.30", criteria: ["A"] },
  { id: "practical", name: "实操", weight: "0.70", criteria: ["B", "C"] },
];
