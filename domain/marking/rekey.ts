// Blind re-keying (双人盲录): the second person keys the paper sheet without seeing the first; only what differs is told.
import { compare, parseExact } from "../exact.ts";
import { type Outcome, ok } from "../outcome.ts";
import { type Aspect, isPerSeat } from "../schemes/aspect.ts";
import { type Cell, readMark } from "./mark.ts";
import { seatsOfAspect } from "./seats.ts";
import { aspectState, type MarkingRules } from "./states.ts";

/** A place of the paper sheet that is keyed: the panel's one mark (seat 0), or the level of a seat in the round that decided. */
export type KeyedPlace = { readonly aspectId: string; readonly seat: number };
export const keyedName = ({ aspectId, seat }: KeyedPlace): string => `${aspectId}/${seat}`;

/** Every place to key, in the order of the sheet. */
export const placesToKey = (aspects: readonly Aspect[], rules: MarkingRules): KeyedPlace[] =>
  aspects.flatMap((aspect) =>
    isPerSeat(aspect)
      ? seatsOfAspect(aspect, rules).map((seat) => ({ aspectId: aspect.id, seat }))
      : [{ aspectId: aspect.id, seat: 0 }],
  );

/** A person's newest reading of a sheet: the aspects that differed then, and those of which a mark was entered since. */
export type LastReading = { readonly differing: readonly string[]; readonly entered: readonly string[] };

/** What is still to be keyed: everything at first; then only what differed or is no longer what was read. The rest agreed and stands. */
export const leftToKey = (aspects: readonly Aspect[], last: LastReading | null): readonly Aspect[] =>
  last ? aspects.filter(({ id }) => last.differing.includes(id) || last.entered.includes(id)) : aspects;

/** What was keyed, by name of place; a place without a mark is unset, and unset is not zero. */
export type Keyed = Readonly<Record<string, string | null>>;

/** Of these aspects the ones whose keyed marks differ from what stands. Refuses like an entry would when a keyed mark is none of its aspect. */
export function compareKeyed(
  aspects: readonly Aspect[],
  cells: readonly Cell[],
  rules: MarkingRules,
  keyed: Keyed,
): Outcome<string[]> {
  const differing = new Set<string>();
  for (const place of placesToKey(aspects, rules)) {
    const aspect = aspects.find((one) => one.id === place.aspectId)!;
    const read = readMark(aspect, keyed[keyedName(place)] ?? null);
    if (!read.ok) return read;
    const { round } = aspectState(aspect, cells, rules);
    const stands = cells.find(
      (cell) => cell.aspectId === aspect.id && cell.seat === place.seat && cell.round === round,
    );
    if (!isSameMark(read.value, stands?.value ?? null)) differing.add(aspect.id);
  }
  return ok([...differing]);
}

/** Equal as numbers: "2.50" is "2.5", and unset equals unset alone. */
function isSameMark(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return compare(parseExact(a)!, parseExact(b)!) === 0;
}
