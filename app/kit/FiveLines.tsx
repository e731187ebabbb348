// The lines of a verification (内容, 签发机关, 状态, 依据, 本人), each a word with its shape.
import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./Shape.tsx";

export type VerificationLine = {
  label: string;
  value: ReactNode;
  state: "ok" | "warn" | "bad" | "none";
  stateLabel?: string;
};

const shapes: Record<VerificationLine["state"], ShapeName> = {
  ok: "check",
  warn: "bang",
  bad: "cross",
  none: "dashed",
};

export function FiveLines({ items, label }: { items: readonly VerificationLine[]; label?: string }) {
  return (
    <ul className="five" aria-label={label}>
      {items.map((item) => (
        <li key={item.label} className={item.state}>
          <span className="five-label">{item.label}</span>
          <span className="five-value">
            <Shape name={shapes[item.state]} label={item.stateLabel} />
            <span>{item.value}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
