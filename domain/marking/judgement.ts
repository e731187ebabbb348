// Judgement (评价): levels 0–3 by every seat, unseen until all are in; a spread over the limit asks for another round.
import { compare, type Decimal, exact, ratio, roundHalfUp } from "../exact.ts";

/** `(s1+…+sn) / 3n × max`, half-up to 0.01 but never over the maximum (three judges: its ninths; domain.md section 3). */
export function judgementMark(levels: readonly number[], max: Decimal): Decimal {
  const given = levels.reduce((sum, level) => sum + level, 0);
  const key = `${given}/${levels.length}/${max}`;
  const known = worked.get(key);
  if (known !== undefined) return known;
  const mark = roundHalfUp(ratio(exact(given), exact(3 * levels.length)).mul(exact(max)), 2);
  const capped = compare(exact(mark), exact(max)) > 0 ? max : mark;
  if (worked.size > 20_000) worked.clear();
  worked.set(key, capped);
  return capped;
}

/** Marks already worked out: there are few sums of levels, and the same few maxima. */
const worked = new Map<string, Decimal>();

export const spread = (levels: readonly number[]): number => Math.max(...levels) - Math.min(...levels);

export type JudgementState = {
  readonly state: "unset" | "pending" | "disagreeing" | "agreed";
  /** The round that is open, or the one that decided. */
  readonly round: number;
  /** Levels given in that round so far. */
  readonly given: number;
  readonly mark: Decimal | null;
  /** The levels by seat of the round that decided, or of the one before the open round; never of a round still open. */
  readonly levels: readonly number[] | null;
};

type SeatLevel = {
  readonly seat: number;
  readonly round: number;
  readonly value: Decimal | null;
  readonly reopened?: boolean;
};

/**
 * Where a judgement stands, from the seats' levels; the first complete round within the limit that was not reopened decides.
 * Round `maxRounds` decides whatever its spread is; after a reopening the rounds count from one again (decision 0020).
 */
export function judge(
  levels: readonly SeatLevel[],
  seats: number,
  maxSpread: number,
  max: Decimal,
  maxRounds = Number.POSITIVE_INFINITY,
): JudgementState {
  let begun = 1;
  for (let round = 1; ; round += 1) {
    const given = levelsOf(levels, round);
    if (given.length < seats) {
      const before = round > 1 && given.length === 0;
      const state = before ? "disagreeing" : given.length === 0 ? "unset" : "pending";
      return {
        state,
        round,
        given: given.length,
        mark: null,
        levels: round > 1 ? levelsOf(levels, round - 1) : null,
      };
    }
    const reopened = levels.some((level) => level.round === round && level.reopened);
    if (reopened) {
      begun = round + 1;
      continue;
    }
    if (spread(given) <= maxSpread || round - begun + 1 >= maxRounds) {
      return { state: "agreed", round, given: given.length, mark: judgementMark(given, max), levels: given };
    }
  }
}

/** The levels given in a round, in the order of the seats. */
const levelsOf = (levels: readonly SeatLevel[], round: number): number[] =>
  inSeatOrder(levels.filter((level) => level.round === round && level.value !== null)).map((level) =>
    Number(level.value),
  );

const inSeatOrder = (levels: SeatLevel[]): SeatLevel[] =>
  levels.every((level, at) => at === 0 || levels[at - 1]!.seat < level.seat)
    ? levels
    : levels.sort((a, b) => a.seat - b.seat);
