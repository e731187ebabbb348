// What an entry that is no mark earns, told beside it at once: a figure, faults, pieces, seconds, a veto.
import { compare, type Decimal, formatExact, rounded, zero } from "#domain/exact.ts";
import { entersMark } from "#domain/marking/mark.ts";
import type { MarkingRules } from "#domain/marking/states.ts";
import { type PanelAspect, vetoed, yieldOf } from "#domain/marking/yield.ts";
import { type Aspect, isPerSeat } from "#domain/schemes/aspect.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Told = Words["judge"]["sheet"];
/** `alarm`: the module is lost or capped by it. */
export type Earned = { readonly text: string; readonly alarm: boolean };

/** Whether the entry is one thing and what it earns another. */
export const earnsBeside = (aspect: Aspect): aspect is PanelAspect =>
  !isPerSeat(aspect) && !entersMark(aspect);

/** Rounded as the rules say an aspect is. Null for a veto that is not given: nothing follows from it. */
export function earnedOf(
  aspect: PanelAspect,
  entered: Decimal,
  rules: Pick<MarkingRules, "rounding">,
  told: Told,
): Earned | null {
  const most = vetoed(aspect, entered);
  if (most) {
    const left = most.n === 0n ? told.moduleLost : say(told.moduleCapped, { cap: formatExact(most) });
    return { text: aspect.kind === "time" ? say(told.tooLate, { left }) : left, alarm: true };
  }
  if (aspect.kind === "veto") return null;
  const worth = rounded(yieldOf(aspect, entered), rules.rounding?.aspect);
  const mark = formatExact(worth.abs());
  if (aspect.kind !== "time") return { text: say(told.earns, { mark }), alarm: false };
  const side = compare(worth, zero);
  const text = side === 0 ? told.neither : say(side > 0 ? told.adds : told.takes, { mark });
  return { text, alarm: false };
}
