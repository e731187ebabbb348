// The grid of many works as rows, cells and words: what stands in a cell, why it takes nothing, and where the hand goes next.
import type { GridCell, GridPlace, GridRow, GridState } from "#app/kit/index.ts";
import type { ByPlace } from "#app/live/use-saved.ts";
import type { DoubtfulEntry, RefusedEntry, Row } from "#app/live/use-sheets.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import { exact } from "#domain/exact.ts";
import type { View } from "#domain/live/diff.ts";
import { foldTyped } from "#domain/marking/mark.ts";
import { placesToKey } from "#domain/marking/rekey.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import type { MarkGrid } from "#server/marking/load-grid.ts";
import type { Words } from "#words/index.ts";
import { type Language, say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import { mayGive, type SheetCell } from "./cells.ts";
import { isOneDigit, keyedValue } from "./entry-of.ts";
import { isLocked, outStatus, stageOf } from "./panel.ts";

type Terms = Words["terms"];
export type GridWords = Words["judge"];

/** A judge's rows are the aspects; a recorder's have one for each seat of a judgement. */
export function rowsOf(grid: MarkGrid): Row[] {
  const { aspects } = grid.subcriterion;
  if (grid.seat !== null) return aspects.map((aspect) => ({ aspect, seat: null }));
  return placesToKey(aspects, grid.rules).map(({ aspectId, seat }) => ({
    aspect: aspects.find((one) => one.id === aspectId)!,
    seat: seat || null,
  }));
}

export const headOf = ({ aspect, seat }: Row, words: GridWords, terms: Terms): GridRow => ({
  key: `${aspect.id}/${seat ?? 0}`,
  id: aspect.id,
  badge: terms.aspectBadge[aspect.kind],
  badgeLabel: terms.aspectKind[aspect.kind],
  title: aspect.description,
  seat: seat === null ? undefined : say(words.grid.rowSeat, { n: seat }),
  follows: seat !== null && seat > 1,
  oneDigit: isOneDigit(aspect),
});

/** What is typed as on the sheet: "1" is a measurement met in full. */
export const meant = (aspect: Aspect, typed: string): string => keyedValue(aspect, foldTyped(typed)) ?? typed;

/** Why a cell takes nothing, as a state and a word; null where it may be entered. */
export function closedBecause(
  cell: SheetCell,
  grid: MarkGrid,
  panel: View,
  words: GridWords,
  terms: Terms,
): { readonly state: GridState; readonly word: string } | null {
  const told = words.grid.shut;
  const sheet = grid.sheets.find((one) => one.contestant.id === cell.contestantId)!;
  const out = outStatus(panel, cell.contestantId) as keyof Terms["contestantStatus"] | null;
  if (out) return { state: "shut", word: say(told.out, { status: terms.contestantStatus[out] }) };
  if (isLocked(panel, cell.contestantId, grid.subcriterion.id)) return { state: "locked", word: told.locked };
  if (cell.closed) return { state: "shut", word: say(told.closed, { mark: cell.seats?.mark ?? "" }) };
  if (cell.shut?.code === "marking.level-taken")
    return {
      state: "taken",
      word: cell.shut.params?.["by"] === "recorder" ? told.recorder : told.judge,
    };
  if (cell.shut) return { state: "shut", word: told.vacant };
  if (stageOf(panel) !== "scoring") return { state: "shut", word: told.notOpen };
  const seat = cell.seat ?? sheet.seat;
  return mayGive({ seat, rules: grid.rules }, cell.aspect) ? null : { state: "shut", word: told.notNeeded };
}

/** The word of a cell's state, with the time of saving. */
export function stateWord(cell: SheetCell, words: GridWords): string {
  if (cell.state !== "saved" || !cell.saved) return words.state[cell.state];
  const { at, version } = cell.saved;
  return at
    ? `${words.state.saved} ${shanghaiTime(new Date(at))}`
    : say(words.state.savedVersion, { n: version });
}

type Drawn = {
  /** Why nothing goes in anywhere. */
  readonly shut: string | null;
  readonly grid: MarkGrid;
  readonly panel: View;
  readonly refused: ByPlace<RefusedEntry> | undefined;
  readonly doubtful: ByPlace<DoubtfulEntry> | undefined;
  readonly words: GridWords;
  readonly terms: Terms;
  readonly language: Language;
};

export function drawCell(
  cell: SheetCell,
  code: string,
  { shut, grid, panel, words, ...more }: Drawn,
): GridCell {
  const refused = more.refused?.[cell.place];
  const closed = shut
    ? { state: "shut" as const, word: shut }
    : closedBecause(cell, grid, panel, words, more.terms);
  const place =
    cell.seat === null ? cell.aspect.id : `${cell.aspect.id} ${say(words.grid.rowSeat, { n: cell.seat })}`;
  const asked = more.doubtful?.[cell.place];
  const typed = refused?.typed ?? asked?.value;
  const word = refused
    ? refusalSentence(refused.refusal, more.language)
    : asked
      ? words.state.refused
      : closed && cell.state !== "conflict"
        ? closed.word
        : stateWord(cell, words);
  const value = typed ?? saidOf(cell, words);
  const state = typed !== undefined ? "refused" : stateOf(cell, closed?.state ?? null);
  return {
    value,
    zero: typed === undefined && cell.value !== null && exact(cell.value).n === 0n,
    state,
    readOnly: closed !== null || cell.conflict !== null,
    label: say(words.grid.cellSays, {
      at: say(words.grid.cellAt, { code, place }),
      value: value ?? words.grid.unset,
      state: word,
    }),
  };
}

/** A veto in its words, anything else as it was entered. */
function saidOf({ aspect, value }: SheetCell, words: GridWords): string | null {
  if (aspect.kind !== "veto" || value === null) return value;
  return exact(value).n === 0n ? words.sheet.notGiven : words.sheet.given;
}

/** What is on its way or disputed is said first; then why nothing goes in; a saved mark stays saved. */
function stateOf(cell: SheetCell, closed: GridState | null): GridState {
  if (cell.state === "conflict" || cell.state === "local" || cell.state === "sending") return cell.state;
  if (closed && !(closed === "shut" && cell.state === "saved")) return closed;
  return cell.state;
}

type Cells = ReadonlyMap<string, readonly SheetCell[]>;

/** The next cell that waits: down the work in hand first, then the next work, once around. Conflicts wait too. */
export function nextPlace(
  grid: MarkGrid,
  cells: Cells,
  from: GridPlace,
  isOpen: (cell: SheetCell) => boolean,
): GridPlace | null {
  const rows = cells.get(grid.sheets[0]?.contestant.id ?? "")?.length ?? 0;
  const all = grid.sheets.length * rows;
  const start = from.column * rows + from.row;
  for (let step = 1; step <= all; step += 1) {
    const at = (start + step) % all;
    const place = { row: at % rows, column: Math.floor(at / rows) };
    if (isOpen(cells.get(grid.sheets[place.column]!.contestant.id)![place.row]!)) return place;
  }
  return null;
}
