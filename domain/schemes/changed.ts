// What a version of a scheme changes: every part that is new, gone or another, in the order of the numbers.
import type { Decimal } from "../exact.ts";
import { canonical } from "../ledger/chain.ts";
import type { Aspect, Scheme } from "./aspect.ts";
import { subcriteriaOf } from "./scheme.ts";
import { readScheme } from "./scheme-form.ts";

/** One part by itself: of a criterion and a sub-criterion only what is said of them, not what stands under them. */
export type Part =
  | { readonly what: "scheme"; readonly max: Decimal }
  | { readonly what: "criterion"; readonly name: string; readonly max: Decimal }
  | { readonly what: "subcriterion"; readonly name: string; readonly day: number }
  | { readonly what: "aspect"; readonly aspect: Aspect }
  | { readonly what: "section"; readonly name: string; readonly marks: Decimal };
/** `id` is the number of the part, "WSOS 3" of a section and "" of the whole scheme; `before` null where it is new, `after` where it is gone. */
export type PartChange = {
  readonly id: string;
  readonly before: Part | null;
  readonly after: Part | null;
};

/** Everything that differs. How a decimal is spelled is no difference, nor where an aspect was read from in a workbook. */
export function changesBetween(before: Scheme, after: Scheme): PartChange[] {
  const [stood, stands] = [partsOf(spelled(before)), partsOf(spelled(after))];
  return [...new Set([...stood.keys(), ...stands.keys()])]
    .sort(byNumber)
    .map((id) => ({ id, before: stood.get(id) ?? null, after: stands.get(id) ?? null }))
    .filter((one) => canonical(one.before) !== canonical(one.after));
}

/** Decimals as a form spells them: "0.5" is "0.50". */
function spelled(scheme: Scheme): Scheme {
  const read = readScheme(scheme);
  return read.ok ? read.value : scheme;
}

function partsOf(scheme: Scheme): ReadonlyMap<string, Part> {
  return new Map<string, Part>([
    ["", { what: "scheme", max: scheme.total }],
    ...scheme.criteria.map(({ id, name, max }): [string, Part] => [id, { what: "criterion", name, max }]),
    ...subcriteriaOf(scheme).flatMap(({ subcriterion: { id, name, day, aspects } }): [string, Part][] => [
      [id, { what: "subcriterion", name, day }],
      ...aspects.map(({ row: _, ...aspect }): [string, Part] => [aspect.id, { what: "aspect", aspect }]),
    ]),
    ...(scheme.sections ?? []).map(({ id, name, marks }): [string, Part] => [
      `WSOS ${id}`,
      { what: "section", name, marks },
    ]),
  ]);
}

/** "A1.2" before "A1.10" and after "A1"; sections come last. */
const byNumber = (a: string, b: string): number =>
  Number(a.startsWith("WSOS")) - Number(b.startsWith("WSOS")) || numbers.compare(a, b);

const numbers = new Intl.Collator("en", { numeric: true });
