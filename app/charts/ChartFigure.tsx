// What every chart has: a name that is drawn, and the same content in words for those who do not see it.
import { type ReactNode, useId } from "react";

export function ChartFigure(props: {
  title: string;
  hideTitle?: boolean;
  description?: string;
  note?: ReactNode;
  children: ReactNode;
}) {
  const named = useId();
  const said = useId();
  return (
    <figure className="chart" aria-labelledby={named} aria-describedby={props.description ? said : undefined}>
      <figcaption id={named} className={props.hideTitle ? "hidden-text" : "chart-title"}>
        {props.title}
      </figcaption>
      {props.description && (
        <p id={said} className="hidden-text">
          {props.description}
        </p>
      )}
      {props.children}
      {props.note && <p className="chart-note">{props.note}</p>}
    </figure>
  );
}

/** Where a value stands between two ends, as the percentage SVG takes; both ends keep a margin. */
export function across(value: number, min: number, max: number, margin = 2): string {
  const part = max > min ? Math.max(0, Math.min(1, (value - min) / (max - min))) : 0.5;
  return `${(margin + part * (100 - 2 * margin)).toFixed(2)}%`;
}
