// Ranking (domain.md section 4): by exact total, then the skill's tie chain; still equal shares the rank, 1-2-2-4.
import { compare, type Exact } from "../exact.ts";

export const contestantStatuses = ["present", "absent", "withdrawn", "disqualified"] as const;
export type ContestantStatus = (typeof contestantStatuses)[number];
export type StandingStatus = "ranked" | "incomplete" | "absent" | "withdrawn" | "disqualified";

export type Field<T> = T & {
  readonly status: ContestantStatus;
  readonly total: Exact | null;
  /** The values of the tie chain in order, higher is better. */
  readonly ties: readonly Exact[];
};
export type Placed<T> = T & {
  readonly rank: number | null;
  readonly status: StandingStatus;
  readonly total: Exact | null;
};

/** Places everybody; only present contestants with a complete total get a rank. The order of the input never matters to ranks. */
export function rank<T>(field: readonly Field<T>[]): Placed<T>[] {
  const ranked = field.filter((row) => row.status === "present" && row.total !== null).sort(better);
  const others = field.filter((row) => row.status !== "present" || row.total === null);
  const placed: Placed<T>[] = [];
  for (const [place, row] of ranked.entries()) {
    const before = ranked[place - 1];
    const shared = before && better(before, row) === 0 ? placed[place - 1]!.rank : place + 1;
    placed.push({ ...row, rank: shared, status: "ranked" });
  }
  const unranked = others.map(
    (row) => ({ ...row, rank: null, status: row.status === "present" ? "incomplete" : row.status }) as const,
  );
  return [...placed, ...unranked];
}

function better(a: Field<unknown>, b: Field<unknown>): number {
  const byTotal = compare(b.total!, a.total!);
  if (byTotal !== 0) return byTotal;
  for (const [place, tie] of a.ties.entries()) {
    const byTie = compare(b.ties[place]!, tie);
    if (byTie !== 0) return byTie;
  }
  return 0;
}
