// The header of a Chinese scoring table (项目、评分内容、配分、评分标准), known by its words: every organizer has a form of their own.
import { type CisCell, type CisGrid, textOf } from "./cis-cell.ts";

const columnForms = {
  criterion: /^(评分|考核|评价|竞赛)?(项目|模块|类别|环节|一级指标|标准名称|评价指标)$/,
  aspect: /^(评分|考核|评价|竞赛)?(内容|要点|要素|点|细目|子项|二级指标)$|^(评分点|考核|评分)内容$/,
  max: /^(配分|分值|满分|标准分|最高分|应得分)(\(分\))?$/,
  rule: /^(评分|扣分|评判|考核)(标准|规则|细则|办法|依据|说明)(及扣分)?$|^规则$|^要求$|^技术要求$/,
  type: /^类型$|^(评分点|评分)?(类型|方式)$|^M\/J$/i,
  day: /^评分日$/,
  levels: /^(四级|四档|评价等级|评价档次|0[-–—~至到]3)[级档]?(评价|评分)?(\(.*\))?$/,
  level0: /^0[级档分]?$/,
  level1: /^1[级档分]?$/,
  level2: /^2[级档分]?$/,
  level3: /^3[级档分]?$/,
} as const;

export type TableColumn = keyof typeof columnForms;
/** Column numbers from 0; a table has maxima, and what they are for. */
export type ScoringColumns = Readonly<Partial<Record<TableColumn, number>>> & { readonly max: number };

/** The columns of a scoring table's header; undefined for any other row. */
export function scoringColumns(row: readonly CisCell[]): ScoringColumns | undefined {
  const columns: Partial<Record<TableColumn, number>> = {};
  for (const [at, cell] of row.entries()) {
    const text = textOf(cell).normalize("NFKC").replace(/\s+/g, "");
    if (text === "") continue;
    const name = (Object.keys(columnForms) as TableColumn[]).find((one) => columnForms[one].test(text));
    if (name && columns[name] === undefined) columns[name] = at;
  }
  const { max, aspect, criterion } = columns;
  return max !== undefined && (aspect ?? criterion) !== undefined ? { ...columns, max } : undefined;
}

/** Whether a grid holds a scoring table. */
export const hasScoringTable = (grid: CisGrid): boolean =>
  grid.some((row) => scoringColumns(row) !== undefined);

/** Whether the row is a sum within the table: its items are counted already. */
export const isSubtotalRow = (row: readonly CisCell[]): boolean => /^小\s*计$/.test(firstText(row));

/** Whether the row is the sum at the end of a table. */
export const isTotalRow = (row: readonly CisCell[]): boolean =>
  /^(合\s*计|总\s*计|总\s*分)$/.test(firstText(row));

const firstText = (row: readonly CisCell[]): string => row.map(textOf).find((text) => text !== "") ?? "";
