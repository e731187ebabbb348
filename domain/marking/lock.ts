// Locks: a sub-criterion is locked for everybody at once; a reopening takes single sheets out of the lock again.
import type { Scheme } from "../schemes/aspect.ts";
import { subcriteriaOf } from "../schemes/scheme.ts";

export const sheetId = (contestantId: string, subcriterionId: string): string =>
  `${contestantId}~${subcriterionId}`;

export type Locks = {
  /** Sub-criteria with a lock. */
  readonly locked: ReadonlySet<string>;
  /** Sheets that a reopening holds open although their sub-criterion has a lock. */
  readonly reopened: ReadonlySet<string>;
};

export const isSheetLocked = (locks: Locks, contestantId: string, subcriterionId: string): boolean =>
  locks.locked.has(subcriterionId) && !locks.reopened.has(sheetId(contestantId, subcriterionId));

/** The sub-criteria locked for everybody, in the order of the scheme: only they count as finished. */
export function lockedForAll(scheme: Scheme, { locked, reopened }: Locks): string[] {
  const open = new Set([...reopened].map((id) => id.slice(id.indexOf("~") + 1)));
  return subcriteriaOf(scheme)
    .map(({ subcriterion }) => subcriterion.id)
    .filter((id) => locked.has(id) && !open.has(id));
}
