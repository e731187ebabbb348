// Typing a scheme in by hand: pure edits of the tree, each passed through the same form as an upload. What is new has no number
// yet and what stands keeps its own: numbering.ts hands them out, by place while nothing is marked (domain 3.3).
import type { Decimal } from "../exact.ts";
import { type Outcome, refuse } from "../outcome.ts";
import type { Criterion, Scheme, SubCriterion } from "./aspect.ts";
import { freeLetter, highest, newId } from "./numbering.ts";
import { findAspect, findSubCriterion } from "./scheme.ts";
import { type AspectContent, readScheme } from "./scheme-form.ts";

/** A scheme to start typing from: nothing in it, out of 100.00. */
export const emptyScheme = (): Scheme => ({ total: "100.00", criteria: [] });

/** Declares the total the scheme must hold to be locked. Refuses `scheme.invalid`. */
export const declareTotal = (scheme: Scheme, total: Decimal): Outcome<Scheme> =>
  readScheme({ ...scheme, total });

/** Adds a criterion under the letter after the last (past Z a free one). Refuses `scheme.invalid`. */
export const addCriterion = (scheme: Scheme, added: { name: string; max: Decimal }): Outcome<Scheme> =>
  readScheme({
    ...scheme,
    criteria: [...scheme.criteria, { ...added, id: nextLetter(scheme), subcriteria: [] }],
  });

/** Renames a criterion or gives it another mark. Refuses `input.not-found`, `scheme.invalid`. */
export const changeCriterion = (
  scheme: Scheme,
  criterionId: string,
  to: { name: string; max: Decimal },
): Outcome<Scheme> => onCriterion(scheme, criterionId, (criterion) => [{ ...criterion, ...to }]);

/** Removes a criterion with all it holds; the letters of the others stay. Refuses `input.not-found`. */
export const removeCriterion = (scheme: Scheme, criterionId: string): Outcome<Scheme> =>
  onCriterion(scheme, criterionId, () => []);

/** Adds a sub-criterion numbered after the last of its criterion. Refuses `input.not-found`, `scheme.invalid`. */
export const addSubCriterion = (
  scheme: Scheme,
  criterionId: string,
  added: { name: string; day: number },
): Outcome<Scheme> =>
  onCriterion(scheme, criterionId, (criterion) => [
    {
      ...criterion,
      subcriteria: [...criterion.subcriteria, { ...added, id: nextSubCriterionId(criterion), aspects: [] }],
    },
  ]);

/** Renames a sub-criterion or moves it to another marking day. Refuses `input.not-found`, `scheme.invalid`. */
export const changeSubCriterion = (
  scheme: Scheme,
  subcriterionId: string,
  to: { name: string; day: number },
): Outcome<Scheme> => onSubCriterion(scheme, subcriterionId, (subcriterion) => [{ ...subcriterion, ...to }]);

/** Removes a sub-criterion with its aspects; the ids of the others stay. Refuses `input.not-found`. */
export const removeSubCriterion = (scheme: Scheme, subcriterionId: string): Outcome<Scheme> =>
  onSubCriterion(scheme, subcriterionId, () => []);

/** Adds an aspect at the end of a sub-criterion. Refuses `input.not-found`, `scheme.invalid`. */
export const addAspect = (scheme: Scheme, subcriterionId: string, added: AspectContent): Outcome<Scheme> =>
  onSubCriterion(scheme, subcriterionId, (subcriterion) => [
    { ...subcriterion, aspects: [...subcriterion.aspects, { ...added, id: newId }] },
  ]);

/** Puts another content in an aspect's place. Refuses `input.not-found`, `scheme.invalid`. */
export const changeAspect = (scheme: Scheme, aspectId: string, to: AspectContent): Outcome<Scheme> =>
  onAspects(scheme, aspectId, (aspects, at) => aspects.with(at, { ...to, id: aspectId }));

/** Removes an aspect. Refuses `input.not-found`. */
export const removeAspect = (scheme: Scheme, aspectId: string): Outcome<Scheme> =>
  onAspects(scheme, aspectId, (aspects, at) => aspects.toSpliced(at, 1));

function onCriterion(
  scheme: Scheme,
  criterionId: string,
  change: (criterion: Criterion) => Criterion[],
): Outcome<Scheme> {
  if (!scheme.criteria.some(({ id }) => id === criterionId)) return refuse("input.not-found");
  return readScheme({
    ...scheme,
    criteria: scheme.criteria.flatMap((criterion) =>
      criterion.id === criterionId ? change(criterion) : [criterion],
    ),
  });
}

function onSubCriterion(
  scheme: Scheme,
  subcriterionId: string,
  change: (subcriterion: SubCriterion) => SubCriterion[],
): Outcome<Scheme> {
  const place = findSubCriterion(scheme, subcriterionId);
  if (!place) return refuse("input.not-found");
  return onCriterion(scheme, place.criterion.id, (criterion) => [
    {
      ...criterion,
      subcriteria: criterion.subcriteria.flatMap((one) => (one.id === subcriterionId ? change(one) : [one])),
    },
  ]);
}

function onAspects(
  scheme: Scheme,
  aspectId: string,
  change: (aspects: SubCriterion["aspects"], at: number) => SubCriterion["aspects"],
): Outcome<Scheme> {
  const place = findAspect(scheme, aspectId);
  if (!place) return refuse("input.not-found");
  return onSubCriterion(scheme, place.subcriterion.id, (subcriterion) => [
    { ...subcriterion, aspects: change(subcriterion.aspects, subcriterion.aspects.indexOf(place.aspect)) },
  ]);
}

function nextLetter({ criteria }: Scheme): string {
  const taken = new Set(criteria.map(({ id }) => id));
  return freeLetter(taken) ?? `Z${taken.size}`;
}

const nextSubCriterionId = ({ id, subcriteria }: Criterion): string =>
  `${id}${highest(new Set(subcriteria.map((sub) => sub.id)), id) + 1}`;
