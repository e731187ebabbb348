// One cell of a sheet as its judge sees it: what is saved, what is still on this device, what is disputed, what is asked.

import type { CellStateName } from "#app/kit/index.ts";
import type { Intention } from "#app/live/intention.ts";
import { type Exact, exact, sum } from "#domain/exact.ts";
import type { View } from "#domain/live/diff.ts";
import { type Cell, cellSeat } from "#domain/marking/mark.ts";
import { placeName } from "#domain/marking/record.ts";
import { seatsOfAspect } from "#domain/marking/seats.ts";
import { decideEntry, subtotal } from "#domain/marking/sheet.ts";
import { type Outcome, type Refusal, refuse } from "#domain/outcome.ts";
import { type Aspect, isPerSeat } from "#domain/schemes/aspect.ts";
import type { Shut } from "#server/marking/load-grid.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import { isLocked, isSeats, outStatus, panelCell, type SeatsCell, stageOf } from "./panel.ts";

/** What the server has of this seat's cell; `at` is unknown when a colleague saved it while this page was open. */
export type Saved = {
  readonly round: number;
  readonly version: number;
  readonly value: string | null;
  readonly at: string | null;
};
export type Conflict = {
  readonly requestId: string;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly version: number;
  readonly refusal: Refusal;
  /** A closed round takes nothing more. */
  readonly mayResend: boolean;
  /** What stands there is not told to this person. */
  readonly hidden: boolean;
};
export type SheetCell = {
  readonly contestantId: string;
  readonly aspect: Aspect;
  /** Of a recorder: the seat whose level this is; null for a judge's own cell and for the panel's. */
  readonly seat: number | null;
  /** Aspect and seat as `placeName` writes them. */
  readonly place: string;
  readonly round: number;
  /** What the control shows: the newest of this judge, else what is saved; null is unset. */
  readonly value: string | null;
  readonly saved: Saved | null;
  readonly state: CellStateName;
  readonly conflict: Conflict | null;
  /** Of a judgement: where the seats stand; null before anybody gave a level. */
  readonly seats: SeatsCell | null;
  /** The open round takes no more from this seat: all are in and agree. */
  readonly closed: boolean;
  /** Of a recorder: why this place takes nothing from them now. */
  readonly shut: Refusal | null;
  /** Nothing here from this judge yet, neither saved nor on the device. */
  readonly open: boolean;
};

/** One contestant in one sub-criterion, as far as a cell is read from it. */
export type Marked = Pick<
  Sheet,
  "contestant" | "seat" | "barred" | "rules" | "marking" | "subcriterion" | "own"
> & {
  /** Of a recorder: the places that take nothing from them. */
  readonly shut?: Readonly<Record<string, Shut>>;
};
export type SheetNow = {
  readonly sheet: Marked;
  readonly panel: View;
  /** By place. */
  readonly saved: Readonly<Record<string, Saved>>;
  readonly intentions: readonly Intention[];
  /** Typed a moment ago and not stored yet, by place. */
  readonly drafts: Readonly<Record<string, string | null>>;
  readonly live: boolean;
};

export const newer = (a: Saved | null | undefined, b: Saved | null | undefined): Saved | null => {
  if (!a || !b) return a ?? b ?? null;
  return a.round !== b.round ? (a.round > b.round ? a : b) : a.version >= b.version ? a : b;
};

/** Whether this seat's level counts in judgements (the seats above the needed number give none). */
export const mayGive = (sheet: Pick<Sheet, "seat" | "rules">, aspect: Aspect): boolean =>
  !isPerSeat(aspect) || seatsOfAspect(aspect, sheet.rules).includes(sheet.seat);

/** The cell of an aspect; `seat` where a recorder keys a level for it. */
export function readCell(now: SheetNow, aspect: Aspect, seat: number | null = null): SheetCell {
  const { sheet } = now;
  const place = placeName(aspect.id, seat);
  const told = panelCell(now.panel, sheet.contestant.id, aspect.id);
  const seats = told && isSeats(told) ? told : null;
  const round = seats?.round ?? 1;
  const panels: Saved | null =
    told && !isSeats(told) ? { round: 1, version: told.version, value: told.value, at: null } : null;
  const known = newer(now.saved[place], panels);
  const saved = isPerSeat(aspect) && known?.round !== round ? null : known;
  const mine = now.intentions
    .filter((one) => one.contestantId === sheet.contestant.id && placeName(one.aspectId, one.seat) === place)
    .at(-1);
  const draft = now.drafts[place];
  const shut = readShut(sheet.shut?.[place], round);
  const conflict = mine?.standing === "conflict" ? readConflict(mine, saved) : null;
  const stands =
    levelOf(seats, seat, seatsOfAspect(aspect, sheet.rules)) ?? (shut ? null : (saved?.value ?? null));
  const value = draft !== undefined ? draft : mine ? mine.value : stands;
  const kept = draft !== undefined || mine !== undefined;
  const state = conflict
    ? "conflict"
    : kept
      ? now.live
        ? "sending"
        : "local"
      : value === null
        ? "unset"
        : "saved";
  const closed = seats?.state === "agreed";
  return {
    contestantId: sheet.contestant.id,
    aspect,
    seat,
    place,
    round,
    value,
    saved,
    state,
    conflict,
    seats,
    closed,
    shut: closed ? null : shut,
    open: !sheet.barred && !shut && value === null && !closed && mayGive(sheet, aspect),
  };
}

const readShut = (shut: Shut | undefined, round: number): Refusal | null =>
  shut && (shut.round === null || shut.round === round) ? shut.refusal : null;

/** The level or the mark of a named seat, once all seats are in and agree. */
const levelOf = (seats: SeatsCell | null, seat: number | null, asked: readonly number[]): string | null => {
  const given = seats?.state === "agreed" ? (seats.levels ?? seats.marks) : null;
  const level = seat === null ? null : given?.[asked.indexOf(seat)];
  return level == null ? null : String(level);
};

/** What was typed cannot stand any more, whoever insists. */
const final: ReadonlySet<string> = new Set([
  "marking.round-not-open",
  "marking.level-taken",
  "marking.other-kind",
]);

function readConflict(mine: Intention, saved: Saved | null): Conflict {
  const params = mine.refusal?.params ?? {};
  const version = Math.max(Number(params["version"] ?? 0), saved?.version ?? 0);
  const told = params["theirs"] === undefined ? null : String(params["theirs"]) || null;
  const theirs = saved && saved.version >= version ? saved.value : told;
  const refusal = mine.refusal ?? { code: "marking.stale" };
  return {
    requestId: mine.requestId,
    mine: mine.value,
    theirs,
    version,
    refusal,
    mayResend: !final.has(refusal.code),
    hidden: refusal.code === "marking.level-taken",
  };
}

/**
 * What the domain says before anything is sent. Of a judgement this browser knows its own seat's levels only, so the
 * open round is put as the first; whether all seats are in is what the panel's view says.
 */
export function mayEnter(now: SheetNow, cell: SheetCell, value: string | null): Outcome<unknown> {
  const { sheet, panel } = now;
  const { aspect, saved } = cell;
  const seat = cell.seat ?? sheet.seat;
  if (sheet.barred) return refuse(sheet.barred.code, sheet.barred.params);
  if (cell.shut) return refuse(cell.shut.code, cell.shut.params);
  if (cell.closed) return refuse("marking.round-not-open", { round: cell.round });
  const version = saved?.version ?? 0;
  const known: Cell[] = saved
    ? [
        {
          contestantId: sheet.contestant.id,
          aspectId: aspect.id,
          seat: cellSeat(aspect, seat),
          round: 1,
          version,
          value: saved.value,
        },
      ]
    : [];
  return decideEntry(
    {
      aspect,
      cells: known,
      rules: sheet.rules,
      marking: sheet.marking,
      seat,
      stage: stageOf(panel),
      contestantStatus: outStatus(panel, sheet.contestant.id) ?? "present",
      locked: isLocked(panel, sheet.contestant.id, sheet.subcriterion.id),
    },
    { aspectId: aspect.id, round: 1, value, expectedVersion: version },
  );
}

export type SheetSum = {
  readonly marks: Exact;
  /** The maxima of what may be in it now: a judgement only once all seats are in. */
  readonly max: Exact;
  readonly saved: number;
  readonly of: number;
  readonly judgements: { readonly agreed: number; readonly of: number };
};

/** The instant subtotal: saved entries by the domain's own sum, and the judgements whose seats are all in. */
export function sumUp(sheet: Pick<Sheet, "contestant" | "rules">, cells: readonly SheetCell[]): SheetSum {
  const panels = cells.filter((cell) => !isPerSeat(cell.aspect));
  const judged = cells.filter((cell) => isPerSeat(cell.aspect));
  const agreed = judged.filter((cell) => cell.seats?.mark != null);
  const entered: Cell[] = panels.map(({ aspect, saved }) => ({
    contestantId: sheet.contestant.id,
    aspectId: aspect.id,
    seat: 0,
    round: 1,
    version: saved?.version ?? 0,
    value: saved?.value ?? null,
  }));
  const measured = subtotal(
    panels.map((cell) => cell.aspect),
    entered,
    sheet.rules,
  );
  return {
    marks: measured.marks.add(sum(agreed.map((cell) => exact(cell.seats!.mark!)))),
    max: sum([...panels, ...agreed].map((cell) => exact(cell.aspect.max))),
    saved: cells.filter((cell) => cell.saved?.value != null).length,
    of: cells.length,
    judgements: { agreed: agreed.length, of: judged.length },
  };
}
