// Who is due in a sub-criterion and lacks a mark there: what opens a lock again when a change moves scheme, marks or the line of a stage.
import { sheetId } from "../marking/lock.ts";
import { cellsOf } from "../marking/mark.ts";
import { statesByAspect } from "../marking/states.ts";
import { findSubCriterion } from "../schemes/scheme.ts";
import { aheadOf } from "./contest-stages.ts";
import type { Marked } from "./marked.ts";

/** Of the locked sub-criteria those in which somebody present, who came through to them, has an aspect that is not agreed. */
export function lackingIn(state: Marked, locked: Iterable<string>): string[] {
  const ahead = aheadOf(state);
  const { scheme, rules, contestants, cells } = state;
  return [...locked].filter((id) => {
    const aspects = findSubCriterion(scheme, id)?.subcriterion.aspects ?? [];
    return contestants.some((one) => {
      if (one.status !== "present" || ahead.has(sheetId(one.id, id))) return false;
      const states = statesByAspect(cellsOf(cells, one.id), scheme, rules);
      return aspects.some((aspect) => states.get(aspect.id)?.state !== "agreed");
    });
  });
}
