// What the highest total is made of: weighed parts, and criteria of no part that are added as they are (decision 0019).
import type { SkillRules } from "../competitions/rules.ts";
import { compare, type Exact, exact, ratio, sum, zero } from "../exact.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { criterionTotal } from "../schemes/scheme.ts";

type Rules = Pick<SkillRules, "components" | "contestStages">;
/** A criterion with the exact sum of what it holds. */
export type HeldCriterion = { readonly id: string; readonly max: Exact };
export type MadeOf = {
  /** What the weighed parts reach together: their weights' share of 100. */
  readonly weighed: Exact;
  /** The criteria that no part names, where there are parts, and what they add to it. */
  readonly addedIds: readonly string[];
  readonly added: Exact;
  /** The highest total there is without bonuses. */
  readonly highest: Exact;
};

/**
 * What a total is made of. Of several stages the highest that a last total can be: what a stage adds, and what it carries on
 * from the one before. Weights that do not make one are taken as they are; a part whose criteria hold nothing reaches nothing.
 */
export function madeOf(criteria: readonly HeldCriterion[], rules: Rules): MadeOf {
  const components = rules.components ?? [];
  const isOf = (letters: readonly string[]) => (one: HeldCriterion) => letters.includes(one.id);
  const held = (list: readonly HeldCriterion[]): Exact => sum(list.map(({ max }) => max));
  const beside = criteria.filter(({ id }) => !components.some((one) => one.criteria.includes(id)));
  const weighedOver = (own: readonly HeldCriterion[]): Exact =>
    sum(
      components.map(({ criteria: letters, weight }) => {
        const whole = held(criteria.filter(isOf(letters)));
        if (compare(whole, zero) === 0) return zero;
        return ratio(held(own.filter(isOf(letters))), whole)
          .mul(exact(100))
          .mul(exact(weight));
      }),
    );
  const over = (own: readonly HeldCriterion[]): Exact =>
    weighedOver(own).add(held(own.filter((one) => beside.includes(one))));
  return {
    weighed: weighedOver(criteria),
    addedIds: components.length > 0 ? beside.map(({ id }) => id) : [],
    added: components.length > 0 ? held(beside) : zero,
    highest: throughStages(rules, criteria, over),
  };
}

function throughStages(
  { contestStages = [] }: Rules,
  criteria: readonly HeldCriterion[],
  over: (own: readonly HeldCriterion[]) => Exact,
): Exact {
  if (contestStages.length === 0) return over(criteria);
  let before = zero;
  let highest = zero;
  for (const stage of contestStages) {
    const own = criteria.filter(({ id }) => stage.criteria.includes(id));
    before = over(own).add(before.mul(exact(stage.carry ?? "0")));
    if (compare(before, highest) > 0) highest = before;
  }
  return highest;
}

/** The criteria of a scheme with what each holds. */
export const heldBy = (scheme: Scheme): HeldCriterion[] =>
  scheme.criteria.map((criterion) => ({ id: criterion.id, max: criterionTotal(criterion) }));

/** The highest total a scheme gives under rules that fit it. */
export const highestTotal = (scheme: Scheme, rules: Rules): Exact => madeOf(heldBy(scheme), rules).highest;
