// The sheets a marking scheme can come in, told apart by their headers: a CIS sheet, or a Chinese scoring table.
import type { CisGrid } from "./cis-cell.ts";
import { hasAspectTable } from "./cis-header.ts";
import { type CisReading, readCisRows } from "./cis-sheet.ts";
import { hasScoringTable } from "./table-header.ts";
import { readTableRows } from "./table-sheet.ts";

/** Whether a grid holds a table of either kind: how the right sheet of a workbook is chosen. */
export const hasSchemeTable = (grid: CisGrid): boolean => hasAspectTable(grid) || hasScoringTable(grid);

/** Reads the grid as the kind of sheet it is; one that is neither is refused as a CIS sheet would be. */
export const readSchemeRows = (grid: CisGrid): CisReading =>
  !hasAspectTable(grid) && hasScoringTable(grid) ? readTableRows(grid) : readCisRows(grid);
