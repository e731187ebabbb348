// Domain 5, top-3 medals + 优胜奖: ranks 1, 2, 3, and a share of those ranked rounded down; ties share the grade.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AwardGrade } from "#domain/awards/grades.ts";
import { excellenceCut, planAwards } from "#domain/awards/policy.ts";
import { exact } from "#domain/exact.ts";
import { rank } from "#domain/results/ranking.ts";
import type { Standing } from "#domain/results/standings.ts";

const rows = (ranks: readonly (number | null)[]): Standing[] =>
  ranks.map((place, at) => ({
    contestantId: `contestant-${at + 1}`,
    code: `R-${String(at + 1).padStart(2, "0")}`,
    status: place === null ? "absent" : "ranked",
    rank: place,
    total: place === null ? null : "1.00",
    agreed: 1,
    of: 1,
  }));
type Share = "none" | "1/2" | "2/3";
const award = (table: readonly Standing[], excellence: Share) =>
  planAwards(table, { awards: { policy: { kind: "places", excellence }, perGroup: false } }).awarded;
const medal: Partial<Record<AwardGrade, string>> = {
  gold: "金",
  silver: "银",
  bronze: "铜",
  excellence: "优",
};
const grades = (ranks: readonly (number | null)[], share: Share) =>
  award(rows(ranks), share)
    .map(({ grade }) => medal[grade])
    .join("");

describe("五、奖牌与优胜奖", () => {
  test.each([
    [[1, 2, 3, 4, 5, 6, 7, 8], "none", "金银铜"],
    [[1, 2, 3, 4, 5, 6, 7, 8], "1/2", "金银铜优"],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], "1/2", "金银铜优"],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], "2/3", "金银铜优优优"],
    [[1, 2, 2, 4], "none", "金银银"],
    [[1, 1, 3, 4], "none", "金金铜"],
    [[1, 1, 1, 4], "none", "金金金"],
    [[1, 2, 3, 3, 5, 6], "1/2", "金银铜铜"],
    [[1, 2, 3, 4, 4, 6, 7, 8], "1/2", "金银铜优优"],
    [[1, 2], "1/2", "金银"],
    [[1, 2, 3, 4, null, null, null, null], "1/2", "金银铜"],
    [[null], "2/3", ""],
    [[], "1/2", ""],
  ] as const)("名次 %j、优胜奖 %s：%s", (ranks, share, expected) => {
    expect(grades(ranks, share)).toBe(expected);
  });

  test.each([
    [12, "1/2", 6],
    [11, "1/2", 5],
    [12, "2/3", 8],
    [11, "2/3", 7],
    [0, "2/3", 0],
    [12, "none", 0],
  ] as const)("%i 人有名次，份额 %s：至第 %i 名", (ranked, share, cut) => {
    expect(excellenceCut(ranked, share)).toBe(cut);
  });

  test("无名次者不获奖；同名次同奖；名次在前的奖不低", () => {
    const totals = fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 20 });
    fc.assert(
      fc.property(totals, fc.constantFrom("none" as const, "1/2" as const, "2/3" as const), (list, share) => {
        const placed = rank<object>(
          list.map((total) => ({
            status: "present" as const,
            total: total === null ? null : exact(total),
            ties: [],
          })),
        );
        const table = rows(placed.map((one) => one.rank));
        const given = new Map(award(table, share).map((one) => [one.contestantId, one]));
        const order = table.map((one) =>
          ["gold", "silver", "bronze", "excellence", undefined].indexOf(given.get(one.contestantId)?.grade),
        );
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const one of table) if (one.rank === null) expect(given.has(one.contestantId)).toBe(false);
        for (const { rank: place, grade } of given.values()) {
          expect(
            [...given.values()]
              .filter((other) => other.rank === place)
              .every((other) => other.grade === grade),
          ).toBe(true);
        }
      }),
    );
  });
});
