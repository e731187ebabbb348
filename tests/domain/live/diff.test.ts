// The way of one mark, step 6: a view and what changed in it; whoever applies every difference has the view.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, difference, isEmpty, type View } from "#domain/live/diff.ts";

const key = fc.oneof(
  fc.constantFrom("progress", "row:R-01", "row:R-02", "constructor", "__proto__", "0"),
  fc.string({ maxLength: 4 }),
);
const view: fc.Arbitrary<View> = fc
  .array(fc.tuple(key, fc.jsonValue({ maxDepth: 2 })), { maxLength: 10 })
  .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))));
/** A view as text, whatever the order of its keys. */
const content = (one: View): string =>
  JSON.stringify(
    Object.keys(one)
      .sort()
      .map((name) => [name, one[name]]),
  );

describe("视图与差异", () => {
  test("把差异加到旧视图上就是新视图，旧视图不动", () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        const before = JSON.stringify(from);
        expect(content(apply(from, difference(from, to)))).toBe(content(to));
        expect(JSON.stringify(from)).toBe(before);
      }),
    );
  });

  test("差异经过网络仍是那个差异", () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        const sent = JSON.parse(JSON.stringify(difference(from, to)));
        expect(content(apply(from, sent))).toBe(content(to));
      }),
    );
  });

  test("没有变化就没有差异；没有差异就没有变化", () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        expect(isEmpty(difference(from, from))).toBe(true);
        expect(isEmpty(difference(from, to))).toBe(content(from) === content(to));
      }),
    );
  });

  test("只说变了的：未变的键不再发送，没有的键列出", () => {
    expect(difference({ a: 1, b: { x: 1 }, c: 3 }, { a: 1, b: { x: 2 }, d: null })).toEqual({
      set: { b: { x: 2 }, d: null },
      gone: ["c"],
    });
  });

  test("依次应用每个差异，就走到最后的视图", () => {
    fc.assert(
      fc.property(fc.array(view, { minLength: 2, maxLength: 5 }), (views) => {
        const last = views.slice(1).reduce((now, next) => apply(now, difference(now, next)), views[0]!);
        expect(content(last)).toBe(content(views.at(-1)!));
      }),
    );
  });
});
