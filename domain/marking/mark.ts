// One mark: what may be typed into a cell, and what a cell is. Unset is null and never zero.
import { compare, type Decimal, type Exact, exact, isMultipleOf, parseExact } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { type Aspect, isPerSeat, type Measuring } from "../schemes/aspect.ts";

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
  /** Holds no mark: the chief judge declared this seat's trimmed mark missing (absent, recused), in every round. */
  readonly missing?: boolean;
};

/** That the seat's trimmed mark is missing; it stands beside whatever the seat entered and has no version. */
export const missingCell = (contestantId: string, aspectId: string, seat: number): Cell => ({
  contestantId,
  aspectId,
  seat,
  round: 0,
  version: 0,
  value: null,
  missing: true,
});

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

/** What an aspect takes, by its kind (domain.md section 3.2); null clears the cell. Answers the value as it is kept. */
export function readMark(aspect: Aspect, entered: string | null): Outcome<Decimal | null> {
  if (entered === null) return ok(null);
  const typed = aspect.kind === "time" ? inSeconds(entered) : entered;
  const value = parseExact(typed);
  if (!value || (value.n === 0n && typed.startsWith("-"))) return refuse("marking.not-a-number", { typed });
  const how = aspect.kind === "measurement" ? aspect.how : undefined;
  if (how?.by === "bands") return ok(typed);
  if (value.s < 0n) return refuse("marking.below-zero");
  switch (aspect.kind) {
    case "judgement":
      return /^[0-3]$/.test(typed) ? ok(typed) : refuse("marking.not-a-level", { typed });
    case "veto":
      return /^[01]$/.test(typed) ? ok(typed) : refuse("marking.not-yes-or-no", { typed });
    case "deduction":
      return takeCount(value, typed, mostFaults);
    case "time":
      return compare(value, exact(longestTime)) > 0
        ? refuse("marking.too-long", { most: longestTime, typed })
        : ok(typed);
    case "value":
      return takeStep(value, typed, aspect.max, aspect.step);
    case "trimmed":
      return takeStep(value, typed, aspect.scale ?? aspect.max, aspect.step);
    case "measurement":
      return how?.by === "share"
        ? takeCount(value, typed, how.of)
        : takeListed(value, typed, aspect.max, how);
  }
}

/** Faults that one deduction counts at most, and seconds that a time holds at most: beyond is a slip of the hand. */
const mostFaults = 999;
const longestTime = 359_999;

const takeCount = (value: Exact, typed: string, most: number): Outcome<Decimal> =>
  value.d === 1n && compare(value, exact(most)) <= 0
    ? ok(value.toString())
    : refuse("marking.not-a-count", { most, typed });

function takeStep(value: Exact, typed: string, max: Decimal, step: Decimal): Outcome<Decimal> {
  if (compare(value, exact(max)) > 0) return refuse("marking.above-max", { max, typed });
  return isMultipleOf(value, exact(step)) ? ok(typed) : refuse("marking.wrong-step", { step });
}

/** One of the list, or full; nothing at all can always be given. */
function takeListed(value: Exact, typed: string, max: Decimal, how: Measuring | undefined): Outcome<Decimal> {
  if (compare(value, exact(max)) > 0) return refuse("marking.above-max", { max, typed });
  const marks = how?.by === "list" ? how.marks : [max];
  if (value.n === 0n || marks.some((mark) => value.equals(exact(mark)))) return ok(typed);
  return how
    ? refuse("marking.not-listed", { marks: marks.join("、"), typed })
    : refuse("marking.not-full-or-zero", { max });
}

/** Whether what is entered is the mark itself, as far as one value of the panel goes. */
export const entersMark = (aspect: Aspect): boolean =>
  aspect.kind === "value" ||
  (aspect.kind === "measurement" && (aspect.how === undefined || aspect.how.by === "list"));

/** What people type on a Chinese keyboard, folded to plain digits: full-width digits and point, comma decimals. */
export const foldTyped = (typed: string): string =>
  typed
    .normalize("NFKC")
    .trim()
    .replace(/[,，。]/g, ".");

/** A time typed as on a watch, in seconds: "2:30" is "150" and "1:02:30" is "3750". Anything else stays as it is. */
export function inSeconds(typed: string): string {
  const watch = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]?\d)$/.exec(typed);
  if (!watch) return typed;
  const [hours, minutes, seconds] = watch.slice(1).map((part) => Number(part ?? 0));
  return String(hours! * 3600 + minutes! * 60 + seconds!);
}
