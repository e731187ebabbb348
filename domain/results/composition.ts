// What a total is made of: criteria gathered into modules, modules into weighted components (domain.md section 3.4).
import type { SkillRules } from "../competitions/rules.ts";
import { compare, type Exact, exact, ratio, sum, zero } from "../exact.ts";
import { remembered } from "../remembered.ts";
import type { Criterion, Scheme, TimeAspect, VetoAspect } from "../schemes/aspect.ts";
import { aspectsOf, criterionTotal } from "../schemes/scheme.ts";

export type CompositionRules = Pick<SkillRules, "modules" | "components" | "contestStages">;
/** A module (模块): criteria worked in one session. One that no rule names has its criterion's letter as id. */
export type Module = {
  readonly id: string;
  readonly name: string;
  readonly criteria: readonly Criterion[];
  /** What may leave the module less than its marks. */
  readonly limits: readonly (VetoAspect | TimeAspect)[];
};
/** A component (成绩构成): out of 100 whatever its criteria hold, times its weight. */
export type Component = {
  readonly id: string;
  readonly name: string;
  readonly modules: readonly Module[];
  readonly max: Exact;
  readonly weight: Exact;
  readonly passLine: Exact | null;
};
export type Composition = {
  readonly modules: readonly Module[];
  readonly components: readonly Component[];
  /** Modules of no component: added as they are. */
  readonly plain: readonly Module[];
};

/** How a scheme is gathered by the rules; what it holds follows from the scheme, so it is kept with it. */
export const compositionOf = remembered((scheme: Scheme, rules: CompositionRules): Composition => {
  const named = (rules.modules ?? []).map(({ id, name, criteria }) =>
    moduleOf(
      id,
      name,
      scheme.criteria.filter((one) => criteria.includes(one.id)),
    ),
  );
  const inModules = new Set(named.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  const alone = scheme.criteria
    .filter(({ id }) => !inModules.has(id))
    .map((one) => moduleOf(one.id, one.name, [one]));
  const order = scheme.criteria.map(({ id }) => id);
  const first = (one: Module): number => order.indexOf(one.criteria[0]?.id ?? "");
  const modules = [...named, ...alone].sort((a, b) => first(a) - first(b));
  const components = (rules.components ?? []).map((component) => gather(component, modules));
  const weighed = new Set(components.flatMap((component) => component.modules));
  return { modules, components, plain: modules.filter((one) => !weighed.has(one)) };
});

const moduleOf = (id: string, name: string, criteria: readonly Criterion[]): Module => ({
  id,
  name,
  criteria,
  limits: criteria
    .flatMap((criterion) => criterion.subcriteria.flatMap((sub) => sub.aspects))
    .filter((aspect) => aspect.kind === "veto" || aspect.kind === "time"),
});

function gather(
  { id, name, weight, criteria, passLine }: NonNullable<SkillRules["components"]>[number],
  all: readonly Module[],
): Component {
  const modules = all.filter((one) => one.criteria.some((criterion) => criteria.includes(criterion.id)));
  return {
    id,
    name,
    modules,
    max: sum(modules.flatMap((one) => one.criteria.map(criterionTotal))),
    weight: exact(weight),
    passLine: passLine === undefined ? null : exact(passLine),
  };
}

export type CompositionProblem = {
  readonly code:
    | "criterion-unknown"
    | "criterion-twice"
    | "module-split"
    | "weights-not-one"
    | "stage-criterion-missing"
    | "component-empty"
    | "measure-unknown"
    | "no-time";
  readonly id: string;
};

/** With the tie chains, which name what the scheme and the rules hold. */
export type ChainedRules = CompositionRules & Pick<SkillRules, "tieChain">;

/**
 * What keeps a scheme from being locked under these rules: letters that do not stand, parts that overlap, weights beside 1,
 * ties broken by what there is not.
 */
export function compositionProblems(scheme: Scheme, rules: ChainedRules): CompositionProblem[] {
  const known = new Set(scheme.criteria.map(({ id }) => id));
  const lists = [rules.modules ?? [], rules.components ?? [], rules.contestStages ?? []];
  const problems = lists.flatMap((parts) => lettersWrong(parts, known));
  const { modules, components } = compositionOf(scheme, rules);
  const stages = rules.contestStages ?? [];
  for (const module of modules) {
    const homes = new Set([
      ...module.criteria.map(({ id }) =>
        (rules.components ?? []).findIndex((one) => one.criteria.includes(id)),
      ),
    ]);
    const stageHomes = new Set(
      module.criteria.map(({ id }) => stages.findIndex((one) => one.criteria.includes(id))),
    );
    if (homes.size > 1 || stageHomes.size > 1) problems.push({ code: "module-split", id: module.id });
  }
  for (const component of components) {
    if (compare(component.max, zero) <= 0) problems.push({ code: "component-empty", id: component.id });
  }
  if (components.length > 0 && !sum(components.map(({ weight }) => weight)).equals(1)) {
    problems.push({ code: "weights-not-one", id: "" });
  }
  if (stages.length > 0) {
    for (const id of known) {
      if (!stages.some((one) => one.criteria.includes(id))) {
        problems.push({ code: "stage-criterion-missing", id });
      }
    }
  }
  return [...problems, ...measureProblems(scheme, rules)];
}

/** Measures of a tie chain, the skill's or a stage's, that nothing in scheme and rules answers to; each once. */
function measureProblems(scheme: Scheme, rules: ChainedRules): CompositionProblem[] {
  const { modules, components } = compositionOf(scheme, rules);
  const aspects = aspectsOf(scheme);
  const timed = aspects.filter((aspect) => aspect.kind === "time");
  const has = (list: readonly { readonly id: string }[], id: string): boolean =>
    list.some((one) => one.id === id);
  const stands: Readonly<Record<string, (id: string) => boolean>> = {
    criterion: (id) => has(scheme.criteria, id),
    module: (id) => has(modules, id),
    component: (id) => has(components, id),
    aspect: (id) => has(aspects, id),
    time: (id) => (id === "" ? timed.length > 0 : has(timed, id)),
  };
  const chains = [rules.tieChain, ...(rules.contestStages ?? []).map(({ tieChain }) => tieChain ?? [])];
  return [...new Set(chains.flat())].flatMap((measure) => {
    const [kind = "", id = ""] = measure.split(":");
    if (stands[kind]?.(id)) return [];
    return [measure === "time" ? { code: "no-time", id } : { code: "measure-unknown", id }];
  });
}

function lettersWrong(
  parts: readonly { readonly criteria: readonly string[] }[],
  known: ReadonlySet<string>,
): CompositionProblem[] {
  const all = parts.flatMap(({ criteria }) => criteria);
  const unknown = all.filter((id) => !known.has(id));
  const twice = all.filter((id, at) => all.indexOf(id) !== at);
  return [
    ...[...new Set(unknown)].map((id) => ({ code: "criterion-unknown" as const, id })),
    ...[...new Set(twice)].map((id) => ({ code: "criterion-twice" as const, id })),
  ];
}

/** Marks of a component brought to 100. */
export const outOfHundred = (marks: Exact, component: Component): Exact =>
  ratio(marks, component.max).mul(exact(100));
