// Marks and letters of a CIS sheet read with their findings: every doubt is told by its cell address.
import { compare, type Decimal, type Exact, exact, formatExact, zero } from "../exact.ts";
import { addressOf, type CisGrid, foldLetters, isFilled, readMark, textOf } from "./cis-cell.ts";
import type { Findings } from "./cis-findings.ts";
import { schemeLimits } from "./scheme.ts";

/** A sheet being read: its grid and what has been found so far. */
export type Reading = { readonly grid: CisGrid; readonly found: Findings };

export const cellAt = ({ grid }: Reading, row: number, column: number | undefined) =>
  column === undefined ? undefined : grid[row]?.[column];

/** The mark in a cell; undefined when it is empty or, with an error told, when it is no mark. */
export function markAt(reading: Reading, row: number, column: number): Exact | undefined {
  const { found } = reading;
  const cell = cellAt(reading, row, column);
  const at = addressOf(row, column);
  const mark = readMark(cell);
  switch (mark.kind) {
    case "empty":
      return undefined;
    case "mark":
      if (compare(mark.value, exact(schemeLimits.mark)) > 0) {
        found.error(at, "mark-too-large", { text: formatExact(mark.value), limit: schemeLimits.mark });
        return undefined;
      }
      if (mark.note) found.warn(at, mark.note, { text: textOf(cell), read: formatExact(mark.value) });
      return mark.value;
    case "text":
      found.error(at, "mark-text", { text: mark.text });
      return undefined;
    case "too-fine":
      found.error(at, "max-unreadable", { text: mark.text });
      return undefined;
    default:
      found.error(at, `mark-${mark.kind}`);
      return undefined;
  }
}

/** A maximum that must be there and above 0; "0.00" with an error told where it is not, so that positions hold. */
export function maximumAt(reading: Reading, row: number, column: number): Decimal {
  const { found } = reading;
  const at = addressOf(row, column);
  if (!isFilled(cellAt(reading, row, column))) {
    found.error(at, "max-empty");
    return "0.00";
  }
  const value = markAt(reading, row, column);
  if (!value) return "0.00";
  if (compare(value, zero) <= 0) {
    found.error(at, "max-not-positive", { text: formatExact(value) });
    return "0.00";
  }
  return formatExact(value);
}

/** The text of a cell; an error is told where it is longer than a scheme may hold, and the rest is not read. */
export function textIn(reading: Reading, row: number, column: number | undefined): string {
  const text = textOf(cellAt(reading, row, column));
  if (column !== undefined && text.length > schemeLimits.text) {
    reading.found.error(addressOf(row, column), "text-too-long", { limit: schemeLimits.text });
    return text.slice(0, schemeLimits.text);
  }
  return text;
}

/** A total above 0 that a sheet shows: no finding when there is none. */
export function shownAt(reading: Reading, row: number, column: number): Exact | undefined {
  const mark = readMark(cellAt(reading, row, column));
  return mark.kind === "mark" && compare(mark.value, zero) > 0 ? mark.value : undefined;
}

/** An id or a type in Latin capitals, warning where letters only looked Latin and the folded form is meaningful. */
export function lettersAt(
  reading: Reading,
  row: number,
  column: number,
  form: RegExp,
): RegExpExecArray | null {
  const cell = cellAt(reading, row, column);
  const { text, folded } = foldLetters(cell);
  const match = form.exec(text);
  if (match && folded) {
    reading.found.warn(addressOf(row, column), "look-alike-letter", { text: textOf(cell), read: text });
  }
  return match;
}
