// Numbers of a scheme: letters and figures are places, handed out anew when something moves, and told to whoever named the old ones.
import type { Criterion, Scheme, SubCriterion } from "./aspect.ts";
import { aspectIdAt, aspectsOf } from "./scheme.ts";

export type Numbered = {
  readonly scheme: Scheme;
  /** Old id → new id of every criterion, sub-criterion and aspect whose place is another now. */
  readonly renamed: ReadonlyMap<string, string>;
};

/**
 * Hands the letters and figures that stand out again in the order of the tree; aspects are counted from 1. Ids that are no
 * letters or figures (a scheme from a file) stay as they are. Only while no mark refers to the ids.
 */
export function numbered(edited: Scheme): Numbered {
  const renamed = new Map<string, string>();
  const rename = <T extends { readonly id: string }>(one: T, id: string): T => {
    if (one.id !== id) renamed.set(one.id, id);
    return one.id === id ? one : { ...one, id };
  };
  const letters = lettersOf(edited.criteria);
  const criteria = edited.criteria.map((criterion, at): Criterion => {
    const letter = letters[at]!;
    const ids = subIds(criterion, letter);
    const subcriteria = criterion.subcriteria.map((sub, place): SubCriterion => {
      const id = ids[place]!;
      const aspects = sub.aspects.map((aspect, index) => rename(aspect, aspectIdAt(id, index)));
      return { ...rename(sub, id), aspects };
    });
    return { ...rename(criterion, letter), subcriteria };
  });
  renamed.delete(newId);
  return { scheme: { ...edited, criteria }, renamed };
}

/** What an aspect that was just added is called before it is numbered. */
export const newId = "new";

/**
 * Numbers only what is new, each after every id of its sub-criterion that ever stood (`taken`): marks refer to the others,
 * and a number once given never names another aspect.
 */
export function numberNew(edited: Scheme, taken: ReadonlySet<string>): Scheme {
  const used = new Set([...taken, ...aspectsOf(edited).map(({ id }) => id)]);
  return {
    ...edited,
    criteria: edited.criteria.map((criterion) => ({
      ...criterion,
      subcriteria: criterion.subcriteria.map((sub) => ({
        ...sub,
        aspects: sub.aspects.map((aspect) =>
          aspect.id === newId ? { ...aspect, id: nextAspectId(sub.id, used) } : aspect,
        ),
      })),
    })),
  };
}

function nextAspectId(subcriterionId: string, used: ReadonlySet<string>): string {
  const numbers = [...used]
    .filter((id) => id.startsWith(`${subcriterionId}.`))
    .map((id) => Number(id.slice(subcriterionId.length + 1)));
  return aspectIdAt(subcriterionId, Math.max(0, ...numbers));
}

function lettersOf(criteria: readonly Criterion[]): string[] {
  const ids = criteria.map(({ id }) => id);
  return ids.every((id) => /^[A-Z]$/.test(id)) ? [...ids].sort() : ids;
}

/** The figures of the criterion's own sub-criteria, and for those that came from another the next ones, in order. */
function subIds({ id, subcriteria }: Criterion, letter: string): string[] {
  const own = subcriteria.map((sub) =>
    sub.id.startsWith(id) && /^[1-9]\d*$/.test(sub.id.slice(id.length)) ? Number(sub.id.slice(id.length)) : 0,
  );
  const foreign = /^[A-Z][1-9]\d*$/;
  if (!subcriteria.every((sub, at) => own[at]! > 0 || foreign.test(sub.id)))
    return subcriteria.map((sub) => sub.id);
  let next = Math.max(0, ...own);
  const figures = own.map((figure) => (figure > 0 ? figure : ++next)).sort((a, b) => a - b);
  return figures.map((figure) => `${letter}${figure}`);
}
