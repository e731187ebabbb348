// A list in columns. On a phone every row becomes a small stack whose lines carry the column's name.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Shape } from "./Shape.tsx";
import { classes, type Tone } from "./tone.ts";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  align?: "start" | "end" | "center";
  strong?: boolean;
  grow?: boolean;
  nowrap?: boolean;
  /** The name on a phone, when the head is not plain text. */
  label?: string;
  /** `head`: in a compact table the name that stands across, above its figures. */
  phone?: "title" | "head" | "hide" | "bare" | "end";
  sort?: { to: string; state?: "ascending" | "descending" };
};

export type DataTableProps<Row> = {
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowTone?: (row: Row) => Tone | undefined;
  empty?: ReactNode;
  dense?: boolean;
  stickyHead?: boolean;
  /** On a phone the figures stay in columns under the short names (`label`); the page says what these stand for. */
  compact?: boolean;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return <div className="table-empty">{props.empty}</div>;
  return (
    <table
      className={classes(
        "table",
        props.dense && "dense",
        props.stickyHead !== false && "sticky",
        props.compact && "compact",
      )}
    >
      <caption className={classes(!props.captionShown && "hidden-text")}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" className={columnClass(column)} aria-sort={column.sort?.state}>
              {column.sort ? (
                <SortLink sort={column.sort}>{column.head}</SortLink>
              ) : (
                <Head column={column} compact={props.compact} />
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.rowKey(row)} className={props.rowTone?.(row)}>
            {props.columns.map((column) => (
              <td
                key={column.key}
                className={columnClass(column)}
                data-label={column.label ?? (typeof column.head === "string" ? column.head : undefined)}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The whole head; on a phone a compact table shows the short one, and the whole is still read out. */
function Head<Row>({ column, compact }: { column: Column<Row>; compact: boolean | undefined }) {
  if (!compact || !column.label) return column.head;
  return (
    <>
      <span className="head-whole">{column.head}</span>
      <span className="head-short" aria-hidden="true">
        {column.label}
      </span>
    </>
  );
}

function columnClass<Row>(column: Column<Row>): string {
  const align = column.align ?? (column.numeric ? "end" : undefined);
  return classes(
    align,
    column.numeric && "numeric",
    column.strong && "strong",
    column.grow && "grow",
    column.nowrap && "nowrap",
    column.phone && `phone-${column.phone}`,
  );
}

function SortLink({ sort, children }: { sort: { to: string; state?: string }; children: ReactNode }) {
  return (
    <Link to={sort.to} className="sort" preventScrollReset>
      {children}
      {sort.state && <Shape name={sort.state === "ascending" ? "up" : "down"} />}
    </Link>
  );
}
