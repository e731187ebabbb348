// A .csv knows no numbers: a figure becomes one where a mark, a day or a level is read, and every other cell keeps its text.
import { type CisCell, type CisGrid, figureOf, isFilled } from "./cis-cell.ts";
import { hasAspectTable, type TableColumns, tableColumns } from "./cis-header.ts";
import { scoringColumns } from "./table-header.ts";

type TextRow = readonly string[];

/** The grid as a workbook would hold it: numbers in the columns of figures, texts in the others, down to their trailing zeros. */
export const withFigures = (grid: readonly TextRow[]): CisGrid =>
  hasAspectTable(grid) ? inAspectTable(grid) : inScoringTable(grid);

const figuresWhere = (row: TextRow, isFigure: (column: number) => boolean): CisCell[] =>
  row.map((text, column) => (isFigure(column) ? figureOf(text) : text));

function inScoringTable(grid: readonly TextRow[]): CisGrid {
  let max: number | undefined;
  return grid.map((row) => {
    const header = scoringColumns(row);
    max = header?.max ?? max;
    return header ? row : figuresWhere(row, (column) => column === max);
  });
}

const textColumns = ["id", "name", "type", "description", "extra", "requirement", "wsos"] as const;

/** Above the table stand lists of an id, a name and marks; beside a header the total of its criterion. */
function inAspectTable(grid: readonly TextRow[]): CisGrid {
  let columns: TableColumns | undefined;
  return grid.map((row) => {
    const header = tableColumns(row);
    columns = header ?? columns;
    const texts = header || !columns ? [] : textColumns.map((name) => columns![name]);
    const first = columns ? 0 : row.findIndex(isFilled) + 2;
    return figuresWhere(row, (column) => column >= first && !texts.includes(column));
  });
}
