// Awards (奖项): gold, silver, bronze to the ranks 1, 2, 3 and excellence (优胜奖) to a share of those ranked.
import type { SkillRules } from "../competitions/rules.ts";
import type { Standing } from "../results/standings.ts";

export const awardGrades = ["gold", "silver", "bronze", "excellence"] as const;
export type AwardGrade = (typeof awardGrades)[number];
export type Awarded = {
  readonly contestantId: string;
  readonly code: string;
  readonly rank: number;
  readonly grade: AwardGrade;
};

/** Who gets what (domain.md section 5, top-3 + 优胜奖). Tied ranks share the grade and the places after them fall away. */
export function award(standings: readonly Standing[], share: SkillRules["excellenceShare"]): Awarded[] {
  const ranked = standings.filter((row) => row.rank !== null);
  const cut = excellenceCut(ranked.length, share);
  return ranked.flatMap((row) => {
    const grade = gradeOf(row.rank!, cut);
    return grade ? [{ contestantId: row.contestantId, code: row.code, rank: row.rank!, grade }] : [];
  });
}

/** The last rank that earns excellence among `ranked` people, rounded down. */
export function excellenceCut(ranked: number, share: SkillRules["excellenceShare"]): number {
  if (share === "none") return 0;
  return share === "1/2" ? Math.floor(ranked / 2) : Math.floor((ranked * 2) / 3);
}

function gradeOf(rank: number, cut: number): AwardGrade | null {
  if (rank <= 3) return (["gold", "silver", "bronze"] as const)[rank - 1]!;
  return rank <= cut ? "excellence" : null;
}
