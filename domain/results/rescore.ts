// A re-scoring (重评批次): changes of one aspect taken together, with every total and rank they would move.

import { type Decimal, exact } from "../exact.ts";
import { byContestant, type Cell, cellsOf, readMark } from "../marking/mark.ts";
import { aspectState } from "../marking/states.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { isPerSeat } from "../schemes/aspect.ts";
import { findAspect } from "../schemes/scheme.ts";
import { type Marked, type Places, placesOf } from "./marked.ts";

/** One cell of the batch: what stood (`version`, `from`) when it was proposed, and what it becomes. */
export type Change = {
  readonly contestantId: string;
  readonly aspectId: string;
  readonly seat: number;
  readonly round: number;
  readonly version: number;
  readonly from: Decimal;
  readonly to: Decimal;
};
export type Wanted = Pick<Change, "contestantId" | "seat"> & { readonly to: string };

/** The cells that decide an aspect of one contestant now: the panel's one, or the levels of the round that decided. */
export function decidingCells(state: Marked, contestantId: string, aspectId: string): Cell[] {
  const place = findAspect(state.scheme, aspectId);
  if (!place) return [];
  const cells = cellsOf(state.cells, contestantId).filter((cell) => cell.aspectId === aspectId);
  const at = aspectState(place.aspect, cells, state.rules);
  if (at.state !== "agreed") return [];
  return cells
    .filter((cell) => cell.round === at.round && cell.value !== null)
    .sort((a, b) => a.seat - b.seat);
}

/** Reads what is wanted against what stands; unchanged cells fall away. Refuses marks the aspect does not take, and an empty batch. */
export function readChanges(state: Marked, aspectId: string, wanted: readonly Wanted[]): Outcome<Change[]> {
  const place = findAspect(state.scheme, aspectId);
  if (!place) return refuse("marking.unknown-aspect");
  const changes: Change[] = [];
  for (const one of wanted) {
    const cell = decidingCells(state, one.contestantId, aspectId).find((each) => each.seat === one.seat);
    if (!cell) return refuse("marking.unknown-aspect");
    const read = readMark(place.aspect, one.to);
    if (!read.ok) return read;
    if (read.value === null || exact(read.value).equals(exact(cell.value!))) continue;
    const { contestantId, seat, round, version } = cell;
    changes.push({ contestantId, aspectId, seat, round, version, from: cell.value!, to: read.value });
  }
  return changes.length > 0 ? ok(changes) : refuse("marking.no-change");
}

/** The state as the changes would leave it; null when a cell has moved on since, or its aspect takes no such mark any more, and the batch must be made anew. */
export function applyChanges(state: Marked, changes: readonly Change[]): Marked | null {
  const cells = [...state.cells.values()].flat();
  for (const change of changes) {
    const aspect = findAspect(state.scheme, change.aspectId)?.aspect;
    if (!aspect || isPerSeat(aspect) !== change.seat > 0 || !readMark(aspect, change.to).ok) return null;
    const place = cells.findIndex(
      (cell) =>
        cell.contestantId === change.contestantId &&
        cell.aspectId === change.aspectId &&
        cell.seat === change.seat &&
        cell.round === change.round,
    );
    const cell = cells[place];
    if (!cell || cell.version !== change.version) return null;
    cells[place] = { ...cell, version: cell.version + 1, value: change.to };
  }
  return { ...state, cells: byContestant(cells) };
}

/**
 * The places that the changes would make. Refuses a batch that would leave a judgement with too large a spread (it would be
 * no mark any more), and one whose cells have moved on.
 */
export function previewChanges(state: Marked, changes: readonly Change[]): Outcome<Places> {
  const next = applyChanges(state, changes);
  if (!next) return refuse("marking.sheet-changed");
  const before = placesOf(state);
  const after = placesOf(next);
  const stood = new Map(before.map((row) => [row.contestantId, row]));
  // Somebody who leaves or enters a later stage counts other marks than before; that alone loses none.
  const lost = after.find((row) => {
    const { stage, agreed } = stood.get(row.contestantId)!;
    return row.stage === stage && row.agreed < agreed;
  });
  if (lost) return refuse("marking.lock-disagreeing", { code: lost.code, sub: changes[0]!.aspectId });
  return ok({ before, after });
}

/** The changes as people read them: by code, in the order of codes and seats. */
export const namedChanges = (state: Marked, changes: readonly Change[]): NamedChange[] =>
  state.contestants
    .flatMap((one) =>
      changes
        .filter((change) => change.contestantId === one.id)
        .map(({ seat, from, to }) => ({ code: one.code, seat, from, to })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.seat - b.seat));
export type NamedChange = Pick<Change, "seat" | "from" | "to"> & { readonly code: string };
