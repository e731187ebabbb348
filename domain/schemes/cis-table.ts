// The long table of a CIS sheet: sub-criterion rows, aspect rows and, under a judgement, its level rows.
import { addAspect, readAspect, readLevel } from "./cis-aspect.ts";
import { addressOf, readMark, textOf } from "./cis-cell.ts";
import {
  competitionTotal,
  criterionLabel,
  type FullColumns,
  isFull,
  missingColumns,
  tableColumns,
} from "./cis-header.ts";
import { cellAt, lettersAt, type Reading, shownAt } from "./cis-marks.ts";
import { has, type Place, type SubDraft, type Table, textAt } from "./cis-row.ts";

/** Reads every row from the first header on; without a usable header the table is empty and an error is told. */
export function readTable(reading: Reading): Table {
  const table: Table = { subcriteria: [], criterionTotals: new Map() };
  let columns: FullColumns | undefined;
  let letter: string | undefined;
  let sub: SubDraft | undefined;
  let broken = false;
  for (const [row, cells] of reading.grid.entries()) {
    const header = tableColumns(cells);
    const total = columns && competitionTotal(cells, columns);
    if (header) {
      if (!isFull(header)) {
        const missing = missingColumns(header).join("、");
        reading.found.error(addressOf(row, 0), "header-column-missing", { columns: missing });
        broken = true;
        continue;
      }
      letter = readHeader(reading, table, row, header, letter);
      columns = header;
    } else if (total !== undefined) {
      table.competition = { cell: addressOf(row, total), value: shownAt(reading, row, total) };
    } else if (columns) {
      sub = readRow({ ...reading, table, row, columns, letter, sub });
    }
  }
  if (!columns && !broken) reading.found.error("A1", "table-not-found");
  return table;
}

function readHeader(reading: Reading, table: Table, row: number, columns: FullColumns, current?: string) {
  const label = criterionLabel(reading.grid[row]!);
  const isRepeated = label ? table.criterionTotals.has(label.letter) : table.anchor !== undefined;
  if (isRepeated) reading.found.warn(addressOf(row, columns.id), "header-repeated");
  table.anchor ??= addressOf(row, columns.max);
  if (label && !isRepeated) {
    const total = label.total ?? columns.max;
    const value = label.total === undefined ? undefined : shownAt(reading, row, label.total);
    table.criterionTotals.set(label.letter, { cell: addressOf(row, total), value });
  }
  return label?.letter ?? current;
}

/** Reads one row and answers the sub-criterion that the following rows belong to. */
function readRow(above: Place): SubDraft | undefined {
  const place = has(above, "id") ? { ...above, sub: openSubCriterion(above) } : above;
  if (has(place, "type")) readAspect(place);
  else if (has(place, "description") && has(place, "max")) {
    place.found.error(addressOf(place.row, place.columns.type), "type-missing");
    addAspect(place, "measurement");
  } else {
    if (has(place, "score")) readLevel(place);
    if (has(place, "max")) tellStrayMark(place);
    else if (!has(place, "id") && !has(place, "score")) tellIgnored(place);
  }
  return place.sub;
}

/** The maximum column holds marks of aspects only: a comment there is an error, a subtotal is not counted. */
function tellStrayMark(place: Place): void {
  const at = addressOf(place.row, place.columns.max);
  const cell = cellAt(place, place.row, place.columns.max);
  const text = textOf(cell) || "公式";
  if (readMark(cell).kind === "text") place.found.error(at, "mark-text", { text });
  else place.found.warn(at, "mark-stray", { text });
}

function tellIgnored(place: Place): void {
  const known = ["name", "day", "description", "extra", "requirement", "wsos"] as const;
  const filled = known.find((column) => has(place, column));
  if (filled) place.found.warn(addressOf(place.row, place.columns[filled]!), "row-ignored");
}

function openSubCriterion(place: Place): SubDraft | undefined {
  const { columns, row, table, found } = place;
  const cell = addressOf(row, columns.id);
  const match = lettersAt(place, row, columns.id, /^([A-Z])0*([1-9]\d?)$/);
  if (!match) {
    found.error(cell, "subcriterion-id-unreadable", { text: textOf(cellAt(place, row, columns.id)) });
    return undefined;
  }
  const id = `${match[1]}${match[2]}`;
  const name = textAt(place, "name");
  const known = table.subcriteria.find((one) => one.id === id);
  if (known && (name === "" || name === known.name)) {
    found.warn(cell, "subcriterion-continued", { id, row: known.row });
    return known;
  }
  if (known) found.error(cell, "subcriterion-repeated", { id, row: known.row });
  if (place.letter && place.letter !== match[1]) {
    found.warn(cell, "subcriterion-under-other", { id, criterion: place.letter });
  }
  if (name === "") found.warn(addressOf(row, columns.name ?? columns.id), "name-empty", { id });
  const opened: SubDraft = { id, name: name || id, day: dayAt(place, id), cell, row: row + 1, aspects: [] };
  table.subcriteria.push(opened);
  return opened;
}

function dayAt(place: Place, id: string): number {
  const { columns } = place;
  const digits = /\d+/.exec(textOf(cellAt(place, place.row, columns.day)).normalize("NFKC"))?.[0];
  const day = Number(digits ?? 0);
  if (day >= 1 && day <= 99) return day;
  place.found.warn(addressOf(place.row, columns.day ?? columns.id), "day-missing", { id });
  return 1;
}
