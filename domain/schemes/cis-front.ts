// The two lists at the head of a CIS sheet: the standards' sections (WSOS) and the criteria with their marks.
import { compare, type Decimal, formatExact, zero } from "../exact.ts";
import type { StandardsSection } from "./aspect.ts";
import { addressOf, type CisCell, foldLetters, isFilled, textOf } from "./cis-cell.ts";
import { tableColumns } from "./cis-header.ts";
import { cellAt, lettersAt, markAt, maximumAt, type Reading, textIn } from "./cis-marks.ts";
import { schemeLimits } from "./scheme.ts";

export type FrontSection = StandardsSection & { readonly cell: string };
export type FrontCriterion = {
  readonly id: string;
  readonly name: string;
  readonly max: Decimal;
  readonly cell: string;
};
export type Front = {
  readonly sections: readonly FrontSection[];
  readonly criteria: readonly FrontCriterion[];
};

/** Reads both lists down to the first header of the aspect table; an absent list is empty. */
export function readFront(reading: Reading): Front {
  const end = reading.grid.findIndex((row) => tableColumns(row) !== undefined);
  const sections: FrontSection[] = [];
  const criteria: FrontCriterion[] = [];
  for (let row = 0; row < end; row += 1) {
    const cells = reading.grid[row]!;
    const section = sectionColumns(cells);
    const criterion = criterionColumns(cells);
    if (section) row = readSections(reading, row, end, section, sections);
    else if (criterion) row = readCriteria(reading, row, end, criterion, criteria);
  }
  return { sections, criteria };
}

type ListColumns = {
  readonly id: number;
  readonly name: number;
  readonly mark: number;
  readonly shown: number;
};

function sectionColumns(cells: readonly CisCell[]): ListColumns | undefined {
  const titles = cells.map((cell) => foldLetters(cell).text);
  const id = titles.indexOf("SECTION");
  const mark = titles.lastIndexOf("WSOSMARKS");
  if (id < 0 || mark < 0) return undefined;
  const variation = titles.indexOf("VARIATION");
  return { id, name: id + 1, mark, shown: variation < 0 ? mark : variation };
}

function criterionColumns(cells: readonly CisCell[]): ListColumns | undefined {
  const titles = cells.map((cell) => foldLetters(cell).text);
  const id = titles.findIndex((title) => title === "ID" || title === "编号");
  const mark = titles.findIndex((title) => /^MARKS?$|^分值$/.test(title));
  if (id < 0 || mark < 0) return undefined;
  return { id, name: id + 1, mark, shown: mark };
}

function readSections(
  reading: Reading,
  header: number,
  end: number,
  columns: ListColumns,
  into: FrontSection[],
): number {
  let row = header + 1;
  for (; row < end && isFilled(cellAt(reading, row, columns.id)); row += 1) {
    const id = foldLetters(cellAt(reading, row, columns.id)).text;
    const name = textIn(reading, row, columns.name);
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,19}$/u.test(id) || into.length >= schemeLimits.sections) {
      reading.found.warn(addressOf(row, columns.id), "section-ignored", { text: id });
      continue;
    }
    if (!isFilled(cellAt(reading, row, columns.mark))) {
      reading.found.warn(addressOf(row, columns.mark), "section-mark-empty", { id });
      continue;
    }
    const marks = markAt(reading, row, columns.mark);
    if (!marks) continue;
    if (compare(marks, zero) < 0) {
      reading.found.error(addressOf(row, columns.mark), "max-not-positive", { text: formatExact(marks) });
    } else into.push({ id, name, marks: formatExact(marks), cell: addressOf(row, columns.shown) });
  }
  return row - 1;
}

function readCriteria(
  reading: Reading,
  header: number,
  end: number,
  columns: ListColumns,
  into: FrontCriterion[],
): number {
  let row = header + 1;
  for (; row < end; row += 1) {
    const idCell = cellAt(reading, row, columns.id);
    const name = textIn(reading, row, columns.name);
    if (!isFilled(idCell) && name === "") break;
    const at = addressOf(row, columns.id);
    const id = lettersAt(reading, row, columns.id, /^[A-Z]$/)?.[0];
    if (!id) {
      reading.found.error(at, "criterion-id-unreadable", { text: textOf(idCell) });
      continue;
    }
    if (into.some((one) => one.id === id)) reading.found.error(at, "criterion-repeated", { id });
    else {
      if (name === "") reading.found.warn(addressOf(row, columns.name), "name-empty", { id });
      const max = maximumAt(reading, row, columns.mark);
      into.push({ id, name: name || id, max, cell: addressOf(row, columns.mark) });
    }
  }
  return row - 1;
}
