// Who is in line for an award: everybody ranked who may win, in award ranks, which are not the ranks of the result.
import type { Exact } from "../exact.ts";
import type { Standing } from "../results/standings.ts";
import { exactTotal } from "../results/standings.ts";

/** A line of the standings with what awards ask of it besides; without these everybody may win and there is no group. */
export type Candidate = Pick<Standing, "contestantId" | "code" | "rank" | "total" | "status" | "below"> & {
  readonly fraction?: string;
  readonly group?: string | null;
  /** Ranked people without award rights (former champions) keep their rank; places pass down. */
  readonly mayWin?: boolean;
};
/** `place` counts those who may win, 1-2-2-4; `total` is exact. */
export type InLine = {
  readonly candidate: Candidate;
  readonly place: number;
  readonly total: Exact;
};

/** Those in line, the first first: ranked, with award rights, no component below its pass line. */
export function inLine(candidates: readonly Candidate[]): InLine[] {
  const line = candidates
    .filter((one) => one.rank !== null && one.mayWin !== false && !one.below?.length)
    .sort((a, b) => a.rank! - b.rank! || (a.code < b.code ? -1 : 1));
  return line.map((candidate) => ({
    candidate,
    place: 1 + line.filter((other) => other.rank! < candidate.rank!).length,
    total: exactTotal(candidate)!,
  }));
}

/** Those who competed: with a rank, an incomplete result or none by the rules; absent, withdrawn and disqualified did not. */
export const competed = <One extends Pick<Standing, "status">>(lines: readonly One[]): One[] =>
  lines.filter((one) => !["absent", "withdrawn", "disqualified"].includes(one.status));
