// Remembering changes the work and never the answer.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { remembered } from "#domain/remembered.ts";

describe("what was computed is kept while its arguments are the same objects", () => {
  test("the same objects are worked on once, any other argument anew", () => {
    let worked = 0;
    const first = { n: 1 };
    const add = remembered((one: { n: number }, other: { n: number }) => {
      worked += 1;
      return { sum: one.n + other.n };
    });
    const other = { n: 2 };
    expect(add(first, other)).toBe(add(first, other));
    expect(worked).toBe(1);
    expect(add(first, { n: 5 })).toEqual({ sum: 6 });
    expect(add({ n: 7 }, other)).toEqual({ sum: 9 });
    expect(worked).toBe(3);
  });

  test("an argument more or less is another question", () => {
    const key = { n: 1 };
    const add = remembered((one: { n: number }, other?: number) => one.n + (other ?? 0));
    expect([add(key), add(key, 5), add(key)]).toEqual([1, 6, 1]);
  });

  test("for any sequence of calls the answers equal those of the plain function", () => {
    const keys = [{ n: 1 }, { n: 2 }, { n: 3 }];
    const plain = (key: { n: number }, factor: number): number => key.n * factor;
    const kept = remembered(plain);
    const calls = fc.array(fc.tuple(fc.constantFrom(...keys), fc.integer({ min: 0, max: 3 })));
    fc.assert(
      fc.property(calls, (sequence) => {
        for (const [key, factor] of sequence) expect(kept(key, factor)).toBe(plain(key, factor));
      }),
    );
  });
});
