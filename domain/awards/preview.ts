// The preview of awards spoken whole: who gets each grade, and why a grade has more than one or none.
import type { SkillRules } from "../competitions/rules.ts";
import { type Awarded, type AwardGrade, excellenceCut } from "./policy.ts";

/** `place` is the rank the grade belongs to; for excellence the last rank that earns it. */
export type PreviewLine = {
  readonly grade: AwardGrade;
  readonly place: number;
  readonly codes: readonly string[];
  /** `one`, `shared` by several, left out because a tie above takes the place, nobody ranked there, or not given by the rules. */
  readonly why: "one" | "shared" | "taken" | "nobody" | "not-given";
  /** The rank whose tie takes the place (`taken`), with how many share it. */
  readonly takenBy: { readonly place: number; readonly count: number } | null;
};

const medals = ["gold", "silver", "bronze"] as const;

/** One line per grade, in order (domain.md section 5); `ranked` is how many have a rank. */
export function previewAwards(
  awarded: readonly Awarded[],
  ranked: number,
  share: SkillRules["excellenceShare"],
): readonly PreviewLine[] {
  const atRank = (place: number) => awarded.filter((one) => one.rank === place);
  const lines = medals.map((grade, index): PreviewLine => {
    const place = index + 1;
    const codes = atRank(place).map((one) => one.code);
    if (codes.length > 0)
      return { grade, place, codes, why: codes.length === 1 ? "one" : "shared", takenBy: null };
    const above = [2, 1].filter((rank) => rank < place && rank + atRank(rank).length > place);
    const takenBy = above[0] === undefined ? null : { place: above[0], count: atRank(above[0]).length };
    return { grade, place, codes, why: takenBy ? "taken" : "nobody", takenBy };
  });
  return [...lines, excellence(awarded, ranked, share)];
}

function excellence(
  awarded: readonly Awarded[],
  ranked: number,
  share: SkillRules["excellenceShare"],
): PreviewLine {
  const place = excellenceCut(ranked, share);
  const codes = awarded.filter((one) => one.grade === "excellence").map((one) => one.code);
  const line = { grade: "excellence" as const, place, codes, takenBy: null };
  if (share === "none") return { ...line, why: "not-given" };
  if (codes.length === 0) return { ...line, why: "nobody" };
  const last = awarded.filter((one) => one.rank === Math.max(...awarded.map(({ rank }) => rank)));
  return { ...line, why: last.length > 1 ? "shared" : "one" };
}
