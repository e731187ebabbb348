// What holds for every person: adding an award never takes anything away, and the order of entry is no rule.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "#domain/entitlements/decide.ts";
import { evaluate } from "#domain/entitlements/evaluate.ts";
import type { Award } from "#domain/entitlements/person.ts";
import * as lists from "#domain/entitlements/vocabulary.ts";
import { pack } from "./people.ts";

const date = fc.constantFrom(undefined, undefined, "2019-08-27", "2021-11-19", "2024-09-15", "2027-01-01");
const competition = fc.record({
  kind: fc.constant("competition" as const),
  competition: fc.oneof(
    fc.constantFrom("world-skills" as const, "international-abilympics" as const, "national-prc" as const),
    fc.constantFrom(...lists.competitions),
  ),
  grade: fc.constantFrom(...lists.grades),
  state: fc.oneof({ weight: 3, arbitrary: fc.constant("final" as const) }, fc.constantFrom(...lists.states)),
  role: fc.oneof(
    { weight: 3, arbitrary: fc.constant("competitor" as const) },
    fc.constantFrom(...lists.roles),
  ),
  date,
  edition: fc.constantFrom(undefined, "46", "46", "47"),
  skill: fc.constantFrom(undefined, "数控车", "焊接"),
  teamSize: fc.integer({ min: 1, max: 3 }),
  category: fc.constantFrom("official" as const, "official" as const, ...lists.categories),
  identityMatched: fc.constantFrom(true, true, false),
});
const honour = fc.record({
  kind: fc.constant("honour" as const),
  honour: fc.constantFrom(...lists.honours),
  state: fc.constantFrom(...lists.states),
  date,
  identityMatched: fc.boolean(),
});
const award: fc.Arbitrary<Award> = fc.oneof(
  { weight: 3, arbitrary: competition },
  { weight: 1, arbitrary: honour },
);
const awards = fc.array(award, { maxLength: 6 });
const asOf = fc.constantFrom("2021-11-18", "2021-11-19", "2024-06-01", "2026-06-01", "2028-01-01");
const runs = { numRuns: 1000 };

describe("every person", () => {
  test("keeps each grant when an award is added, another entry of one that is there included", () => {
    const again = fc.record({
      place: fc.nat(2),
      state: fc.constantFrom(...lists.states),
      identityMatched: fc.boolean(),
    });
    fc.assert(
      fc.property(awards, award, again, asOf, (list, one, { place, ...change }, day) => {
        const before = evaluate({ awards: list }, day, pack).granted;
        const entered = list[place] ? { ...list[place], ...change } : one;
        for (const added of [one, entered]) {
          const after = evaluate({ awards: [...list, added] }, day, pack).granted;
          expect(after).toEqual(expect.arrayContaining([...before]));
        }
      }),
      runs,
    );
  });

  test("gets the same grants, flags and hash in whatever order the awards are entered", () => {
    const shuffled = awards.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, asOf, ([list, other], day) => {
        const a = evaluate({ awards: list }, day, pack);
        const b = evaluate({ awards: other }, day, pack);
        expect([b.granted, b.flags]).toEqual([a.granted, a.flags]);
        expect(decide({ awards: other }, day, pack)[0]?.inputsHash).toBe(
          decide({ awards: list }, day, pack)[0]?.inputsHash,
        );
      }),
      runs,
    );
  });

  test("gains nothing by entering everything twice", () => {
    fc.assert(
      fc.property(awards, asOf, (list, day) => {
        const once = evaluate({ awards: list }, day, pack);
        const twice = evaluate({ awards: [...list, ...list] }, day, pack);
        expect([twice.granted, twice.flags]).toEqual([once.granted, once.flags]);
      }),
      runs,
    );
  });

  test("has nothing before the document", () => {
    fc.assert(
      fc.property(awards, (list) => {
        const result = evaluate({ awards: list }, "2021-11-18", pack);
        expect([result.granted, result.flags]).toEqual([[], []]);
      }),
    );
  });

  test("has reasons whose first row of a code is its outcome, best first", () => {
    fc.assert(
      fc.property(awards, asOf, (list, day) => {
        const { granted, reasons } = evaluate({ awards: list }, day, pack);
        for (const code of lists.entitlementCodes) {
          const ranks = reasons
            .filter((one) => one.code === code)
            .map(({ outcome }) => lists.outcomes.indexOf(outcome));
          expect(ranks.length).toBeGreaterThan(0);
          expect(ranks).toEqual([...ranks].sort());
          expect(granted.includes(code)).toBe(ranks[0] === 0);
        }
        for (const { because } of reasons) expect(because).not.toMatch(/认定|授予|undefined|KF2021/);
      }),
      runs,
    );
  });
});
