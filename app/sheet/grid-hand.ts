// The hand in a grid: which cell it holds, what it types or pastes there, and where it goes next.
import { useSearchParams } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useShell } from "#app/frame.tsx";
import { focusEntry, type GridPlace } from "#app/kit/index.ts";
import type { Sheets } from "#app/live/use-sheets.ts";
import type { MarkGrid } from "#server/marking/load-grid.ts";
import { say } from "#words/language.ts";
import type { SheetCell } from "./cells.ts";
import { closedBecause, type GridWords, meant, nextPlace } from "./grid-rows.ts";

export function useGridHand(grid: MarkGrid, sheets: Sheets, words: GridWords) {
  const { terms } = useShell();
  const { cells, panel } = sheets;
  const isOpen = (cell: SheetCell): boolean =>
    cell.conflict !== null || (cell.open && closedBecause(cell, grid, panel, words, terms) === null);
  const [active, setActive] = useState<GridPlace>(useFirstPlace(grid, cells, isOpen));
  const [pasted, setPasted] = useState<string | null>(null);
  const cellAt = ({ row, column }: GridPlace): SheetCell | undefined =>
    cells.get(grid.sheets[column]?.contestant.id ?? "")?.[row];

  const goOn = (): void => {
    const next = nextPlace(grid, cells, active, isOpen);
    if (next) setActive(next);
  };
  // From outside the grid the key takes the hand first to the cell it holds, where that one waits.
  useNextKey(() => {
    const held = cellAt(active);
    if (held && isOpen(held)) focusEntry();
    else goOn();
  });
  const find = (contestantId: string, place: string): void => {
    const column = grid.sheets.findIndex((one) => one.contestant.id === contestantId);
    const row = cells.get(contestantId)?.findIndex((one) => one.place === place) ?? -1;
    if (column >= 0 && row >= 0) setActive({ row, column });
  };
  const type = (place: GridPlace, text: string): boolean => {
    const cell = cellAt(place);
    if (!cell || closedBecause(cell, grid, panel, words, terms) || cell.conflict) return false;
    return sheets.enter(cell, meant(cell.aspect, text));
  };
  const paste = (block: readonly (readonly string[])[]): void => {
    let taken = 0;
    let refused = 0;
    for (const [down, line] of block.entries())
      for (const [right, text] of line.entries()) {
        if (text.trim() === "") continue;
        if (type({ row: active.row + down, column: active.column + right }, text)) taken += 1;
        else refused += 1;
      }
    setPasted(say(refused > 0 ? words.grid.pastedRefused : words.grid.pasted, { n: taken, refused }));
  };

  return { active, cell: cellAt(active), cellAt, show: setActive, find, type, paste, pasted, goOn };
}

/** The cell that the address names (`?cell=contestant~place`), else the first that waits. */
function useFirstPlace(
  grid: MarkGrid,
  cells: ReadonlyMap<string, readonly SheetCell[]>,
  isOpen: (cell: SheetCell) => boolean,
): GridPlace {
  const [contestantId = "", place = ""] = useSearchParams()[0].get("cell")?.split("~") ?? [];
  const column = grid.sheets.findIndex((one) => one.contestant.id === contestantId);
  const row = cells.get(contestantId)?.findIndex((one) => one.place === place) ?? -1;
  if (column >= 0 && row >= 0) return { row, column };
  const last = grid.sheets.length - 1;
  const rows = cells.values().next().value?.length ?? 0;
  return nextPlace(grid, cells, { row: rows - 1, column: last }, isOpen) ?? { row: 0, column: 0 };
}

/** N goes on from anywhere on the page; in the grid and in a field it is theirs. */
function useNextKey(goOn: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
      if (event.key !== "n" && event.key !== "N") return;
      event.preventDefault();
      goOn();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [goOn]);
}
