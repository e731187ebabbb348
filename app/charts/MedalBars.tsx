// Medals of each delegation as bars on one scale, the figures beside them; a table for those who listen.
import { Link } from "@remix-run/react";
import { ChartFigure } from "./ChartFigure.tsx";

export type MedalRow = {
  key: string;
  label: string;
  gold: number;
  silver: number;
  bronze: number;
  merit?: number;
  to?: string;
};

const kinds = ["gold", "silver", "bronze", "merit"] as const;
type Kind = (typeof kinds)[number];

export function MedalBars(props: {
  title: string;
  rows: readonly MedalRow[];
  words: { gold: string; silver: string; bronze: string; merit?: string; total?: string };
  hideTitle?: boolean;
}) {
  const shown = kinds.filter((kind) => kind !== "merit" || props.words.merit !== undefined);
  const most = Math.max(1, ...props.rows.map((row) => sum(row, shown)));
  return (
    <ChartFigure title={props.title} hideTitle={props.hideTitle}>
      <table className="medals">
        <caption className="hidden-text">{props.title}</caption>
        <thead>
          <tr>
            <td />
            <td />
            {shown.map((kind) => (
              <th key={kind} scope="col">
                <svg viewBox="0 0 16 16" className="shape" aria-hidden="true">
                  <circle cx="8" cy="8" r="5" className={kind} />
                </svg>
                {props.words[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.to ? <Link to={row.to}>{row.label}</Link> : row.label}</th>
              <td className="medals-bar">
                <MedalBar row={row} shown={shown} most={most} />
              </td>
              {shown.map((kind) => (
                <td key={kind} className="medals-figure">
                  {row[kind] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}

function MedalBar({ row, shown, most }: { row: MedalRow; shown: readonly Kind[]; most: number }) {
  let from = 0;
  return (
    <svg width="100%" height="14" aria-hidden="true">
      <rect className="medals-track" width="100%" height="100%" rx="2" />
      {shown.map((kind) => {
        const size = ((row[kind] ?? 0) / most) * 100;
        const x = from;
        from += size;
        return size > 0 && <rect key={kind} className={kind} x={`${x}%`} width={`${size}%`} height="100%" />;
      })}
    </svg>
  );
}

function sum(row: MedalRow, shown: readonly Kind[]): number {
  return shown.reduce((all, kind) => all + (row[kind] ?? 0), 0);
}
