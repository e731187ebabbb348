// Whether the panels of the rules fit a scheme: each marks something there is, with the judges a trimmed mean needs.
import { type Outcome, ok, refuse } from "../outcome.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { aspectsOf, subcriteriaOf, subcriterionOf } from "../schemes/scheme.ts";
import { panelOf, panelsOf, type SeatRules, seatsOfAspect, trimRule } from "./seats.ts";

/**
 * Refuses a panel whose sub-criterion the scheme does not have, and one too small for a trimmed aspect it marks; the same for
 * the trimmed aspects that no panel names.
 */
export function panelsFit(scheme: Scheme, rules: SeatRules): Outcome {
  const subs = new Map(subcriteriaOf(scheme).map(({ subcriterion }) => [subcriterion.id, subcriterion]));
  const least = trimRule(rules).minJudges;
  for (const { name, seats, subcriteria } of panelsOf(rules)) {
    const unknown = subcriteria.find((id) => !subs.has(id));
    if (unknown) return refuse("composition.panel-unknown", { name, sub: unknown });
    const trimmed = subcriteria.find((id) => subs.get(id)!.aspects.some((one) => one.kind === "trimmed"));
    if (trimmed && seats.length < least)
      return refuse("composition.panel-small", { name, sub: trimmed, least });
  }
  const others = aspectsOf(scheme).filter(
    ({ id, kind }) => kind === "trimmed" && panelOf(rules, subcriterionOf(id)) === null,
  );
  const short = others.find((aspect) => seatsOfAspect(aspect, rules).length < least);
  if (!short) return ok();
  const seats = seatsOfAspect(short, rules).length;
  return refuse("composition.seats-few", { sub: subcriterionOf(short.id), seats, least });
}
