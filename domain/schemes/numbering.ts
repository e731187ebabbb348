// Numbers of a scheme: letters and figures are places, handed out anew when something moves, and told to whoever named the old ones.
import type { Criterion, Scheme, SubCriterion } from "./aspect.ts";
import { aspectIdAt } from "./scheme.ts";

export type Numbered = {
  readonly scheme: Scheme;
  /** Old id → new id of every criterion, sub-criterion and aspect whose place is another now. */
  readonly renamed: ReadonlyMap<string, string>;
};

/** Every id of a scheme: criteria, sub-criteria, aspects. */
export const idsOf = ({ criteria }: Scheme): string[] =>
  criteria.flatMap(({ id, subcriteria }) => [
    id,
    ...subcriteria.flatMap((sub) => [sub.id, ...sub.aspects.map((aspect) => aspect.id)]),
  ]);

/** The ids that stood and stand no more. */
export function goneFrom(before: Scheme, after: Scheme): string[] {
  const stands = new Set(idsOf(after));
  return idsOf(before).filter((id) => !stands.has(id));
}

/**
 * Hands the letters and figures that stand out again in the order of the tree; aspects are counted from 1. Ids that are no
 * letters or figures (a scheme from a file) stay as they are. Only before a scheme was first locked.
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
 * Numbers only what `before` does not hold, each after everything that ever stood in its place (`taken`): records refer to the
 * others, and a number once given never names another part.
 */
export function numberNew(edited: Scheme, before: Scheme, taken: ReadonlySet<string>): Scheme {
  const stood = new Set(idsOf(before));
  const used = new Set([...taken, ...idsOf(before)]);
  const give = (id: string): string => {
    used.add(id);
    return id;
  };
  const numberSub = (sub: SubCriterion, letter: string): SubCriterion => {
    const id = stood.has(sub.id) ? sub.id : give(`${letter}${highest(used, letter) + 1}`);
    const aspects = sub.aspects.map((aspect) =>
      stood.has(aspect.id) ? aspect : { ...aspect, id: give(aspectIdAt(id, highest(used, `${id}.`))) },
    );
    return { ...sub, id, aspects };
  };
  const criteria = edited.criteria.map((criterion): Criterion => {
    const id = stood.has(criterion.id) ? criterion.id : give(freeLetter(used) ?? criterion.id);
    return { ...criterion, id, subcriteria: criterion.subcriteria.map((sub) => numberSub(sub, id)) };
  });
  return { ...edited, criteria };
}

/** The highest figure that follows `prefix` in any of the ids; 0 where none does. */
export const highest = (ids: ReadonlySet<string>, prefix: string): number =>
  Math.max(
    0,
    ...[...ids]
      .filter((id) => id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length)))
      .map((id) => Number(id.slice(prefix.length))),
  );

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** The letter after the last one used, past Z the first that is free; undefined when all are. */
export const freeLetter = (used: ReadonlySet<string>): string | undefined => {
  const last = Math.max(-1, ...letters.map((letter, at) => (used.has(letter) ? at : -1)));
  return letters[last + 1] ?? letters.find((letter) => !used.has(letter));
};

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
