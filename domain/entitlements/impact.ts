// Who gains and who loses when a pack changes or a reading is closed: shown before anything goes live.
import type { LocalDate } from "../calendar.ts";
import { evaluate } from "./evaluate.ts";
import type { Person } from "./person.ts";
import type { LoadedPack } from "./rules.ts";
import type { EntitlementCode } from "./vocabulary.ts";

export type Change = {
  readonly id: string;
  readonly gains: readonly EntitlementCode[];
  readonly loses: readonly EntitlementCode[];
  /** The grants stay, but the flagged readings under them differ. */
  readonly flagsChange: boolean;
};

/** The people whose grants or flags differ between two packs on a day, in the order given; the others are left out. */
export function impactOf(
  people: Iterable<{ readonly id: string; readonly person: Person }>,
  asOf: LocalDate,
  before: LoadedPack,
  after: LoadedPack,
): readonly Change[] {
  const changes: Change[] = [];
  for (const { id, person } of people) {
    const old = evaluate(person, asOf, before);
    const now = evaluate(person, asOf, after);
    const gains = now.granted.filter((code) => !old.granted.includes(code));
    const loses = old.granted.filter((code) => !now.granted.includes(code));
    const flagsChange = old.flags.join() !== now.flags.join();
    if (gains.length > 0 || loses.length > 0 || flagsChange) changes.push({ id, gains, loses, flagsChange });
  }
  return changes;
}
