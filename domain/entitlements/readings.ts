// Which interpretations of the register bear on a ground: a grant prints those it relies on and carries the flagged ones.
import type { LocalDate } from "../calendar.ts";
import type { Award } from "./person.ts";
import type { Bearing, Interpretation, RulePack } from "./rules.ts";
import type { EntitlementCode, EntitlementOutcome } from "./vocabulary.ts";

/** What is being weighed; `award` is null for schooling. */
export type Weighed = {
  readonly award: Award | null;
  readonly code: EntitlementCode;
  readonly asOf: LocalDate;
  readonly outcome: EntitlementOutcome;
};

/** The register's entries that bear on this ground, in the order of the register. */
export const readingsFor = (weighed: Weighed, pack: RulePack): readonly Interpretation[] =>
  pack.interpretations.filter(({ bears }) => bears.some((bearing) => holds(bearing, weighed)));

function holds(bearing: Bearing, { award, code, asOf, outcome }: Weighed): boolean {
  if (!bearing.outcomes.includes(outcome)) return false;
  if (bearing.codes && !bearing.codes.includes(code)) return false;
  if (bearing.asOfAfter !== undefined && asOf <= bearing.asOfAfter) return false;
  if (bearing.datedBefore !== undefined && !(award?.date && award.date < bearing.datedBefore)) return false;
  if (bearing.honours && !(award?.kind === "honour" && bearing.honours.includes(award.honour))) return false;
  return (
    !asksForCompetition(bearing) || (award?.kind === "competition" && holdsForCompetition(bearing, award))
  );
}

const asksForCompetition = (bearing: Bearing): boolean =>
  Boolean(
    bearing.competitions ||
      bearing.grades ||
      bearing.roles ||
      bearing.categories ||
      bearing.team ||
      bearing.mentions !== undefined,
  );

function holdsForCompetition(bearing: Bearing, award: Award & { kind: "competition" }): boolean {
  if (bearing.competitions && !bearing.competitions.includes(award.competition)) return false;
  if (bearing.grades && !bearing.grades.includes(award.grade)) return false;
  if (bearing.roles && !bearing.roles.includes(award.role)) return false;
  if (bearing.categories && !bearing.categories.includes(award.category)) return false;
  if (bearing.team && award.teamSize <= 1) return false;
  if (bearing.mentions === undefined) return true;
  return `${award.edition ?? ""} ${award.track ?? ""}`.includes(bearing.mentions);
}
