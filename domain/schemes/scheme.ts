// The criteria tree of a marking scheme (评分标准): walking it, finding an aspect, exact totals, positional ids.
import { type Exact, exact, sum } from "../exact.ts";
import { remembered } from "../remembered.ts";
import type { Aspect, Criterion, Scheme, SubCriterion } from "./aspect.ts";

/** Sizes beyond which a scheme is refused wherever it comes from; with `mark` no sum outgrows an exact decimal. */
export const schemeLimits = {
  criteria: 26,
  subcriteria: 60,
  aspects: 100,
  text: 2000,
  mark: 5000,
  sections: 100,
} as const;

export type PlacedSubCriterion = { readonly subcriterion: SubCriterion; readonly criterion: Criterion };
export type PlacedAspect = PlacedSubCriterion & { readonly aspect: Aspect };

/** Every sub-criterion with its criterion, in the order of the scheme. */
export const subcriteriaOf = (scheme: Scheme): PlacedSubCriterion[] =>
  scheme.criteria.flatMap((criterion) =>
    criterion.subcriteria.map((subcriterion) => ({ subcriterion, criterion })),
  );

/** The same without their criteria. */
export const plainSubcriteriaOf = (scheme: Scheme): SubCriterion[] =>
  subcriteriaOf(scheme).map(({ subcriterion }) => subcriterion);

/** Every aspect, in the order of the scheme. */
export const aspectsOf: (scheme: Scheme) => readonly Aspect[] = remembered((scheme: Scheme) =>
  subcriteriaOf(scheme).flatMap(({ subcriterion }) => subcriterion.aspects),
);

/** The place of each aspect in `aspectsOf`, by its id. */
export const aspectPlaces: (scheme: Scheme) => ReadonlyMap<string, number> = remembered(
  (scheme: Scheme) => new Map(aspectsOf(scheme).map(({ id }, at) => [id, at])),
);

/** The aspect of that id with the sub-criterion and the criterion it belongs to; undefined when there is none. */
export function findAspect(scheme: Scheme, aspectId: string): PlacedAspect | undefined {
  for (const place of subcriteriaOf(scheme)) {
    const aspect = place.subcriterion.aspects.find(({ id }) => id === aspectId);
    if (aspect) return { ...place, aspect };
  }
  return undefined;
}

/** The sub-criterion of that id with its criterion; undefined when there is none. */
export const findSubCriterion = (scheme: Scheme, subcriterionId: string): PlacedSubCriterion | undefined =>
  subcriteriaOf(scheme).find(({ subcriterion }) => subcriterion.id === subcriterionId);

const totalOf = (aspects: readonly Aspect[]): Exact => sum(aspects.map(({ max }) => exact(max)));

/** The exact sum of the maxima of a sub-criterion's aspects. */
export const subcriterionTotal = (subcriterion: SubCriterion): Exact => totalOf(subcriterion.aspects);

/** The exact sum of the maxima of a criterion's aspects: what it holds, not what it declares. */
export const criterionTotal = (criterion: Criterion): Exact =>
  totalOf(criterion.subcriteria.flatMap(({ aspects }) => aspects));

/** The exact sum of all maxima: what the scheme holds, not the total it declares. */
export const schemeTotal = (scheme: Scheme): Exact => totalOf(aspectsOf(scheme));

/** The id of the aspect at `index` (from 0) of a sub-criterion: "A1" and 0 give "A1.1" (CIS ids are positional). */
export const aspectIdAt = (subcriterionId: string, index: number): string => `${subcriterionId}.${index + 1}`;

/** The sub-criterion that an aspect's id names: "A1.1" is of "A1". */
export const subcriterionOf = (aspectId: string): string => aspectId.slice(0, aspectId.indexOf("."));

/** Gives every aspect the id of its place; done at import and after an edit, never once marks refer to the ids. */
export const numberAspects = (scheme: Scheme): Scheme => ({
  ...scheme,
  criteria: scheme.criteria.map((criterion) => ({
    ...criterion,
    subcriteria: criterion.subcriteria.map((subcriterion) => ({
      ...subcriterion,
      aspects: subcriterion.aspects.map((aspect, index) => ({
        ...aspect,
        id: aspectIdAt(subcriterion.id, index),
      })),
    })),
  })),
});
