// A sheet of paper on the page: title, state, what it holds. `flush` lets a table reach its edges.
import { type ReactNode, useId } from "react";
import { classes } from "./tone.ts";

export function Card(props: {
  title?: ReactNode;
  badges?: ReactNode;
  lead?: ReactNode;
  tone?: "celadon" | "amber" | "cinnabar";
  edge?: boolean;
  flush?: boolean;
  actions?: ReactNode;
  id?: string;
  level?: 1 | 2 | 3;
  children?: ReactNode;
}) {
  const named = useId();
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <section
      className={classes("card", props.tone, props.edge && "edge", props.flush && "flush")}
      id={props.id}
      aria-labelledby={props.title ? named : undefined}
    >
      {(props.title || props.actions || props.badges) && (
        <div className="card-head">
          <div className="card-title">
            {props.title && <Heading id={named}>{props.title}</Heading>}
            {props.badges}
          </div>
          {props.actions && <div className="actions">{props.actions}</div>}
        </div>
      )}
      {props.lead && <div className="card-lead">{props.lead}</div>}
      {props.children}
    </section>
  );
}
