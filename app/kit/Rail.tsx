// The life of a competition as one line of steps (upright on a phone), and a numbered list of what to do next.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Shape } from "./Shape.tsx";

export type RailStep = { label: string; detail?: ReactNode; state: "done" | "now" | "next"; to?: string };

export function Rail({ label, steps }: { label: string; steps: readonly RailStep[] }) {
  return (
    <ol className="rail" aria-label={label}>
      {steps.map((step) => (
        <li key={step.label} className={step.state} aria-current={step.state === "now" ? "step" : undefined}>
          <span className="rail-label">{step.to ? <Link to={step.to}>{step.label}</Link> : step.label}</span>
          {step.detail && <span className="rail-detail">{step.detail}</span>}
        </li>
      ))}
    </ol>
  );
}

export type Step = { title: ReactNode; detail?: ReactNode; state: "done" | "now" | "next"; to?: string };

export function Steps({ label, items }: { label: string; items: readonly Step[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {items.map((item, index) => (
        <li key={index} className={item.state} aria-current={item.state === "now" ? "step" : undefined}>
          <span className="steps-mark" aria-hidden="true">
            {item.state === "done" ? <Shape name="check" /> : index + 1}
          </span>
          <div>
            <p className="steps-title">{item.to ? <Link to={item.to}>{item.title}</Link> : item.title}</p>
            {item.detail && <div className="steps-detail">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
