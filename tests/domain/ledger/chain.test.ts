// House: each ledger line holds the hash of the one before, so no line can be changed, dropped or moved unseen.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonical,
  firstBreak,
  genesis,
  hashLine,
  hashShown,
  type Line,
  showLine,
} from "#domain/ledger/chain.ts";

type Written = Line & { readonly hash: string };
const json = fc.jsonValue({ maxDepth: 3 });

/** A whole chain with these payloads. */
function chainOf(payloads: readonly unknown[]): Written[] {
  const lines: Written[] = [];
  for (const [place, payload] of payloads.entries()) {
    const previous = lines.at(-1)?.hash ?? genesis;
    const line = {
      chain: "skill:17",
      seq: place + 1,
      deed: "mark.entered",
      payload,
      actor: "裁判1",
      at: `2025-11-02T01:00:0${place % 10}.000Z`,
      previous,
      // Lines of a time before salts stand beside those with one.
      ...(place % 3 > 0 && { salt: "5a".repeat(16) }),
    };
    lines.push({ ...line, hash: hashLine(line) });
  }
  return lines;
}
const rehashed = (line: Written): Written => ({ ...line, hash: hashLine(line) });
const anyChain = fc.array(json, { minLength: 2, maxLength: 10 }).map(chainOf);
const at = fc.nat();

describe("账本是一条链", () => {
  test("没有动过的链没有断处，空链也没有", () => {
    fc.assert(
      fc.property(anyChain, (lines) => {
        expect(firstBreak(lines)).toBeNull();
      }),
    );
    expect(firstBreak([])).toBeNull();
  });

  test("哈希是规范 JSON 的 SHA-256，外人可以重算", () => {
    const [line] = chainOf([{ b: 1, a: [null, "分"] }]) as [Written];
    const text = `["skill:17",1,"mark.entered",{"a":[null,"分"],"b":1},"裁判1","2025-11-02T01:00:00.000Z","${genesis}"]`;
    expect(line.hash).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  });

  test("改动一行的任何一项，断在这一行", () => {
    const changes: Partial<Written>[] = [
      { deed: "mark.cleared" },
      { actor: "裁判2" },
      { chain: "skill:18" },
      { at: "2025-11-02T02:00:00.000Z" },
      { seq: 99 },
      { payload: { forged: true } },
      { previous: "f".repeat(64) },
      { hash: "f".repeat(64) },
    ];
    fc.assert(
      fc.property(anyChain, at, fc.constantFrom(...changes), (lines, where, change) => {
        const place = where % lines.length;
        expect(firstBreak(lines.with(place, { ...lines[place]!, ...change }))).toBe(place + 1);
      }),
    );
  });

  test("改了又重算这一行的哈希，断在下一行", () => {
    fc.assert(
      fc.property(anyChain, at, (lines, where) => {
        const place = where % (lines.length - 1);
        const forged = rehashed({ ...lines[place]!, actor: "裁判2" });
        expect(firstBreak(lines.with(place, forged))).toBe(place + 2);
      }),
    );
  });

  test("抽掉一行，断在它原来的位置；重排序号也一样", () => {
    fc.assert(
      fc.property(anyChain, at, (lines, where) => {
        const place = where % (lines.length - 1);
        const rest = lines.filter((_, index) => index !== place);
        expect(firstBreak(rest)).toBe(place + 1);
        expect(firstBreak(rest.map((line, index) => rehashed({ ...line, seq: index + 1 })))).toBe(place + 1);
      }),
    );
  });

  test("整条重新算过而序号不从一起的，断在第一行", () => {
    const [first, second] = chainOf(["甲", "乙"]) as [Written, Written];
    const late = rehashed({ ...first, seq: 2 });
    expect(firstBreak([late, rehashed({ ...second, seq: 3, previous: late.hash })])).toBe(1);
    expect(firstBreak([first, rehashed({ ...second, seq: 3 })])).toBe(2);
  });

  test("对调两行，断在靠前的一行；插入一行，断在插入处", () => {
    fc.assert(
      fc.property(anyChain, at, at, (lines, one, two) => {
        const [a, b] = [one % lines.length, two % lines.length];
        if (a !== b) expect(firstBreak(lines.with(a, lines[b]!).with(b, lines[a]!))).toBe(Math.min(a, b) + 1);
        expect(firstBreak(lines.toSpliced(a + 1, 0, lines[a]!))).toBe(a + 2);
      }),
    );
  });
});

describe("规范 JSON", () => {
  /** The same value with the keys of every object in the opposite order. */
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, turned(item)]),
    );
  };

  test("与键的次序无关，读回来是同一个值", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(turned(value))).toBe(canonical(value));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("没有值的键等于没有这个键，数组的次序是内容", () => {
    expect(canonical({ a: 1, b: undefined })).toBe('{"a":1}');
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
    expect(canonical({ a: null })).not.toBe(canonical({}));
  });
});

describe("一行可以不露姓名地给人看", () => {
  const mark: Line & { salt: string } = {
    chain: "skill:17",
    seq: 1,
    deed: "mark-entered",
    payload: {
      contestantId: "c",
      aspectId: "A1.1",
      seat: 0,
      version: 1,
      value: "1.5",
      reason: "张三复核",
      by: "b",
    },
    actor: "李四",
    at: "2025-11-02T01:00:00.000Z",
    previous: genesis,
    salt: "5a".repeat(16),
  };

  test("露出的有分数，没有经手人和理由；由露出的部分算出同一个哈希", () => {
    const shown = showLine(mark);
    expect(shown.open).toEqual({ contestantId: "c", aspectId: "A1.1", seat: 0, version: 1, value: "1.5" });
    expect(JSON.stringify(shown)).not.toMatch(/张三|李四|5a5a/);
    expect(hashShown(shown)).toBe(hashLine(mark));
  });

  test.each([
    [{ actor: "王五" }],
    [{ payload: { ...(mark.payload as object), reason: "另一个理由" } }],
    [{ payload: { ...(mark.payload as object), value: "2" } }],
    [{ salt: "5b".repeat(16) }],
  ])("改动 %j，哈希就变", (change) => {
    expect(hashLine({ ...mark, ...change })).not.toBe(hashLine(mark));
  });

  test("哪些字段露出不能改：旧行的哈希靠它（写定的数）", () => {
    expect(hashLine(mark)).toBe("4ce16f5a20f593104fb4ddef255a1206efbbfbb1df3dbfdd17ab3dee3e957590");
    expect(showLine({ ...mark, deed: "anything-else" }).open).toEqual({});
  });
});
