// How far something is: a bar, a ring, a strip of single steps. Drawn with attributes only, so that a
// strict style policy cannot blank them.
import { classes } from "./tone.ts";

type Measured = { value: number; max?: number; label: string; text?: string };

function share(value: number, max: number): number {
  return max > 0 ? Math.max(0, Math.min(1, value / max)) : 0;
}

export function ProgressBar(
  props: Measured & { tone?: "celadon" | "amber" | "cinnabar"; size?: "normal" | "hall" },
) {
  const max = props.max ?? 100;
  return (
    <span className={classes("progress-bar", props.tone, props.size === "hall" && "hall-size")}>
      <span
        className="progress-track"
        role="progressbar"
        aria-label={props.label}
        aria-valuenow={props.value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={props.text}
        tabIndex={-1}
      >
        <svg width="100%" height="100%" aria-hidden="true">
          <rect width={`${share(props.value, max) * 100}%`} height="100%" />
        </svg>
      </span>
      {props.text && (
        <span className="progress-text" aria-hidden="true">
          {props.text}
        </span>
      )}
    </span>
  );
}

export function ProgressRing(props: Measured & { size?: "small" | "normal" | "large" }) {
  const max = props.max ?? 100;
  const part = share(props.value, max) * 100;
  return (
    <span className={classes("ring", props.size)}>
      <svg viewBox="0 0 40 40" role="img" aria-label={props.label}>
        <circle className="ring-track" cx="20" cy="20" r="16.5" pathLength="100" />
        {part > 0 && (
          <circle
            className="ring-part"
            cx="20"
            cy="20"
            r="16.5"
            pathLength="100"
            strokeDasharray={`${part} 100`}
            transform="rotate(-90 20 20)"
          />
        )}
      </svg>
      {props.text && (
        <span className="ring-text" aria-hidden="true">
          {props.text}
        </span>
      )}
    </span>
  );
}

export type Segment = "filled" | "empty" | "trouble";

/** One small segment per aspect; unset ones are hollow, the current one is framed. */
export function SegmentProgress(props: { label: string; segments: readonly Segment[]; current?: number }) {
  return (
    <div className="segments" role="img" aria-label={props.label}>
      {props.segments.map((segment, index) => (
        <span key={index} className={classes(segment, index === props.current && "current")} />
      ))}
    </div>
  );
}
