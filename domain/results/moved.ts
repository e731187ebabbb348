// What a change to marks or scheme moves: everybody's total and rank before and after, worked out by the same function.
import type { SkillRules } from "../competitions/rules.ts";
import type { CellsByContestant } from "../marking/mark.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { type Contestant, type Rulings, type Standing, standings } from "./standings.ts";

/** The marking of one skill, as far as its places follow from it. */
export type Marked = {
  readonly scheme: Scheme;
  readonly rules: SkillRules;
  readonly contestants: readonly Contestant[];
  readonly cells: CellsByContestant;
  readonly rulings: Rulings;
};
export type Moved = { readonly code: string; readonly before: Standing; readonly after: Standing };

export const placesOf = ({ scheme, rules, contestants, cells, rulings }: Marked): Standing[] =>
  standings(scheme, rules, contestants, cells, rulings);

/** Everybody whose total or rank is another, in order of the new rank. */
export function movedBetween(before: readonly Standing[], after: readonly Standing[]): Moved[] {
  const stood = new Map(before.map((row) => [row.contestantId, row]));
  return after
    .map((row) => ({ code: row.code, before: stood.get(row.contestantId)!, after: row }))
    .filter((one) => one.before.total !== one.after.total || one.before.rank !== one.after.rank);
}
