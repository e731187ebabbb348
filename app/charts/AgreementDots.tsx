// How each judge leans against the others: a dot with its range around zero, strict to the left, lenient
// to the right. It informs the chief judge and changes no mark.
import type { ReactNode } from "react";
import { across, ChartFigure } from "./ChartFigure.tsx";

export type AgreementRow = {
  key: string;
  label: string;
  mean: number;
  low: number;
  high: number;
  flagged?: boolean;
  flagLabel?: string;
};

const step = 27;
const top = 14;

export function AgreementDots(props: {
  title: string;
  description: string;
  rows: readonly AgreementRow[];
  /** The largest deviation drawn, on either side of zero. */
  extent: number;
  lowLabel: string;
  zeroLabel: string;
  highLabel: string;
  note?: ReactNode;
  hideTitle?: boolean;
}) {
  const foot = top + props.rows.length * step;
  const x = (value: number) => onAxis(value, props.extent);
  return (
    <ChartFigure
      title={props.title}
      hideTitle={props.hideTitle}
      description={props.description}
      note={props.note}
    >
      <svg className="agreement" width="100%" height={foot + 18} aria-hidden="true">
        <line className="agreement-zero" x1={x(0)} x2={x(0)} y1="0" y2={foot - 4} />
        {props.rows.map((row, index) => {
          const y = top + index * step;
          return (
            <g key={row.key} className={row.flagged ? "flagged" : undefined}>
              <text x="0" y={y + 4}>
                {row.label}
                {row.flagged && row.flagLabel ? ` ${row.flagLabel}` : ""}
              </text>
              <line className="agreement-range" x1={x(row.low)} x2={x(row.high)} y1={y} y2={y} />
              {row.flagged ? (
                <svg x={x(row.mean)} y={y} overflow="visible" aria-hidden="true">
                  <rect x="-4.5" y="-4.5" width="9" height="9" transform="rotate(45)" />
                </svg>
              ) : (
                <circle cx={x(row.mean)} cy={y} r="5" />
              )}
            </g>
          );
        })}
        <text className="agreement-end" x={onAxis(-props.extent, props.extent)} y={foot + 10}>
          {props.lowLabel}
        </text>
        <text className="agreement-end" x={x(0)} y={foot + 10} textAnchor="middle">
          {props.zeroLabel}
        </text>
        <text className="agreement-end" x="99%" y={foot + 10} textAnchor="end">
          {props.highLabel}
        </text>
      </svg>
    </ChartFigure>
  );
}

/** The axis takes the right two thirds; labels stand in the left third. */
function onAxis(value: number, extent: number): string {
  const inside = Number.parseFloat(across(value, -extent, extent, 1));
  return `${(30 + inside * 0.69).toFixed(2)}%`;
}
