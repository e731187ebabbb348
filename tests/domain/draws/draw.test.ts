// Domain 6: the draw is committed, then proved; whatever is altered after the commitment, the proof fails.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "#domain/chance.ts";
import { type Coded, commit, draw, proves } from "#domain/draws/draw.ts";

const anySeed = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));
const anyEntries = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 40 })
  .map((numbers) => numbers.sort((a, b) => a - b).map((number) => `17-${String(number).padStart(3, "0")}`));
const committed = fc.tuple(anyEntries, anySeed).map(([entries, seed]) => ({
  entries,
  seed,
  commitment: commit(entries, seed),
  coded: draw(entries, seed, "R"),
}));
const swapped = <T>(list: readonly T[], place: number): T[] => {
  const other = (place + 1) % list.length;
  return list.map((item, at) => (at === place ? list[other]! : at === other ? list[place]! : item));
};

describe("六、抽签：先承诺，后证明", () => {
  test("承诺是种子与有序名单的 SHA-256，两者都看不出来", () => {
    const seed = "00".repeat(32);
    const commitment = commit(["17-001", "17-002"], seed);
    expect(commitment).toEqual({ seedHash: sha256Hex(seed), entryHash: sha256Hex("17-001\n17-002") });
  });

  test("每个参赛号得一个代号，代号从 01 连续编起，按代号列出", () => {
    fc.assert(
      fc.property(committed, ({ entries, coded }) => {
        expect(coded.map(({ entry }) => entry).sort()).toEqual([...entries].sort());
        expect(coded.map(({ code }) => code)).toEqual(
          entries.map((_, place) => `R-${String(place + 1).padStart(2, "0")}`),
        );
      }),
    );
  });

  test("过百人时代号三位，位数不泄露先后", () => {
    const entries = Array.from({ length: 100 }, (_, place) => `17-${String(place + 1).padStart(3, "0")}`);
    const codes = draw(entries, "ab".repeat(32), "R").map(({ code }) => code);
    expect([codes[0], codes[99]]).toEqual(["R-001", "R-100"]);
  });

  test("同一种子与名单重做，结果相同，证明成立", () => {
    fc.assert(
      fc.property(committed, ({ entries, seed, commitment, coded }) => {
        expect(draw(entries, seed, "R")).toEqual(coded);
        expect(proves(commitment, entries, seed, coded, "R")).toBe(true);
      }),
    );
  });

  test("改动种子的任何一位，证明不成立", () => {
    fc.assert(
      fc.property(committed, fc.nat(63), fc.integer({ min: 1, max: 15 }), (draught, place, by) => {
        const { entries, seed, commitment, coded } = draught;
        const digit = ((Number.parseInt(seed[place]!, 16) + by) % 16).toString(16);
        const other = seed.slice(0, place) + digit + seed.slice(place + 1);
        expect(proves(commitment, entries, other, coded, "R")).toBe(false);
        expect(proves(commitment, entries, other, draw(entries, other, "R"), "R")).toBe(false);
      }),
    );
  });

  test("名单调换、增、删、改一人，证明不成立，即使照新名单重抽", () => {
    fc.assert(
      fc.property(committed, fc.nat(), ({ entries, seed, commitment }, at) => {
        const place = at % entries.length;
        const lists = [
          swapped(entries, place),
          entries.filter((_, index) => index !== place),
          [...entries, "99-999"],
          entries.map((entry, index) => (index === place ? "99-999" : entry)),
        ];
        for (const list of lists)
          expect(proves(commitment, list, seed, draw(list, seed, "R"), "R")).toBe(false);
      }),
    );
  });

  test("代号对调、改号、少一人、换字头，证明不成立", () => {
    fc.assert(
      fc.property(committed, fc.nat(), ({ entries, seed, commitment, coded }, at) => {
        const place = at % coded.length;
        const entriesSwapped = swapped(
          coded.map(({ entry }) => entry),
          place,
        );
        const altered: Coded[][] = [
          coded.map((one, index) => ({ ...one, entry: entriesSwapped[index]! })),
          coded.map((one, index) => (index === place ? { ...one, code: "R-99" } : one)),
          coded.filter((_, index) => index !== place),
          swapped(coded, place),
        ];
        for (const list of altered) expect(proves(commitment, entries, seed, list, "R")).toBe(false);
        expect(proves(commitment, entries, seed, coded, "Q")).toBe(false);
      }),
    );
  });
});
