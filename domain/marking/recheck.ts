// Recheck (抽查复核, domain.md section 7): whose sheets are looked at again before the result is signed, and when all are.
import { shuffle } from "../chance.ts";
import type { SkillRules } from "../competitions/rules.ts";

export type RecheckRule = NonNullable<SkillRules["recheck"]>;
export type RankedOne = { readonly contestantId: string; readonly rank: number | null };
/** `top` by rank, `drawn` by the seed, `all` because too many errors were found. */
export type Chosen = { readonly contestantId: string; readonly why: "top" | "drawn" | "all" };
export type SheetContent = {
  readonly contestantId: string;
  readonly subcriterionId: string;
  readonly hash: string;
};
/** One look at one content of a sheet, with the aspects that were found wrong and who looked. */
export type Look = SheetContent & { readonly differing: readonly string[]; readonly by: string };

/**
 * Everybody ranked within `topAll` (a tie at the line included) and of the others `sharePercent`, rounded up, drawn by the
 * seed alone: the same people in any order give the same sample.
 */
export function recheckSample(rule: RecheckRule, field: readonly RankedOne[], seed: string): Chosen[] {
  const ranked = field.filter((one) => one.rank !== null);
  const top = ranked.filter((one) => one.rank! <= rule.topAll).map((one) => one.contestantId);
  const others = ranked.filter((one) => one.rank! > rule.topAll).map((one) => one.contestantId);
  const drawn = shuffle(others.sort(), seed).slice(0, Math.ceil((others.length * rule.sharePercent) / 100));
  return [
    ...top.sort().map((contestantId) => ({ contestantId, why: "top" as const })),
    ...drawn.sort().map((contestantId) => ({ contestantId, why: "drawn" as const })),
  ];
}

/** Whether `errors` among `rechecked` competitors are more than the limit: exactly at the limit is not. */
export const isOverLimit = (rule: RecheckRule, rechecked: number, errors: number): boolean =>
  errors * 100 > rule.limitPercent * rechecked;

export type RecheckSheet = SheetContent & {
  readonly why: Chosen["why"];
  /** `wrong` until its marks are corrected, which opens it again, or another person finds no error. */
  readonly state: "open" | "right" | "wrong";
  readonly differing: readonly string[];
};
export type Recheck = {
  readonly sheets: readonly RecheckSheet[];
  /** Competitors of the sample, and whoever was found wrong before a correction moved the ranks; the error rate is counted over them. */
  readonly sampled: number;
  readonly drawn: number;
  /** Competitors in whose sheets any look found an error, corrected since or not. */
  readonly errors: number;
  readonly escalated: boolean;
};

/** Where a recheck stands: `looks` oldest first; only looks at the present content of a sheet speak for it. */
export function recheckOf(
  rule: RecheckRule,
  field: readonly RankedOne[],
  seed: string,
  contents: readonly SheetContent[],
  looks: readonly Look[],
): Recheck {
  const sample = recheckSample(rule, field, seed);
  const wrong = new Set(looks.filter((one) => one.differing.length > 0).map((one) => one.contestantId));
  const whyOf = new Map(sample.map((one) => [one.contestantId, one.why]));
  const sampled = new Set([...whyOf.keys(), ...wrong]).size;
  const escalated = isOverLimit(rule, sampled, wrong.size);
  if (escalated) {
    for (const { contestantId, rank } of field)
      if (rank !== null && !whyOf.has(contestantId)) whyOf.set(contestantId, "all");
  }
  const sheets = contents
    .filter((one) => whyOf.has(one.contestantId))
    .map((one) => {
      const differing = foundAt(looks, one)?.differing;
      const state = !differing ? "open" : differing.length > 0 ? "wrong" : "right";
      return { ...one, why: whyOf.get(one.contestantId)!, state, differing: differing ?? [] } as const;
    });
  const drawn = sample.filter((one) => one.why === "drawn").length;
  return { sheets, sampled, drawn, errors: wrong.size, escalated };
}

/** The look that speaks for this content, the newest; undefined before anybody looked. */
export function foundAt(looks: readonly Look[], content: SheetContent): Look | undefined {
  return looks.findLast((look) => nameOf(look) === nameOf(content));
}

/** Whether this person may find that content right: an error stands until the marks are corrected or another person finds none. */
export function mayFindRight(looks: readonly Look[], content: SheetContent, by: string): boolean {
  const last = foundAt(looks, content);
  return !last || last.differing.length === 0 || last.by !== by;
}

const nameOf = (one: SheetContent): string => `${one.contestantId}~${one.subcriterionId}~${one.hash}`;

/** Sheets that keep the result from being checked: not looked at, or wrong and not corrected. */
export const sheetsToRecheck = ({ sheets }: Recheck): number =>
  sheets.filter((one) => one.state !== "right").length;
