// Four levels in a Chinese scoring table (四级、0–3): said as the type or the rule of a line, in a column of their own, or in
// four columns with what each level is. Whatever says them makes the line a judgement.
import { type CisCell, type CisGrid, isFilled, textOf } from "./cis-cell.ts";
import { isSubtotalRow, isTotalRow, type ScoringColumns, scoringColumns } from "./table-header.ts";

export type Levels = [string, string, string, string];
export type LevelsSaid = {
  /** The column that says it, from 0, and in which words. */
  readonly column: number;
  readonly text: string;
  /** "" where a level is not described. */
  readonly levels: Levels;
};

const form = /^(四级|四档|0[-–—~至到]3|0[、,/]1[、,/]2[、,/]3)[级档]?(评价|评分|打分|制)?$/;

/** Whether a text says nothing but that there are four levels: 「四级」「0-3」「0～3 级」「0/1/2/3」. 「0-3 分」 are marks. */
export const saysLevels = (text: string): boolean => form.test(text.normalize("NFKC").replace(/\s+/g, ""));

const levelColumns = ["level0", "level1", "level2", "level3"] as const;

/** What a line says of levels: in the four columns, in the column of levels, in its type or rule; undefined where nothing does. */
export function levelsOf(
  cells: readonly CisCell[],
  columns: ScoringColumns,
  everywhere: boolean,
): LevelsSaid | undefined {
  const four = levelColumns.map((name) => columns[name]).filter((column) => column !== undefined);
  const texts = four.map((column) => textOf(cells[column]));
  if (texts.length === 4 && texts.some((text) => text !== ""))
    return { column: four[0]!, text: "0–3", levels: texts as Levels };
  const own = at(cells, columns.levels);
  if (columns.levels !== undefined && (own !== "" || everywhere))
    return { column: columns.levels, text: own || "0–3", levels: describedIn(own) ?? none() };
  for (const column of [columns.type, columns.rule]) {
    const text = at(cells, column);
    const levels = describedIn(text) ?? (saysLevels(text) ? none() : undefined);
    if (column !== undefined && levels) return { column, text, levels };
  }
  return undefined;
}

/** Whether the column of levels is there to be ticked: under its header no line has anything in it, and so all are meant. */
export const isToBeTicked = (grid: CisGrid, header: number, columns: ScoringColumns): boolean =>
  columns.levels !== undefined &&
  grid
    .slice(header + 1)
    .every(
      (row) =>
        scoringColumns(row) !== undefined ||
        isTotalRow(row) ||
        isSubtotalRow(row) ||
        !isFilled(row[columns.levels!]),
    );

const none = (): Levels => ["", "", "", ""];

/** 「0 级：未做；1 级：基本；…」 in order, all four; undefined for anything else. */
function describedIn(text: string): Levels | undefined {
  const parts = text.trim().split(/[；;。，,\s]+(?=[0-3]\s*[级档]?\s*[：:])/);
  const levels = parts.map(
    (part, level) => part.match(/^([0-3])\s*[级档]?\s*[：:]\s*(.+)$/s) ?? [level, "", ""],
  );
  const inOrder = levels.length === 4 && levels.every(([, digit], level) => digit === String(level));
  return inOrder
    ? (levels.map(([, , said]) => String(said).replace(/[；;。，,\s]+$/, "")) as Levels)
    : undefined;
}

const at = (cells: readonly CisCell[], column: number | undefined): string =>
  column === undefined ? "" : textOf(cells[column]);
