// The bar at the judge's thumb: the subtotal of what is saved, how far the work is, and the way on.
import type { ReactNode } from "react";
import { StatusDot } from "../Badge.tsx";

export function SubtotalBar(props: {
  label: string;
  value: string;
  max: string;
  extra?: string;
  progressLabel?: string;
  progress?: string;
  /** Nothing is left to do in the work: its progress is said with a check. */
  isDone?: boolean;
  children: ReactNode;
}) {
  return (
    <footer className="subtotal">
      <div className="subtotal-sum" role="status">
        <p className="subtotal-label">{props.label}</p>
        <p className="subtotal-value">
          <b>{props.value}</b> <span>/ {props.max}</span>
          {props.extra && <span className="subtotal-extra">{props.extra}</span>}
        </p>
      </div>
      {props.progress && (
        <div className="subtotal-progress">
          <p className="subtotal-label">{props.progressLabel}</p>
          {!props.isDone && <p>{props.progress}</p>}
          <div role="status">
            {props.isDone && <StatusDot tone="celadon" shape="check" label={<b>{props.progress}</b>} />}
          </div>
        </div>
      )}
      <div className="actions end">{props.children}</div>
    </footer>
  );
}
