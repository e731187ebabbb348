// Where a mark is: not given, on this device, on its way, saved by the server, in conflict, refused.
// 已保存 is the server's word; 已确认 belongs to a second person and is never said here.
import { Shape, type ShapeName } from "../Shape.tsx";

export type CellStateName = "unset" | "local" | "sending" | "saved" | "conflict" | "refused";

const shapes: Record<CellStateName, ShapeName | null> = {
  unset: null,
  local: "ring",
  sending: "dashed",
  saved: "check",
  conflict: "bang",
  refused: "cross",
};

export function CellState({ state, label, time }: { state: CellStateName; label: string; time?: string }) {
  const shape = shapes[state];
  return (
    <p className={`cell-state ${state}`} role="status">
      {shape && <Shape name={shape} />}
      <span>
        {label}
        {time && <> {time}</>}
      </span>
    </p>
  );
}
