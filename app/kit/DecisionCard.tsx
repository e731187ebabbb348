// One entitlement and its answer: the coloured edge, the word, the clause and the reason.
import { type ReactNode, useId } from "react";
import { Badge } from "./Badge.tsx";
import type { ShapeName } from "./Shape.tsx";
import type { Tone } from "./tone.ts";

export type DecisionOutcome = "granted" | "pending" | "review" | "not";

const looks: Record<DecisionOutcome, { tone: Tone; shape: ShapeName }> = {
  granted: { tone: "celadon", shape: "check" },
  pending: { tone: "amber", shape: "clock" },
  review: { tone: "amber", shape: "bang" },
  not: { tone: "neutral", shape: "cross" },
};

export function DecisionCard(props: {
  title: ReactNode;
  outcome: DecisionOutcome;
  outcomeLabel: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const named = useId();
  const look = looks[props.outcome];
  return (
    <section className={`decision ${props.outcome}`} aria-labelledby={named}>
      <div className="decision-head">
        <h2 id={named}>{props.title}</h2>
        <Badge tone={look.tone} shape={look.shape}>
          {props.outcomeLabel}
        </Badge>
      </div>
      {props.children}
      {props.actions && <div className="actions">{props.actions}</div>}
    </section>
  );
}
