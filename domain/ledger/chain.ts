// Hash chains: each line holds the hash of the one before, so no line can be changed, dropped or moved unseen.
import { sha256Hex } from "../chance.ts";

export type Line = {
  readonly chain: string;
  readonly seq: number;
  readonly deed: string;
  readonly payload: unknown;
  readonly actor: string;
  /** ISO instant. */
  readonly at: string;
  readonly previous: string;
};

export const genesis = "0".repeat(64);

/** SHA-256 over the line in canonical JSON: keys sorted at every depth, no spaces. */
export const hashLine = (line: Line): string =>
  sha256Hex(canonical([line.chain, line.seq, line.deed, line.payload, line.actor, line.at, line.previous]));

/** JSON with sorted keys, so that equal content has one spelling whatever stored it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

/** The first line of a chain that does not follow from the one before it, or null when the whole chain holds. */
export function firstBreak(lines: readonly (Line & { readonly hash: string })[]): number | null {
  let previous = genesis;
  for (const [place, line] of lines.entries()) {
    const follows = line.seq === place + 1 && line.previous === previous;
    if (!follows || hashLine(line) !== line.hash) return place + 1;
    previous = line.hash;
  }
  return null;
}
