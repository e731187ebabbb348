// Putting a scheme in another order: pure edits of the tree, as in edit.ts; the numbers follow (numbering.ts).
import { type Outcome, refuse } from "../outcome.ts";
import type { Criterion, Scheme, SubCriterion } from "./aspect.ts";
import { findAspect, findSubCriterion } from "./scheme.ts";
import { readScheme } from "./scheme-form.ts";

/** Under which criterion or sub-criterion ("" for a criterion), and how many of the others there stand before it. */
export type Place = { readonly under: string; readonly at: number };

/** Moves a criterion, a sub-criterion or an aspect to a place of its own level. Refuses `input.not-found`, `scheme.invalid`. */
export function move(scheme: Scheme, id: string, to: Place): Outcome<Scheme> {
  const { criteria } = scheme;
  const criterion = criteria.find((one) => one.id === id);
  if (criterion) {
    if (to.under !== "") return refuse("input.not-found");
    return readScheme({ ...scheme, criteria: inserted(without(criteria, id), criterion, to.at) });
  }
  const sub = findSubCriterion(scheme, id)?.subcriterion;
  if (sub) {
    if (!criteria.some((one) => one.id === to.under)) return refuse("input.not-found");
    const place = (one: Criterion): Criterion => {
      const subcriteria = without(one.subcriteria, id);
      return { ...one, subcriteria: one.id === to.under ? inserted(subcriteria, sub, to.at) : subcriteria };
    };
    return readScheme({ ...scheme, criteria: criteria.map(place) });
  }
  const aspect = findAspect(scheme, id)?.aspect;
  if (!aspect || !findSubCriterion(scheme, to.under)) return refuse("input.not-found");
  const place = (one: SubCriterion): SubCriterion => {
    const aspects = without(one.aspects, id);
    return { ...one, aspects: one.id === to.under ? inserted(aspects, aspect, to.at) : aspects };
  };
  return readScheme({
    ...scheme,
    criteria: criteria.map((one) => ({ ...one, subcriteria: one.subcriteria.map(place) })),
  });
}

/** One step up (-1) or down (1): past the first or last of its parent into the next parent; null at an end of the tree. */
export function stepFrom(scheme: Scheme, id: string, way: -1 | 1): Place | null {
  const homes = homesOf(scheme, id);
  const home = homes.findIndex(({ ids }) => ids.includes(id));
  if (home < 0) return null;
  const { under, ids } = homes[home]!;
  const at = ids.indexOf(id) + way;
  if (at >= 0 && at < ids.length) return { under, at };
  const next = homes[home + way];
  return next ? { under: next.under, at: way < 0 ? next.ids.length : 0 } : null;
}

type Home = { readonly under: string; readonly ids: readonly string[] };

/** The lists that hold what stands on the level of `id`, in the order of the tree. */
function homesOf({ criteria }: Scheme, id: string): readonly Home[] {
  const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id);
  const levels: readonly (readonly Home[])[] = [
    [{ under: "", ids: idsOf(criteria) }],
    criteria.map((one) => ({ under: one.id, ids: idsOf(one.subcriteria) })),
    criteria.flatMap(({ subcriteria }) =>
      subcriteria.map((sub) => ({ under: sub.id, ids: idsOf(sub.aspects) })),
    ),
  ];
  return levels.find((homes) => homes.some(({ ids }) => ids.includes(id))) ?? [];
}

const without = <T extends { readonly id: string }>(list: readonly T[], id: string): T[] =>
  list.filter((one) => one.id !== id);

const inserted = <T>(list: readonly T[], one: T, at: number): T[] =>
  list.toSpliced(Math.max(0, Math.min(at, list.length)), 0, one);
