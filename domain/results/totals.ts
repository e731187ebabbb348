// Totals: the exact sum of a contestant's agreed marks; one unset aspect makes the total incomplete, never smaller.
import { type Exact, exact, sum, zero } from "../exact.ts";
import type { Cell } from "../marking/mark.ts";
import { aspectState, type MarkingRules } from "../marking/sheet.ts";
import type { Aspect, Scheme } from "../schemes/aspect.ts";

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
export function tally(scheme: Scheme, cells: readonly Cell[], rules: MarkingRules): Tally {
  const byAspect = groupByAspect(cells);
  const byCriterion = new Map<string, Exact>();
  let agreed = 0;
  let of = 0;
  for (const criterion of scheme.criteria) {
    const marks = criterion.subcriteria
      .flatMap((sub) => sub.aspects)
      .map((aspect) => markOf(aspect, byAspect, rules));
    const given = marks.filter((mark) => mark !== null);
    byCriterion.set(criterion.id, sum(given));
    agreed += given.length;
    of += marks.length;
  }
  const partial = [...byCriterion.values()].reduce((a, b) => a.add(b), zero);
  return { total: agreed === of ? partial : null, partial, agreed, of, byCriterion };
}

export function groupByAspect(cells: readonly Cell[]): ReadonlyMap<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.aspectId);
    if (group) group.push(cell);
    else groups.set(cell.aspectId, [cell]);
  }
  return groups;
}

function markOf(aspect: Aspect, cells: ReadonlyMap<string, Cell[]>, rules: MarkingRules): Exact | null {
  const { mark } = aspectState(aspect, cells.get(aspect.id) ?? [], rules);
  return mark === null ? null : exact(mark);
}
