// A grid of marks for the keyboard and the thumb: aspects down, works across. One cell is in hand; it alone takes keys.
// Every state is a shape in the cell; its word stands in the name of the cell and in the bar that the page draws below.
import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { Shape, type ShapeName } from "../Shape.tsx";
import { classes } from "../tone.ts";
import { GridEntry } from "./GridEntry.tsx";
import { useMoreBeside } from "./more-beside.ts";

export type GridState =
  | "unset"
  | "local"
  | "sending"
  | "saved"
  | "conflict"
  | "refused"
  | "shut"
  | "taken"
  | "locked";
export type GridCell = {
  readonly value: string | null;
  readonly zero: boolean;
  readonly state: GridState;
  readonly readOnly: boolean;
  /** What a screen reader hears: where, what, and in which state. */
  readonly label: string;
};
export type GridPlace = { readonly row: number; readonly column: number };
export type GridRow = {
  readonly key: string;
  readonly id: string;
  readonly badge: string;
  readonly badgeLabel: string;
  readonly title: string;
  /** Of a row per seat; the rows after the first belong to the aspect above them. */
  readonly seat?: string;
  readonly follows?: boolean;
  /** One digit is the whole entry. */
  readonly oneDigit: boolean;
};

const shapes: Readonly<Record<GridState, ShapeName | null>> = {
  unset: null,
  local: "ring",
  sending: "dashed",
  saved: "check",
  conflict: "bang",
  refused: "cross",
  shut: "ring",
  taken: "dot",
  locked: "lock",
};

/** Puts the focus on the cell in hand. */
export const focusEntry = (): void =>
  document.querySelector<HTMLInputElement>(".mark-grid .grid-entry")?.focus();

export function MarkGrid(props: {
  caption: string;
  corner: string;
  columns: readonly { key: string; label: string; to?: string; out?: boolean }[];
  rows: readonly GridRow[];
  cell: (row: number, column: number) => GridCell;
  active: GridPlace;
  onActive: (place: GridPlace) => void;
  /** Answers whether it was taken: on a refused entry the hand stays where it is. */
  onType: (text: string) => boolean;
  onClear: () => void;
  onNext: () => void;
  onPaste: (block: readonly (readonly string[])[]) => void;
  foot: { readonly label: string; readonly cells: readonly ReactNode[] };
}) {
  const { rows, columns, active } = props;
  const entry = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useMoreBeside(box);
  const place = `${active.row}/${active.column}`;
  const before = useRef(place);
  // The focus follows the hand, but a page that is just drawn leaves it where it is.
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    entry.current?.focus({ preventScroll: true });
    entry.current?.closest("td")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [place]);

  const mayMove = (down: number, right: number): boolean => {
    const row = active.row + down;
    const column = active.column + right;
    return row >= 0 && row < rows.length && column >= 0 && column < columns.length;
  };
  const onMove = (down: number, right: number): boolean => {
    const may = mayMove(down, right);
    if (may) props.onActive({ row: active.row + down, column: active.column + right });
    return may;
  };

  return (
    <div className="mark-grid">
      <div className="mark-grid-box" ref={box}>
        <table>
          <caption className="hidden-text">{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{props.corner}</th>
              {columns.map((column, at) => (
                <th
                  key={column.key}
                  scope="col"
                  className={classes(at === active.column && "active", column.out && "out")}
                >
                  {column.to ? (
                    <Link to={column.to} tabIndex={-1}>
                      {column.label}
                    </Link>
                  ) : (
                    column.label
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={row.key} className={classes(row.follows && "follows")}>
                <RowHead row={row} active={down === active.row} />
                {columns.map((column, right) => {
                  const cell = props.cell(down, right);
                  const here = down === active.row && right === active.column;
                  return (
                    <td
                      key={column.key}
                      className={classes("grid-cell", cell.state, cell.zero && "zero", here && "active")}
                    >
                      {here ? (
                        <>
                          <GridEntry
                            key={place}
                            inputRef={entry}
                            label={cell.label}
                            readOnly={cell.readOnly}
                            invalid={cell.state === "refused"}
                            oneDigit={row.oneDigit}
                            onType={props.onType}
                            onClear={props.onClear}
                            onMove={onMove}
                            mayMove={mayMove}
                            onNext={props.onNext}
                            onPaste={props.onPaste}
                          />
                          <Mark cell={cell} />
                        </>
                      ) : (
                        <button
                          type="button"
                          tabIndex={-1}
                          aria-label={cell.label}
                          onClick={() => props.onActive({ row: down, column: right })}
                        >
                          <Mark cell={cell} />
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{props.foot.label}</th>
              {columns.map((column, at) => (
                <td key={column.key}>{props.foot.cells[at]}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}

function RowHead({ row, active }: { row: GridRow; active: boolean }) {
  return (
    <th scope="row" className={classes(active && "active")}>
      <span className="grid-row-id">{row.id}</span>{" "}
      <abbr className="aspect-kind" title={row.badgeLabel}>
        {row.badge}
      </abbr>{" "}
      <span className={classes("grid-row-title", row.follows && "hidden-text")}>{row.title}</span>
      {row.seat && <span className="grid-row-seat"> {row.seat}</span>}
    </th>
  );
}

function Mark({ cell }: { cell: GridCell }) {
  const shape = shapes[cell.state];
  return (
    <span className="grid-mark" aria-hidden="true">
      <span className="grid-value">{cell.value ?? ""}</span>
      {shape && <Shape name={shape} />}
    </span>
  );
}
