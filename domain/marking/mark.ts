// One mark: what may be typed into a cell, and what a cell is. Unset is null and never zero.
import { compare, type Decimal, exact, isMultipleOf, parseExact } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { type Aspect, isPerSeat } from "../schemes/aspect.ts";

/** The panel's one cell has seat 0; a judgement has a cell per seat and round. Versions count from 1, 0 is unset. */
export type Cell = {
  readonly contestantId: string;
  readonly aspectId: string;
  readonly seat: number;
  readonly round: number;
  readonly version: number;
  readonly value: Decimal | null;
  /** A level of a round that was reopened decides nothing any more. */
  readonly reopened?: boolean;
};

/** The cells of a skill by contestant; a group is never changed in place, so what was computed of it stays true. */
export type CellsByContestant = ReadonlyMap<string, readonly Cell[]>;

const noCells: readonly Cell[] = [];
export const cellsOf = (cells: CellsByContestant, contestantId: string): readonly Cell[] =>
  cells.get(contestantId) ?? noCells;

export function byContestant(cells: readonly Cell[]): CellsByContestant {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.contestantId);
    if (group) group.push(cell);
    else groups.set(cell.contestantId, [cell]);
  }
  return groups;
}

/** The cell that a seated judge writes to. */
export const cellSeat = (aspect: Aspect, seat: number): number => (isPerSeat(aspect) ? seat : 0);

/** What an aspect accepts: a decimal within its maximum and step, full or 0, a level 0–3; null clears the cell. */
export function readMark(aspect: Aspect, typed: string | null): Outcome<Decimal | null> {
  if (typed === null) return ok(null);
  const value = parseExact(typed);
  if (!value || (value.n === 0n && typed.startsWith("-"))) return refuse("marking.not-a-number", { typed });
  if (value.s < 0n) return refuse("marking.below-zero");
  if (aspect.kind === "judgement") {
    return /^[0-3]$/.test(typed) ? ok(typed) : refuse("marking.not-a-level", { typed });
  }
  const max = exact(aspect.max);
  if (compare(value, max) > 0) return refuse("marking.above-max", { max: aspect.max, typed });
  if (aspect.kind === "measurement" && value.n !== 0n && !value.equals(max)) {
    return refuse("marking.not-full-or-zero", { max: aspect.max });
  }
  if (aspect.kind === "value" && !isMultipleOf(value, exact(aspect.step))) {
    return refuse("marking.wrong-step", { step: aspect.step });
  }
  return ok(typed);
}

/** What people type on a Chinese keyboard, folded to plain digits: full-width digits and point, comma decimals. */
export const foldTyped = (typed: string): string =>
  typed
    .normalize("NFKC")
    .trim()
    .replace(/[,，。]/g, ".");
