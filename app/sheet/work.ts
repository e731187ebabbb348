// The whole work of one contestant around the sheet that is open: what this judge has given, what not.
import type { Segment } from "#app/kit/index.ts";
import type { View } from "#domain/live/diff.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import type { SheetCell } from "./cells.ts";
import { isSeats, panelCell } from "./panel.ts";

export type Work = {
  readonly given: number;
  readonly of: number;
  /** Aspects that need nobody any more: every seat that gives them has. */
  readonly agreed: number;
  readonly segments: readonly Segment[];
  readonly start: number;
};

/** Every aspect of the work in the order of the scheme; `start` is the place of this sheet's first one. */
export function readWork(sheet: Sheet, panel: View, cells: readonly SheetCell[]): Work {
  const segments: Segment[] = [];
  let start = 0;
  for (const sub of sheet.siblings) {
    if (sub.id === sheet.subcriterion.id) {
      start = segments.length;
      segments.push(...cells.map((cell) => here(cell, sheet.barred !== null)));
    } else {
      segments.push(...sub.aspects.map((id) => elsewhere(sheet, panel, id)));
    }
  }
  const ids = sheet.siblings.flatMap((sub) => sub.aspects);
  return {
    given: segments.filter((one) => one === "filled").length,
    of: segments.length,
    agreed: ids.filter((id) => panelCell(panel, sheet.contestant.id, id)?.state === "agreed").length,
    segments,
    start,
  };
}

/** A sheet that is closed to this judge asks nothing, but what it lacks is not given either. */
function here(cell: SheetCell, barred: boolean): Segment {
  if (cell.conflict || (cell.open && cell.round > 1)) return "trouble";
  const lacks = barred && cell.value === null && !cell.closed;
  return cell.open || lacks ? "empty" : "filled";
}

function elsewhere(sheet: Sheet, panel: View, aspectId: string): Segment {
  const told = panelCell(panel, sheet.contestant.id, aspectId);
  if (told?.state === "agreed") return "filled";
  const own = sheet.own[aspectId];
  const given = own?.value != null && told !== undefined && (!isSeats(told) || told.round === own.round);
  if (given) return "filled";
  return told && isSeats(told) && told.round > 1 ? "trouble" : "empty";
}
