// Ranking (domain.md section 4): by exact total, then the skill's tie chain; still equal shares the rank, 1-2-2-4, or waits
// for the committee's order.
import { compare, type Exact } from "../exact.ts";

export const contestantStatuses = ["present", "absent", "withdrawn", "disqualified"] as const;
export type ContestantStatus = (typeof contestantStatuses)[number];
export type StandingStatus = "ranked" | "incomplete" | "unranked" | "absent" | "withdrawn" | "disqualified";

export type Field<T> = T & {
  readonly status: ContestantStatus;
  readonly total: Exact | null;
  /** The values of the tie chain in order, higher is better; null is worse than any. */
  readonly ties: readonly (Exact | null)[];
  /** Complete, and yet without a rank by the skill's rules (a component below its pass line). */
  readonly barred?: boolean;
};
export type Placed<T> = T & {
  readonly rank: number | null;
  readonly status: StandingStatus;
  readonly total: Exact | null;
};

/** Places everybody; only present contestants with a complete total get a rank. The order of the input never matters to ranks. */
export function rank<T>(field: readonly Field<T>[]): Placed<T>[] {
  const isRanked = (row: Field<T>): boolean =>
    row.status === "present" && row.total !== null && row.barred !== true;
  const ranked = field.filter(isRanked).sort(better);
  const placed: Placed<T>[] = [];
  for (const [place, row] of ranked.entries()) {
    const before = ranked[place - 1];
    const shared = before && better(before, row) === 0 ? placed[place - 1]!.rank : place + 1;
    placed.push({ ...row, rank: shared, status: "ranked" });
  }
  const unranked = field
    .filter((row) => !isRanked(row))
    .map((row) => ({ ...row, rank: null, status: statusWithoutRank(row) }) as const);
  return [...placed, ...unranked];
}

function statusWithoutRank({ status, total }: Field<unknown>): StandingStatus {
  if (status !== "present") return status;
  return total === null ? "incomplete" : "unranked";
}

function better(a: Field<unknown>, b: Field<unknown>): number {
  const byTotal = compare(b.total!, a.total!);
  if (byTotal !== 0) return byTotal;
  for (const [place, tie] of a.ties.entries()) {
    const byTie = compareTie(b.ties[place]!, tie);
    if (byTie !== 0) return byTie;
  }
  return 0;
}

function compareTie(a: Exact | null, b: Exact | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compare(a, b);
}

/** The order that the committee recorded for people who are equal after the whole chain, by id, the first first. */
export type CommitteeOrder = readonly string[];
type Ranked = { readonly contestantId: string; readonly rank: number | null };

/** Everybody who shares a rank, in groups by rank. */
export function sharedRanks<T extends Ranked>(placed: readonly T[]): T[][] {
  const groups = new Map<number, T[]>();
  for (const row of placed) {
    if (row.rank === null) continue;
    const group = groups.get(row.rank);
    if (group) group.push(row);
    else groups.set(row.rank, [row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * The ranks after the committee's decisions. One counts only while exactly the people it names share a rank: marks that
 * moved since then leave it behind. Of two decisions on the same people the later counts.
 */
export function settle<T extends Ranked>(placed: readonly T[], decided: readonly CommitteeOrder[]): T[] {
  const settled = new Map<string, number>();
  for (const group of sharedRanks(placed)) {
    const names = new Set(group.map((row) => row.contestantId));
    const order = decided.findLast((one) => one.length === names.size && one.every((id) => names.has(id)));
    for (const [at, id] of (order ?? []).entries()) settled.set(id, group[0]!.rank! + at);
  }
  return placed
    .map((row) => ({ ...row, rank: settled.get(row.contestantId) ?? row.rank }))
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0);
}
