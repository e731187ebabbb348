// Domain 2 to 4: the one function behind board, signature and notice; what holds for every skill whatever was marked.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, exact } from "#domain/exact.ts";
import { byContestant } from "#domain/marking/mark.ts";
import { standings } from "#domain/results/standings.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { soundScheme } from "../schemes/examples.ts";
import {
  anyField,
  cellsOf,
  contestant,
  type Field,
  fieldCells,
  type Given,
  type Marks,
  rules,
  settled,
} from "../skills.ts";

const chained = { ...rules, tieChain: ["criterion:B", "criterion:A"] };
const of = (field: Field) =>
  standings(field.scheme, chained, field.contestants, byContestant(fieldCells(field)));

describe("一个赛项的名次表", () => {
  const good: Marks = { "A1.1": "30.00", "A1.2": "9.5", "A2.1": [2, 2, 3], "B1.1": "0" };
  const other: Marks = { "A1.1": "0", "A1.2": "0", "A2.1": [2, 2, 2], "B1.1": "40.00" };
  const people = [contestant(1), contestant(2), contestant(3), contestant(4, "absent")];

  test("按名次列出，同名次按代号；总分准确到所需的位数", () => {
    const cells = [
      ...cellsOf("contestant-3", good),
      ...cellsOf("contestant-1", good),
      ...cellsOf("contestant-2", other),
    ];
    const rows = standings(soundScheme(), rules, people, byContestant(cells));
    expect(rows.map((row) => [row.code, row.rank, row.total, row.status])).toEqual([
      ["R-01", 1, "55.06", "ranked"],
      ["R-03", 1, "55.06", "ranked"],
      ["R-02", 3, "53.33", "ranked"],
      ["R-04", null, null, "absent"],
    ]);
  });

  test("并列时比标准 B", () => {
    const a: Marks = { "A1.1": "30.00", "A1.2": "10", "A2.1": [0, 0, 0], "B1.1": "0" };
    const b: Marks = { "A1.1": "0", "A1.2": "0", "A2.1": [0, 0, 0], "B1.1": "40.00" };
    const cells = [...cellsOf("contestant-1", a), ...cellsOf("contestant-2", b)];
    const ranks = (tieChain: string[]) =>
      standings(soundScheme(), { ...rules, tieChain }, people.slice(0, 2), byContestant(cells)).map(
        (row) => `${row.code} ${row.rank}`,
      );
    expect(ranks([])).toEqual(["R-01 1", "R-02 1"]);
    expect(ranks(["criterion:B"])).toEqual(["R-02 1", "R-01 2"]);
    expect(ranks(["criterion:A"])).toEqual(["R-01 1", "R-02 2"]);
  });

  test("缺考者即使留有分数也没有名次和总分", () => {
    const rows = standings(
      soundScheme(),
      rules,
      [contestant(1, "absent")],
      byContestant(cellsOf("contestant-1", good)),
    );
    expect(rows[0]).toMatchObject({ rank: null, total: null, status: "absent" });
  });
});

describe("对任何赛项", () => {
  test("选手与分数的存放次序不影响名次表", () => {
    const shuffled = anyField.chain((field) => {
      const cells = fieldCells(field);
      const people = fc.shuffledSubarray([...field.contestants], { minLength: field.contestants.length });
      return fc.tuple(fc.constant(field), people, fc.shuffledSubarray(cells, { minLength: cells.length }));
    });
    fc.assert(
      fc.property(shuffled, ([field, people, cells]) => {
        expect(standings(field.scheme, chained, people, byContestant(cells))).toEqual(of(field));
      }),
    );
  });

  test("有名次的，恰是在场且全部评完的；没有名次的没有总分", () => {
    fc.assert(
      fc.property(anyField, (field) => {
        for (const row of of(field)) {
          const place = field.contestants.findIndex(({ id }) => id === row.contestantId);
          const complete = Object.values(field.marks[place]!).every((given) => given !== null);
          const ranked = field.contestants[place]!.status === "present" && complete;
          expect([row.rank !== null, row.total !== null, row.status === "ranked"]).toEqual([
            ranked,
            ranked,
            ranked,
          ]);
        }
      }),
    );
  });

  test("一个评分点抬高、其余不变：总分不降，名次不退，别人的总分不动", () => {
    const raised = anyField.chain((field) =>
      fc
        .tuple(fc.nat(field.contestants.length - 1), fc.constantFrom(...aspectsOf(field.scheme)))
        .chain(([place, aspect]) =>
          fc.tuple(settled(aspect), settled(aspect)).map(([one, two]) => {
            const [low, high] = inOrder(one, two);
            const withMark = (given: Given): Field => ({
              ...field,
              marks: field.marks.with(place, { ...field.marks[place], [aspect.id]: given }),
            });
            return { id: field.contestants[place]!.id, before: withMark(low), after: withMark(high) };
          }),
        ),
    );
    fc.assert(
      fc.property(raised, ({ id, before, after }) => {
        const [was, is] = [of(before), of(after)];
        for (const row of was) {
          const now = is.find(({ contestantId }) => contestantId === row.contestantId)!;
          if (row.contestantId !== id) expect(now.total).toBe(row.total);
          else if (row.rank !== null) {
            expect(compare(exact(now.total!), exact(row.total!))).toBeGreaterThanOrEqual(0);
            expect(now.rank!).toBeLessThanOrEqual(row.rank);
          }
        }
      }),
    );
  });
});

/** Two marks of one aspect, the lower first. */
function inOrder(one: Given, two: Given): [Given, Given] {
  const worth = (given: Given) =>
    typeof given === "string"
      ? exact(given)
      : exact((given ?? []).reduce((total, level) => total + level, 0));
  return compare(worth(one), worth(two)) <= 0 ? [one, two] : [two, one];
}
