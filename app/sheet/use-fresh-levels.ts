// A recorder is told how many seats gave a level, not which. When a judge gives one on a tablet meanwhile, the page is asked
// for anew, so that the seat shows as taken.
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { Sheets } from "#app/live/use-sheets.ts";
import type { MarkGrid } from "#server/marking/load-grid.ts";

/** Asks for the page once for each count that it does not explain; answers how to ask. */
export function useFreshLevels(grid: MarkGrid, sheets: Sheets): () => void {
  const { revalidate } = useRevalidator();
  const unexplained =
    grid.seat === null && sheets.connection === "live" ? countsUnexplained(grid, sheets) : "";
  useEffect(() => {
    if (unexplained !== "") revalidate();
  }, [unexplained, revalidate]);
  return revalidate;
}

/** Every open round in which more seats gave a level than this page knows of, with the count. */
function countsUnexplained(grid: MarkGrid, { cells }: Sheets): string {
  return grid.sheets
    .flatMap(({ contestant, shut }) => {
      const rows = (cells.get(contestant.id) ?? []).filter((cell) => cell.seat !== null);
      return rows
        .filter((cell) => cell.seat === 1)
        .flatMap(({ aspect, seats, round, closed }) => {
          if (!seats || closed) return [];
          const known = rows.filter(
            (cell) =>
              cell.aspect.id === aspect.id &&
              (cell.value !== null || shut[cell.place]?.refusal.code === "marking.level-taken"),
          ).length;
          return seats.given > known ? [`${contestant.id}/${aspect.id}/${round}/${seats.given}`] : [];
        });
    })
    .join();
}
