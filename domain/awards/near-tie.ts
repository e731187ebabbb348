// Near-tie medals (WorldSkills, domain.md section 5): medals within a tolerance of the first of each group, never chained.
import { compare, type Exact, exact, formatExact } from "../exact.ts";
import type { InLine } from "./candidate.ts";
import type { AwardGrade } from "./grades.ts";
import type { GradeLine } from "./line.ts";

export type NearTieRule = { readonly tolerance: string; readonly bronzeAfterTiedSilver: boolean };

/**
 * The medal lines for people in order of `value`, the highest first. Two golds leave no silver; three leave bronze only
 * within the tolerance of the last gold; several silvers leave bronze only within that of the last silver, or none.
 */
export function nearTieLines(
  line: readonly InLine[],
  pointsOf: (one: InLine) => Exact,
  rule: NearTieRule,
): GradeLine[] {
  const ordered = [...line].sort((a, b) => compare(pointsOf(b), pointsOf(a)));
  const tolerance = exact(rule.tolerance);
  /** From position `from` on, all within the tolerance of `anchor`. */
  const within = (from: number, anchor: InLine | undefined): InLine[] => {
    if (!anchor) return [];
    const least = pointsOf(anchor).sub(tolerance);
    return ordered.slice(from).filter((one) => compare(pointsOf(one), least) >= 0);
  };
  const medal = (grade: AwardGrade, winners: readonly InLine[], anchor?: InLine): GradeLine => ({
    grade,
    offer:
      (anchor && {
        by: "tolerance",
        within: rule.tolerance,
        anchor: formatExact(pointsOf(anchor)),
      }) ||
      null,
    winners,
    why: winners.length === 0 ? "nobody" : winners.length === 1 ? "one" : "within",
    takenBy: null,
  });
  const none = (grade: AwardGrade, by: readonly InLine[]): GradeLine => ({
    ...medal(grade, []),
    why: "taken",
    takenBy: { place: by[0]!.place, count: by.length },
  });
  const golds = within(0, ordered[0]);
  const gold = medal("gold", golds, ordered[0]);
  if (golds.length > 1) {
    const anchor = golds.length > 2 ? golds.at(-1)! : ordered[golds.length];
    const bronzes = within(golds.length, anchor);
    const bronze =
      bronzes.length === 0 && golds.length > 2 ? none("bronze", golds) : medal("bronze", bronzes, anchor);
    return [gold, none("silver", golds), bronze];
  }
  const silvers = within(1, ordered[1]);
  const silver = medal("silver", silvers, ordered[1]);
  const after = 1 + silvers.length;
  if (silvers.length < 2)
    return [gold, silver, medal("bronze", within(after, ordered[after]), ordered[after])];
  const bronzes = rule.bronzeAfterTiedSilver ? within(after, silvers.at(-1)!) : [];
  return [
    gold,
    silver,
    bronzes.length === 0 ? none("bronze", silvers) : medal("bronze", bronzes, silvers.at(-1)!),
  ];
}
