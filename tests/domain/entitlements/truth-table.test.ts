// The whole input domain against an independent statement of 汴办〔2021〕21号 三（二）.
import { describe, expect, test } from "vitest";
import type { Award } from "#domain/entitlements/person.ts";
import { everyAward, truthTable } from "#domain/entitlements/truth-table.ts";
import { entitlementCodes } from "#domain/entitlements/vocabulary.ts";
import { day, pack } from "./people.ts";

/** The rule said once more, from the sentence of the document and without the engine. */
function byTheSentence(award: Award): string[] {
  if (award.state !== "final") return [];
  if (award.kind === "honour") {
    if (award.honour === "china-skills-grand-award") return ["senior-title-direct"];
    return /^zhongyuan-/.test(award.honour) ? ["associate-senior-title-direct"] : [];
  }
  if (award.role !== "competitor") return [];
  const world = award.competition === "world-skills" || award.competition === "international-abilympics";
  const gold = award.grade === "gold";
  const won = world && !["participation", "special"].includes(award.grade);
  const named = won || (award.competition === "national-prc" && gold);
  const earned: string[] = [];
  if (world && gold) earned.push("senior-title-direct");
  if (named) earned.push("associate-senior-title-direct", "institution-green-channel");
  return earned;
}

describe("三（二） over the whole input domain", () => {
  const table = truthTable(pack, day);
  const granted = (cell: (typeof table)[number]) =>
    entitlementCodes.filter((code) => cell.outcomes[code] === "granted");

  test("has 3,660 different cells", () => {
    expect(table).toHaveLength(3660);
    expect(new Set([...everyAward()].map((award) => JSON.stringify(award))).size).toBe(3660);
  });

  test("grants in every cell exactly what the sentence says", () => {
    const wrong = table.filter((cell) => granted(cell).join() !== byTheSentence(cell.award).join());
    expect(wrong).toEqual([]);
  });

  test("grants in exactly 13 cells: 3 正高, 12 副高, 9 绿色通道, 24 together", () => {
    expect(table.filter((cell) => granted(cell).length > 0)).toHaveLength(13);
    const count = (code: string) => table.filter((cell) => granted(cell).some((one) => one === code)).length;
    expect(entitlementCodes.map(count)).toEqual([3, 12, 9, 0, 0, 0]);
  });

  test("waits only where the same award would grant once final", () => {
    const waiting = table.filter((cell) => Object.values(cell.outcomes).includes("pending"));
    expect(waiting).toHaveLength(13 * 2);
    for (const { award, outcomes } of waiting) {
      expect(["verified", "public-notice"]).toContain(award.state);
      const pending = entitlementCodes.filter((code) => outcomes[code] === "pending");
      expect(pending).toEqual(byTheSentence({ ...award, state: "final" }));
    }
  });

  test("sends to review only claims that would grant and special awards of 世赛", () => {
    const review = table.filter((cell) => Object.values(cell.outcomes).includes("review"));
    const special = review.filter(({ award }) => award.kind === "competition" && award.grade === "special");
    expect(review.length - special.length).toBe(13);
    expect(special).toHaveLength(2 * 4);
    for (const { award } of review.filter((cell) => !special.includes(cell))) {
      expect(award.state).toBe("claimed");
      expect(byTheSentence({ ...award, state: "final" })).not.toEqual([]);
    }
  });
});
