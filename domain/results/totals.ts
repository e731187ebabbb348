// Totals: the exact sum of a contestant's agreed marks; one unset aspect makes the total incomplete, never smaller.
// Order (domain.md section 3): aspects → modules with vetoes and module penalties → components with weights → total.
import type { SkillRules } from "../competitions/rules.ts";
import { atLeastZero, compare, type Exact, exact, rounded, smaller, sum, zero } from "../exact.ts";
import type { PenaltyProposal } from "../floor/penalty.ts";
import type { Cell } from "../marking/mark.ts";
import { type MarkingRules, type States, statesByAspect } from "../marking/states.ts";
import { vetoed } from "../marking/yield.ts";
import { remembered } from "../remembered.ts";
import type { Criterion, Scheme } from "../schemes/aspect.ts";
import { type Component, compositionOf, type Module, outOfHundred } from "./composition.ts";

export type ScoringRules = MarkingRules & Pick<SkillRules, "modules" | "components" | "contestStages">;
/** A penalty that counts (domain.md section 3.5): what it does, without whom it concerns and who signed it. */
export type Penalty = PenaltyProposal;

export type Tally = {
  /** Null while any aspect is not agreed. */
  readonly total: Exact | null;
  /** What is agreed so far, complete or not: the sum of the modules. */
  readonly partial: Exact;
  readonly agreed: number;
  readonly of: number;
  readonly byCriterion: ReadonlyMap<string, Exact>;
  /** After vetoes and penalties. */
  readonly byModule: ReadonlyMap<string, Exact>;
  /** Out of 100, before weighting. */
  readonly byComponent: ReadonlyMap<string, Exact>;
  /** The mark of one aspect, after penalties; null while it is not agreed. */
  readonly ofAspect: (aspectId: string) => Exact | null;
  /** The seconds of one time aspect; null while it is not entered. */
  readonly secondsOf: (aspectId: string) => Exact | null;
  /** Components below their pass line, once complete. */
  readonly below: readonly string[];
};

const unpunished: readonly Penalty[] = [];

/** Adds one contestant's cells up over the whole scheme; `penalties` are those that count against this contestant. */
export const tally = (
  scheme: Scheme,
  cells: readonly Cell[],
  rules: ScoringRules,
  penalties: readonly Penalty[] = unpunished,
): Tally => addUp(cells, scheme, rules, penalties);

const addUp = remembered(
  (cells: readonly Cell[], scheme: Scheme, rules: ScoringRules, penalties: readonly Penalty[]): Tally =>
    addUpCriteria(scheme.criteria, cells, scheme, rules, penalties),
);

/** The same over some of the criteria: one stage of the contest. */
export function addUpCriteria(
  criteria: readonly Criterion[],
  cells: readonly Cell[],
  scheme: Scheme,
  rules: ScoringRules,
  penalties: readonly Penalty[],
): Tally {
  const states = statesByAspect(cells, scheme, rules);
  const sums = sumCriteria(criteria, scheme, states, penalties);
  const { components, modules, plain } = compositionOf(scheme, rules);
  const inside = (module: Module): boolean => module.criteria.some((one) => criteria.includes(one));
  const byModule = new Map(
    modules
      .filter(inside)
      .map((module) => [module.id, moduleMarks(module, sums.byCriterion, states, penalties)] as const),
  );
  const marksOf = (list: readonly Module[]): Exact =>
    sum(list.map((module) => byModule.get(module.id) ?? zero));
  const scored = components.filter((component) => component.modules.some(inside));
  const byComponent = new Map(
    scored.map((component) => [
      component.id,
      componentMarks(component, marksOf(component.modules), rules, penalties),
    ]),
  );
  const partial = marksOf(modules);
  const complete = sums.agreed === sums.of;
  const raw = sum([
    ...scored.map((component) => byComponent.get(component.id)!.mul(component.weight)),
    plain.length === modules.length ? partial : marksOf(plain),
  ]);
  const off = sum([
    ...amounts(penalties, "total"),
    ...(components.length === 0 ? amounts(penalties, "practical") : []),
  ]);
  return {
    ...sums,
    byModule,
    byComponent,
    partial,
    total: complete
      ? rounded(atLeastZero(penalties.length > 0 ? raw.sub(off) : raw), rules.rounding?.total)
      : null,
    below: complete ? scored.filter((one) => isBelow(one, byComponent)).map(({ id }) => id) : [],
  };
}

type Sums = Pick<Tally, "agreed" | "of" | "byCriterion" | "ofAspect" | "secondsOf">;

function sumCriteria(
  criteria: readonly Criterion[],
  scheme: Scheme,
  states: States,
  penalties: readonly Penalty[],
): Sums {
  const zeroed = targets(penalties, "aspect");
  /** An aspect made zero keeps what it takes away. */
  const punished = (id: string, worth: Exact | null): Exact | null =>
    worth !== null && zeroed.includes(id) ? smaller(zero, worth) : worth;
  const byCriterion = new Map<string, Exact>();
  let agreed = 0;
  let of = 0;
  let at = 0;
  for (const criterion of scheme.criteria) {
    const counts = criteria.includes(criterion);
    const marks: Exact[] = [];
    for (const { aspects } of criterion.subcriteria) {
      for (const { id } of aspects) {
        const { worth } = states.list[at++]!;
        if (counts && worth !== null) marks.push(zeroed.length > 0 ? punished(id, worth)! : worth);
      }
      if (counts) of += aspects.length;
    }
    if (!counts) continue;
    agreed += marks.length;
    byCriterion.set(criterion.id, sum(marks));
  }
  return {
    agreed,
    of,
    byCriterion,
    ofAspect: (id) => punished(id, states.get(id)?.worth ?? null),
    secondsOf: (id) => {
      const entered = states.get(id)?.entered ?? null;
      return entered === null ? null : exact(entered);
    },
  };
}

/** Never below 0: 0 after a module penalty, at most what a given veto leaves. */
function moduleMarks(
  module: Module,
  byCriterion: ReadonlyMap<string, Exact>,
  states: States,
  penalties: readonly Penalty[],
): Exact {
  const struck = targets(penalties, "module");
  if (struck.includes(module.id) || module.criteria.some(({ id }) => struck.includes(id))) return zero;
  const marks = atLeastZero(sum(module.criteria.map(({ id }) => byCriterion.get(id) ?? zero)));
  return module.limits.reduce((left, aspect) => {
    const entered = states.get(aspect.id)?.entered ?? null;
    const cap = entered === null ? null : vetoed(aspect, entered);
    return cap === null ? left : smaller(left, cap);
  }, marks);
}

function componentMarks(
  component: Component,
  marks: Exact,
  rules: ScoringRules,
  penalties: readonly Penalty[],
): Exact {
  const off = component.id === practicalOf(rules) ? sum(amounts(penalties, "practical")) : zero;
  const left = atLeastZero(outOfHundred(marks, component).sub(off));
  return rounded(left, rules.rounding?.component);
}

/** Whether these criteria hold something that penalties off the practical part come off: all do where there are no components. */
export function scoresPractical(criteria: readonly Criterion[], rules: ScoringRules): boolean {
  const practical = rules.components?.find(({ id }) => id === practicalOf(rules));
  return practical === undefined || criteria.some(({ id }) => practical.criteria.includes(id));
}

/** Penalties off the practical part meet the component of that id, else the last one. */
const practicalOf = ({ components = [] }: ScoringRules): string | undefined =>
  (components.find(({ id }) => id === "practical") ?? components.at(-1))?.id;

const isBelow = ({ id, passLine }: Component, byComponent: ReadonlyMap<string, Exact>): boolean =>
  passLine !== null && compare(byComponent.get(id)!, passLine) < 0;

const targets = (penalties: readonly Penalty[], level: "aspect" | "module"): string[] =>
  penalties.flatMap((one) => (one.level === level && "target" in one ? [one.target] : []));
const amounts = (penalties: readonly Penalty[], level: "practical" | "total"): Exact[] =>
  penalties.flatMap((one) => (one.level === level && "amount" in one ? [exact(one.amount)] : []));
