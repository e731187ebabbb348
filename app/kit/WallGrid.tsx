// The wall of a chief judge: sub-criteria × works, one cell each; what needs a person is the loudest.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Shape } from "./Shape.tsx";

export type WallState = "confirmed" | "awaiting" | "progress" | "none" | "disagree" | "differ" | "offline";

export type WallCell = { state: WallState; percent?: number; mark?: string; to?: string; label?: string };

export type WallRow = {
  key: string;
  code: string;
  name: string;
  done?: string;
  cells: readonly WallCell[];
};

const everyState: readonly WallState[] = [
  "confirmed",
  "awaiting",
  "progress",
  "none",
  "disagree",
  "differ",
  "offline",
];

export function WallGrid(props: {
  caption: string;
  corner: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly WallRow[];
  doneHead?: string;
  words: Record<WallState, string>;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide wall scrolls inside itself and must be reachable by keyboard
    <section className="wall" aria-label={props.caption} tabIndex={0}>
      <table>
        <caption className="hidden-text">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            {props.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
            {props.doneHead && <th scope="col">{props.doneHead}</th>}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <b>{row.code}</b> {row.name}
              </th>
              {row.cells.map((cell, index) => {
                const column = props.columns[index];
                const told = cell.label ?? `${row.code} ${column?.label ?? ""}: ${props.words[cell.state]}`;
                return (
                  <td key={column?.key ?? index}>
                    <WallMark cell={cell} label={`${told}${written(cell)}`} />
                  </td>
                );
              })}
              {props.doneHead && <td className="wall-done">{row.done}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function WallMark({ cell, label }: { cell: WallCell; label: string }) {
  if (cell.to) {
    return (
      <Link to={cell.to} className={`wall-cell ${cell.state}`} aria-label={label} title={label}>
        {inside(cell)}
      </Link>
    );
  }
  return (
    <span className={`wall-cell ${cell.state}`} role="img" aria-label={label} title={label}>
      {inside(cell)}
    </span>
  );
}

/** What is written in the cell stands in its name too (WCAG 2.5.3): who says what they see reaches it. */
function written(cell: WallCell): string {
  if (cell.state === "awaiting") return ` (${cell.mark ?? "2"})`;
  return cell.state === "progress" && cell.percent !== undefined ? ` ${cell.percent}%` : "";
}

function inside(cell: WallCell): ReactNode {
  const percent = Math.max(0, Math.min(100, cell.percent ?? 0));
  switch (cell.state) {
    case "confirmed":
      return <Shape name="check" />;
    case "awaiting":
      return cell.mark ?? "2";
    case "progress":
      return (
        <>
          <svg width="100%" height="100%" aria-hidden="true">
            <rect y={`${100 - percent}%`} width="100%" height={`${percent}%`} />
          </svg>
          <span>{percent}</span>
        </>
      );
    case "disagree":
      return <Shape name="bang" />;
    case "differ":
      return <Shape name="differ" />;
    case "offline":
      return <Shape name="ring" />;
    default:
      return null;
  }
}

export function WallLegend(props: {
  words: Record<WallState, string>;
  label?: string;
  states?: readonly WallState[];
}) {
  return (
    <ul className="wall-legend" aria-label={props.label}>
      {(props.states ?? everyState).map((state) => (
        <li key={state}>
          <span className={`wall-cell ${state}`} aria-hidden="true">
            {inside({ state, percent: 60 })}
          </span>
          {props.words[state]}
        </li>
      ))}
    </ul>
  );
}
