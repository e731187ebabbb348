// All totals of a skill as dots on one line; equal neighbours stand on each other. A mark is a boundary
// (a medal line), drawn and named.
import { across, ChartFigure } from "./ChartFigure.tsx";

export type StripValue = {
  key: string;
  value: number;
  label: string;
  tone?: "celadon" | "gold" | "silver" | "bronze" | "neutral";
};

const dot = 11;

export function DistributionStrip(props: {
  title: string;
  description: string;
  values: readonly StripValue[];
  min: number;
  max: number;
  ticks?: readonly { value: number; label: string }[];
  marks?: readonly { value: number; label: string }[];
  hideTitle?: boolean;
}) {
  const { min, max } = props;
  const placed = pile(props.values, min, max);
  const floors = Math.max(1, ...placed.map((value) => value.floor + 1));
  const head = props.marks?.length ? 20 : 4;
  const line = head + Math.max(24, floors * dot + 4);
  const ticks = props.ticks ?? [
    { value: min, label: String(min) },
    { value: max, label: String(max) },
  ];
  return (
    <ChartFigure title={props.title} hideTitle={props.hideTitle} description={props.description}>
      <svg className="strip" width="100%" height={line + 24} aria-hidden="true">
        {props.marks?.map((mark) => (
          <g key={mark.label} className="strip-mark">
            <line
              x1={across(mark.value, min, max)}
              x2={across(mark.value, min, max)}
              y1={head - 4}
              y2={line}
            />
            <text x={across(mark.value, min, max)} y="11" textAnchor="middle">
              {mark.label}
            </text>
          </g>
        ))}
        <line className="strip-line" x1="0" x2="100%" y1={line} y2={line} />
        {ticks.map((tick, index) => (
          <g key={tick.label} className="strip-tick">
            <line
              x1={across(tick.value, min, max)}
              x2={across(tick.value, min, max)}
              y1={line}
              y2={line + 5}
            />
            <text x={across(tick.value, min, max)} y={line + 19} textAnchor={anchor(index, ticks.length)}>
              {tick.label}
            </text>
          </g>
        ))}
        {placed.map((value) => (
          <circle
            key={value.key}
            className={value.tone ?? "celadon"}
            cx={across(value.value, min, max)}
            cy={line - 8 - value.floor * dot}
            r="4.5"
          >
            <title>{value.label}</title>
          </circle>
        ))}
      </svg>
    </ChartFigure>
  );
}

/** Gives every value the lowest floor on which no dot stands closer than one fiftieth of the line. */
function pile(values: readonly StripValue[], min: number, max: number): (StripValue & { floor: number })[] {
  const near = (max - min) / 50;
  const lastOnFloor: number[] = [];
  return [...values]
    .sort((a, b) => a.value - b.value)
    .map((value) => {
      let floor = lastOnFloor.findIndex((last) => value.value - last >= near);
      if (floor < 0) floor = lastOnFloor.length;
      lastOnFloor[floor] = value.value;
      return { ...value, floor };
    });
}

function anchor(index: number, count: number): "start" | "middle" | "end" {
  if (count > 1 && index === 0) return "start";
  return count > 1 && index === count - 1 ? "end" : "middle";
}
