// The tree of a scheme with its sums and what is wrong, as the page draws it; and which place is being typed.
import { compare, exact, formatExact } from "#domain/exact.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { isCisScheme } from "#domain/schemes/cis-export.ts";
import {
  aspectsOf,
  criterionTotal,
  findAspect,
  findSubCriterion,
  schemeTotal,
  subcriterionTotal,
} from "#domain/schemes/scheme.ts";
import { schemeProblems } from "#domain/schemes/scheme-problems.ts";

export function schemeView(scheme: Scheme) {
  const held = schemeTotal(scheme);
  const declared = exact(scheme.total);
  return {
    total: scheme.total,
    held: formatExact(held),
    difference: formatExact(held.sub(declared).abs()),
    isEven: compare(held, declared) === 0,
    aspects: aspectsOf(scheme).length,
    isCis: isCisScheme(scheme),
    problems: schemeProblems(scheme),
    criteria: scheme.criteria.map((criterion) => ({
      id: criterion.id,
      name: criterion.name,
      max: criterion.max,
      held: formatExact(criterionTotal(criterion)),
      isEven: compare(criterionTotal(criterion), exact(criterion.max)) === 0,
      subcriteria: criterion.subcriteria.map((sub) => ({
        id: sub.id,
        name: sub.name,
        day: sub.day,
        held: formatExact(subcriterionTotal(sub)),
        aspects: [...sub.aspects],
      })),
    })),
  };
}
export type SchemeView = ReturnType<typeof schemeView>;
export type CriterionView = SchemeView["criteria"][number];
export type SubCriterionView = CriterionView["subcriteria"][number];

/** The one place of the tree that is being typed: a new thing under another, or a change of one that stands. */
export type Typing =
  | { readonly what: "criterion"; readonly id: string | null }
  | { readonly what: "subcriterion"; readonly id: string | null; readonly under: string }
  | {
      readonly what: "aspect";
      readonly id: string | null;
      readonly under: string;
      readonly aspect: Aspect | null;
    };

/** Reads `?add=criterion`, `?add=subcriterion&under=A`, `?add=aspect&under=A1`, `?edit=aspect&id=A1.2` and so on. */
export function readTyping(url: string, scheme: Scheme): Typing | null {
  const { searchParams } = new URL(url);
  const what = searchParams.get("edit") ?? searchParams.get("add");
  const id = searchParams.has("edit") ? searchParams.get("id") : null;
  if (searchParams.has("edit") && !id) return null;
  const under = searchParams.get("under") ?? "";
  if (what === "criterion") return id === null || hasCriterion(scheme, id) ? { what, id } : null;
  if (what === "subcriterion") {
    const place = id
      ? findSubCriterion(scheme, id)?.criterion.id
      : hasCriterion(scheme, under)
        ? under
        : undefined;
    return place ? { what, id, under: place } : null;
  }
  if (what !== "aspect") return null;
  const found = id ? findAspect(scheme, id) : undefined;
  const place = id ? found?.subcriterion.id : findSubCriterion(scheme, under)?.subcriterion.id;
  return place ? { what, id, under: place, aspect: found?.aspect ?? null } : null;
}

const hasCriterion = (scheme: Scheme, id: string): boolean =>
  scheme.criteria.some((criterion) => criterion.id === id);

/** The anchor of a place in the tree. */
export const anchorOf = (path: string): string => `at-${path}`;
