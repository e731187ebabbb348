// One sheet under a judge's hands: the hook over sheets, told by aspect.
import { useMemo } from "react";
import type { SheetCell } from "#app/sheet/cells.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import type { ByPlace } from "./use-saved.ts";
import { useSheets } from "./use-sheets.ts";

export type { RefusedEntry } from "./use-sheets.ts";

const none: ByPlace<never> = {};
const noCells: readonly SheetCell[] = [];

export function useMarking(sheet: Sheet) {
  const contestantId = sheet.contestant.id;
  const { aspects } = sheet.subcriterion;
  const sheets = useMemo(() => [sheet], [sheet]);
  const rows = useMemo(() => aspects.map((aspect) => ({ aspect, seat: null })), [aspects]);
  const all = useSheets({ skillId: sheet.skill.id, rows, initial: sheet.panel }, sheets);
  return {
    ...all,
    cells: all.cells.get(contestantId) ?? noCells,
    refused: all.refused[contestantId] ?? none,
    doubtful: all.doubtful[contestantId] ?? none,
    enter: (aspect: Aspect, typed: string | null, asked?: string | null) =>
      all.enter({ contestantId, aspect, seat: null }, typed, asked),
    correct: (aspect: Aspect) => all.correct({ contestantId, aspect, seat: null }),
  };
}
export type Marking = ReturnType<typeof useMarking>;
