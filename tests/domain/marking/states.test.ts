// The states of a whole sheet are kept by what was entered: whoever entered it and in whatever order, they are those of each
// aspect worked out by itself.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "#domain/marking/mark.ts";
import { missingCell } from "#domain/marking/mark.ts";
import { aspectState, statesByAspect } from "#domain/marking/states.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { judgement } from "../schemes/examples.ts";
import { anyContest, type Contest } from "../scoring-arbitraries.ts";
import { cell, rules } from "../skills.ts";

/** Some cells dropped, some in a second round, some reopened, some missing; in any order. */
const anyCells = ({ cells }: Contest): fc.Arbitrary<Cell[]> =>
  fc
    .array(fc.constantFrom("keep", "keep", "keep", "drop", "again", "reopen", "miss"), {
      minLength: cells.length,
      maxLength: cells.length,
    })
    .map((fates) =>
      cells
        .filter((one) => one.contestantId === "c0")
        .flatMap((one, at): Cell[] => {
          if (fates[at] === "drop") return [];
          if (one.seat === 0) return [one];
          if (fates[at] === "again") return [one, { ...one, round: 2 }];
          if (fates[at] === "reopen") return [{ ...one, reopened: true }];
          if (fates[at] === "miss") return [one, missingCell(one.contestantId, one.aspectId, one.seat)];
          return [one];
        }),
    )
    .chain((kept) => fc.shuffledSubarray(kept, { minLength: kept.length }));

describe("一份评分表各评分点的状态", () => {
  test("合在一起算与逐点单独算相同", () => {
    const cases = anyContest.chain((contest) => fc.tuple(fc.constant(contest), anyCells(contest)));
    fc.assert(
      fc.property(cases, ([{ scheme, rules: scoring }, cells]) => {
        const states = statesByAspect(cells, scheme, scoring);
        for (const aspect of aspectsOf(scheme)) {
          expect(states.get(aspect.id)).toEqual(aspectState(structuredClone(aspect), cells, scoring));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("打 0 档的席位已到，没打的席位未到：未评从不是零", () => {
    const aspect = judgement("A1.1", "3.00");
    const scheme = {
      total: "3.00",
      criteria: [
        {
          id: "A",
          name: "A",
          max: "3.00",
          subcriteria: [{ id: "A1", name: "A1", day: 1, aspects: [aspect] }],
        },
      ],
    };
    const of = (...levels: (string | null)[]) =>
      statesByAspect(
        levels.flatMap((value, at) => (value === null ? [] : [cell("甲", "A1.1", value, { seat: at + 1 })])),
        scheme,
        rules,
      ).get("A1.1")!;
    expect(of("0", "0", "0")).toMatchObject({ state: "agreed", given: 3, mark: "0.00" });
    expect(of("0", "0", null)).toMatchObject({ state: "pending", given: 2, worth: null });
    expect(of(null, "0", "0")).toMatchObject({ state: "pending", given: 2, worth: null });
    expect(of(null, null, null)).toMatchObject({ state: "unset", given: 0, worth: null });
    expect(of("1", "0", "0")).toMatchObject({ state: "agreed", levels: [1, 0, 0] });
    expect(of("0", "0", "1")).toMatchObject({ state: "agreed", levels: [0, 0, 1] });
  });
});
