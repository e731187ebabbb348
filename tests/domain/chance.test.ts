// Domain 6: chance comes from the seed alone; anyone who holds it repeats the draw, and every order is as likely.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256Hex, shuffle } from "#domain/chance.ts";

const anySeed = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));

/** The same draw written a second time, on Node's SHA-256 and BigInt: what an outsider would do with the seed. */
function outsider<T>(items: readonly T[], seed: string): T[] {
  const left = [...items];
  let counter = 0;
  const pick = (below: bigint): number => {
    const place = Buffer.alloc(4);
    place.writeUInt32BE(counter++);
    const word = BigInt(
      createHash("sha256").update(Buffer.from(seed, "hex")).update(place).digest().readUInt32BE(0),
    );
    return word < 2n ** 32n - (2n ** 32n % below) ? Number(word % below) : pick(below);
  };
  for (let last = left.length - 1; last > 0; last -= 1) {
    const from = pick(BigInt(last + 1));
    const kept = left[last]!;
    left[last] = left[from]!;
    left[from] = kept;
  }
  return left;
}

describe("六、抽签的机会", () => {
  test("SHA-256 是那个 SHA-256", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256Hex("汴赛")).toBe(createHash("sha256").update("汴赛", "utf8").digest("hex"));
  });

  test("次序是一个排列，由种子唯一决定，外人照规则可以重做，原名单不动", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), anySeed, (items, seed) => {
        const before = [...items];
        const order = shuffle(items, seed);
        expect([...order].sort()).toEqual([...before].sort());
        expect(shuffle(items, seed)).toEqual(order);
        expect(outsider(items, seed)).toEqual(order);
        expect(items).toEqual(before);
      }),
    );
  });

  test("落在不均的尾数里的随机数被舍弃（四万人的名单、这颗种子要舍弃一次），外人重做仍相同", () => {
    const crowd = Array.from({ length: 40_000 }, (_, place) => place);
    const seed = sha256Hex("尾数 10");
    expect(sha256Hex(shuffle(crowd, seed).join())).toBe(sha256Hex(outsider(crowd, seed).join()));
  });

  test("四个人的二十四种次序机会均等（卡方 23 自由度，0.001 界 49.73）", () => {
    const runs = 12_000;
    const counts = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      const order = shuffle(["甲", "乙", "丙", "丁"], sha256Hex(`种子 ${run}`)).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = runs / 24;
    expect(counts.size).toBe(24);
    expect(
      [...counts.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0),
    ).toBeLessThan(49.73);
  });
});
