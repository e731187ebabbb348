// Domain 4: a contest in stages (初赛、决赛): whose sheets of the final are open, and what no longer waits for the others.
import { describe, expect, test } from "vitest";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { oversightView, panelView, progressView } from "#domain/live/views.ts";
import { daySummary } from "#domain/marking/day-summary.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { aheadOf, isReached, stageOfSheet } from "#domain/results/contest-stages.ts";
import type { ContestantStatus } from "#domain/results/ranking.ts";
import { noRulings, type Rulings, standings } from "#domain/results/standings.ts";
import type { Penalty } from "#domain/results/totals.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { state } from "../live/state.ts";
import { value } from "../schemes/examples.ts";
import { cellsOf, contestant, type Marks } from "../skills.ts";

/** Criterion A on day 1 is the heat, B on day 2 the final. */
const scheme: Scheme = {
  total: "200",
  criteria: ["A", "B"].map((id, at) => ({
    id,
    name: id,
    max: "100",
    subcriteria: [{ id: `${id}1`, name: id, day: at + 1, aspects: [value(`${id}1.1`, "100", "1")] }],
  })),
};
const staged = (advance: number): SkillRules => ({
  ...offeredRules,
  contestStages: [
    { id: "heat", name: "初赛", criteria: ["A"], advance },
    { id: "final", name: "决赛", criteria: ["B"], carry: "0.5" },
  ],
});

type Work = readonly [heat: string | null, final?: string, status?: ContestantStatus];
function skill(advance: number, works: readonly Work[], rulings: Rulings = noRulings) {
  const marks = works.map(
    ([heat, final]): Marks => ({ "A1.1": heat, ...(final !== undefined && { "B1.1": final }) }),
  );
  return state({
    scheme,
    rules: staged(advance),
    contestants: works.map(([, , status], at) => contestant(at + 1, status)),
    cells: marks.flatMap((given, at) => cellsOf(contestant(at + 1).id, given)),
    rulings,
  });
}
const codesAhead = (skillState: ReturnType<typeof skill>): string[] =>
  skillState.contestants
    .filter((one) => aheadOf(skillState).has(sheetId(one.id, "B1")))
    .map((one) => one.code);

describe("谁的决赛评分表还没有打开", () => {
  test.each<[what: string, advance: number, works: readonly Work[], ahead: string[]]>([
    ["初赛有一人没有评完，谁也没有打开", 1, [["90"], ["80"], [null]], ["R-01", "R-02", "R-03"]],
    ["初赛评完，线上的打开，线下的没有", 2, [["90"], ["80"], ["70"]], ["R-03"]],
    ["末位并列的都打开", 1, [["90"], ["90"], ["70"]], ["R-03"]],
    ["缺考的不拖住别人，自己没有打开", 2, [["90"], [null, undefined, "absent"], ["70"]], ["R-02"]],
    ["取消资格的让出名次", 1, [["90", undefined, "disqualified"], ["80"], ["70"]], ["R-01", "R-03"]],
    ["名额多于人数，全都打开", 9, [["90"], ["80"]], []],
  ])("%s", (_what, advance, works, ahead) => {
    expect(codesAhead(skill(advance, works))).toEqual(ahead);
  });

  test("初赛的判罚也算：扣分之后由下一名晋级", () => {
    const penalties = new Map([["contestant-1", [{ level: "total", amount: "15" } as const]]]);
    const now = skill(1, [["90"], ["80"], ["70"]], { ...noRulings, penalties });
    expect(codesAhead(now)).toEqual(["R-01", "R-03"]);
  });

  test.each<[what: string, penalty: Penalty, total: string]>([
    ["总成绩扣分在每个阶段各算一次，结转的部分不再带着它", { level: "total", amount: "10" }, "85.00"],
    ["实操扣分也一样", { level: "practical", amount: "10" }, "85.00"],
    ["初赛的评分点记零，结转的就是零", { level: "aspect", target: "A1.1" }, "50.00"],
  ])("%s", (_, penalty, total) => {
    const { contestants, cells, rulings } = skill(
      2,
      [
        ["90", "50"],
        ["80", "10"],
      ],
      {
        ...noRulings,
        penalties: new Map([["contestant-1", [penalty]]]),
      },
    );
    const rows = standings(scheme, staged(2), contestants, cells, rulings);
    expect(rows.find(({ code }) => code === "R-01")).toMatchObject({ stage: "final", total });
  });

  test.each<[what: string, heat: string, final: string]>([
    ["实操在初赛：扣分随结转进决赛", "practical", "theory"],
    ["实操在决赛：扣分在决赛扣一次", "theory", "practical"],
  ])("%s，与不分阶段同分", (_, heat, final) => {
    const weight = { practical: "0.7", theory: "0.3" } as Readonly<Record<string, string>>;
    const components = [
      { id: heat, name: heat, weight: weight[heat]!, criteria: ["A"] },
      { id: final, name: final, weight: weight[final]!, criteria: ["B"] },
    ];
    const [first, last] = staged(2).contestStages!;
    const rules = { ...offeredRules, components, contestStages: [first!, { ...last!, carry: "1" }] };
    const { contestants, cells, rulings } = skill(
      2,
      [
        ["80", "80"],
        ["80", "80"],
      ],
      {
        ...noRulings,
        penalties: new Map([
          [
            "contestant-1",
            [{ level: "practical", amount: "20" } as const, { level: "total", amount: "1" } as const],
          ],
        ]),
      },
    );
    const totals = (by: SkillRules) =>
      standings(scheme, by, contestants, cells, rulings).map(({ code, total }) => [code, total]);
    expect(totals(rules)).toEqual([
      ["R-02", "80.00"],
      ["R-01", "65.00"],
    ]);
    expect(totals({ ...offeredRules, components })).toEqual(totals(rules));
  });

  test("不分阶段的赛项没有这回事", () => {
    expect(aheadOf(state()).size).toBe(0);
    expect(stageOfSheet(state(), "A1")).toBeUndefined();
  });

  test("为什么不能录入：阶段没有开始，或此人没有进入", () => {
    const early = isReached(skill(1, [["90"], [null]]), "contestant-1", "B1");
    expect(early).toEqual({
      ok: false,
      refusal: { code: "marking.stage-not-begun", params: { stage: "决赛" } },
    });
    const late = skill(1, [["90"], ["80"]]);
    expect(isReached(late, "contestant-2", "B1")).toEqual({
      ok: false,
      refusal: { code: "marking.stage-ahead", params: { stage: "决赛", code: "R-02" } },
    });
    expect(isReached(late, "contestant-1", "B1").ok).toBe(true);
    expect(isReached(late, "contestant-2", "A1").ok).toBe(true);
  });
});

describe("成绩只等各自进入的阶段", () => {
  const works: readonly Work[] = [["90", "60"], ["80", "70"], ["70"]];
  const done = skill(2, works);

  test("没有晋级的不缺决赛的分，全部完成", () => {
    const rows = standings(done.scheme, done.rules, done.contestants, done.cells);
    expect(rows.map(({ code, rank, total, status }) => [code, rank, total, status])).toEqual([
      ["R-02", 1, "110.00", "ranked"],
      ["R-01", 2, "105.00", "ranked"],
      ["R-03", 3, "70.00", "ranked"],
    ]);
  });

  test("进度只数打开的评分表", () => {
    expect(progressView(done)["progress"]).toMatchObject({ marked: 5, of: 5 });
    expect(progressView(skill(2, [["90"], [null], ["70"]]))["progress"]).toMatchObject({ marked: 2, of: 3 });
  });

  test("裁判席和总览都说哪些没有打开", () => {
    expect(panelView(done)).toMatchObject({ "ahead:contestant-3": ["B1"] });
    expect(panelView(done)).not.toHaveProperty("ahead:contestant-1");
    const wall = oversightView(done);
    expect(wall[`sheet:${sheetId("contestant-3", "B1")}`]).toMatchObject({ state: "ahead" });
    expect(wall[`sheet:${sheetId("contestant-3", "A1")}`]).toMatchObject({ state: "confirmed" });
  });

  test("决赛日的汇总表只列晋级的人", () => {
    const locked = { ...done, locked: new Set(["A1", "B1"]) };
    const codes = (day: number) =>
      daySummary(locked, day, aheadOf(locked))!.rows.map(({ code, total }) => [code, total]);
    expect(codes(1).map(([code]) => code)).toEqual(["R-01", "R-02", "R-03"]);
    expect(codes(2)).toEqual([
      ["R-01", "60.00"],
      ["R-02", "70.00"],
    ]);
  });

  test("同一天既有初赛又有决赛：没有晋级的只计初赛", () => {
    const sameDay: Scheme = {
      ...scheme,
      criteria: scheme.criteria.map((one) => ({
        ...one,
        subcriteria: one.subcriteria.map((sub) => ({ ...sub, day: 1 })),
      })),
    };
    const locked = { ...done, scheme: sameDay, locked: new Set(["A1", "B1"]) };
    expect(daySummary(locked, 1, aheadOf(locked))!.rows.at(-1)).toEqual({
      code: "R-03",
      status: "present",
      marks: ["70.00", null],
      total: "70.00",
    });
  });
});
