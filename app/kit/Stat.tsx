// One figure with its name, large enough to be read first; and a key of the keyboard.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes, type Tone } from "./tone.ts";

export type StatProps = {
  label: string;
  value: ReactNode;
  unit?: string;
  detail?: ReactNode;
  tone?: Tone;
  to?: string;
};

export function Stat(props: StatProps) {
  return (
    <div className={classes("stat", props.tone)}>
      <p className="stat-label">{props.to ? <Link to={props.to}>{props.label}</Link> : props.label}</p>
      <p className="stat-value">
        {props.value}
        {props.unit && <small>{props.unit}</small>}
      </p>
      {props.detail && <p className="stat-detail">{props.detail}</p>}
    </div>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return <div className="stats">{children}</div>;
}

export function KeyHint({ keys }: { keys: string | readonly string[] }) {
  const all = typeof keys === "string" ? [keys] : keys;
  return (
    <span className="keys">
      {all.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
