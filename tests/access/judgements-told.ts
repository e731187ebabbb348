// What packets tell of judgements: in a whole view or in a step, for the replay whose traffic is searched.
import type { View } from "#domain/live/diff.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { wideScheme } from "./wide-scheme.ts";

type SeenCell = { given?: number; mark?: unknown; levels?: unknown };

/** Each judgement cell that a packet tells of, in a whole view or in a step's set. */
export function judgementsIn(packet: string): SeenCell[] {
  const start = packet.indexOf("[");
  if (start < 0) return [];
  const parts = JSON.parse(packet.slice(start)) as ({ view?: View; diff?: { set: View } } | null)[];
  return parts.flatMap((part) =>
    [part?.view, part?.diff?.set].flatMap((view) =>
      Object.entries(view ?? {}).flatMap(([key, cell]) =>
        judgementKeys.has(key.split("/")[1] ?? "") ? [cell as SeenCell] : [],
      ),
    ),
  );
}
export const judgementKeys = new Set(
  aspectsOf(wideScheme).flatMap(({ id, kind }) => (kind === "judgement" ? [id] : [])),
);
