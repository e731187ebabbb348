// Domain 4: order by exact total, then the tie chain; still equal shares the rank, 1-2-2-4.
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Exact, exact, ratio } from "#domain/exact.ts";
import { type ContestantStatus, contestantStatuses, type Field, rank } from "#domain/results/ranking.ts";

type Row = Field<{ name: string }>;
const row = (
  name: string,
  total: Exact | null,
  ties: string[] = [],
  status: ContestantStatus = "present",
): Row => ({
  name,
  total,
  ties: ties.map(exact),
  status,
});
const ranksOf = (totals: readonly string[]) =>
  rank(totals.map((total, place) => row(String(place), exact(total)))).map((one) => one.rank);

/** Ranks by definition: one more than the number of those strictly better. */
const better = (a: Row, b: Row): boolean => {
  const pairs = [[a.total!, b.total!], ...a.ties.map((tie, place) => [tie, b.ties[place]!])] as [
    Exact,
    Exact,
  ][];
  const first = pairs.map(([left, right]) => compare(left, right)).find((order) => order !== 0);
  return first !== undefined && first > 0;
};
const small = fc.integer({ min: 0, max: 5 }).map((n) => ratio(exact(n), exact(3)));
const anyRow: fc.Arbitrary<Omit<Row, "name">> = fc.record({
  total: fc.option(small),
  ties: fc.tuple(small, small),
  status: fc.oneof(
    { weight: 5, arbitrary: fc.constant("present" as const) },
    fc.constantFrom(...contestantStatuses),
  ),
});
const anyFieldOfRows = fc
  .array(anyRow, { maxLength: 12 })
  .map((rows) => rows.map((one, place) => ({ ...one, name: `第${place}人` })));

describe("四、排名", () => {
  const vectors: [totals: string[], ranks: number[]][] = [
    [
      ["95", "92", "92", "90"],
      [1, 2, 2, 4],
    ],
    [
      ["90", "90", "90"],
      [1, 1, 1],
    ],
    [
      ["88.930", "88.925"],
      [1, 2],
    ],
    [["100"], [1]],
    [[], []],
  ];
  test.each(vectors)("总分 %j 的名次是 %j", (totals, ranks) => {
    expect(ranksOf(totals)).toEqual(ranks);
  });

  test("与项目共用的样例一致（有样例文件时）", () => {
    const shared = "../shared/vectors/scoring.json";
    const rows: { totals: string[]; shared: number[] }[] = existsSync(shared)
      ? JSON.parse(readFileSync(shared, "utf8")).ranks
      : [];
    for (const { totals, shared: ranks } of rows) expect(vectors).toContainEqual([totals, ranks]);
  });

  test("相差三分之一的百万分之一也是先后，不是并列", () => {
    const close = [row("甲", ratio(exact(1), exact(3))), row("乙", exact("0.333333"))];
    expect(rank(close).map(({ name, rank: place }) => [name, place])).toEqual([
      ["甲", 1],
      ["乙", 2],
    ]);
  });

  test("总分相同时依次比并列链，链上先比的先决定", () => {
    const total = exact("90");
    const field = [
      row("甲", total, ["40", "9"]),
      row("乙", total, ["41", "1"]),
      row("丙", total, ["41", "1"]),
      row("丁", total, ["41", "2"]),
    ];
    expect(rank(field).map(({ name, rank: place }) => [name, place])).toEqual([
      ["丁", 1],
      ["乙", 2],
      ["丙", 2],
      ["甲", 4],
    ]);
  });

  test("缺考、退赛、取消资格和未评完的列出而无名次，有分也没有", () => {
    const field = [
      row("甲", exact("99"), [], "absent"),
      row("乙", exact("98"), [], "withdrawn"),
      row("丙", exact("97"), [], "disqualified"),
      row("丁", null),
      row("戊", exact("1")),
    ];
    expect(rank(field).map(({ name, rank: place, status }) => [name, place, status])).toEqual([
      ["戊", 1, "ranked"],
      ["甲", null, "absent"],
      ["乙", null, "withdrawn"],
      ["丙", null, "disqualified"],
      ["丁", null, "incomplete"],
    ]);
  });

  test("名次等于胜过自己的人数加一；一个人不多，一个人不少", () => {
    fc.assert(
      fc.property(anyFieldOfRows, (field) => {
        const placed = rank(field);
        expect(placed.map(({ name }) => name).sort()).toEqual(field.map(({ name }) => name).sort());
        const inRace = field.filter((one) => one.status === "present" && one.total !== null);
        for (const one of placed) {
          const own = field.find(({ name }) => name === one.name)!;
          const expected = inRace.includes(own)
            ? 1 + inRace.filter((other) => better(other, own)).length
            : null;
          expect(one.rank).toBe(expected);
        }
      }),
    );
  });

  test("名次与录入的次序无关", () => {
    const orders = anyFieldOfRows.chain((field) =>
      fc.tuple(fc.constant(field), fc.shuffledSubarray(field, { minLength: field.length })),
    );
    fc.assert(
      fc.property(orders, ([field, other]) => {
        const ranks = (list: Row[]) =>
          new Map(rank(list).map((one) => [one.name, `${one.rank} ${one.status}`]));
        expect(ranks(other)).toEqual(ranks(field));
      }),
    );
  });
});
