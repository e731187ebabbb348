// The bar at the judge's thumb: the subtotal of what is saved, how far the work is, and the way on.
import type { ReactNode } from "react";

export function SubtotalBar(props: {
  label: string;
  value: string;
  max: string;
  extra?: string;
  progressLabel?: string;
  progress?: string;
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
          <p>{props.progress}</p>
        </div>
      )}
      <div className="actions end">{props.children}</div>
    </footer>
  );
}
