// Our own small shapes: every status is a word and a shape, never only a colour.
import type { ReactNode } from "react";

export type ShapeName =
  | "dot"
  | "ring"
  | "check"
  | "cross"
  | "clock"
  | "lock"
  | "bang"
  | "differ"
  | "dashed"
  | "up"
  | "down"
  | "next";

const drawn: Record<ShapeName, ReactNode> = {
  dot: <circle cx="8" cy="8" r="4.5" fill="currentColor" stroke="none" />,
  ring: <circle cx="8" cy="8" r="5" />,
  check: <path d="M2.8 8.6l3.4 3.6L13.2 4" />,
  cross: <path d="M4 4l8 8M12 4l-8 8" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.3 1.5" />
    </>
  ),
  lock: (
    <>
      <rect x="3.2" y="7.2" width="9.6" height="6.3" rx="1.2" />
      <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />
    </>
  ),
  bang: (
    <>
      <path d="M8 2.8v6.4" />
      <circle cx="8" cy="12.6" r="1.1" fill="currentColor" stroke="none" />
    </>
  ),
  differ: <path d="M3 6h10M3 10.4h10M10.6 3L5.4 13.4" />,
  dashed: <circle cx="8" cy="8" r="5.4" strokeDasharray="2.4 2.2" />,
  up: <path d="M8 13.4V3M4 6.8L8 2.8l4 4" />,
  down: <path d="M8 2.6V13M4 9.2l4 4 4-4" />,
  next: <path d="M6 3.4L10.6 8 6 12.6" />,
};

/** A 16-unit shape in the colour of its text; hidden from screen readers unless it is named. */
export function Shape({ name, label }: { name: ShapeName; label?: string }) {
  const picture = drawn[name];
  if (label) {
    return (
      <svg className="shape" viewBox="0 0 16 16" role="img" aria-label={label}>
        {picture}
      </svg>
    );
  }
  return (
    <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {picture}
    </svg>
  );
}
