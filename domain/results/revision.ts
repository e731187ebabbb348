// A new version of a marking scheme over marks that stand: what it would move, and whether the marks still fit it (domain.md 3.3).
import { followScheme } from "../competitions/follow-scheme.ts";
import type { SkillRules } from "../competitions/rules.ts";
import { readMark } from "../marking/mark.ts";
import { seatsAsked, seatsMissing } from "../marking/seats.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { type Aspect, isPerSeat, meaningOf, type Scheme } from "../schemes/aspect.ts";
import { goneFrom } from "../schemes/numbering.ts";
import { aspectsOf, findAspect } from "../schemes/scheme.ts";
import { lackingIn } from "./lacking.ts";
import { type Marked, type Places, placesOf } from "./marked.ts";
import { fitTogether } from "./misfits.ts";

export type SchemeEffect = {
  /** The skill's rules without what the version takes away. */
  readonly rules: SkillRules;
  readonly places: Places;
  /** Locked sub-criteria where somebody who is due in them lacks a mark now: they open again. */
  readonly opened: readonly string[];
};
/** What else stands in the skill. */
export type InForce = {
  /** Sub-criteria. */
  readonly locked: ReadonlySet<string>;
  /** Seats that are held. */
  readonly seated: readonly number[];
  /** What penalties that stand have made zero: aspects, criteria, modules. */
  readonly penalized: readonly string[];
};

/**
 * What the marks would come to under `next`. Refuses rules that do not fit it, `scheme.penalized` where it takes away what a
 * penalty has made zero, `skill.needs-judges` where it waits for a seat that nobody holds and that was not waited for before,
 * and `scheme.marks-do-not-fit` while an entered mark is none that its aspect takes: it is re-scored first, or the aspect left
 * as it was. Marks of an aspect that is gone count no more and stay readable.
 */
export function effectOf(
  state: Marked,
  next: Scheme,
  { locked, seated, penalized }: InForce,
): Outcome<SchemeEffect> {
  const rules = rulesUnder(state.rules, state.scheme, next);
  const fit = fitTogether(next, rules);
  if (!fit.ok) return fit;
  const had = penaltyTargets(state.scheme, state.rules);
  const has = penaltyTargets(next, rules);
  const lapsing = new Set(penalized.filter((target) => had.has(target) && !has.has(target)));
  if (lapsing.size > 0) return refuse("scheme.penalized", { targets: [...lapsing].join("、") });
  const asked = seatsAsked(state.scheme, state.rules, seated);
  const missing = seatsMissing(next, rules, seated).filter((seat) => !asked.includes(seat));
  if (missing.length > 0) {
    return refuse("skill.needs-judges", { seats: seated.length, missing: missing.join("、") });
  }
  const unfit = aspectsOf(next).filter((aspect) => !takesAll(aspect, state));
  if (unfit.length > 0) {
    return refuse("scheme.marks-do-not-fit", { aspects: unfit.map(({ id }) => id).join("、") });
  }
  const revised = { ...state, scheme: next, rules };
  return ok({
    rules,
    places: { before: placesOf(state), after: placesOf(revised) },
    opened: lackingIn(revised, locked),
  });
}

/** The rules of a skill under a version after the one in force: without what it takes away, the same object where it takes nothing. */
export function rulesUnder(rules: SkillRules, before: Scheme, next: Scheme): SkillRules {
  const timed = (scheme: Scheme): boolean => aspectsOf(scheme).some(({ kind }) => kind === "time");
  const gone = goneFrom(before, next);
  return followScheme(rules, new Map(), timed(before) && !timed(next) ? [...gone, "time"] : gone);
}

/** What a penalty can have made zero. */
const penaltyTargets = (scheme: Scheme, { modules = [] }: SkillRules): ReadonlySet<string> =>
  new Set([...aspectsOf(scheme), ...scheme.criteria, ...modules].map(({ id }) => id));

/** An entry keeps what it says: a mark does not become a count of faults, nor a panel's value a seat's. */
function takesAll(aspect: Aspect, { scheme, cells }: Marked): boolean {
  const before = findAspect(scheme, aspect.id)?.aspect;
  const says = before === undefined || meaningOf(before) === meaningOf(aspect);
  return [...cells.values()].flat().every((cell) => {
    if (cell.aspectId !== aspect.id || cell.value === null) return true;
    return says && cell.seat > 0 === isPerSeat(aspect) && readMark(aspect, cell.value).ok;
  });
}
