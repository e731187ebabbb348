// Awards (奖项, domain.md section 5): the plan that a skill's policy makes of its standings, line by line with its reason.
import type { AwardPolicy, Excellence, Policy } from "../competitions/award-policy.ts";
import type { SkillRules } from "../competitions/rules.ts";
import { compare, type Exact, exact } from "../exact.ts";
import { scalePoints } from "../results/scaled.ts";
import { medalLines, prizeLines, restUpTo } from "./by-place.ts";
import { type Candidate, competed, type InLine, inLine } from "./candidate.ts";
import { type AwardGrade, awardGrades, prizes } from "./grades.ts";
import type { AwardLine, GradeLine } from "./line.ts";
import { nearTieLines } from "./near-tie.ts";
import { quotas } from "./quota.ts";

export type AwardRules = Pick<SkillRules, "awards" | "minField" | "contestStages">;
export type Awarded = {
  readonly contestantId: string;
  readonly code: string;
  readonly rank: number;
  readonly grade: AwardGrade;
};
/** `unscaled`: the policy asks for the scale of 700 and the field gives none; medals then go by equal totals alone. */
export type AwardPlan = {
  readonly lines: readonly AwardLine[];
  readonly awarded: readonly Awarded[];
  readonly unscaled: boolean;
};

/** Who gets what, and why it is that many: one line per grade that the policy knows, within each group where it says so. */
export function planAwards(candidates: readonly Candidate[], rules: AwardRules): AwardPlan {
  const groups = rules.awards.perGroup ? groupsOf(candidates) : [null];
  const plans = groups.map((group) => {
    const field = group === null ? candidates : candidates.filter((one) => (one.group ?? "") === group);
    const { lines, unscaled } = planField(group === null ? field : rerank(field), rules);
    return { lines: lines.map((line) => ({ ...line, group: group || null })), unscaled };
  });
  const lines = plans.flatMap((plan) => plan.lines);
  const awarded = lines
    .flatMap(({ grade, winners }) => winners.map(({ candidate }) => ({ candidate, grade })))
    .map(({ candidate: { contestantId, code }, grade }) => {
      const rank = candidates.find((one) => one.contestantId === contestantId)!.rank!;
      return { contestantId, code, rank, grade };
    })
    .sort((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1));
  return { lines, awarded, unscaled: plans.some((plan) => plan.unscaled) };
}

const groupsOf = (candidates: readonly Candidate[]): string[] =>
  [...new Set(candidates.map((one) => one.group ?? ""))].sort();

/** Ranks within a group, from the ranks of the whole. */
const rerank = (field: readonly Candidate[]): Candidate[] =>
  field.map((one) => ({
    ...one,
    rank:
      one.rank === null
        ? null
        : 1 + field.filter((other) => other.rank !== null && other.rank < one.rank!).length,
  }));

type FieldPlan = { readonly lines: readonly GradeLine[]; readonly unscaled: boolean };

function planField(field: readonly Candidate[], rules: AwardRules): FieldPlan {
  const line = inLine(field);
  const points = pointsOf(field, line, rules);
  const { policy, minimumField } = rules.awards;
  const unscaled = points === null && needsScale(policy);
  const lines = policyLines(policy, field, line, points);
  return { lines: minimumField ? cutShort(lines, competed(field).length, minimumField) : lines, unscaled };
}

/** Whether awards follow from the scale of 700. */
export const needsScale = (policy: Policy): boolean =>
  (policy.kind === "near-tie" && policy.basis === "scale") ||
  ("excellence" in policy && typeof policy.excellence === "object");

type Points = ReadonlyMap<InLine, Exact>;

/** The points of the scale by person in line; null where the field is too small or has no spread. */
function pointsOf(field: readonly Candidate[], line: readonly InLine[], rules: AwardRules): Points | null {
  const points = scalePoints(field, rules);
  if (!points) return null;
  return new Map(line.map((one) => [one, exact(points[field.indexOf(one.candidate)]!)]));
}

function policyLines(
  policy: Policy,
  field: readonly Candidate[],
  line: readonly InLine[],
  points: Points | null,
): GradeLine[] {
  const ranked = field.filter((one) => one.rank !== null).length;
  switch (policy.kind) {
    case "places":
      return withExcellence(medalLines(line), policy.excellence, line, ranked, points);
    case "near-tie": {
      const scaled = policy.basis === "scale" ? points : null;
      const rule = policy.basis === "scale" && !points ? { ...policy, tolerance: "0" } : policy;
      const lines = nearTieLines(line, (one) => scaled?.get(one) ?? one.total, rule);
      return withExcellence(lines, policy.excellence, line, ranked, points);
    }
    case "counts":
      return withExcellence(prizeLines(line, policy.counts), policy.excellence, line, ranked, points);
    case "shares": {
      const n = policy.of === "ranked" ? ranked : competed(field).length;
      return prizeLines(line, quotas(policy.shares, n, policy.rounding));
    }
    case "bands":
      return bandLines(line, policy.atLeast);
  }
}

/** The last place that earns excellence among `ranked` people, rounded down. */
export function excellenceCut(ranked: number, share: Extract<Excellence, string>): number {
  if (share === "none") return 0;
  return share === "1/2" ? Math.floor(ranked / 2) : Math.floor((ranked * 2) / 3);
}

function withExcellence(
  lines: GradeLine[],
  excellence: Excellence,
  line: readonly InLine[],
  ranked: number,
  points: Points | null,
): GradeLine[] {
  const taken = new Set(lines.flatMap((one) => one.winners));
  if (typeof excellence === "string") {
    const rest = restUpTo(line, "excellence", excellenceCut(ranked, excellence), taken);
    return [...lines, excellence === "none" ? { ...rest, why: "not-given" } : rest];
  }
  const winners = line.filter(
    (one) => !taken.has(one) && points && compare(points.get(one)!, exact(excellence.scaleAtLeast)) >= 0,
  );
  const offer = { by: "scale", atLeast: excellence.scaleAtLeast } as const;
  const why = winners.length === 0 ? "nobody" : "filled";
  return [...lines, { grade: "excellence", offer, winners, why, takenBy: null }];
}

function bandLines(
  line: readonly InLine[],
  atLeast: Extract<Policy, { kind: "bands" }>["atLeast"],
): GradeLine[] {
  const taken = new Set<InLine>();
  return ([...prizes, "excellence"] as const).map((grade, at): GradeLine => {
    const least = atLeast[at] ?? null;
    if (least === null) return { grade, offer: null, winners: [], why: "not-given", takenBy: null };
    const winners = line.filter((one) => !taken.has(one) && compare(one.total, exact(least)) >= 0);
    for (const one of winners) taken.add(one);
    const why = winners.length === 0 ? "nobody" : "filled";
    return { grade, offer: { by: "total", atLeast: least }, winners, why, takenBy: null };
  });
}

/** In a small field only the first grades are given, in a smaller one none. */
function cutShort(
  lines: readonly GradeLine[],
  n: number,
  { cancelBelow, oneGradeUpTo, twoGradesUpTo }: NonNullable<AwardPolicy["minimumField"]>,
): GradeLine[] {
  const grades = n < cancelBelow ? 0 : n <= oneGradeUpTo ? 1 : n <= twoGradesUpTo ? 2 : awardGrades.length;
  return lines.map((line, at) =>
    at < grades ? line : { ...line, winners: [], why: "small-field", takenBy: null },
  );
}
