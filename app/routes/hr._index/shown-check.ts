// The answer of a check as the desk shows it: five lines from the record and the rules in force, decisions, what to note.

import type { Services } from "#app/context.ts";
import { type ShownDecision, shownDecisions } from "#app/entitlement/shown-decision.ts";
import type { Decision } from "#domain/entitlements/decide.ts";
import { packInForce } from "#domain/entitlements/packs/in-force.ts";
import type { Outcome } from "#domain/outcome.ts";
import type { Language } from "#words/language.ts";

type Answer = Awaited<ReturnType<Services["credentials"]["checkCertificate"]>>;
type Check = Answer extends Outcome<infer Value> ? Value : never;
export type ShownCheck = ReturnType<typeof shownCheck>;

/** Would grant once verified or final. */
const awaits = ({ outcome }: Decision): boolean => outcome === "pending" || outcome === "review";

/** `unaltered`: the number stands in the record it was read from, and every decision is of the rules now in force. */
export function shownCheck(check: Check, purpose: string, language: Language) {
  const pack = packInForce();
  const granted = check.decisions.filter((decision) => decision.outcome === "granted");
  const recorded =
    check.subject.kind === "award"
      ? check.awards.some((award) => award.number === check.subject.number)
      : check.subject.status !== "valid" || Object.values(check.numbers).includes(check.subject.number);
  const flags = [...new Set(granted.flatMap((decision) => decision.flags))].sort();
  return {
    name: check.name,
    idMasked: check.idMasked,
    subject: check.subject,
    at: check.at,
    purpose,
    unaltered: recorded && check.decisions.every((decision) => decision.packVersion === pack.version),
    citation: `${pack.documentNumber} ${pack.rows[0]!.clause.place}`,
    version: check.decisions[0]?.packVersion ?? pack.version,
    asOf:
      check.decisions
        .map((decision) => decision.asOf)
        .sort()
        .at(-1) ?? null,
    basis:
      granted.length > 0
        ? ("granted" as const)
        : check.decisions.some(awaits)
          ? ("awaited" as const)
          : ("none" as const),
    decisions: shownDecisions(check.decisions, check.numbers, language) as ShownDecision[],
    flags: pack.interpretations
      .filter(({ id }) => flags.includes(id))
      .map(({ id, question, reading, status }) => ({ id, question, reading, status })),
    awards: check.awards,
  };
}
