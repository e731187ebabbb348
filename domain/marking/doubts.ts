// Plausibility (合理性提示): marks that are allowed and yet look like a slip. They are asked about once; a reason answers.
import type { SkillRules } from "../competitions/rules.ts";
import { compare, type Decimal, type Exact, exact, ratio } from "../exact.ts";
import type { Aspect } from "../schemes/aspect.ts";
import { hasWords } from "../told.ts";
import { entersMark } from "./mark.ts";

export type DoubtRule = NonNullable<SkillRules["doubts"]>;
/** `slip`: the correction of a saved mark is large. `far`: no other work's mark is near. `usual` is what it is compared with. */
export type Doubt = { readonly kind: "slip" | "far"; readonly usual: Decimal };

/** A reason as it is kept: without characters that nobody sees; null where nothing is left. */
export const reasonOf = (typed: string | undefined): string | null =>
  hasWords(typed ?? "") ? (typed ?? "").replace(/[\p{Cc}\p{Cf}]/gu, "").trim() : null;

/** Longest reason, in characters. */
export const longestReason = 200;

/**
 * What looks odd about `value` for a mark of the panel, or null. `before` is the mark it replaces, `others` are the marks
 * other works have in this aspect. Levels are never doubted: colleagues' levels are unseen, and a comparison would tell them; nor is
 * what is no mark yet (a measured figure, faults, seconds).
 */
export function doubtOf(
  rule: DoubtRule | undefined,
  aspect: Aspect,
  value: Decimal | null,
  before: Decimal | null,
  others: readonly Decimal[],
): Doubt | null {
  if (!rule || value === null || !entersMark(aspect)) return null;
  const limit = exact(aspect.max).mul(ratio(exact(rule.percent), exact(100)));
  const isFar = (usual: Exact): boolean => compare(exact(value).sub(usual).abs(), limit) > 0;
  if (before !== null) return isFar(exact(before)) ? { kind: "slip", usual: before } : null;
  if (others.length < rule.others) return null;
  const sorted = [...others].sort((a, b) => compare(exact(a), exact(b)));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const inside =
    compare(exact(value), exact(sorted[0]!)) >= 0 && compare(exact(value), exact(sorted.at(-1)!)) <= 0;
  return !inside && isFar(exact(middle)) ? { kind: "far", usual: middle } : null;
}
