// The draw (抽签加密): committed, then proved. Whoever holds seed and entry list repeats it; without the seed nobody can.
import { sha256Hex, shuffle } from "../chance.ts";

/** Entries are competition numbers in ascending order; the seed is 32 bytes in hex. */
export type Commitment = { readonly seedHash: string; readonly entryHash: string };
export type Coded = { readonly code: string; readonly entry: string };

/** What is published before the draw: the hashes of the seed and of the ordered entry list. */
export const commit = (entries: readonly string[], seed: string): Commitment => ({
  seedHash: sha256Hex(seed),
  entryHash: sha256Hex(entries.join("\n")),
});

/** Gives every entry a code "R-01"…"R-nn" by the seed alone, listed by code. */
export function draw(entries: readonly string[], seed: string, prefix: string): Coded[] {
  const width = Math.max(2, String(entries.length).length);
  return shuffle(entries, seed).map((entry, place) => ({
    code: `${prefix}-${String(place + 1).padStart(width, "0")}`,
    entry,
  }));
}

/** Whether a revealed seed and list are those that were committed, and give these codes. */
export function proves(
  commitment: Commitment,
  entries: readonly string[],
  seed: string,
  coded: readonly Coded[],
  prefix: string,
): boolean {
  const again = commit(entries, seed);
  if (again.seedHash !== commitment.seedHash || again.entryHash !== commitment.entryHash) return false;
  return JSON.stringify(draw(entries, seed, prefix)) === JSON.stringify(coded);
}
