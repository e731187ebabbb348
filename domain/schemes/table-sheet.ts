// A Chinese scoring table (评分表: 项目、内容、配分、评分标准) into a Scheme. As with CIS sheets what can be read with certainty is
// read and warned about, what cannot stops the import; each finding names its cell.
import { exact, formatExact, sum } from "../exact.ts";
import type { Aspect, Criterion, Scheme } from "./aspect.ts";
import { addressOf, type CisCell, type CisGrid, figureOf, isFilled, textOf } from "./cis-cell.ts";
import { type Findings, startFindings, sumsStand } from "./cis-findings.ts";
import { lettersAt, maximumAt, type Reading, textIn } from "./cis-marks.ts";
import type { CisReading } from "./cis-sheet.ts";
import { aspectIdAt, schemeLimits, schemeTotal } from "./scheme.ts";
import { tableSentences } from "./table-findings.ts";
import { isSubtotalRow, isTotalRow, scoringColumns } from "./table-header.ts";
import { headersToTick, type Line, levelsOf, saysLevels, unreadLevel } from "./table-levels.ts";
import { isUnusualStep, type RuleReading, readRule, type TypeSaid } from "./table-rule.ts";

type Draft = {
  readonly name: string;
  readonly day: number;
  readonly cell: string;
  readonly aspects: Aspect[];
};
type Row = Line & {
  /** Every line is judged in levels: their column is there to be ticked. */
  readonly ticked: boolean;
};

/**
 * Reads a grid (row 0 is row 1 of the sheet) as a scoring table: each item is a criterion with one sub-criterion, each line an
 * aspect. The declared total is that of the row 合计, else 100.00. Import only where `errors` is empty.
 */
export function readTableRows(grid: CisGrid): CisReading {
  const found = startFindings(tableSentences);
  const reading: Reading = { grid: withoutUnits(grid), found };
  const drafts: Draft[] = [];
  const headers = reading.grid.map(scoringColumns);
  const toTick = headersToTick(reading.grid, headers);
  let columns: Line["columns"] | undefined;
  let ticked = false;
  let declared: { readonly cell: string; readonly total: string } | undefined;
  for (const [row, cells] of reading.grid.entries()) {
    const header = headers[row];
    if (header) {
      if (columns) found.warn(addressOf(row, header.max), "header-repeated");
      columns = header;
      ticked = toTick.has(row);
    } else if (columns && isTotalRow(cells)) {
      const cell = addressOf(row, columns.max);
      if (isFilled(cells[columns.max])) declared = { cell, total: maximumAt(reading, row, columns.max) };
    } else if (columns && !isSubtotalRow(cells)) readLine({ ...reading, row, columns, ticked }, drafts);
  }
  const scheme = schemeOf(drafts, declared?.total ?? "100.00");
  const anchor = declared?.cell ?? "A1";
  if (!columns) found.error("A1", "table-not-found");
  else if (!scheme) {
    if (found.errors.length === 0) found.error("A1", "scheme-without-aspects");
  } else if (sumsStand(found)) {
    const held = schemeTotal(scheme);
    const words = { sum: formatExact(held), total: scheme.total };
    if (!held.equals(exact(scheme.total))) found.warn(anchor, "total-differs", words);
    if (!exact(scheme.total).equals(100)) found.warn(anchor, "total-not-100", words);
  }
  if (drafts.length > schemeLimits.criteria) {
    found.error(drafts[schemeLimits.criteria]!.cell, "too-many-criteria", { limit: schemeLimits.criteria });
  }
  return { scheme, warnings: found.warnings, errors: found.errors };
}

/** 「20分」 in the column of maxima is a number with its unit. */
function withoutUnits(grid: CisGrid): CisGrid {
  let max: number | undefined;
  return grid.map((row) => {
    max = scoringColumns(row)?.max ?? max;
    return row.map((cell, column) => (column === max ? withoutUnit(cell) : cell));
  });
}

function withoutUnit(cell: CisCell): CisCell {
  const figure = typeof cell === "string" ? /^\s*([\d.,]+)\s*分\s*$/.exec(cell)?.[1] : undefined;
  return figure === undefined ? cell : figureOf(figure);
}

function readLine(line: Row, drafts: Draft[]): void {
  const { columns, row, found } = line;
  const item = textIn(line, row, columns.criterion);
  const content = textIn(line, row, columns.aspect);
  const hasMax = isFilled(line.grid[row]?.[columns.max]);
  if (!hasMax && content === "" && (item === "" || columns.aspect !== undefined)) {
    if (item !== "") openItem(line, drafts, item);
    else if (line.grid[row]?.some(isFilled)) found.warn(addressOf(row, 0), "row-ignored");
    return;
  }
  const opensItem = item !== "" && (columns.aspect !== undefined || drafts.length === 0);
  if (opensItem || drafts.length === 0) openItem(line, drafts, columns.aspect === undefined ? "" : item);
  const draft = drafts.at(-1)!;
  if (draft.aspects.length === schemeLimits.aspects) {
    const limits = { id: draft.name, limit: schemeLimits.aspects };
    found.error(addressOf(row, columns.max), "too-many-aspects", limits);
  }
  if (columns.aspect !== undefined && content === "" && item !== "")
    found.warn(addressOf(row, columns.aspect), "content-empty", { name: item });
  draft.aspects.push(aspectOf(line, content || item));
}

/** A new item, or the one above where its name is repeated line by line. */
function openItem({ row, columns, ...line }: Row, drafts: Draft[], item: string): void {
  const name = item || "评分项目";
  if (drafts.at(-1)?.name === name) return;
  const day = Number(/\d+/.exec(textIn(line, row, columns.day))?.[0] ?? 1);
  const cell = addressOf(row, columns.criterion ?? columns.max);
  drafts.push({ name, day: day >= 1 && day <= 99 ? day : 1, cell, aspects: [] });
}

function aspectOf(line: Row, description: string): Aspect {
  const { columns, row, ticked, found } = line;
  const max = maximumAt(line, row, columns.max);
  const requirement = textIn(line, row, columns.rule);
  const at = addressOf(row, columns.rule ?? columns.type ?? columns.max);
  const type = typeOf(line);
  const said = type === null || type === "J" ? levelsOf(line, requirement, ticked) : undefined;
  const unread = unreadLevel(line, said);
  const reading = readRule(type, requirement, max, said?.levels);
  const { kind } = reading;
  if (description === "") found.warn(addressOf(row, columns.aspect ?? columns.max), "description-empty");
  if (said) found.warn(addressOf(row, said.column), "rule-as-levels", { text: said.text });
  if (unread !== undefined) found.warn(addressOf(row, unread), "levels-unread");
  if (kind.kind === "judgement") tellMissing(kind.levels, said ? addressOf(row, said.column) : at, found);
  tellRule(reading, requirement, at, found);
  if (kind.kind === "value" && isUnusualStep(kind.step))
    found.warn(addressOf(row, columns.max), "step-unusual", { max, step: kind.step });
  const head = { id: "", description, max, row: row + 1, ...(requirement && { requirement }) };
  return { ...head, ...kind };
}

function tellRule({ kind, read }: RuleReading, text: string, at: string, found: Findings): void {
  if (kind.kind === "deduction") found.warn(at, "rule-as-faults", { text, mark: kind.perFault });
  if (read === "list") found.warn(at, "rule-as-list", { text });
  if (kind.kind !== "value") return;
  const { step } = kind;
  if (read === "said") found.warn(at, "step-taken", { step });
  else if (read === "faults-not-said") found.warn(at, "faults-unreadable", { step });
  else found.warn(at, "rule-as-steps", { step, kept: text === "" ? 0 : 1 });
}

function tellMissing(levels: readonly string[], at: string, found: Findings): void {
  const missing = levels.flatMap((text, level) => (text === "" ? [level] : []));
  if (missing.length > 0) found.warn(at, "levels-missing", { levels: missing.join("、") });
}

const typeForm = /^(?:(?<M>M|测量|客观.*)|(?<J>J|评价|主观.*)|(?<value>记分)|(?<deduction>扣分))$/;

function typeOf(line: Row): TypeSaid | null {
  const { columns, row, found } = line;
  if (columns.type === undefined || !isFilled(line.grid[row]?.[columns.type])) return null;
  const said = Object.entries(lettersAt(line, row, columns.type, typeForm)?.groups ?? {});
  const type = said.find(([, letters]) => letters !== undefined)?.[0];
  if (type !== undefined) return type as TypeSaid;
  const text = textOf(line.grid[row]?.[columns.type]);
  if (saysLevels(text)) return "J";
  found.error(addressOf(row, columns.type), "type-unreadable", { text });
  return null;
}

function schemeOf(drafts: readonly Draft[], total: string): Scheme | null {
  const held = drafts.filter(({ aspects }) => aspects.length > 0).slice(0, schemeLimits.criteria);
  if (held.length === 0) return null;
  const criteria = held.map(({ name, day, aspects }, at): Criterion => {
    const letter = String.fromCharCode(65 + at);
    const id = `${letter}1`;
    const placed = aspects.map((aspect, index) => ({ ...aspect, id: aspectIdAt(id, index) }));
    const max = formatExact(sum(aspects.map((aspect) => exact(aspect.max))));
    return { id: letter, name, max, subcriteria: [{ id, name, day, aspects: placed }] };
  });
  return { total, criteria };
}
