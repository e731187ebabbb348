// Skills in miniature: schemes, contestants and cells that the tests of marking, results, awards and live share.
import fc from "fast-check";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { exact, formatExact } from "#domain/exact.ts";
import type { Cell } from "#domain/marking/mark.ts";
import type { Contestant } from "#domain/results/standings.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf, numberAspects, schemeTotal } from "#domain/schemes/scheme.ts";
import { judgement, measurement, value } from "./schemes/examples.ts";

export const rules: SkillRules = offeredRules;

/** What an aspect was given: the panel's one value, the levels of the seats 1, 2, 3…, or nothing. */
export type Given = string | readonly number[] | null;
export type Marks = Readonly<Record<string, Given>>;

export const cell = (
  contestantId: string,
  aspectId: string,
  worth: string | null,
  place: Partial<Cell> = {},
): Cell => ({
  contestantId,
  aspectId,
  seat: 0,
  round: 1,
  version: 1,
  value: worth,
  ...place,
});

/** The cells of one round of levels by the seats 1, 2, 3…; null is a seat that gave nothing. */
export const levelCells = (
  contestantId: string,
  aspectId: string,
  levels: readonly (number | null)[],
  round = 1,
): Cell[] =>
  levels.flatMap((level, place) =>
    level === null ? [] : [cell(contestantId, aspectId, String(level), { seat: place + 1, round })],
  );

/** All cells of one contestant's marks. */
export const cellsOf = (contestantId: string, marks: Marks): Cell[] =>
  Object.entries(marks).flatMap(([aspectId, given]) => {
    if (given === null) return [];
    return typeof given === "string"
      ? [cell(contestantId, aspectId, given)]
      : levelCells(contestantId, aspectId, given);
  });

export const contestant = (place: number, status: Contestant["status"] = "present"): Contestant => ({
  id: `contestant-${place}`,
  code: `R-${String(place).padStart(2, "0")}`,
  status,
});

const hundredths = (count: number): string => formatExact(exact(count).div(100));
const thousandths = (count: number): string => formatExact(exact(count).div(1000));

const anyAspect: fc.Arbitrary<Aspect> = fc.oneof(
  fc.integer({ min: 1, max: 2000 }).map((max) => measurement("?", hundredths(max))),
  fc.integer({ min: 1, max: 20_000 }).map((max) => judgement("?", thousandths(max))),
  fc
    .tuple(fc.constantFrom(5, 10, 15, 25, 50), fc.integer({ min: 1, max: 40 }))
    .map(([step, steps]) => value("?", hundredths(step * steps), hundredths(step))),
);
const upTo = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.array(one, { minLength: 1, maxLength });

/** Any scheme of up to 3 criteria × 2 sub-criteria × 3 aspects, its total declared as it is. */
export const anyScheme: fc.Arbitrary<Scheme> = upTo(upTo(upTo(anyAspect, 3), 2), 3).map((shape) => {
  const criteria = shape.map((subs, at) => {
    const id = "ABC"[at]!;
    const subcriteria = subs.map((aspects, place) => ({
      id: `${id}${place + 1}`,
      name: "子项",
      day: 1,
      aspects,
    }));
    return { id, name: `标准 ${id}`, max: "0", subcriteria };
  });
  const scheme = numberAspects({ total: "0", criteria });
  return { ...scheme, total: formatExact(schemeTotal(scheme)) };
});

/** Any mark that settles an aspect: levels within a spread of 1, a whole number of steps, full or nothing. */
export function settled(aspect: Aspect): fc.Arbitrary<Given> {
  if (aspect.kind === "measurement") return fc.constantFrom("0", aspect.max);
  if (aspect.kind === "judgement") {
    const seat = fc.integer({ min: 0, max: 1 });
    return fc
      .tuple(fc.integer({ min: 0, max: 2 }), seat, seat, seat)
      .map(([low, ...up]) => up.map((more) => low + more));
  }
  if (aspect.kind !== "value") throw new Error(`no such aspect here: ${aspect.kind}`);
  const { step } = aspect;
  const steps = Number(exact(aspect.max).div(exact(step)).n);
  return fc.integer({ min: 0, max: steps }).map((count) => formatExact(exact(step).mul(exact(count))));
}

/** Any complete set of marks for a scheme. */
export const completeMarks = (scheme: Scheme): fc.Arbitrary<Marks> =>
  fc.record(Object.fromEntries(aspectsOf(scheme).map((aspect) => [aspect.id, settled(aspect)])));

/** Any set of marks, some of them not given yet. */
export const partialMarks = (scheme: Scheme): fc.Arbitrary<Marks> =>
  fc.record(
    Object.fromEntries(
      aspectsOf(scheme).map((aspect) => [
        aspect.id,
        fc.oneof({ weight: 9, arbitrary: settled(aspect) }, fc.constant(null)),
      ]),
    ),
  );

const anyStatus = fc.oneof(
  { weight: 6, arbitrary: fc.constant("present" as const) },
  fc.constantFrom("absent" as const, "withdrawn" as const, "disqualified" as const),
);
export type Field = {
  readonly scheme: Scheme;
  readonly contestants: readonly Contestant[];
  readonly marks: readonly Marks[];
};

/** Any scheme with up to eight contestants and what they were given so far. */
export const anyField: fc.Arbitrary<Field> = anyScheme.chain((scheme) =>
  upTo(fc.tuple(anyStatus, partialMarks(scheme)), 8).map((rows) => ({
    scheme,
    contestants: rows.map(([status], place) => contestant(place + 1, status)),
    marks: rows.map(([, marks]) => marks),
  })),
);
export const fieldCells = (field: Field): Cell[] =>
  field.contestants.flatMap((one, place) => cellsOf(one.id, field.marks[place]!));
