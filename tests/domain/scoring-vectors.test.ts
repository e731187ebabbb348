// The worked numbers of scoring, one place for all: domain.md sections 3 to 5 and 7. Compared with the shared file where it stands.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Candidate } from "#domain/awards/candidate.ts";
import { delegationOrder, delegationPoints } from "#domain/awards/delegations.ts";
import { nearTieLines } from "#domain/awards/near-tie.ts";
import { quotas } from "#domain/awards/quota.ts";
import { type Exact, exact, formatExact, roundHalfUp, sum } from "#domain/exact.ts";
import { judge } from "#domain/marking/judgement.ts";
import { isOverLimit, recheckSample } from "#domain/marking/recheck.ts";
import { trimmedMean } from "#domain/marking/trimmed.ts";
import { yieldOf } from "#domain/marking/yield.ts";
import { isScaled, scale700 } from "#domain/results/scale700.ts";

const file = "../shared/vectors/scoring.json";
const shared = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
/** Every shared row of that name stands in the list typed here. */
const holdsShared = (name: string, typed: readonly unknown[]): void => {
  for (const row of shared?.[name] ?? []) expect(typed).toContainEqual(row);
};
const head = { id: "A1.1", description: "评分点" };

describe("三（二）评价：三名裁判 0–3 级，(s1+s2+s3)/9 × 满分，四舍五入到 0.01；分差过大须再评", () => {
  const rows = [
    { max: "1.50", scores: [2, 2, 3], mark: "1.17" },
    { max: "0.75", scores: [0, 1, 1], mark: "0.17" },
    { max: "1.00", scores: [0, 2, 2], error: "spread" },
    { max: "1.00", scores: [1, 2, 3], error: "spread" },
    { max: "1.00", scores: [1, 2, 2], mark: "0.56" },
    { max: "2.00", scores: [3, 3, 3], mark: "2.00" },
  ] as const;
  test.each(rows)("$scores，满分 $max", ({ max, scores, ...want }) => {
    const cells = scores.map((level, at) => ({ seat: at + 1, round: 1, value: String(level) }));
    const now = judge(cells, 3, 1, max);
    if ("error" in want) {
      expect(now).toMatchObject({ state: "disagreeing", round: 2, mark: null });
    } else expect(now).toMatchObject({ state: "agreed", mark: want.mark });
  });
  test("与共用数字一致", () => holdsShared("judgement", rows));
});

describe("三（二）扣分：满分减去处数乘每处扣分，扣到 0 为止", () => {
  const rows = [
    { max: "2.00", perFault: "0.50", faults: 3, mark: "0.50" },
    { max: "2.00", perFault: "0.50", faults: 5, mark: "0.00" },
  ];
  test.each(rows)("$faults 处", ({ max, perFault, faults, mark }) => {
    expect(formatExact(yieldOf({ ...head, kind: "deduction", max, perFault }, String(faults)))).toBe(mark);
  });
  test("与共用数字一致", () => holdsShared("deduction", rows));
});

describe("三（二）测量分档：偏差不大于允许值（含）得该档分", () => {
  const bands = [
    { within: "0.02", mark: "1.00" },
    { within: "0.04", mark: "0.50" },
  ];
  const rows = [
    { max: "1.00", nominal: "40.00", bands, measured: "40.02", mark: "1.00" },
    { max: "1.00", nominal: "40.00", bands, measured: "40.021", mark: "0.50" },
    { max: "1.00", nominal: "40.00", bands, measured: "39.95", mark: "0.00" },
  ];
  test.each(rows)("测得 $measured", ({ max, nominal, bands: given, measured, mark }) => {
    const how = { by: "bands" as const, nominal, bands: given };
    const backward = { ...how, bands: [...given].reverse() };
    expect(formatExact(yieldOf({ ...head, kind: "measurement", max, how }, measured))).toBe(mark);
    expect(formatExact(yieldOf({ ...head, kind: "measurement", max, how: backward }, measured))).toBe(mark);
  });
  test("与共用数字一致", () => holdsShared("band", rows));
});

describe("三（四）理论与实操按权重合成：名次用精确值，不用舍入值", () => {
  const tables = [
    {
      weights: ["0.20", "0.80"],
      rows: [
        ["86", "91.25", "90.20"],
        ["78.50", "93.40", "90.42"],
        ["95", "89", "90.20"],
        ["80", "92.75", "90.20"],
      ],
    },
    {
      weights: ["0.30", "0.70"],
      rows: [
        ["86", "91.25", "89.68"],
        ["78.50", "93.40", "88.93"],
        ["95", "89", "90.80"],
        ["80", "92.75", "88.93"],
      ],
      note: "rows 2 and 4 are 88.930 and 88.925: no tie, ranking uses exact values",
    },
  ];
  test.each(tables)("权重 $weights", ({ weights, rows }) => {
    for (const row of rows) {
      const total = weighed(weights, row.slice(0, 2));
      expect(roundHalfUp(total, 2)).toBe(row[2]);
    }
  });
  test("88.930 与 88.925 不是并列", () => {
    const [, second, , fourth] = tables[1]!.rows.map((row) => weighed(tables[1]!.weights, row));
    expect([formatExact(second!), formatExact(fourth!)]).toEqual(["88.93", "88.925"]);
  });
  test("与共用数字一致", () => holdsShared("weighted", tables));
});
const weighed = (weights: readonly string[], marks: readonly string[]): Exact =>
  sum(weights.map((weight, at) => exact(weight).mul(exact(marks[at]!))));

describe("三（二）去高去低：至少五名裁判，去掉一个最高、一个最低，其余取平均", () => {
  const rows = [
    { marks: ["88", "91", "85", "90", "93"], mean: "89.67" },
    { marks: ["88", "91", "85", "90", "93", "60", "99"], mean: "89.40" },
    { marks: ["90", "90", "90", "80", "95"], mean: "90.00" },
    { marks: ["88", "90", "86", "91"], error: "needs 5 judges" },
    {
      marks: ["8.0", "7.0", "7.5", "8.0", null, "7.75", "8.0", "8.0", "7.75"],
      note: "null = declared missing by the chief judge: left out before the trim; an unset mark would make the total incomplete",
      mean: "7.83",
    },
  ];
  test.each(rows)("$marks", ({ marks, ...want }) => {
    const mean = trimmedMean(marks.flatMap((mark) => (mark === null ? [] : [exact(mark)])));
    if ("error" in want)
      expect(mean).toMatchObject({ ok: false, refusal: { code: "marking.too-few-judges" } });
    else expect(mean.ok && roundHalfUp(mean.value, 2)).toBe(want.mean);
  });
  test("与共用数字一致", () => holdsShared("trimmedMean", rows));
});

describe("四、700 分制：中位数与绝对中位差，四舍五入；差为零或人数不足则无", () => {
  const rows = [
    {
      raw: ["92.40", "92.10", "88.75", "85.00", "83.20", "80.10", "76.60", "74.30", "70.00"],
      scale: [728, 727, 717, 706, 700, 690, 680, 673, 660],
    },
    { raw: ["90", "85", "80", "70"], scale: [730, 710, 690, 649], minField: 0 },
    { raw: ["80", "80", "80", "80", "95"], scale: null, minField: 0 },
    { raw: ["90", "85", "80", "70"], minField: 6, scale: null },
  ];
  test.each(rows)("$raw", ({ raw, scale, minField }) => {
    const scaled = isScaled(raw.length, minField) ? scale700(raw.map((one) => exact(one))) : null;
    expect(scaled).toEqual(scale);
  });
  test("与共用数字一致", () => holdsShared("scale700", rows));
});

describe("五、相近同奖：以该组第一名为准 2 分以内同奖，不逐个相连", () => {
  const rows = [
    {
      scale: [728, 727, 717, 706, 700, 690],
      gold: [728, 727],
      silver: [],
      bronze: [717],
      excellence: [706, 700],
    },
    { scale: [741, 740, 739, 738, 730], gold: [741, 740, 739], silver: [], bronze: [738], excellence: [730] },
    {
      scale: [741, 740, 739, 736, 730],
      gold: [741, 740, 739],
      silver: [],
      bronze: [],
      excellence: [736, 730],
    },
    { scale: [741, 735, 734, 733, 720], gold: [741], silver: [735, 734, 733], bronze: [], excellence: [720] },
    {
      scale: [741, 735, 734, 732],
      bronzeAfterTiedSilver: true,
      gold: [741],
      silver: [735, 734],
      bronze: [732],
      excellence: [],
    },
    {
      scale: [741, 735, 734, 731],
      bronzeAfterTiedSilver: true,
      gold: [741],
      silver: [735, 734],
      bronze: [],
      excellence: [731],
    },
    {
      scale: [741, 735, 734, 732],
      bronzeAfterTiedSilver: false,
      gold: [741],
      silver: [735, 734],
      bronze: [],
      excellence: [732],
    },
  ];
  test.each(rows)("$scale", ({ scale, gold, silver, bronze, excellence, bronzeAfterTiedSilver = true }) => {
    const line = scale.map((points, at) => ({
      candidate: {} as Candidate,
      place: at + 1,
      total: exact(points),
    }));
    const lines = nearTieLines(line, (one) => one.total, { tolerance: "2", bronzeAfterTiedSilver });
    const won = lines.map((one) => one.winners.map((winner) => Number(winner.total.toString())));
    expect(won).toEqual([gold, silver, bronze]);
    const rest = scale.filter((points) => !won.flat().includes(points) && points >= 700);
    expect(rest).toEqual(excellence);
  });
  test("与共用数字一致", () => holdsShared("nearTieMedals", rows));
});

describe("五、按比例设奖：10%、20%、30%，四舍五入", () => {
  const rows = [
    { n: 12, prizes: [1, 2, 4] },
    { n: 18, prizes: [2, 4, 5] },
    { n: 25, prizes: [3, 5, 8] },
    { n: 47, prizes: [5, 9, 14] },
  ];
  const shares = ["0.10", "0.20", "0.30"] as [string, string, string];
  test.each(rows)("$n 人", ({ n, prizes }) => {
    expect(quotas(shares, n, "half-up")).toEqual(prizes);
  });
  test("与共用数字一致", () => {
    if (!shared) return;
    expect(shared.quota).toEqual({ shares, halfUp: rows });
  });
});

describe("七、复核：前十名全查，其余抽 15%（向上取整），差错超过 5% 全部复核", () => {
  const rule = { topAll: 10, sharePercent: 15, limitPercent: 5 };
  const rows = [
    { competitors: 46, topAll: 10, sample: "0.15", rechecked: 16, errors: 1, outcome: "recheck all" },
    { rechecked: 40, errors: 2, outcome: "correct those two" },
  ];
  test("46 人抽 16 人", () => {
    const field = Array.from({ length: 46 }, (_, at) => ({ contestantId: String(at), rank: at + 1 }));
    expect(recheckSample(rule, field, "5e".repeat(32))).toHaveLength(16);
  });
  test.each(rows)("$rechecked 人中错 $errors 处", ({ rechecked, errors, outcome }) => {
    expect(isOverLimit(rule, rechecked, errors)).toBe(outcome === "recheck all");
  });
  test("与共用数字一致", () => holdsShared("recheck", rows));
});

describe("五、代表队排名：奖牌榜、奖牌积分 4/3/2/1、平均积分，三种方法三个第一", () => {
  const rows = [
    { name: "兰考", medals: [2, 1, 0, 3], entered: 10, points: 14, average: "1.40" },
    { name: "通许", medals: [2, 0, 1, 1], entered: 6, points: 11, average: "1.83" },
    { name: "杞县", medals: [1, 2, 2, 2], entered: 12, points: 16, average: "1.33" },
    { name: "尉氏", medals: [1, 2, 1, 4], entered: 12, points: 16, average: "1.33" },
  ];
  const orders = {
    "medal-table": ["兰考", "通许", "杞县", "尉氏"],
    "medal-points": ["杞县", "尉氏", "兰考", "通许"],
    "average-points": ["通许", "兰考", "杞县", "尉氏"],
  } as const;
  const delegations = rows.map(({ name, medals: [gold, silver, bronze, excellence], entered }) => ({
    id: name,
    name,
    entered,
    medals: { gold: gold!, silver: silver!, bronze: bronze!, excellence: excellence! },
  }));
  test.each(rows.map((row, at) => ({ ...row, at })))(
    "$name $points 分，平均 $average",
    ({ at, points, average }) => {
      const told = delegationPoints(delegations[at]!);
      expect([told.total, told.average && roundHalfUp(told.average, 2)]).toEqual([points, average]);
    },
  );
  test.each(Object.keys(orders) as (keyof typeof orders)[])("%s", (method) => {
    expect(delegationOrder(delegations, method).map((one) => one.name)).toEqual(orders[method]);
  });
  test("与共用数字一致", () => {
    if (!shared) return;
    expect(shared.delegations).toEqual({
      points: { gold: 4, silver: 3, bronze: 2, excellence: 1 },
      rows,
      orders,
    });
  });
});
