// What keeps a marking scheme from being locked (domain 3.3): errors block, a variation of the standards only warns.
import type { Decimal } from "../exact.ts";
import { compare, exact, formatExact, isMultipleOf, sum, zero } from "../exact.ts";
import type { Params } from "../outcome.ts";
import {
  type Aspect,
  type Criterion,
  isBeside,
  type Measuring,
  type Scheme,
  type SubCriterion,
  type TimeAspect,
} from "./aspect.ts";
import { aspectsOf, criterionTotal, schemeTotal, subcriteriaOf } from "./scheme.ts";

const severities = {
  "scheme-empty": "error",
  "total-differs": "error",
  "criterion-sum-differs": "error",
  "criterion-empty": "error",
  "subcriterion-empty": "error",
  "name-empty": "error",
  "description-empty": "error",
  "level-empty": "error",
  "max-not-positive": "error",
  "step-not-positive": "error",
  "max-not-in-steps": "error",
  "beside-with-max": "error",
  "band-above-max": "error",
  "list-without-max": "error",
  "fault-not-positive": "error",
  "scale-not-positive": "error",
  "interval-empty": "error",
  "time-without-effect": "error",
  "id-duplicate": "error",
  "section-sum-differs": "warning",
} as const;

export type SchemeProblemCode = keyof typeof severities;
export type SchemeProblem = {
  /** The id of the criterion, sub-criterion or aspect, "WSOS 3" for a section, "" for the whole scheme. */
  readonly path: string;
  readonly code: SchemeProblemCode;
  readonly params: Params;
  readonly severity: "error" | "warning";
};

const problem = (path: string, code: SchemeProblemCode, params: Params = {}): SchemeProblem => ({
  path,
  code,
  params,
  severity: severities[code],
});

/**
 * Everything wrong with a scheme, in its order; locking needs no `error` among them (domain 3.3).
 * Sums are exact; `params.sum` and `params.max` (or `total`, `marks`) are decimals for the sentence.
 * Throws when a mark is not a decimal: `readScheme` lets none through.
 */
export function schemeProblems(scheme: Scheme): SchemeProblem[] {
  return [
    ...totalProblems(scheme),
    ...duplicateIds(scheme),
    ...scheme.criteria.flatMap(criterionProblems),
    ...sectionProblems(scheme),
  ];
}

/** Whether nothing but warnings stands against locking. */
export const isLockable = (scheme: Scheme): boolean =>
  schemeProblems(scheme).every(({ severity }) => severity !== "error");

const isBlank = (text: string): boolean => text.trim() === "";
const isPositive = (value: Decimal): boolean => compare(exact(value), zero) > 0;

function totalProblems(scheme: Scheme): SchemeProblem[] {
  if (scheme.criteria.length === 0) return [problem("", "scheme-empty")];
  const total = schemeTotal(scheme);
  if (total.equals(exact(scheme.total))) return [];
  return [problem("", "total-differs", { sum: formatExact(total), total: scheme.total })];
}

function duplicateIds(scheme: Scheme): SchemeProblem[] {
  const ids = [
    scheme.criteria.map(({ id }) => id),
    subcriteriaOf(scheme).map(({ subcriterion }) => subcriterion.id),
    aspectsOf(scheme).map(({ id }) => id),
  ];
  return ids.flatMap((list) => {
    const repeated = new Set(list.filter((id, index) => list.indexOf(id) !== index));
    return [...repeated].map((id) => problem(id, "id-duplicate", { id }));
  });
}

function criterionProblems(criterion: Criterion): SchemeProblem[] {
  const { id, name, max } = criterion;
  const found: SchemeProblem[] = [];
  if (isBlank(name)) found.push(problem(id, "name-empty"));
  if (!isPositive(max)) found.push(problem(id, "max-not-positive", { max }));
  if (criterion.subcriteria.length === 0) found.push(problem(id, "criterion-empty"));
  const total = criterionTotal(criterion);
  if (!total.equals(exact(max))) {
    found.push(problem(id, "criterion-sum-differs", { sum: formatExact(total), max }));
  }
  return [...found, ...criterion.subcriteria.flatMap(subcriterionProblems)];
}

function subcriterionProblems({ id, name, aspects }: SubCriterion): SchemeProblem[] {
  const found: SchemeProblem[] = [];
  if (isBlank(name)) found.push(problem(id, "name-empty"));
  if (aspects.length === 0) found.push(problem(id, "subcriterion-empty"));
  return [...found, ...aspects.flatMap(aspectProblems)];
}

function aspectProblems(aspect: Aspect): SchemeProblem[] {
  const { id, max } = aspect;
  const found: SchemeProblem[] = [];
  if (isBlank(aspect.description)) found.push(problem(id, "description-empty"));
  if (isBeside(aspect)) {
    if (isPositive(max)) found.push(problem(id, "beside-with-max", { max }));
  } else if (!isPositive(max)) found.push(problem(id, "max-not-positive", { max }));
  return [...found, ...kindProblems(aspect)];
}

/** What one kind asks for besides: steps that reach the maximum, bands within it, levels described. */
function kindProblems(aspect: Aspect): SchemeProblem[] {
  const { id, max } = aspect;
  switch (aspect.kind) {
    case "value":
      return stepProblems(id, max, aspect.step);
    case "trimmed": {
      const scale = aspect.scale ?? max;
      return isPositive(scale) ? stepProblems(id, scale, aspect.step) : [problem(id, "scale-not-positive")];
    }
    case "judgement":
      return aspect.levels.flatMap((text, level) =>
        isBlank(text) ? [problem(id, "level-empty", { level })] : [],
      );
    case "deduction":
      return isPositive(aspect.perFault) ? [] : [problem(id, "fault-not-positive")];
    case "measurement":
      return measuringProblems(id, max, aspect.how);
    case "time":
      return timeProblems(aspect);
    case "veto":
      return [];
  }
}

function stepProblems(id: string, max: Decimal, step: Decimal): SchemeProblem[] {
  if (!isPositive(step)) return [problem(id, "step-not-positive", { step })];
  return isMultipleOf(exact(max), exact(step)) ? [] : [problem(id, "max-not-in-steps", { max, step })];
}

/** The best mark must be the maximum, and none above it. */
function measuringProblems(id: string, max: Decimal, how: Measuring | undefined): SchemeProblem[] {
  if (!how || how.by === "share") return [];
  const marks = how.by === "list" ? how.marks : how.bands.map((band) => band.mark);
  const above = marks.find((mark) => compare(exact(mark), exact(max)) > 0);
  if (above !== undefined) return [problem(id, "band-above-max", { mark: above, max })];
  return marks.some((mark) => exact(mark).equals(exact(max)))
    ? []
    : [problem(id, "list-without-max", { max })];
}

function timeProblems({ id, early, late, voidAfter }: TimeAspect): SchemeProblem[] {
  if (!early && !late && voidAfter === undefined) return [problem(id, "time-without-effect")];
  return [early, late].flatMap((interval) =>
    interval && !(isPositive(interval.every) && isPositive(interval.marks))
      ? [problem(id, "interval-empty")]
      : [],
  );
}

function sectionProblems(scheme: Scheme): SchemeProblem[] {
  const aspects = aspectsOf(scheme);
  return (scheme.sections ?? []).flatMap(({ id, name, marks }) => {
    const held = sum(aspects.filter(({ wsos }) => wsos === id).map(({ max }) => exact(max)));
    if (held.equals(exact(marks))) return [];
    return [problem(`WSOS ${id}`, "section-sum-differs", { id, name, marks, sum: formatExact(held) })];
  });
}
