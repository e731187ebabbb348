// The variants of npm run mutate stay true to the files they change: each finds its one place, and its test stands.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { awards } from "./awards.ts";
import { marks } from "./marks.ts";
import { places } from "./places.ts";

const variants = [...marks, ...places, ...awards];

test("there are at least thirty, each under a name of its own", () => {
  expect(variants.length).toBeGreaterThanOrEqual(30);
  expect(new Set(variants.map((one) => one.name)).size).toBe(variants.length);
});

test.each(variants.map((one) => [one.name, one] as const))(
  "%s",
  (_, { file, find, replace, test: named }) => {
    expect(readFileSync(file, "utf8").split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
    expect(existsSync(named)).toBe(true);
  },
);
