// The criteria of a scheme as the rules form offers them: letters, names, what each holds, and their sub-criteria.
import { exact, formatExact } from "#domain/exact.ts";
import { type HeldCriterion, heldBy } from "#domain/results/made-of.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";

type Named = { readonly id: string; readonly name: string };
export type Outline = readonly (Named & { readonly max: string; readonly subcriteria: readonly Named[] })[];

export const outlineOf = (scheme: Scheme | null): Outline => {
  const held = scheme ? heldBy(scheme) : [];
  return (scheme?.criteria ?? []).map(({ id, name, subcriteria }, at) => ({
    id,
    name,
    max: formatExact(held[at]!.max),
    subcriteria: subcriteria.map((one) => ({ id: one.id, name: one.name })),
  }));
};

export const heldIn = (outline: Outline): HeldCriterion[] =>
  outline.map(({ id, max }) => ({ id, max: exact(max) }));
