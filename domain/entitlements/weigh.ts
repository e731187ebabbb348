// One award (or one schooling) against one entitlement: the nearest row, what fails, what is in doubt, what is awaited.
import type { LocalDate } from "../calendar.ts";
import type { Award, Schooling } from "./person.ts";
import { readingsFor } from "./readings.ts";
import type { Condition, Interpretation, LoadedPack, Row } from "./rules.ts";
import type { EntitlementCode, EntitlementOutcome } from "./vocabulary.ts";

/** Why an award does not grant (yet); because.ts turns each into a sentence. */
export type Finding =
  | { readonly about: "not-in-force" | "row" | "grade" | "role" | "state" | "date" | "class" }
  | { readonly about: "unnamed" | "identity" | "claimed" | "doubtful-grade" | "category" | "awaited" }
  | { readonly about: "full-time" | "institution" | "graduated" }
  | { readonly about: "reading-rejected"; readonly id: string };

export type Weighing = {
  readonly outcome: EntitlementOutcome;
  /** The row relied on, or for a `not` the nearest one; null when the pack has none or is not in force. */
  readonly row: Row | null;
  readonly findings: readonly Finding[];
  readonly readings: readonly Interpretation[];
};

/** The effect of a state on a row that otherwise fits (policy.md, batch evaluation). */
const effects = {
  final: null,
  claimed: "doubt",
  verified: "wait",
  "public-notice": "wait",
  suspended: "wait",
  rejected: "fail",
  revoked: "fail",
} as const;

export const isInForce = (pack: LoadedPack, asOf: LocalDate): boolean =>
  asOf >= pack.effectiveFrom && (pack.effectiveTo === null || asOf <= pack.effectiveTo);

/**
 * Weighs an award as it stands on `asOf`: granted, pending (would grant once final), review (would grant once a doubt
 * is resolved) or not. An award dated later does not count; a competition the pack does not name is always a `not`.
 */
export function weighAward(award: Award, code: EntitlementCode, asOf: LocalDate, pack: LoadedPack): Weighing {
  if (!isInForce(pack, asOf)) return refused(null, [{ about: "not-in-force" }], []);
  let nearest: Weighing | null = null;
  for (const row of pack.rowsByCode[code]) {
    if (!names(row.when, award)) continue;
    const weighed = weighRow(award, row, code, asOf, pack);
    if (!nearest || isNearer(weighed, nearest)) nearest = weighed;
  }
  if (nearest) return nearest;
  const named = pack.rows.some((row) => names(row.when, award));
  const row = pack.rowsByCode[code].find(({ when }) => when.kind === award.kind);
  const readings = readingsFor({ award, code, asOf, outcome: "not" }, pack);
  const settled = standing(award, asOf);
  return named
    ? refused(row ?? pack.rowsByCode[code][0] ?? null, [{ about: "row" }, ...settled], readings)
    : refused(null, [{ about: "unnamed" }], readings);
}

/** Weighs schooling (third part, 参照 clause): all conditions are needed, nothing is ever in doubt. */
export function weighSchooling(
  schooling: Schooling,
  code: EntitlementCode,
  asOf: LocalDate,
  pack: LoadedPack,
): Weighing {
  if (!isInForce(pack, asOf)) return refused(null, [{ about: "not-in-force" }], []);
  const row = pack.rowsByCode[code].find(({ when }) => when.kind === "schooling");
  if (row?.when.kind !== "schooling") return refused(null, [{ about: "unnamed" }], []);
  const findings: Finding[] = [];
  if (!row.when.classes.includes(schooling.class)) findings.push({ about: "class" });
  if (!row.when.institutions.includes(schooling.institution)) findings.push({ about: "institution" });
  if (!schooling.fullTime) findings.push({ about: "full-time" });
  if (!schooling.graduated) findings.push({ about: "graduated" });
  if (findings.length > 0) return refused(row, findings, []);
  return granting("granted", row, [], readingsFor({ award: null, code, asOf, outcome: "granted" }, pack));
}

const names = (when: Condition, award: Award): boolean =>
  award.kind === "competition"
    ? when.kind === "competition" && when.competitions.includes(award.competition)
    : when.kind === "honour" && when.honours.includes(award.honour);

/** What no row can mend: the award is later than the day asked about, or it was rejected or revoked. */
function standing(award: Award, asOf: LocalDate): Finding[] {
  const findings: Finding[] = [];
  if (effects[award.state] === "fail") findings.push({ about: "state" });
  if (award.date !== undefined && award.date > asOf) findings.push({ about: "date" });
  return findings;
}

function weighRow(
  award: Award,
  row: Row,
  code: EntitlementCode,
  asOf: LocalDate,
  pack: LoadedPack,
): Weighing {
  const failing: Finding[] = [];
  const doubts: Finding[] = [];
  if (award.kind === "competition" && row.when.kind === "competition") {
    const { grades, doubtfulGrades, roles, categories } = row.when;
    if (doubtfulGrades.includes(award.grade)) doubts.push({ about: "doubtful-grade" });
    else if (!grades.includes(award.grade)) failing.push({ about: "grade" });
    if (!roles.includes(award.role)) failing.push({ about: "role" });
    if (!categories.includes(award.category)) doubts.push({ about: "category" });
  }
  failing.push(...standing(award, asOf));
  if (!award.identityMatched) doubts.push({ about: "identity" });
  if (effects[award.state] === "doubt") doubts.push({ about: "claimed" });
  const awaited: Finding[] = effects[award.state] === "wait" ? [{ about: "awaited" }] : [];
  const about = { award, code, asOf };
  if (failing.length > 0) return refused(row, failing, readingsFor({ ...about, outcome: "not" }, pack));
  const outcome = doubts.length > 0 ? "review" : awaited.length > 0 ? "pending" : "granted";
  return granting(outcome, row, [...doubts, ...awaited], readingsFor({ ...about, outcome }, pack));
}

const refused = (
  row: Row | null,
  findings: readonly Finding[],
  readings: readonly Interpretation[],
): Weighing => ({ outcome: "not", row, findings, readings });

/** A grant (or its prospect) stands only as long as no reading it relies on was rejected in the register. */
function granting(
  outcome: EntitlementOutcome,
  row: Row,
  findings: readonly Finding[],
  readings: readonly Interpretation[],
): Weighing {
  const rejected = readings.filter(
    (reading) => reading.status === "rejected" && reading.uponRejection === "withhold",
  );
  if (rejected.length === 0) return { outcome, row, findings, readings };
  return refused(
    row,
    rejected.map(({ id }) => ({ about: "reading-rejected" as const, id })),
    rejected,
  );
}

const isNearer = (a: Weighing, b: Weighing): boolean => {
  const rank = ["granted", "pending", "review", "not"];
  const difference = rank.indexOf(a.outcome) - rank.indexOf(b.outcome);
  return difference < 0 || (difference === 0 && a.findings.length < b.findings.length);
};
