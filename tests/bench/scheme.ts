// The marking scheme of the bench: 4 criteria, 20 sub-criteria, 100 aspects of one mark each; every fifth is a judgement.
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf, numberAspects } from "#domain/schemes/scheme.ts";

/** Marked and locked before the bench begins. */
export const lockedSub = "A1";

const value: Aspect = { id: "", kind: "value", description: "评分点", max: "1.00", step: "0.25" };
const judgement: Aspect = {
  id: "",
  kind: "judgement",
  description: "评价点",
  max: "1.00",
  levels: ["差", "中", "良", "优"],
};

export const benchScheme: Scheme = numberAspects({
  total: "100.00",
  criteria: ["A", "B", "C", "D"].map((id) => ({
    id,
    name: `模块${id}`,
    max: "25.00",
    subcriteria: [1, 2, 3, 4, 5].map((n) => ({
      id: `${id}${n}`,
      name: `子模块${n}`,
      day: 1,
      aspects: [value, value, value, value, `${id}${n}` === lockedSub ? value : judgement],
    })),
  })),
});

/** Aspects a judge may mark during the bench: one cell per panel, not locked. */
export const openAspects: readonly string[] = aspectsOf(benchScheme)
  .filter((aspect) => aspect.kind === "value" && !aspect.id.startsWith(`${lockedSub}.`))
  .map((aspect) => aspect.id);
export const lockedAspect = `${lockedSub}.1`;
