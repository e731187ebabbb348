// What a row of a CIS table is read into, and the row itself under its header, criterion and sub-criterion.
import type { Decimal, Exact } from "../exact.ts";
import { isFilled } from "./cis-cell.ts";
import type { FullColumns, TableColumn } from "./cis-header.ts";
import { cellAt, type Reading, textIn } from "./cis-marks.ts";

export type AspectDraft = {
  readonly kind: "measurement" | "judgement";
  readonly description: string;
  readonly requirement: string;
  readonly max: Decimal;
  readonly wsos: string;
  readonly wsosCell: string;
  readonly typeCell: string;
  readonly row: number;
  readonly levels: (string | undefined)[];
};
export type SubDraft = {
  readonly id: string;
  readonly name: string;
  readonly day: number;
  readonly cell: string;
  readonly row: number;
  readonly aspects: AspectDraft[];
};
export type ShownTotal = { readonly cell: string; readonly value: Exact | undefined };
export type Table = {
  readonly subcriteria: SubDraft[];
  /** By criterion letter, as the headers show them. */
  readonly criterionTotals: Map<string, ShownTotal>;
  competition?: ShownTotal;
  /** The first header's maximum column: where a finding about the whole table points. */
  anchor?: string;
};

/** A row being read, with the header, the criterion and the sub-criterion above it. */
export type Place = Reading & {
  readonly table: Table;
  readonly row: number;
  readonly columns: FullColumns;
  readonly letter?: string;
  readonly sub?: SubDraft;
};

/** The text in a column of the row, an error told where it is longer than a scheme may hold. */
export const textAt = (place: Place, column: TableColumn): string =>
  textIn(place, place.row, place.columns[column]);

/** Whether anything stands in a column of the row. */
export const has = (place: Place, column: TableColumn): boolean =>
  isFilled(cellAt(place, place.row, place.columns[column]));
