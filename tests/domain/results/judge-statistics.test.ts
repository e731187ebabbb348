// D10: how a judge marks against the others is worked out exactly, from agreed marks alone, and only where there are enough.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { type Exact, exact, ratio } from "#domain/exact.ts";
import { byContestant, type Cell, missingCell } from "#domain/marking/mark.ts";
import {
  type Judged,
  judgedTogether,
  judgeStatistics,
  leastMarks,
} from "#domain/results/judge-statistics.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";

const names = ["甲", "乙", "丙", "丁", "戊"];
/** One judgement with the levels of the judges in order. */
const levels = (given: string, contestantId = "c"): Judged => ({
  contestantId,
  kind: "judgement",
  scale: "3",
  given: [...given].map((value, at) => ({ judge: names[at]!, value })),
});
const marks = (given: readonly string[], scale: string, contestantId = "c"): Judged => ({
  contestantId,
  kind: "trimmed",
  scale,
  given: given.map((value, at) => ({ judge: names[at]!, value })),
});
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const written = (value: Exact | null) => value?.toFraction() ?? null;
const rowOf = (
  judge: string,
  judged: readonly Judged[],
  isOwn?: (judge: string, contestantId: string) => boolean,
) => {
  const row = judgeStatistics([judge], judged, isOwn)[0]!;
  return {
    ...row,
    severity: written(row.severity),
    deviation: written(row.deviation),
    same: written(row.same),
    near: written(row.near),
    bias: written(row.bias),
    middle: row.middle && [written(row.middle.low), written(row.middle.high)],
  };
};

describe("against the mean of the others, as a share of the scale", () => {
  test.each<[string, Judged[], string, string]>([
    ["one level above both: a third of the scale", times(10, levels("322")), "1/3", "1/3"],
    ["one level below both", times(10, levels("122")), "-1/3", "1/3"],
    ["half a level above the mean of 2 and 3", times(10, levels("323")), "1/6", "1/6"],
    [
      "now above, now below: no severity, all the same a distance",
      [...times(5, levels("322")), ...times(5, levels("122"))],
      "0",
      "1/3",
    ],
    [
      "marks are brought to their scale",
      times(10, marks(["9.5", "9", "9", "8.5", "9"], "10")),
      "1/16",
      "1/16",
    ],
    ["of a scale of 100 the same", times(10, marks(["95", "90", "90", "85", "90"], "100")), "1/16", "1/16"],
    [
      "levels and marks together",
      [...times(5, levels("322")), ...times(5, marks(["5", "10"], "10"))],
      "-1/12",
      "5/12",
    ],
  ])("%s", (_, judged, severity, deviation) => {
    expect(rowOf("甲", judged)).toMatchObject({ marks: 10, severity, deviation });
  });

  test("half of the differences lie between the quartiles", () => {
    const judged = [...times(3, levels("122")), ...times(6, levels("222")), ...times(3, levels("322"))];
    expect(rowOf("甲", judged).middle).toEqual(["-1/3", "0"]);
  });
});

describe("agreement counts levels alone: the same as every other's, and within one of every other's", () => {
  test.each<[string, Judged[], number, string | null, string | null]>([
    ["all the same", times(10, levels("222")), 10, "1", "1"],
    ["one of the others differs by one", times(10, levels("223")), 10, "0", "1"],
    ["two apart from one of them", times(10, levels("331")), 10, "0", "0"],
    [
      "7 the same, 2 within one, 1 beyond",
      [...times(7, levels("111")), ...times(2, levels("112")), levels("113")],
      10,
      "7/10",
      "9/10",
    ],
    ["marks are no levels", times(10, marks(["5", "5"], "10")), 0, null, null],
  ])("%s", (_, judged, judgements, same, near) => {
    expect(rowOf("甲", judged)).toMatchObject({ judgements, same, near });
  });
});

describe("too few marks say nothing: null, never 0", () => {
  const nothing = { severity: null, deviation: null, middle: null, same: null, near: null };
  test("nine marks are too few, ten are enough", () => {
    expect(rowOf("甲", times(leastMarks - 1, levels("322")))).toMatchObject({ marks: 9, ...nothing });
    expect(rowOf("甲", times(leastMarks, levels("322")))).toMatchObject({ marks: 10, severity: "1/3" });
  });
  test("what nobody else marked is not compared", () =>
    expect(rowOf("甲", times(20, levels("3")))).toMatchObject({ marks: 0, ...nothing }));
  test("a judge who gave nothing has a row without figures", () =>
    expect(rowOf("戊", times(20, levels("322")))).toMatchObject({ marks: 0, ...nothing, bias: null }));
});

describe("own unit: the mean difference there minus that over the others", () => {
  const isOwn = (judge: string, contestantId: string) => judge === "甲" && contestantId === "own";
  const others = times(10, levels("122", "other"));
  test("a level kinder at home, a level stricter elsewhere", () =>
    expect(rowOf("甲", [...others, ...times(5, levels("322", "own"))], isOwn)).toMatchObject({
      ownUnit: 5,
      bias: "2/3",
      severity: "-1/9",
    }));
  test("equally strict everywhere is no bias, and that is a 0", () =>
    expect(rowOf("甲", [...others, ...times(5, levels("122", "own"))], isOwn).bias).toBe("0"));
  test("four marks of the own unit are too few", () =>
    expect(rowOf("甲", [...others, ...times(4, levels("322", "own"))], isOwn)).toMatchObject({
      ownUnit: 4,
      bias: null,
    }));
  test("nine marks of others are too few to compare with", () =>
    expect(rowOf("甲", [...others.slice(1), ...times(9, levels("322", "own"))], isOwn).bias).toBeNull());
  test("before names are known nobody is of any unit", () =>
    expect(rowOf("甲", [...others, ...times(9, levels("322", "own"))])).toMatchObject({
      ownUnit: 0,
      bias: null,
    }));
});

const judgement: Aspect = {
  id: "A1.1",
  kind: "judgement",
  description: "成形",
  max: "10",
  levels: ["零", "一", "二", "三"],
};
const trimmed: Aspect = {
  id: "A1.2",
  kind: "trimmed",
  description: "创意",
  max: "20",
  step: "0.5",
  scale: "10",
};
const scheme: Scheme = {
  total: "30",
  criteria: [
    {
      id: "A",
      name: "A",
      max: "30",
      subcriteria: [{ id: "A1", name: "A1", day: 1, aspects: [judgement, trimmed] }],
    },
  ],
};
const rules: SkillRules = { ...offeredRules, trimmed: { seats: 5, minJudges: 4 } };
const cell = (
  aspectId: string,
  seat: number,
  value: string | null,
  round = 1,
  more: Partial<Cell> = {},
): Cell => ({
  contestantId: "c",
  aspectId,
  seat,
  round,
  version: 1,
  value,
  ...more,
});
const together = (...cells: Cell[]) =>
  judgedTogether(scheme, rules, ["c"], byContestant(cells), ({ seat }) =>
    seat === 9 ? null : `席${seat}`,
  ).map(({ kind, scale, given }) => [
    kind,
    scale,
    given.map(({ judge, value }) => `${judge}=${value}`).join(" "),
  ]);
const round = (n: number, given: string, more: Partial<Cell> = {}) =>
  [...given].map((value, at) => cell("A1.1", at + 1, value, n, more));

describe("only what stands agreed is looked at", () => {
  test("a level given before all seats are in stays hidden", () =>
    expect(together(...round(1, "33"))).toEqual([]));
  test("a spread that waits for its next round is not looked at, and of that round nothing before it is whole", () => {
    expect(together(...round(1, "033"))).toEqual([]);
    expect(together(...round(1, "033"), ...round(2, "23"))).toEqual([]);
  });
  test("the round that decided counts, the one before it does not", () =>
    expect(together(...round(1, "033"), ...round(2, "233"))).toEqual([
      ["judgement", "3", "席1=2 席2=3 席3=3"],
    ]));
  test("a reopened round decides nothing any more", () =>
    expect(together(...round(1, "233", { reopened: true }))).toEqual([]));
  test("trimmed marks on their own scale; a missing one leaves, whatever was entered there", () => {
    const five = ["9", "8", "8.5", "7", "1"].map((value, at) => cell("A1.2", at + 1, value));
    expect(together(...five)).toEqual([["trimmed", "10", "席1=9 席2=8 席3=8.5 席4=7 席5=1"]]);
    expect(together(...five, missingCell("c", "A1.2", 5))).toEqual([
      ["trimmed", "10", "席1=9 席2=8 席3=8.5 席4=7"],
    ]);
    expect(together(...five.slice(0, 4))).toEqual([]);
  });
});

const anyJudged = fc
  .array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 }), {
    minLength: leastMarks,
    maxLength: 25,
  })
  .map((rows) =>
    rows.map((row, at) =>
      marks(
        row.map((value) => String(value / 2)),
        "100",
        `c${at % 4}`,
      ),
    ),
  );
const texts = (judges: readonly string[], judged: readonly Judged[]) =>
  judgeStatistics(judges, judged, (judge, id) => id === "c1" && judge === "乙").map(
    ({ judge, severity, deviation, bias }) => [judge, written(severity), written(deviation), written(bias)],
  );

describe("laws", () => {
  test("another order of the judges is another order of the rows, nothing else", () =>
    fc.assert(
      fc.property(anyJudged, fc.shuffledSubarray(names, { minLength: 5 }), (judged, order) => {
        const turned = judged.map((one) => ({
          ...one,
          given: order.map((judge) => one.given.find((each) => each.judge === judge)!),
        }));
        expect(new Map(texts(order, turned).map((row) => [row[0], row]))).toEqual(
          new Map(texts(names, judged).map((row) => [row[0], row])),
        );
      }),
    ));

  test("the severities of judges who all marked the same add up to nothing", () =>
    fc.assert(
      fc.property(anyJudged, (judged) => {
        const all = judgeStatistics(names, judged).map((one) => one.severity!);
        expect(all.reduce((a, b) => a.add(b)).toFraction()).toBe("0");
      }),
    ));

  test("who always gives k more is more lenient by k of the scale, everybody else stricter by a quarter of it", () =>
    fc.assert(
      fc.property(anyJudged, fc.integer({ min: 1, max: 40 }), (judged, k) => {
        const raised = judged.map((one) => ({
          ...one,
          given: one.given.map((each) =>
            each.judge === "甲" ? { ...each, value: exact(each.value).add(exact(k)).toString() } : each,
          ),
        }));
        const [before, after] = [judgeStatistics(names, judged), judgeStatistics(names, raised)];
        const moved = after.map((one, at) => one.severity!.sub(before[at]!.severity!).toFraction());
        const share = ratio(exact(k), exact(100));
        const quarter = share.div(4).neg().toFraction();
        expect(moved).toEqual([share.toFraction(), quarter, quarter, quarter, quarter]);
      }),
    ));
});
