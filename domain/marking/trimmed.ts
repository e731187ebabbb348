// Trimmed marks (去高去低, domain.md section 3.2): a mark by each seat, one highest and one lowest dropped, the mean of the rest.
import { compare, type Decimal, type Exact, exact, ratio, roundHalfUp, sum } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import type { TrimmedAspect } from "../schemes/aspect.ts";

/** Judges seated for a trimmed mark, and how many of them must be present at least (five, unless the skill says otherwise). */
export type TrimRule = { readonly seats: number; readonly minJudges: number };

/** The exact mean without one highest and one lowest. Refuses fewer than `minJudges` marks: then the committee decides. */
export function trimmedMean(marks: readonly Exact[], minJudges = 5): Outcome<Exact> {
  if (marks.length < minJudges || marks.length < 3) {
    return refuse("marking.too-few-judges", { given: marks.length, least: Math.max(3, minJudges) });
  }
  const kept = [...marks].sort(compare).slice(1, -1);
  return ok(ratio(sum(kept), exact(kept.length)));
}

/** The places of the one highest and the one lowest mark that are dropped; of equal ones the first. */
export function droppedSeats(marks: readonly (Decimal | null)[]): ReadonlySet<number> {
  const given = marks.flatMap((mark, at) => (mark === null ? [] : [{ at, value: exact(mark) }]));
  const ordered = given.sort((a, b) => compare(a.value, b.value) || a.at - b.at);
  return new Set(ordered.length < 3 ? [] : [ordered[0]!.at, ordered.at(-1)!.at]);
}

type SeatMark = { readonly seat: number; readonly value: Decimal | null; readonly missing?: boolean };
export type TrimState = {
  /** `short`: so many marks are declared missing that nothing can be worked out; the committee decides. */
  readonly state: "unset" | "pending" | "short" | "agreed";
  readonly given: number;
  /** Exact; null until agreed. */
  readonly worth: Exact | null;
  /** The marks by seat once all are in; a missing one is null. */
  readonly marks: readonly (Decimal | null)[] | null;
};

/**
 * Where a trimmed aspect stands. A seat without a mark leaves it pending; only a mark that the chief judge declared missing
 * leaves before the trim. `places` rounds the mean (half-up) before the factor; without it the mean is exact.
 */
export function trim(
  aspect: TrimmedAspect,
  cells: readonly SeatMark[],
  rule: { readonly seats: readonly number[]; readonly minJudges: number },
  places?: number,
): TrimState {
  const seats = rule.seats.map((seat) => {
    const own = cells.filter((cell) => cell.seat === seat);
    return own.find((cell) => cell.missing) ?? own[0];
  });
  const given = seats.filter((cell) => cell?.value != null && !cell.missing).length;
  if (seats.some((cell) => !cell?.missing && (cell?.value ?? null) === null)) {
    return { state: given === 0 ? "unset" : "pending", given, worth: null, marks: null };
  }
  const marks = seats.map((cell) => (cell!.missing ? null : cell!.value));
  const mean = trimmedMean(
    marks.filter((mark) => mark !== null).map((mark) => exact(mark)),
    rule.minJudges,
  );
  if (!mean.ok) return { state: "short", given, worth: null, marks };
  const rounded = places === undefined ? mean.value : exact(roundHalfUp(mean.value, places));
  return { state: "agreed", given, worth: rounded.mul(factorOf(aspect)), marks };
}

/** What one mark of the mean counts: the maximum over the highest mark a judge may give. */
export const factorOf = ({ max, scale }: TrimmedAspect): Exact => ratio(exact(max), exact(scale ?? max));
