// Delegations (代表队) compared (domain.md section 5): three methods with three different winners on the same data, so the
// method is fixed before the start; and the five comparison reports.
import { compare, type Exact, exact, ratio, sum } from "../exact.ts";

/** Medals of one delegation; first, second and third prizes count as gold, silver and bronze. */
export type Medals = {
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
  readonly excellence: number;
};
export type DelegationResult = {
  readonly id: string;
  readonly name: string;
  /** Competitors who competed. */
  readonly entered: number;
  readonly medals: Medals;
  /** Points of the scale of 700 of its competitors, where their skill has a scale. */
  readonly scale?: readonly number[];
};
export const delegationMethods = ["medal-table", "medal-points", "average-points"] as const;
export type DelegationMethod = (typeof delegationMethods)[number];

const worth: Readonly<Record<keyof Medals, number>> = { gold: 4, silver: 3, bronze: 2, excellence: 1 };
const kinds = ["gold", "silver", "bronze", "excellence"] as const;

/** Medal points 4/3/2/1, and their exact average over those entered; no average where nobody was. */
export function delegationPoints({ medals, entered }: Pick<DelegationResult, "medals" | "entered">): {
  readonly total: number;
  readonly average: Exact | null;
} {
  const total = kinds.reduce((points, kind) => points + worth[kind] * medals[kind], 0);
  return { total, average: entered > 0 ? ratio(exact(total), exact(entered)) : null };
}

export type PlacedDelegation = DelegationResult & {
  /** Null where nobody competed. */
  readonly rank: number | null;
};

/**
 * In order by the method; ties by gold, silver, bronze, excellence; still equal shares the rank, in order of name. Those that
 * nobody competed for stand last, unranked.
 */
export function delegationOrder(
  delegations: readonly DelegationResult[],
  method: DelegationMethod,
): PlacedDelegation[] {
  const measure = measures[method];
  const order = (a: DelegationResult, b: DelegationResult): number =>
    compare(measure(b), measure(a)) || byMedals(a, b);
  const field = delegations.filter(({ entered }) => entered > 0);
  const ranked = field.sort((a, b) => order(a, b) || byName(a, b));
  const rest = delegations.filter(({ entered }) => entered === 0).sort(byName);
  return [
    ...ranked.map((one) => ({ ...one, rank: 1 + ranked.filter((other) => order(other, one) < 0).length })),
    ...rest.map((one) => ({ ...one, rank: null })),
  ];
}

const measures: Readonly<Record<DelegationMethod, (one: DelegationResult) => Exact>> = {
  "medal-table": () => exact(0),
  "medal-points": (one) => exact(delegationPoints(one).total),
  "average-points": (one) => delegationPoints(one).average!,
};

function byMedals(a: DelegationResult, b: DelegationResult): number {
  const differing = kinds.find((kind) => a.medals[kind] !== b.medals[kind]);
  return differing ? b.medals[differing] - a.medals[differing] : 0;
}

/** 字母顺序: Chinese names by pinyin. */
const alphabet = new Intl.Collator("zh-Hans-CN");
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  alphabet.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

export const comparisons = [
  "alphabetical",
  "total-points",
  "average-points",
  "total-scale",
  "average-scale",
] as const;
export type Comparison = (typeof comparisons)[number];
export type Compared = {
  readonly delegation: DelegationResult;
  /** Null where there is nothing to compare by. */
  readonly value: Exact | null;
  readonly rank: number | null;
};

/** One comparison report: by name without ranks, or by its value, highest first; those without a value last, unranked. */
export function compareDelegations(
  delegations: readonly DelegationResult[],
  comparison: Comparison,
): Compared[] {
  const rows = delegations.map((delegation) => ({ delegation, value: comparedBy(delegation, comparison) }));
  const sorted = rows.sort((a, b) => byValue(a.value, b.value) || byName(a.delegation, b.delegation));
  return sorted.map((row) => ({
    ...row,
    rank:
      row.value === null ? null : 1 + sorted.filter((other) => byValue(other.value, row.value) < 0).length,
  }));
}

function comparedBy(one: DelegationResult, comparison: Comparison): Exact | null {
  const scale = one.scale ?? [];
  const points = sum(scale.map((value) => exact(value)));
  switch (comparison) {
    case "alphabetical":
      return null;
    case "total-points":
      return one.entered > 0 ? exact(delegationPoints(one).total) : null;
    case "average-points":
      return delegationPoints(one).average;
    case "total-scale":
      return scale.length > 0 ? points : null;
    case "average-scale":
      return scale.length > 0 ? ratio(points, exact(scale.length)) : null;
  }
}

const byValue = (a: Exact | null, b: Exact | null): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compare(b, a);
};

/** A team's score: the sum of its best three (or `best`) exact totals; null where it has fewer. */
export function teamScore(totals: readonly Exact[], best = 3): Exact | null {
  const top = [...totals].sort((a, b) => compare(b, a)).slice(0, best);
  return top.length < best ? null : sum(top);
}
