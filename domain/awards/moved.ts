// Whom a change to marks or scheme moves: total, rank and award before and after.
import type { SkillRules } from "../competitions/rules.ts";
import { isComplete, type Places } from "../results/marked.ts";
import type { Standing } from "../results/standings.ts";
import type { AwardGrade } from "./grades.ts";
import { planAwards } from "./policy.ts";

export type Moved = {
  readonly code: string;
  readonly before: Standing;
  readonly after: Standing;
  /** The award that each side would bring; null while it cannot be told. */
  readonly grades: { readonly before: AwardGrade | null; readonly after: AwardGrade | null } | null;
};

/** Everybody whose total, rank or award is another, in order of the new rank. */
export function movedBetween({ before, after }: Places, rules: SkillRules): Moved[] {
  const stood = new Map(before.map((row) => [row.contestantId, row]));
  const [had, has] = [gradesOf(before, rules), gradesOf(after, rules)];
  return after
    .map((row): Moved => {
      const { contestantId, code } = row;
      const grades = had && has && { before: had(contestantId), after: has(contestantId) };
      return { code, before: stood.get(contestantId)!, after: row, grades };
    })
    .filter(isAnother);
}

const isAnother = ({ before, after, grades }: Moved): boolean =>
  before.total !== after.total || before.rank !== after.rank || grades?.before !== grades?.after;

/** The award of each code. Null while somebody's marks are not complete, and where awards go by groups, which a code does not tell. */
function gradesOf(places: readonly Standing[], rules: SkillRules) {
  if (rules.awards.perGroup || !isComplete(places)) return null;
  const grades = new Map(planAwards(places, rules).awarded.map((one) => [one.contestantId, one.grade]));
  return (contestantId: string): AwardGrade | null => grades.get(contestantId) ?? null;
}
