// Totals: the exact sum of a contestant's agreed marks; one unset aspect makes the total incomplete, never smaller.
import { type Exact, exact, sum, zero } from "../exact.ts";
import type { Cell } from "../marking/mark.ts";
import { type AspectState, type MarkingRules, statesByAspect } from "../marking/sheet.ts";
import { remembered } from "../remembered.ts";
import type { Scheme } from "../schemes/aspect.ts";

export type Tally = {
  /** Null while any aspect is not agreed. */
  readonly total: Exact | null;
  /** What is agreed so far, complete or not. */
  readonly partial: Exact;
  readonly agreed: number;
  readonly of: number;
  readonly byCriterion: ReadonlyMap<string, Exact>;
};

/** Adds one contestant's cells up over the whole scheme. */
export const tally = (scheme: Scheme, cells: readonly Cell[], rules: MarkingRules): Tally =>
  addUp(cells, scheme, rules);

const addUp = remembered((cells: readonly Cell[], scheme: Scheme, rules: MarkingRules): Tally => {
  const states = statesByAspect(cells, scheme, rules);
  const byCriterion = new Map<string, Exact>();
  let agreed = 0;
  let of = 0;
  for (const criterion of scheme.criteria) {
    const marks = criterion.subcriteria
      .flatMap((sub) => sub.aspects)
      .map((aspect) => markOf(states.get(aspect.id)!));
    const given = marks.filter((mark) => mark !== null);
    byCriterion.set(criterion.id, sum(given));
    agreed += given.length;
    of += marks.length;
  }
  const partial = [...byCriterion.values()].reduce((a, b) => a.add(b), zero);
  return { total: agreed === of ? partial : null, partial, agreed, of, byCriterion };
});

const markOf = ({ mark }: AspectState): Exact | null => (mark === null ? null : exact(mark));
