// Whom a change to marks or scheme moves: total, rank and award before and after.
import { describe, expect, test } from "vitest";
import { movedBetween } from "#domain/awards/moved.ts";
import type { AwardPolicy } from "#domain/competitions/award-policy.ts";
import type { Standing } from "#domain/results/standings.ts";
import { rules } from "../skills.ts";

const row = (code: string, rank: number | null, total: string | null): Standing => ({
  contestantId: `c-${code}`,
  code,
  status: rank === null ? "incomplete" : "ranked",
  rank,
  total,
  agreed: rank === null ? 1 : 2,
  of: 2,
});
const awards: AwardPolicy = {
  policy: {
    kind: "near-tie",
    basis: "total",
    tolerance: "2",
    bronzeAfterTiedSilver: true,
    excellence: "none",
  },
  perGroup: false,
};
const by = { ...rules, awards };
const before = [row("R-01", 1, "90.00"), row("R-02", 2, "85.00"), row("R-03", 3, "80.00")];

describe("变动", () => {
  test("没有变化就没有人变动", () => {
    expect(movedBetween({ before, after: structuredClone(before) }, by)).toEqual([]);
  });

  test("总分、名次、奖项前后都写明，按新的名次排列", () => {
    const after = [row("R-02", 1, "91.00"), row("R-01", 2, "88.00"), row("R-03", 3, "80.00")];
    expect(movedBetween({ before, after }, by)).toMatchObject([
      { code: "R-02", before: { rank: 2 }, after: { rank: 1 }, grades: { before: "silver", after: "gold" } },
      { code: "R-01", before: { rank: 1 }, after: { rank: 2 }, grades: { before: "gold", after: "silver" } },
    ]);
  });

  test("总分名次未变而奖项变了的人也列出", () => {
    const after = [row("R-01", 1, "86.00"), row("R-02", 2, "85.00"), row("R-03", 3, "80.00")];
    expect(movedBetween({ before, after }, by)).toMatchObject([
      { code: "R-01", grades: { before: "gold", after: "gold" } },
      { code: "R-02", before: { total: "85.00" }, after: { total: "85.00" }, grades: { after: "gold" } },
    ]);
  });

  test.each([
    ["有人未评完", by, [row("R-01", 1, "95.00"), row("R-02", 2, "85.00"), row("R-03", null, null)]],
    [
      "按组评奖，评审号不表明组别",
      { ...rules, awards: { ...awards, perGroup: true } },
      [row("R-01", 1, "95.00"), row("R-02", 2, "85.00"), row("R-03", 3, "80.00")],
    ],
  ])("不试算奖项：%s", (_, asked, after) => {
    const moved = movedBetween({ before, after }, asked);
    expect(moved[0]).toMatchObject({ code: "R-01", grades: null });
    expect(moved.every(({ grades }) => grades === null)).toBe(true);
  });
});
