// What a trade of the demonstration is, and the short hand in which its marking scheme is written.
import { exact, formatExact, sum } from "#domain/exact.ts";
import type { Aspect, Criterion, Scheme } from "#domain/schemes/aspect.ts";
import { numberAspects } from "#domain/schemes/scheme.ts";

export type Trade = {
  readonly name: string;
  readonly occupation: string | null;
  readonly category: "world-skills" | "national" | "local";
  readonly venue: string;
  readonly scheme: Scheme;
  /** How far the demonstration takes it. */
  readonly until: "registration" | "drawn" | "scoring" | "complete" | "decoded" | "notice" | "published";
  readonly open?: boolean;
  /** How a second person looks at each sheet: "blind" keys it again without seeing the first entry. */
  readonly confirm?: "second" | "blind";
  readonly daySignatures?: boolean;
};

export const m = (description: string, max: string, requirement?: string): Aspect => ({
  id: "",
  kind: "measurement",
  description,
  requirement,
  max,
});
export const v = (description: string, max: string, step = "0.5", requirement?: string): Aspect => ({
  id: "",
  kind: "value",
  description,
  requirement,
  max,
  step,
});
export const j = (
  description: string,
  max: string,
  levels: readonly [string, string, string, string] = usual,
): Aspect => ({
  id: "",
  kind: "judgement",
  description,
  max,
  levels,
});
const usual = [
  "未达到行业基本要求",
  "达到行业基本要求",
  "达到并在部分方面优于行业要求",
  "明显优于行业要求",
] as const;

type Sub = readonly [name: string, day: number, ...aspects: Aspect[]];

/** A scheme from criteria "name: sub-criteria"; maxima are the sums of their aspects. */
export function scheme(...criteria: readonly (readonly [name: string, ...subs: Sub[]])[]): Scheme {
  const built = criteria.map(([name, ...subs], place): Criterion => {
    const id = String.fromCharCode(65 + place);
    const aspects = subs.flatMap(([, , ...own]) => own);
    return {
      id,
      name,
      max: formatExact(sum(aspects.map((aspect) => exact(aspect.max)))),
      subcriteria: subs.map(([subName, day, ...own], at) => ({
        id: `${id}${at + 1}`,
        name: subName,
        day,
        aspects: own,
      })),
    };
  });
  return numberAspects({ total: "100.00", criteria: built });
}
