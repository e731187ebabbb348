// The header rows of a CIS sheet, known by their words rather than their columns: templates move columns.
import { type CisCell, type CisGrid, foldLetters, isFilled, textOf } from "./cis-cell.ts";

const columnForms = {
  id: /^SUBCRITERI(ON|A)ID$|^子项(编号|序号)$/,
  name: /^SUBCRITERI(ON|A)(NAME|DESC)|^子项(名称|描述)/,
  day: /^(DAYOFMARKING|MARKINGDAY|评分日)/,
  type: /^ASPECTTYPE|^评分点类型/,
  description: /^ASPECT-?DESC|^评分点描述/,
  score: /^JUDG(E?MENT)?SCORE$|^评价档次$/,
  extra: /^EXTRAASPECTDESC|^补充描述/,
  requirement: /^REQUIREMENT|^要求/,
  wsos: /^WSOSSECTION|^职业标准/,
  max: /^MAX(IMUM)?MARK$|^最高分$/,
} as const;

export type TableColumn = keyof typeof columnForms;
/** Column numbers from 0. */
export type TableColumns = Readonly<Partial<Record<TableColumn, number>>>;
export type FullColumns = TableColumns & Readonly<Record<"id" | "type" | "description" | "max", number>>;

const required = {
  id: "Sub Criterion ID",
  type: "Aspect Type",
  description: "Aspect - Description",
  max: "Max Mark",
};

const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>) => Object.entries(record) as [K, V][];

/** The columns of an aspect table's header; undefined for any other row (three known headings make a header). */
export function tableColumns(row: readonly CisCell[]): TableColumns | undefined {
  const columns: Partial<Record<TableColumn, number>> = {};
  row.forEach((cell, column) => {
    if (typeof cell !== "string" || cell === "") return;
    const { text } = foldLetters(cell);
    for (const [name, form] of entriesOf(columnForms)) {
      if (columns[name] === undefined && form.test(text)) columns[name] = column;
    }
  });
  return Object.keys(columns).length >= 3 ? columns : undefined;
}

/** The names of required columns that a header lacks. */
export const missingColumns = (columns: TableColumns): string[] =>
  entriesOf(required).flatMap(([name, title]) => (columns[name] === undefined ? [title] : []));

export const isFull = (columns: TableColumns): columns is FullColumns => missingColumns(columns).length === 0;

/** Whether a grid holds an aspect table: how the right sheet of a workbook is chosen. */
export const hasAspectTable = (grid: CisGrid): boolean => grid.some((row) => tableColumns(row) !== undefined);

/** The letter after "Criterion" at the right of a table header and the column of the total beside it. */
export function criterionLabel(row: readonly CisCell[]): { letter: string; total?: number } | undefined {
  for (const [column, cell] of row.entries()) {
    const letter = /^(?:CRITERION|标准)([A-Z])$/.exec(foldLetters(cell).text)?.[1];
    if (letter) return { letter, total: numberAfter(row, column) };
  }
  return undefined;
}

/** The column of the number in the row "Competition … Total Mark", right of the maxima; undefined for any other row. */
export function competitionTotal(
  row: readonly CisCell[],
  { id, type, description }: FullColumns,
): number | undefined {
  if ([id, type, description].some((column) => isFilled(row[column]))) return undefined;
  const column = row.findIndex((cell) => /^(competition|竞赛总分|总分)$/i.test(textOf(cell)));
  return column < 0 ? undefined : numberAfter(row, column);
}

function numberAfter(row: readonly CisCell[], column: number): number | undefined {
  const at = row.findIndex((cell, index) => index > column && cell !== null && typeof cell !== "string");
  return at < 0 ? undefined : at;
}
