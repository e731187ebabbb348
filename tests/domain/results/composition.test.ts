// Domain 3.4 and 3.5: modules, components with weights and pass lines, vetoes, penalties, stages of the contest.
import { describe, expect, test } from "vitest";
import { planAwards } from "#domain/awards/policy.ts";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { byContestant, type Cell } from "#domain/marking/mark.ts";
import { highestTotal } from "#domain/results/made-of.ts";
import { type Rulings, type Standing, standings } from "#domain/results/standings.ts";
import type { Penalty } from "#domain/results/totals.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { components, criterion, scheme, value } from "./theory-and-practice.ts";

const weighed: SkillRules = { ...offeredRules, components };
type Given = Readonly<Record<string, string>>;
const given = (theory: string, b: string, c: string, more: Given = {}): Given => ({
  "A1.1": theory,
  "B1.1": b,
  "C1.1": c,
  "C1.2": "0",
  "C1.3": "500",
  ...more,
});

function places(
  people: readonly Given[],
  rules: SkillRules = weighed,
  penalties: readonly Penalty[] = [],
  orders: Rulings["orders"] = [],
): Standing[] {
  const cells = people.flatMap((marks, at) =>
    Object.entries(marks).map(
      ([aspectId, entered]): Cell => ({
        contestantId: `c${at}`,
        aspectId,
        seat: 0,
        round: 1,
        version: 1,
        value: entered,
      }),
    ),
  );
  const contestants = people.map((_, at) => ({
    id: `c${at}`,
    code: `R-0${at + 1}`,
    status: "present" as const,
  }));
  const rulings = { penalties: new Map([["c0", penalties]]), orders };
  return standings(scheme, rules, contestants, byContestant(cells), rulings);
}
const totalOf = (marks: Given, rules?: SkillRules, penalties?: readonly Penalty[]) =>
  places([marks], rules, penalties)[0]!.total;
const ranks = (rows: readonly Standing[]) => rows.map((row) => [row.code, row.rank]);

describe("最高总分", () => {
  const most = (rules: Partial<SkillRules>) => highestTotal(scheme, { ...offeredRules, ...rules }).toString();
  const heat = { id: "heat", name: "初赛", criteria: ["A"], advance: 1 };
  const final = { id: "final", name: "决赛", criteria: ["B", "C"] };

  test.each([
    ["不分阶段：各部分相加", {}, "200"],
    ["构成按权重", { components }, "100"],
    ["决赛带入初赛的一半", { contestStages: [heat, { ...final, carry: "0.5" }] }, "150"],
    ["决赛不带入初赛：初赛总分不加上去", { contestStages: [heat, final] }, "100"],
    [
      "止步于初赛者的总分可以更高",
      {
        contestStages: [
          heat,
          { id: "semi", name: "复赛", criteria: ["B"], advance: 1 },
          { ...final, criteria: ["C"] },
        ],
      },
      "100",
    ],
    ["构成分在各阶段", { components, contestStages: [heat, { ...final, carry: "0.5" }] }, "85"],
  ] as const)("%s", (_why, rules, total) => {
    expect(most(rules as Partial<SkillRules>)).toBe(total);
  });
});

describe("成绩构成", () => {
  test("理论 30%、实操 70%，88.930 与 88.925 不并列", () => {
    const rows = places([given("80", "55", "37.75"), given("78.5", "56", "37.4")]);
    expect(rows.map((row) => [row.code, row.rank, row.total])).toEqual([
      ["R-02", 1, "88.93"],
      ["R-01", 2, "88.925"],
    ]);
  });

  test("规则写明总分保留两位时，两者并列", () => {
    const rules = { ...weighed, rounding: { total: 2 } };
    expect(ranks(places([given("80", "55", "37.75"), given("78.5", "56", "37.4")], rules))).toEqual([
      ["R-01", 1],
      ["R-02", 1],
    ]);
  });

  test("不满百分的部分折成百分再加权：只考模块 B", () => {
    const only = { ...offeredRules, components: [{ ...components[1]!, weight: "1", criteria: ["B"] }] };
    expect(totalOf(given("0", "45", "0"), only)).toBe("75.00");
  });

  test("低于合格线：有名次而不授奖，或不计名次", () => {
    const line = (belowPassLine: "no-award" | "no-rank"): SkillRules => ({
      ...weighed,
      belowPassLine,
      components: [{ ...components[0]!, passLine: "60" }, components[1]!],
      awards: { policy: { kind: "places", excellence: "none" }, perGroup: false },
    });
    const people = [given("59.99", "60", "40"), given("60", "30", "20")];
    const kept = places(people, line("no-award"));
    expect(kept[0]).toMatchObject({ code: "R-01", rank: 1, below: ["theory"] });
    expect(planAwards(kept, line("no-award")).awarded).toMatchObject([
      { code: "R-02", grade: "gold", rank: 2 },
    ]);
    expect(places(people, line("no-rank"))).toMatchObject([
      { code: "R-02", rank: 1 },
      { code: "R-01", rank: null, status: "unranked" },
    ]);
  });
});

describe("否决与判罚", () => {
  const plain: SkillRules = offeredRules;
  test("否决项触发，模块 C 至多 10 分，其他模块不变", () => {
    expect(totalOf(given("50", "40", "30", { "C1.2": "1" }), plain)).toBe("100.00");
    expect(totalOf(given("50", "40", "8", { "C1.2": "1" }), plain)).toBe("98.00");
  });

  test("超时作废，模块 C 为零", () => {
    expect(totalOf(given("50", "40", "30", { "C1.3": "661" }), plain)).toBe("90.00");
  });

  test("模块清零先于加权", () => {
    expect(totalOf(given("80", "60", "40"), weighed, [{ level: "module", target: "C" }])).toBe("66.00");
  });

  test("一个命名模块清零，其中各标准都不计分", () => {
    const rules = { ...plain, modules: [{ id: "welding", name: "焊接", criteria: ["B", "C"] }] };
    expect(totalOf(given("80", "60", "40"), rules, [{ level: "module", target: "welding" }])).toBe("80.00");
  });

  test("实操扣分在加权之前、百分制上扣，扣到零为止；总分扣分在加权之后", () => {
    const marks = given("80", "60", "40");
    expect(totalOf(marks, weighed, [{ level: "practical", amount: "10" }])).toBe("87.00");
    expect(totalOf(marks, weighed, [{ level: "total", amount: "10" }])).toBe("84.00");
    expect(totalOf(given("80", "1", "0"), weighed, [{ level: "practical", amount: "10" }])).toBe("24.00");
  });

  test("清零的评分点若是扣分，扣去的不还", () => {
    const late: Scheme = {
      ...scheme,
      criteria: scheme.criteria.map((one) =>
        one.id === "C"
          ? criterion("C", "40", [
              value("C1.1", "40"),
              {
                id: "C1.2",
                kind: "time",
                description: "用时",
                max: "0",
                limit: "10",
                counting: "complete",
                late: { every: "1", marks: "1" },
              },
            ])
          : one,
      ),
    };
    const cells = Object.entries({ "A1.1": "80", "B1.1": "60", "C1.1": "40", "C1.2": "15" }).map(
      ([aspectId, entered]): Cell => ({
        contestantId: "c0",
        aspectId,
        seat: 0,
        round: 1,
        version: 1,
        value: entered,
      }),
    );
    const total = (penalties: readonly Penalty[]) =>
      standings(late, plain, [{ id: "c0", code: "R-01", status: "present" }], byContestant(cells), {
        penalties: new Map([["c0", penalties]]),
        orders: [],
      })[0]!.total;
    expect([total([]), total([{ level: "aspect", target: "C1.2" }])]).toEqual(["175.00", "175.00"]);
  });

  test("评分点清零只清这一点", () => {
    expect(totalOf(given("80", "60", "40"), plain, [{ level: "aspect", target: "B1.1" }])).toBe("120.00");
  });
});

describe("四、同分排序", () => {
  const tied = [given("50", "40", "30", { "C1.3": "400" }), given("60", "30", "30", { "C1.3": "300" })];
  test.each([
    [["criterion:A"], "R-02"],
    [["criterion:B"], "R-01"],
    [["time", "criterion:B"], "R-02"],
    [["time:C1.3"], "R-02"],
    [["module:C", "aspect:B1.1"], "R-01"],
    [["component:theory"], "R-02"],
  ])("%j：%s 在前（两种次序可把同样两人排反）", (tieChain, first) => {
    const parts: SkillRules["components"] = [
      { id: "theory", name: "理论", weight: "1", criteria: ["A"] },
      { id: "practical", name: "实操", weight: "0", criteria: ["B", "C"] },
    ];
    const same = [given("50", "40", "30", { "C1.3": "400" }), given("60", "30", "30", { "C1.3": "300" })];
    const rules = { ...offeredRules, tieChain };
    const rows =
      tieChain[0] === "component:theory"
        ? places(same, { ...rules, components: parts })
        : places(tied, rules);
    expect(ranks(rows)[0]).toEqual([first, 1]);
    expect(rows[1]!.rank).toBe(2);
  });

  test("裁判组裁定的次序只管所裁定的这几个人", () => {
    const three = [given("50", "40", "30"), given("50", "40", "30"), given("10", "10", "10")];
    const decided = places(three, offeredRules, [], [["c1", "c0"]]);
    expect(ranks(decided)).toEqual([
      ["R-02", 1],
      ["R-01", 2],
      ["R-03", 3],
    ]);
    const alike = [given("50", "40", "30"), given("50", "40", "30"), given("50", "40", "30")];
    expect(places(alike, offeredRules, [], [["c1", "c0"]]).map((row) => row.rank)).toEqual([1, 1, 1]);
  });
});

describe("初赛与决赛", () => {
  const rules: SkillRules = {
    ...offeredRules,
    contestStages: [
      { id: "heat", name: "初赛", criteria: ["A"], advance: 2 },
      { id: "final", name: "决赛", criteria: ["B", "C"], carry: "0.5", tieChain: ["criterion:B"] },
    ],
  };
  const heat = (theory: string): Given => ({ "A1.1": theory });

  test("线上并列的都进决赛；决赛按结转与本场合计，未进的保留初赛名次", () => {
    const rows = places(
      [given("80", "10", "0"), given("70", "30", "0"), given("70", "50", "10"), heat("60")],
      rules,
    );
    expect(rows.map((row) => [row.code, row.rank, row.total, row.stage])).toEqual([
      ["R-03", 1, "95.00", "final"],
      ["R-02", 2, "65.00", "final"],
      ["R-01", 3, "50.00", "final"],
      ["R-04", 4, "60.00", "heat"],
    ]);
  });

  test("初赛没有录全时，谁也不进决赛", () => {
    const rows = places([given("80", "10", "0"), {}], rules);
    expect(rows).toMatchObject([
      { code: "R-01", rank: 1, stage: "heat" },
      { code: "R-02", status: "incomplete", stage: "heat" },
    ]);
  });

  test("决赛用决赛的同分排序", () => {
    const rows = places([given("70", "30", "20"), given("70", "40", "10")], rules);
    expect(ranks(rows)).toEqual([
      ["R-02", 1],
      ["R-01", 2],
    ]);
  });
});
