// Whole competitions at random, of every kind of aspect: what the laws of scoring are tried on.
import fc from "fast-check";
import type { AwardPolicy, Policy } from "#domain/competitions/award-policy.ts";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { exact, formatExact } from "#domain/exact.ts";
import { byContestant, type Cell } from "#domain/marking/mark.ts";
import type { Contestant } from "#domain/results/standings.ts";
import type { Penalty } from "#domain/results/totals.ts";
import type { Aspect, Criterion, Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf, criterionTotal, numberAspects, schemeTotal } from "#domain/schemes/scheme.ts";

const hundredths = (count: number): string => formatExact(exact(count).div(100));
const head = { id: "?", description: "评分点" };
const cents = fc.integer({ min: 1, max: 3000 }).map(hundredths);
const step = fc.constantFrom("0.01", "0.25", "0.5");
const inSteps = (of: string, least = 1, most = 40) =>
  fc.integer({ min: least, max: most }).map((count) => formatExact(exact(of).mul(exact(count))));

const anyMeasuring: fc.Arbitrary<Aspect> = fc.oneof(
  cents.map((max): Aspect => ({ ...head, kind: "measurement", max })),
  cents.map(
    (max): Aspect => ({
      ...head,
      kind: "measurement",
      max,
      how: {
        by: "bands",
        nominal: "40",
        bands: [
          { within: "0.02", mark: max },
          { within: "0.1", mark: "0.01" },
        ],
      },
    }),
  ),
  fc
    .tuple(cents, fc.integer({ min: 1, max: 9 }))
    .map(([max, of]): Aspect => ({ ...head, kind: "measurement", max, how: { by: "share", of } })),
  cents.map(
    (max): Aspect => ({ ...head, kind: "measurement", max, how: { by: "list", marks: [max, "0.01"] } }),
  ),
);
const marked: fc.Arbitrary<Aspect> = fc.oneof(
  anyMeasuring,
  step.chain((by) => inSteps(by).map((max): Aspect => ({ ...head, kind: "value", max, step: by }))),
  cents.map((max): Aspect => ({ ...head, kind: "judgement", max, levels: ["零", "一", "二", "三"] })),
  fc.tuple(cents, cents).map(([max, perFault]): Aspect => ({ ...head, kind: "deduction", max, perFault })),
  fc
    .tuple(cents, inSteps("0.25"))
    .map(([max, scale]): Aspect => ({ ...head, kind: "trimmed", max, step: "0.25", scale })),
);
const beside: fc.Arbitrary<Aspect> = fc.oneof(
  fc
    .option(cents, { nil: undefined })
    .map((cap): Aspect => ({ ...head, kind: "veto", max: "0", ...(cap && { cap }) })),
  fc.record({ most: cents, counting: fc.constantFrom("started" as const, "complete" as const) }).map(
    ({ most, counting }): Aspect => ({
      ...head,
      kind: "time",
      max: "0",
      limit: "150",
      counting,
      late: { every: "10", marks: "1", most },
      voidAfter: "60",
    }),
  ),
);

/** Any scheme of up to three criteria whose maxima are what its aspects hold. Without bonuses. */
export const anyScoring: fc.Arbitrary<Scheme> = fc
  .array(
    fc.tuple(
      fc.array(fc.array(marked, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
      fc.option(beside, { freq: 3 }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((shape) => {
    const criteria = shape.map(([subs, extra], at): Criterion => {
      const id = "ABC"[at]!;
      const all = extra ? [...subs.slice(0, -1), [...subs.at(-1)!, extra]] : subs;
      const subcriteria = all.map((aspects, place) => ({
        id: `${id}${place + 1}`,
        name: "子项",
        day: 1,
        aspects,
      }));
      const criterion = { id, name: `标准 ${id}`, max: "0", subcriteria };
      return { ...criterion, max: formatExact(criterionTotal(criterion)) };
    });
    const scheme = numberAspects({ total: "0", criteria });
    return { ...scheme, total: formatExact(schemeTotal(scheme)) };
  });

/** Entries that settle an aspect; by seat where it is marked by seat. */
function settledEntry(aspect: Aspect, seats: number): fc.Arbitrary<readonly string[]> {
  const one = (entry: fc.Arbitrary<string>) => entry.map((value) => [value]);
  switch (aspect.kind) {
    case "value":
      return one(steps(aspect.max, aspect.step));
    case "deduction":
      return one(fc.integer({ min: 0, max: 6 }).map(String));
    case "veto":
      return one(fc.constantFrom("0", "0", "0", "1"));
    case "time":
      return one(fc.integer({ min: 100, max: 260 }).map(String));
    case "judgement":
      return fc
        .tuple(
          fc.integer({ min: 0, max: 2 }),
          fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 3, maxLength: 3 }),
        )
        .map(([low, up]) => up.map((more) => String(low + more)));
    case "trimmed":
      return fc.array(steps(aspect.scale ?? aspect.max, aspect.step), { minLength: seats, maxLength: seats });
    case "measurement":
      if (!aspect.how) return one(fc.constantFrom("0", aspect.max));
      if (aspect.how.by === "bands") return one(fc.constantFrom("40", "39.98", "40.1", "41", "-1"));
      if (aspect.how.by === "share") return one(fc.integer({ min: 0, max: aspect.how.of }).map(String));
      return one(fc.constantFrom("0", ...aspect.how.marks));
  }
}

const steps = (max: string, by: string): fc.Arbitrary<string> => {
  const count = Number(exact(max).div(exact(by)).floor().toString());
  return inSteps(by, 0, count);
};

export const trimSeats = 5;

/** Complete marks of one contestant. */
export const settledCells = (scheme: Scheme, contestantId: string): fc.Arbitrary<Cell[]> =>
  fc.tuple(...aspectsOf(scheme).map((aspect) => settledEntry(aspect, trimSeats))).map((entries) =>
    aspectsOf(scheme).flatMap((aspect, at) =>
      entries[at]!.map(
        (value, seat, all): Cell => ({
          contestantId,
          aspectId: aspect.id,
          seat: all.length > 1 ? seat + 1 : 0,
          round: 1,
          version: 1,
          value,
        }),
      ),
    ),
  );

const anyPenalty = (scheme: Scheme): fc.Arbitrary<Penalty> =>
  fc.oneof(
    fc.constantFrom(...aspectsOf(scheme)).map(({ id }): Penalty => ({ level: "aspect", target: id })),
    fc.constantFrom(...scheme.criteria).map(({ id }): Penalty => ({ level: "module", target: id })),
    cents.map((amount): Penalty => ({ level: "practical", amount })),
    cents.map((amount): Penalty => ({ level: "total", amount })),
  );

/** Rules that gather the criteria in one of the ways there are, with any rounding. */
export const anyScoringRules = (scheme: Scheme): fc.Arbitrary<SkillRules> => {
  const letters = scheme.criteria.map(({ id }) => id);
  const [first, ...rest] = letters;
  const components =
    rest.length > 0
      ? [
          { id: "theory", name: "理论", weight: "0.3", criteria: [first!] },
          { id: "practical", name: "实操", weight: "0.7", criteria: rest },
        ]
      : [{ id: "practical", name: "实操", weight: "1", criteria: letters }];
  return fc
    .record({
      components: fc.option(fc.constant(components), { nil: undefined }),
      rounding: fc.option(
        fc.constantFrom({ mean: 2 }, { component: 2 }, { total: 2 }, { aspect: 2, total: 1 }),
        { nil: undefined },
      ),
      tieChain: fc.constantFrom<string[]>([], ["criterion:A"], ["time", "module:A"]),
      awards: anyAwardPolicy,
    })
    .map(({ components: parts, rounding, ...rules }) => ({
      ...offeredRules,
      ...rules,
      ...(parts && { components: parts }),
      ...(rounding && { rounding }),
      trimmed: { seats: trimSeats, minJudges: 5 },
    }));
};

const anyPolicy: fc.Arbitrary<Policy> = fc.oneof(
  fc
    .constantFrom("none" as const, "1/2" as const, "2/3" as const)
    .map((excellence): Policy => ({ kind: "places", excellence })),
  fc.constantFrom("0", "2").map(
    (tolerance): Policy => ({
      kind: "near-tie",
      basis: "total",
      tolerance,
      bronzeAfterTiedSilver: true,
      excellence: { scaleAtLeast: 700 },
    }),
  ),
  fc
    .tuple(fc.nat(3), fc.nat(3), fc.nat(3))
    .map((counts): Policy => ({ kind: "counts", counts, excellence: "1/2" })),
  fc
    .constantFrom("half-up" as const, "floor" as const, "cumulative" as const)
    .map(
      (rounding): Policy => ({ kind: "shares", shares: ["0.10", "0.20", "0.30"], rounding, of: "competed" }),
    ),
  fc.constant<Policy>({ kind: "bands", atLeast: ["30", "20", null, "10"] }),
);
export const anyAwardPolicy: fc.Arbitrary<AwardPolicy> = anyPolicy.map((policy) => ({
  policy,
  perGroup: false,
}));

export type Contest = {
  readonly scheme: Scheme;
  readonly rules: SkillRules;
  readonly contestants: readonly Contestant[];
  readonly cells: readonly Cell[];
  readonly penalties: ReadonlyMap<string, readonly Penalty[]>;
};
export const groupCells = ({ cells }: Pick<Contest, "cells">) => byContestant(cells);

/** A whole skill: up to six contestants, nearly all complete, some penalized, some absent. */
export const anyContest: fc.Arbitrary<Contest> = anyScoring.chain((scheme) => {
  const one = (at: number) =>
    fc.record({
      status: fc.constantFrom(
        "present",
        "present",
        "present",
        "present",
        "absent",
        "disqualified",
      ) as fc.Arbitrary<Contestant["status"]>,
      cells: settledCells(scheme, `c${at}`),
      drop: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat() }),
      penalties: fc.array(anyPenalty(scheme), { maxLength: 1 }),
    });
  return fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.tuple(anyScoringRules(scheme), ...Array.from({ length: count }, (_, at) => one(at))).map(
      ([rules, ...people]): Contest => ({
        scheme,
        rules,
        contestants: people.map(({ status }, at) => ({ id: `c${at}`, code: `R-0${at + 1}`, status })),
        cells: people.flatMap(({ cells, drop }) =>
          drop === null ? cells : cells.filter((_, at) => at !== drop % cells.length),
        ),
        penalties: new Map(people.map(({ penalties }, at) => [`c${at}`, penalties])),
      }),
    ),
  );
});
