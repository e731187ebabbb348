// Four levels in a Chinese scoring table (四级、0–3): said as the type or the rule of a line, in a column of their own, or in
// four columns with what each level is. Whatever says them makes the line a judgement.
import { type CisCell, type CisGrid, isFilled, textOf } from "./cis-cell.ts";
import { cellAt, type Reading, textIn } from "./cis-marks.ts";
import { schemeLimits } from "./scheme.ts";
import { isSubtotalRow, isTotalRow, type ScoringColumns } from "./table-header.ts";

export type Levels = [string, string, string, string];
export type LevelsSaid = {
  /** The column that says it, from 0, and in which words. */
  readonly column: number;
  readonly text: string;
  /** "" where a level is not described. */
  readonly levels: Levels;
};
/** A line of a scoring table under its header. */
export type Line = Reading & { readonly row: number; readonly columns: ScoringColumns };

const form = /^(四级|四档|0[-–—~至到]3|0[、,/]1[、,/]2[、,/]3)[级档]?(评价|评分|打分|制)?$/;

/** Whether a text says nothing but that there are four levels: 「四级」「0-3」「0～3 级」「0/1/2/3」. 「0-3 分」 are marks. */
export const saysLevels = (text: string): boolean =>
  text.length <= schemeLimits.text && form.test(text.normalize("NFKC").replace(/\s+/g, ""));

const levelColumns = ["level0", "level1", "level2", "level3"] as const;
/** What is put into a column to say yes or no: no description of a level. */
const yes = /^([√✓✔☑●○■]|是|有)$/;
const no = /^([×✕✖✗✘☒xX/／\\＼]|[-－—–―]+|否|无|不|非|不是|不适用|N|NO|N\/A)$/i;
const isWorded = (text: string): boolean => text !== "" && !yes.test(text) && !no.test(text);

/** What a line says of levels: in the four columns, in the column of levels, in its type or rule; undefined where nothing does. */
export function levelsOf(line: Line, rule: string, everywhere: boolean): LevelsSaid | undefined {
  const { row, columns } = line;
  const four = levelColumns.map((name) => columns[name]).filter((column) => column !== undefined);
  const texts = four.map((column) => textIn(line, row, column));
  if (texts.length === 4 && texts.some((text) => text !== "" && !no.test(text))) {
    const levels = texts.some(isWorded) ? (texts as Levels) : none();
    return { column: four[0]!, text: "0–3", levels };
  }
  const own = textIn(line, row, columns.levels);
  if (columns.levels !== undefined && (own === "" ? everywhere : !no.test(own)))
    return { column: columns.levels, text: own || "0–3", levels: describedIn(own) ?? none() };
  const type = textOf(cellAt(line, row, columns.type));
  for (const [column, text] of [[columns.type, type] as const, [columns.rule, rule] as const]) {
    const levels = describedIn(text) ?? (saysLevels(text) ? none() : undefined);
    if (column !== undefined && levels) return { column, text, levels };
  }
  return undefined;
}

/** The first column of the line that describes a level although nothing reads it; figures in a column or two are judges' marks. */
export function unreadLevel(line: Line, said: LevelsSaid | undefined): number | undefined {
  const { row, columns } = line;
  const four = levelColumns.map((name) => columns[name]).filter((column) => column !== undefined);
  const isWhole = four.length === 4;
  if (isWhole && said?.column === four[0]) return undefined;
  const inFour = four.find((column) => {
    const text = textOf(cellAt(line, row, column));
    return isWorded(text) && (isWhole || !/^[\d.,]+$/.test(text));
  });
  const own = textOf(cellAt(line, row, columns.levels));
  const isLost = said?.column !== columns.levels && isWorded(own) && !saysLevels(own);
  return inFour ?? (isLost ? columns.levels : undefined);
}

/**
 * The headers under which the column of levels is there to be ticked: no line of their table has anything in it, and so all are
 * meant. A header repeated with the same columns goes on with its table. `headers` has one entry for each row of the grid.
 */
export function headersToTick(
  grid: CisGrid,
  headers: readonly (ScoringColumns | undefined)[],
): ReadonlySet<number> {
  const tables: { columns: ScoringColumns; said: string; headers: number[]; isEmpty: boolean }[] = [];
  for (const [row, cells] of grid.entries()) {
    const columns = headers[row];
    const table = tables.at(-1);
    if (!columns) {
      if (table?.isEmpty && fills(cells, table.columns.levels)) table.isEmpty = false;
      continue;
    }
    const said = JSON.stringify(Object.entries(columns).sort());
    if (table?.said === said) table.headers.push(row);
    else tables.push({ columns, said, headers: [row], isEmpty: columns.levels !== undefined });
  }
  return new Set(tables.filter(({ isEmpty }) => isEmpty).flatMap((table) => table.headers));
}

const fills = (cells: readonly CisCell[], column: number | undefined): boolean =>
  column !== undefined && isFilled(cells[column]) && !isTotalRow(cells) && !isSubtotalRow(cells);

const none = (): Levels => ["", "", "", ""];

/** Each try is bounded by the blanks it passes, so that a long cell costs no more than its length. */
const opening = /(?<=^|[；;。，,\s])([0-3])\s*(?:[级档]\s*)?[：:]/g;

/** 「0 级：未做；1 级：基本；…」 in order, all four; undefined for anything else, and for a text too long for a scheme. */
function describedIn(cell: string): Levels | undefined {
  if (cell.length > schemeLimits.text) return undefined;
  const text = cell.trim();
  const openings = [...text.matchAll(opening)];
  if (openings.length !== 4 || openings[0]!.index !== 0) return undefined;
  if (openings.some(([, digit], level) => digit !== String(level))) return undefined;
  const levels = openings.map(({ 0: said, index }, level) =>
    withoutTail(text.slice(index + said.length, openings[level + 1]?.index)),
  );
  return levels.every((level) => level !== "") ? (levels as Levels) : undefined;
}

function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && /[；;。，,\s]/.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end).trim();
}
