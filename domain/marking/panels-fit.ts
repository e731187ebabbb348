// Whether the panels of the rules fit a scheme: each marks something there is, with the judges a trimmed mean needs.
import { type Outcome, ok, type Refusal, refuse } from "../outcome.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { aspectsOf, subcriteriaOf, subcriterionOf } from "../schemes/scheme.ts";
import { panelOf, panelsOf, type SeatRules, seatsOfAspect, trimRule } from "./seats.ts";

export type PanelMisfit = {
  /** Its place among the panels; null: the seats of what no panel names. */
  readonly panel: number | null;
  readonly field: "seats" | "subcriteria";
  readonly refusal: Refusal;
};

/**
 * Every sub-criterion of a panel that the scheme does not have, every panel too small for a trimmed aspect it marks, and the
 * trimmed aspects that no panel names where the other seats are too few.
 */
export function panelMisfits(scheme: Scheme, rules: SeatRules): PanelMisfit[] {
  const subs = new Map(subcriteriaOf(scheme).map(({ subcriterion }) => [subcriterion.id, subcriterion]));
  const least = trimRule(rules).minJudges;
  const found = panelsOf(rules).flatMap(({ name, seats, subcriteria }, panel): PanelMisfit[] => {
    const trimmed = subcriteria.find((id) => subs.get(id)?.aspects.some((one) => one.kind === "trimmed"));
    const unknown = subcriteria.filter((id) => !subs.has(id));
    return [
      ...unknown.map((sub) => ({
        panel,
        field: "subcriteria" as const,
        ...refuse("composition.panel-unknown", { name, sub }),
      })),
      ...(trimmed && seats.length < least
        ? [
            {
              panel,
              field: "seats" as const,
              ...refuse("composition.panel-small", { name, sub: trimmed, least }),
            },
          ]
        : []),
    ];
  });
  const others = aspectsOf(scheme).filter(
    ({ id, kind }) => kind === "trimmed" && panelOf(rules, subcriterionOf(id)) === null,
  );
  const short = others.find((aspect) => seatsOfAspect(aspect, rules).length < least);
  if (!short) return found;
  const seats = seatsOfAspect(short, rules).length;
  const few = refuse("composition.seats-few", { sub: subcriterionOf(short.id), seats, least });
  return [...found, { panel: null, field: "seats", ...few }];
}

/** Refuses panels and seats that do not fit the scheme, with the first misfit. */
export function panelsFit(scheme: Scheme, rules: SeatRules): Outcome {
  const [first] = panelMisfits(scheme, rules);
  return first ? { ok: false, refusal: first.refusal } : ok();
}
