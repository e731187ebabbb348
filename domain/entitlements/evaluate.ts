// The evaluation of a person on a day: what is granted, on which flagged readings, and a reason for every yes and no.
import type { LocalDate } from "../calendar.ts";
import { because, becauseNothing } from "./because.ts";
import { type Ground, groundsFor, oncePerAward } from "./grounds.ts";
import type { Person } from "./person.ts";
import type { LoadedPack } from "./rules.ts";
import { type EntitlementCode, type EntitlementOutcome, entitlementCodes } from "./vocabulary.ts";

/** `clause` is the full clause id for exports; people are shown the citation of decide.ts. */
export type Reason = {
  readonly code: EntitlementCode;
  readonly outcome: EntitlementOutcome;
  readonly clause: string | null;
  readonly because: string;
};

export type Evaluation = {
  readonly granted: readonly EntitlementCode[];
  /** Sorted ids of the flagged readings that the grants rely on. */
  readonly flags: readonly string[];
  readonly reasons: readonly Reason[];
};

/**
 * Evaluates `person` as of a Shanghai day (policy.md, batch evaluation): every code has at least one reason and the
 * first is its outcome. Pure; adding an award never removes a grant and the order of awards never matters for one.
 */
export function evaluate(person: Person, asOf: LocalDate, pack: LoadedPack): Evaluation {
  const granted: EntitlementCode[] = [];
  const flags = new Set<string>();
  const reasons: Reason[] = [];
  const places = oncePerAward(person.awards);
  for (const code of entitlementCodes) {
    const grounds = groundsFor(person, places, code, asOf, pack);
    if (grounds[0]?.outcome === "granted") granted.push(code);
    for (const ground of grounds) for (const flag of ground.flags) flags.add(flag);
    const told = { person, code, asOf, pack, language: "zh" } as const;
    if (grounds.length === 0)
      reasons.push({ code, outcome: "not", clause: null, because: becauseNothing(code, told) });
    for (const ground of grounds) reasons.push(reasonOf(ground, code, because(ground, told)));
  }
  return { granted, flags: [...flags].sort(), reasons };
}

const reasonOf = (ground: Ground, code: EntitlementCode, sentence: string): Reason => ({
  code,
  outcome: ground.outcome,
  clause: ground.row?.clause.id ?? null,
  because: sentence,
});
