// What happened, why, and what to do next; and what a page says while it has nothing to show.
import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./Shape.tsx";
import { classes } from "./tone.ts";

type NoticeTone = "neutral" | "celadon" | "amber" | "cinnabar";

const shapes: Record<NoticeTone, ShapeName> = {
  neutral: "ring",
  celadon: "check",
  amber: "clock",
  cinnabar: "bang",
};

export function Notice(props: {
  tone?: NoticeTone;
  title?: ReactNode;
  live?: "status" | "alert" | "off";
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const tone = props.tone ?? "neutral";
  const role = props.live === "status" || props.live === "alert" ? props.live : undefined;
  return (
    <div className={classes("notice", tone)} role={role}>
      <Shape name={shapes[tone]} />
      <div>
        {props.title && <p className="notice-title">{props.title}</p>}
        {props.children && <div className="notice-text">{props.children}</div>}
        {props.actions && <div className="actions">{props.actions}</div>}
      </div>
    </div>
  );
}

export function EmptyState(props: { title: ReactNode; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-title">{props.title}</p>
      {props.children && <div className="empty-text">{props.children}</div>}
      {props.action && <div className="actions">{props.action}</div>}
    </div>
  );
}
