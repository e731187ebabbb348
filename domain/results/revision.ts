// A new version of a marking scheme over marks that stand: what it would move, and whether the marks still fit it (domain.md 3.3).
import { type CellsByContestant, cellsOf, readMark } from "../marking/mark.ts";
import { statesByAspect } from "../marking/sheet.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { type Aspect, isPerSeat, type Scheme, type SubCriterion } from "../schemes/aspect.ts";
import { aspectsOf, findSubCriterion } from "../schemes/scheme.ts";
import { type Marked, type Moved, movedBetween, placesOf } from "./moved.ts";
import type { Contestant } from "./standings.ts";

export type SchemeEffect = {
  /** Everybody whose total or rank moves, by code. */
  readonly moved: readonly Moved[];
  /** Locked sub-criteria where somebody who was marked lacks a mark now: they open again. */
  readonly opened: readonly string[];
  /** Whether everybody present has a total. */
  readonly complete: boolean;
};

/**
 * What the marks would come to under `next`. Refuses `scheme.marks-do-not-fit` while an entered mark is none that its aspect
 * takes: it is re-scored first, or the aspect left as it was. Marks of an aspect that is gone count no more and stay readable.
 */
export function effectOf(state: Marked, next: Scheme, locked: ReadonlySet<string>): Outcome<SchemeEffect> {
  const unfit = aspectsOf(next).filter((aspect) => !takesAll(aspect, state.cells));
  if (unfit.length > 0) {
    return refuse("scheme.marks-do-not-fit", { aspects: unfit.map(({ id }) => id).join("、") });
  }
  const revised = { ...state, scheme: next };
  const places = placesOf(revised);
  const lacks = (sub: SubCriterion): boolean =>
    state.contestants.some(
      (one) => one.status === "present" && wasMarked(state, one, sub) && !isMarked(revised, one, sub),
    );
  return ok({
    moved: movedBetween(placesOf(state), places),
    opened: [...locked].filter((id) => {
      const sub = findSubCriterion(next, id)?.subcriterion;
      return sub !== undefined && lacks(sub);
    }),
    complete: places.every((row) => row.status !== "incomplete"),
  });
}

/** A cell of the other kind (one per panel, one per seat) does not fit either. */
const takesAll = (aspect: Aspect, cells: CellsByContestant): boolean =>
  [...cells.values()].flat().every((cell) => {
    if (cell.aspectId !== aspect.id || cell.value === null) return true;
    return cell.seat > 0 === isPerSeat(aspect) && readMark(aspect, cell.value).ok;
  });

/** Whether every aspect of the sub-criterion, as the scheme of before has it, was agreed. */
function wasMarked(state: Marked, one: Contestant, { id }: SubCriterion): boolean {
  const before = findSubCriterion(state.scheme, id)?.subcriterion;
  return before !== undefined && isMarked(state, one, before);
}

function isMarked({ scheme, rules, cells }: Marked, one: Contestant, { aspects }: SubCriterion): boolean {
  const states = statesByAspect(cellsOf(cells, one.id), scheme, rules);
  return aspects.every(({ id }) => states.get(id)?.state === "agreed");
}
