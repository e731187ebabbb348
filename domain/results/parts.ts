// The marks of one contestant gathered by part: by criterion (mark summary) or by section of the occupational standards (WSOS).
import { type Exact, exact, sum } from "../exact.ts";
import type { Aspect, Scheme } from "../schemes/aspect.ts";
import { aspectsOf } from "../schemes/scheme.ts";
import type { Tally } from "./totals.ts";

/** `name` is empty where only an id is known; the id is empty for aspects that name no section. */
export type Part = {
  readonly id: string;
  readonly name: string;
  /** What its aspects hold together, exactly. */
  readonly max: Exact;
  readonly aspects: readonly string[];
};

/** The criteria, in the order of the scheme. */
export const criterionParts = (scheme: Scheme): Part[] =>
  scheme.criteria.map(({ id, name, subcriteria }) =>
    partOf(
      id,
      name,
      subcriteria.flatMap(({ aspects }) => aspects),
    ),
  );

/** The declared sections that aspects name, then those that only aspects name, last the aspects that name none. */
export function sectionParts(scheme: Scheme): Part[] {
  const aspects = aspectsOf(scheme);
  const declared = scheme.sections ?? [];
  const sectionOf = (aspect: Aspect): string => aspect.wsos ?? "";
  const named = new Set(aspects.map(sectionOf));
  const ids = new Set([...declared.map(({ id }) => id), ...[...named].filter(Boolean), ""]);
  return [...ids]
    .filter((id) => named.has(id))
    .map((id) =>
      partOf(
        id,
        declared.find((section) => section.id === id)?.name ?? "",
        aspects.filter((aspect) => sectionOf(aspect) === id),
      ),
    );
}

const partOf = (id: string, name: string, aspects: readonly Aspect[]): Part => ({
  id,
  name,
  max: sum(aspects.map(({ max }) => exact(max))),
  aspects: aspects.map((aspect) => aspect.id),
});

/** The exact marks of each part after aspect penalties; null while one of its aspects is not agreed, for unset is not zero. */
export const marksOfParts = (parts: readonly Part[], sums: Pick<Tally, "ofAspect">): (Exact | null)[] =>
  parts.map(({ aspects }) => {
    const marks = aspects.map(sums.ofAspect);
    return marks.every((mark) => mark !== null) ? sum(marks) : null;
  });
