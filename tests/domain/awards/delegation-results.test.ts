// Domain 5: what delegations are compared over. Skills on show stand outside, prizes count as medals, absent people are not
// entered, and whoever stands in a skill without a scale is no best of a delegation.
import { describe, expect, test } from "vitest";
import {
  bestOfDelegations,
  delegationResults,
  honouredCoaches,
  type PublishedLine,
  type PublishedSkill,
  scaledLines,
} from "#domain/awards/delegation-results.ts";
import {
  compareDelegations,
  comparisons,
  delegationMethods,
  delegationOrder,
} from "#domain/awards/delegations.ts";
import type { AwardGrade } from "#domain/awards/grades.ts";
import { roundHalfUp } from "#domain/exact.ts";

const teams = [
  { id: "w", name: "尉氏县代表队" },
  { id: "k", name: "开封大学代表队" },
  { id: "q", name: "杞县代表队" },
];
type Row = readonly [delegationId: string, rank: number | null, total: string | null, grade?: AwardGrade];
const line = ([delegationId, rank, total, grade]: Row, at: number, skill: number): PublishedLine => ({
  number: `0${skill}-00${at + 1}`,
  name: `选手${skill}${at + 1}`,
  delegationId,
  rank,
  total,
  status: rank === null ? "absent" : "ranked",
  grade: grade ?? null,
  coach: at === 1 ? null : `教师${skill}${at + 1}`,
});
const skill = (number: number, rows: readonly Row[], more: Partial<PublishedSkill> = {}): PublishedSkill => ({
  id: `skill-${number}`,
  number,
  name: `赛项${number}`,
  category: "local",
  lines: rows.map((row, at) => line(row, at, number)),
  ...more,
});

/** Median 81, MAD 4.5: 740, 713, 713, 687, 673, 606 on the scale. */
const welding = skill(1, [
  ["w", 1, "90", "gold"],
  ["k", 2, "84", "silver"],
  ["w", 2, "84", "silver"],
  ["k", 4, "78", "excellence"],
  ["w", 5, "75"],
  ["k", 6, "60"],
  ["k", null, null],
]);
/** Four people: no scale. */
const turning = skill(2, [
  ["w", 1, "95", "first"],
  ["k", 2, "88", "second"],
  ["k", 3, "70", "third"],
  ["w", 4, "60"],
]);
const show = skill(3, [["q", 1, "99", "gold"]], { category: "demonstration" });

describe("五、代表队比较的依据", () => {
  const results = delegationResults(teams, [welding, turning, show]);

  test("一二三等奖按金银铜计，缺考不算参赛，表演项目不计入", () => {
    expect(results).toEqual([
      {
        ...teams[0],
        entered: 5,
        medals: { gold: 2, silver: 1, bronze: 0, excellence: 0 },
        scale: [740, 713, 673],
      },
      {
        ...teams[1],
        entered: 5,
        medals: { gold: 0, silver: 2, bronze: 1, excellence: 1 },
        scale: [713, 687, 606],
      },
      { ...teams[2], entered: 0, medals: { gold: 0, silver: 0, bronze: 0, excellence: 0 }, scale: [] },
    ]);
  });

  test.each(delegationMethods)("没有选手的代表队不排名次，列在最后：%s", (method) => {
    const early = { ...results[2]!, id: "a", name: "八里湾代表队" };
    expect(delegationOrder([early, ...results], method).map(({ id, rank }) => [id, rank])).toEqual([
      ["w", 1],
      ["k", 2],
      ["a", null],
      ["q", null],
    ]);
  });

  test("各项比较中，没有选手的代表队空缺，不是零分", () => {
    const table = Object.fromEntries(
      comparisons.map((by) => [
        by,
        compareDelegations(results, by).map(({ delegation, value, rank }) => [
          delegation.id,
          value && roundHalfUp(value, 2),
          rank,
        ]),
      ]),
    );
    expect(table).toEqual({
      // Pinyin: Kaifeng, Qixian, Weishi.
      alphabetical: [
        ["k", null, null],
        ["q", null, null],
        ["w", null, null],
      ],
      "total-points": [
        ["w", "11.00", 1],
        ["k", "9.00", 2],
        ["q", null, null],
      ],
      "average-points": [
        ["w", "2.20", 1],
        ["k", "1.80", 2],
        ["q", null, null],
      ],
      "total-scale": [
        ["w", "2126.00", 1],
        ["k", "2006.00", 2],
        ["q", null, null],
      ],
      "average-scale": [
        ["w", "708.67", 1],
        ["k", "668.67", 2],
        ["q", null, null],
      ],
    });
  });

  test("并列名次：两队完全相同，同占一个名次，下一队顺延", () => {
    const same = skill(1, [
      ["w", 1, "90", "gold"],
      ["k", 1, "90", "gold"],
      ["q", 3, "80"],
    ]);
    const order = delegationOrder(delegationResults(teams, [same]), "medal-points");
    expect(order.map(({ id, rank }) => [id, rank])).toEqual([
      ["k", 1],
      ["w", 1],
      ["q", 3],
    ]);
  });
});

describe("五、各队最佳选手与团体总分", () => {
  test("各队 700 分制最高者，高者在前；团体总分取最好三人", () => {
    const best = bestOfDelegations(teams, [welding, turning, show]);
    expect(
      best.map(({ id, scale, people, team }) => [id, scale, people.map((one) => one.number), String(team)]),
    ).toEqual([
      ["w", 740, ["01-001"], "2126"],
      ["k", 713, ["01-002"], "2006"],
    ]);
  });

  test("同分的都是最佳；不足三人没有团体总分", () => {
    const again = skill(
      4,
      [
        ["k", 1, "90"],
        ["w", 2, "84"],
        ["k", 2, "84"],
        ["w", 4, "78"],
        ["w", 5, "75"],
        ["w", 6, "60"],
      ],
      { minField: 6 },
    );
    const best = bestOfDelegations(teams, [welding, again]);
    expect(best.map(({ id, scale, people }) => [id, scale, people.map((one) => one.number)])).toEqual([
      ["k", 740, ["04-001"]],
      ["w", 740, ["01-001"]],
    ]);
    const alone = bestOfDelegations(
      [teams[0]!],
      [
        skill(
          5,
          welding.lines.map(({ rank, total }, at) => [at < 2 ? "w" : "k", rank, total]),
        ),
      ],
    );
    expect(alone.map(({ scale, team }) => [scale, team])).toEqual([[740, null]]);
    const twins = skill(6, [
      ["w", 1, "90"],
      ["w", 1, "90"],
      ["k", 3, "84"],
      ["k", 4, "80"],
      ["k", 5, "70"],
      ["k", 6, "60"],
    ]);
    expect(bestOfDelegations([teams[0]!], [twins])[0]!.people.map((one) => one.number)).toEqual([
      "06-001",
      "06-002",
    ]);
  });

  test("人数不足 minField 的赛项没有标度", () => {
    expect(scaledLines([turning]).every(({ scale }) => scale === null)).toBe(true);
    expect(scaledLines([{ ...turning, minField: 4 }]).map(({ scale }) => scale)).not.toContain(null);
    expect(scaledLines([{ ...welding, minField: 7 }]).every(({ scale }) => scale === null)).toBe(true);
  });
});

describe("五、优秀指导教师", () => {
  test.each([
    [0, []],
    [1, ["教师11", "教师21", "教师31"]],
    // Rank 2 is shared in the first skill; who has no coach on record is left out.
    [2, ["教师11", "教师13", "教师21", "教师31"]],
    [5, ["教师11", "教师13", "教师14", "教师15", "教师21", "教师23", "教师24", "教师31"]],
  ] as const)("前 %i 名：%j", (ranks, expected) => {
    expect(honouredCoaches([welding, turning, show], ranks).map(({ coach }) => coach)).toEqual(expected);
  });
});
