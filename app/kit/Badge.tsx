// Small statements of state: badge, dot, medal, count. Always a word; the shape says it again.
import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./Shape.tsx";
import { classes, type Tone } from "./tone.ts";

export function Badge(props: { tone?: Tone; shape?: ShapeName; children: ReactNode }) {
  const tone = props.tone ?? "neutral";
  const metal = tone === "gold" || tone === "silver" || tone === "bronze";
  return (
    <span className={classes("badge", tone)}>
      {props.shape ? <Shape name={props.shape} /> : metal && <Shape name="dot" />}
      <span>{props.children}</span>
    </span>
  );
}

export function StatusDot(props: { tone: Tone; label: ReactNode; shape?: ShapeName }) {
  return (
    <span className={classes("status", props.tone)}>
      <Shape name={props.shape ?? "dot"} />
      <span>{props.label}</span>
    </span>
  );
}

export type Medal = "gold" | "silver" | "bronze" | "merit";

export function MedalMark({ medal, label }: { medal: Medal; label: string }) {
  return (
    <span className={classes("medal", medal)}>
      <svg viewBox="0 0 16 16" className="shape" aria-hidden="true">
        <circle cx="8" cy="8" r="6.2" />
        {medal !== "merit" && <circle cx="8" cy="8" r="3.6" className="medal-inner" />}
      </svg>
      <span>{label}</span>
    </span>
  );
}

export function CountBadge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes("count", tone)}>{children}</span>;
}
