// The marking of one skill, and the places that a change to its marks or its scheme makes of it, worked out by the same function.
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
/** Everybody's place as it stands and as a change would make it, in order of rank. */
export type Places = { readonly before: readonly Standing[]; readonly after: readonly Standing[] };

export const placesOf = ({ scheme, rules, contestants, cells, rulings }: Marked): Standing[] =>
  standings(scheme, rules, contestants, cells, rulings);

/** Whether everybody present has a total. */
export const isComplete = (places: readonly Standing[]): boolean =>
  places.every((row) => row.status !== "incomplete");
