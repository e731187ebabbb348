// Recheck (domain.md section 7): all of the top ten and at least 15 % of the others, above 5 % errors everybody.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isOverLimit,
  mayFindRight,
  recheckOf,
  recheckSample,
  sheetsToRecheck,
} from "#domain/marking/recheck.ts";

const rule = { topAll: 10, sharePercent: 15, limitPercent: 5 };
const seed = "7".repeat(64);
const field = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ contestantId: `c${String(i).padStart(3, "0")}`, rank: i + 1 }));
const contents = (n: number, hash = "h") =>
  field(n).map(({ contestantId }) => ({ contestantId, subcriterionId: "A1", hash }));

describe("the sample", () => {
  test.each([
    [46, 16],
    [12, 11],
    [10, 10],
    [3, 3],
    [11, 11],
    [30, 13],
    [0, 0],
  ])("of %i competitors is %i", (n, sampled) => {
    expect(recheckSample(rule, field(n), seed)).toHaveLength(sampled);
  });

  test("takes everybody of a tie at the line, and nobody without a rank", () => {
    const tied = [1, 2, 2, 4, null].map((rank, i) => ({ contestantId: `c${i}`, rank }));
    const chosen = recheckSample({ topAll: 2, sharePercent: 0, limitPercent: 5 }, tied, seed);
    expect(chosen.map((one) => one.contestantId)).toEqual(["c0", "c1", "c2"]);
  });

  test("is the seed's alone: any order of the same people gives it again, and never fewer than the share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }).chain((n) => fc.shuffledSubarray(field(n), { minLength: n })),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 20 }),
        fc.stringMatching(/^[0-9a-f]{64}$/),
        (mixed, sharePercent, topAll, drawnBy) => {
          const wanted = { topAll, sharePercent, limitPercent: 5 };
          const chosen = recheckSample(wanted, mixed, drawnBy);
          expect(chosen).toEqual(recheckSample(wanted, field(mixed.length), drawnBy));
          expect(new Set(chosen.map((one) => one.contestantId)).size).toBe(chosen.length);
          const others = Math.max(0, mixed.length - topAll);
          const drawn = chosen.filter((one) => one.why === "drawn").length;
          expect(drawn * 100).toBeGreaterThanOrEqual(sharePercent * others);
          expect((drawn - 1) * 100).toBeLessThan(Math.max(1, sharePercent * others));
        },
      ),
    );
  });

  test("another seed draws others", () => {
    const drawn = (by: string) =>
      recheckSample(rule, field(60), by).flatMap((one) => (one.why === "drawn" ? [one.contestantId] : []));
    expect(drawn("1".repeat(64))).not.toEqual(drawn("2".repeat(64)));
  });
});

describe("the error rate", () => {
  test.each([
    [16, 1, true],
    [40, 2, false],
    [40, 3, true],
    [16, 0, false],
  ])("of %i rechecked with %i errors: everybody %s", (rechecked, errors, all) => {
    expect(isOverLimit(rule, rechecked, errors)).toBe(all);
  });
});

describe("where it stands", () => {
  const look = (contestantId: string, differing: string[], hash = "h", by = "checker") => ({
    contestantId,
    subcriterionId: "A1",
    hash,
    differing,
    by,
  });

  test("a wrong sheet is open again once corrected, its error still counts, and everybody else is added", () => {
    const wrong = recheckOf(rule, field(46), seed, contents(46), [look("c000", ["A1.1"])]);
    expect(wrong).toMatchObject({ sampled: 16, errors: 1, escalated: true });
    expect(wrong.sheets).toHaveLength(46);
    expect(wrong.sheets[0]).toMatchObject({ state: "wrong", differing: ["A1.1"], why: "top" });
    const corrected = recheckOf(rule, field(46), seed, contents(46, "h2"), [look("c000", ["A1.1"])]);
    expect(corrected).toMatchObject({ errors: 1, escalated: true });
    expect(corrected.sheets[0]).toMatchObject({ state: "open" });
    expect(sheetsToRecheck(corrected)).toBe(46);
  });

  test("the newest look at a content speaks; a look at another content does not", () => {
    const looks = [look("c000", ["A1.1"]), look("c000", []), look("c001", [], "old")];
    const { sheets } = recheckOf({ ...rule, limitPercent: 100 }, field(2), seed, contents(2), looks);
    expect(sheets.map((one) => one.state)).toEqual(["right", "open"]);
  });

  test("who recorded an error does not find the same content right; another person may, and anybody once it is corrected", () => {
    const content = { contestantId: "c000", subcriterionId: "A1", hash: "h" };
    const looks = [look("c000", ["A1.1"])];
    expect(mayFindRight([], content, "checker")).toBe(true);
    expect(mayFindRight(looks, content, "checker")).toBe(false);
    expect(mayFindRight(looks, content, "another")).toBe(true);
    expect(mayFindRight(looks, { ...content, hash: "h2" }, "checker")).toBe(true);
  });

  test("somebody found wrong whom the correction moved out of the sample is counted on both sides of the rate", () => {
    const few = { topAll: 1, sharePercent: 0, limitPercent: 50 };
    const moved = recheckOf(few, field(3), seed, contents(3), [look("c001", ["A1.1"])]);
    expect(moved).toMatchObject({ sampled: 2, errors: 1, escalated: false });
  });
});
