// A sheet (评分表): one contestant in one sub-criterion. What may be entered in it next, its sum, and the text that is signed.
import { type Decimal, type Exact, sum } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { type Aspect, isPerSeat } from "../schemes/aspect.ts";
import { type Cell, cellSeat, readMark } from "./mark.ts";
import { seatsOfAspect } from "./seats.ts";
import { aspectState, type MarkingRules } from "./states.ts";

export type Entry = {
  readonly aspectId: string;
  readonly round: number;
  readonly value: string | null;
  readonly expectedVersion: number;
};
export type SheetContext = {
  readonly aspect: Aspect;
  /** The contestant's cells of this aspect. */
  readonly cells: readonly Cell[];
  readonly rules: MarkingRules;
  /** The seats that mark its sub-criterion (`seatsMarking`); null: every seat. */
  readonly marking: readonly number[] | null;
  readonly seat: number;
  readonly stage: string;
  readonly contestantStatus: string;
  readonly locked: boolean;
};
export type Decided = {
  readonly seat: number;
  readonly round: number;
  readonly version: number;
  readonly value: Decimal | null;
};

/** Whether a seated judge may enter this now, and what it makes of the cell. Browser and server ask the same question. */
export function decideEntry(context: SheetContext, entry: Entry): Outcome<Decided> {
  const { aspect, cells, rules } = context;
  if (context.stage !== "scoring") return refuse("marking.not-open");
  if (context.contestantStatus !== "present") return refuse("marking.competitor-out");
  if (context.locked) return refuse("marking.sheet-locked");
  const value = readMark(aspect, entry.value);
  if (!value.ok) return value;
  const seat = cellSeat(aspect, context.seat);
  if (context.seat > 0 && context.marking?.includes(context.seat) === false)
    return refuse("marking.other-panel");
  if (isPerSeat(aspect) && !seatsOfAspect(aspect, rules).includes(seat)) return refuse("marking.seat-ended");
  const now = aspectState(aspect, cells, rules);
  const current = cells.find((cell) => cell.seat === seat && cell.round === entry.round);
  if (cells.some((cell) => cell.missing && cell.seat === seat)) return refuse("marking.declared-missing");
  const version = current?.version ?? 0;
  if (version !== entry.expectedVersion) {
    return refuse("marking.stale", { theirs: current?.value ?? "", version });
  }
  if (isPerSeat(aspect) ? entry.round !== now.round || now.state === "agreed" : entry.round !== 1) {
    return refuse("marking.round-not-open", { round: now.round });
  }
  return ok({ seat, round: entry.round, version: version + 1, value: value.value });
}

export type Subtotal = { readonly marks: Exact; readonly agreed: number; readonly of: number };

/** The sum of what stands agreed among these aspects: a judgement counts only once all seats are in. */
export function subtotal(aspects: readonly Aspect[], cells: readonly Cell[], rules: MarkingRules): Subtotal {
  const marks = aspects
    .map((aspect) => aspectState(aspect, cells, rules).worth)
    .filter((worth) => worth !== null);
  return { marks: sum(marks), agreed: marks.length, of: aspects.length };
}

/** By code units: the order of a signed text must not depend on the language of the machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text whose hash a confirmation or signature binds: every cell of the sheet with its version and value. */
export const sheetContent = (cells: readonly Cell[]): string =>
  [...cells]
    .sort((a, b) => byText(a.aspectId, b.aspectId) || a.seat - b.seat || a.round - b.round)
    .map(
      (cell) =>
        `${cell.aspectId}/${cell.seat}/${cell.missing ? "missing" : `${cell.round}=${cell.value ?? ""}@${cell.version}`}`,
    )
    .join("\n");
