// Where rules and a marking scheme do not fit each other: every place at once, each with its refusal.
import { panelMisfits } from "../marking/panels-fit.ts";
import type { SeatRules } from "../marking/seats.ts";
import { type Outcome, ok, type Refusal } from "../outcome.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { type ChainedRules, type CompositionProblem, compositionProblems } from "./composition.ts";

const lists = ["components", "modules", "contestStages"] as const;
type List = (typeof lists)[number];
/** What of the rules is at fault: a field of the part at `index` of a list, or of the rules themselves. */
export type Place =
  | { readonly list: List; readonly index: number; readonly field: "criteria" | "weight" | "tieChain" }
  | { readonly list: "panels"; readonly index: number; readonly field: "seats" | "subcriteria" }
  | { readonly list: null; readonly field: "tieChain" | "minJudges" };
export type Misfit = { readonly at: Place; readonly refusal: Refusal };

/** Every place where rules and scheme do not fit; parts are called by their names. */
export const misfits = (scheme: Scheme, rules: ChainedRules & SeatRules): Misfit[] => [
  ...compositionMisfits(scheme, rules),
  ...seatMisfits(scheme, rules),
];

/** Refuses rules and scheme that do not fit, with the first misfit. */
export function fitTogether(scheme: Scheme, rules: ChainedRules & SeatRules): Outcome {
  const [first] = misfits(scheme, rules);
  return first ? { ok: false, refusal: first.refusal } : ok();
}

/** Those of the panels and the seats. */
export const seatMisfits = (scheme: Scheme, rules: SeatRules): Misfit[] =>
  panelMisfits(scheme, rules).map(({ panel, field, refusal }) => ({
    at: panel === null ? { list: null, field: "minJudges" } : { list: "panels", index: panel, field },
    refusal,
  }));

/** Those of components, modules, stages and tie chains. */
export function compositionMisfits(scheme: Scheme, rules: ChainedRules): Misfit[] {
  const found = compositionProblems(scheme, rules).flatMap((problem) => {
    const refusal: Refusal = {
      code: `composition.${problem.code}`,
      params: { id: nameOf(problem, rules) },
    };
    return placesOf(problem, rules).map((at): Misfit => ({ at, refusal }));
  });
  const told = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify(one);
    return !told.has(key) && told.add(key);
  });
}

function nameOf({ code, id }: CompositionProblem, { components, modules }: ChainedRules): string {
  const parts = code === "component-empty" ? components : code === "module-split" ? modules : [];
  return parts?.find((one) => one.id === id)?.name ?? id;
}

function placesOf({ code, id }: CompositionProblem, rules: ChainedRules): Place[] {
  const holding = (list: List): Place[] =>
    (rules[list] ?? []).flatMap(({ criteria }, index) =>
      criteria.includes(id) ? [{ list, index, field: "criteria" as const }] : [],
    );
  const called = (list: List): Place[] => [
    { list, index: (rules[list] ?? []).findIndex((one) => one.id === id), field: "criteria" },
  ];
  switch (code) {
    case "criterion-unknown":
      return lists.flatMap(holding);
    case "criterion-twice":
      // The place it was named first stands; the others are at fault.
      return lists.flatMap((list) => holding(list).slice(1));
    case "module-split":
      return called("modules");
    case "component-empty":
      return called("components");
    case "weights-not-one":
      return [{ list: "components", index: 0, field: "weight" }];
    case "stage-criterion-missing":
      return [{ list: "contestStages", index: 0, field: "criteria" }];
    case "measure-unknown":
    case "no-time":
      return chainsNaming(code === "no-time" ? "time" : id, rules);
  }
}

function chainsNaming(named: string, { tieChain, contestStages = [] }: ChainedRules): Place[] {
  const names = (measure: string): boolean => measure === named || measure.split(":")[1] === named;
  return [
    ...(tieChain.some(names) ? [{ list: null, field: "tieChain" } as const] : []),
    ...contestStages.flatMap((stage, index) =>
      stage.tieChain?.some(names) ? [{ list: "contestStages", index, field: "tieChain" } as const] : [],
    ),
  ];
}
