// A new version of a scheme over marks that stand (domain.md 3.3): what it would move, what opens again, and which marks do not fit.
import { describe, expect, test } from "vitest";
import { byContestant } from "#domain/marking/mark.ts";
import { effectOf } from "#domain/results/revision.ts";
import { noRulings } from "#domain/results/standings.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { judgement, measurement, value } from "../schemes/examples.ts";
import { cellsOf, contestant, rules } from "../skills.ts";

const schemeOf = (...aspects: Aspect[]): Scheme => ({
  total: "100.00",
  criteria: [{ id: "A", name: "A", max: "100.00", subcriteria: [{ id: "A1", name: "A1", day: 1, aspects }] }],
});
const before = schemeOf(value("A1.1", "60.00", "0.50"), measurement("A1.2", "40.00"));
const state = {
  scheme: before,
  rules,
  contestants: [contestant(1), contestant(2), contestant(3, "absent")],
  cells: byContestant([
    ...cellsOf("contestant-1", { "A1.1": "50", "A1.2": "0" }),
    ...cellsOf("contestant-2", { "A1.1": "20", "A1.2": "40" }),
  ]),
  rulings: noRulings,
};
const locked = new Set(["A1"]);
const seated = [1, 2, 3];
const penalized: string[] = [];
const effect = (next: Scheme) => effectOf(state, next, { locked, seated, penalized });

describe("修订的影响", () => {
  test("删去一个评分点，名次倒过来", () => {
    expect(effect(schemeOf(value("A1.1", "60.00", "0.50")))).toMatchObject({
      ok: true,
      value: {
        places: {
          before: [
            { code: "R-02", rank: 1, total: "60.00" },
            { code: "R-01", rank: 2, total: "50.00" },
            { code: "R-03", rank: null },
          ],
          after: [
            { code: "R-01", rank: 1, total: "50.00" },
            { code: "R-02", rank: 2, total: "20.00" },
            { code: "R-03", rank: null },
          ],
        },
        opened: [],
      },
    });
  });

  test("新的评分点使已锁定的子项重新打开；未评不是零，没有总分", () => {
    const next = schemeOf(...before.criteria[0]!.subcriteria[0]!.aspects, value("A1.3", "10.00", "1"));
    expect(effect(next)).toMatchObject({
      value: {
        opened: ["A1"],
        places: { after: [{ total: null }, { total: null }, { total: null }] },
      },
    });
    expect(effectOf(state, next, { locked: new Set(), seated, penalized })).toMatchObject({
      value: { opened: [] },
    });
  });

  test("新的评价等一个无人就座的裁判席：先安排裁判；原来就空着的不算", () => {
    const [one, two] = before.criteria[0]!.subcriteria[0]!.aspects;
    const next = schemeOf(one!, two!, judgement("A1.3", "10.00"));
    expect(effectOf(state, next, { locked, seated: [1, 2], penalized })).toMatchObject({
      refusal: { code: "skill.needs-judges", params: { seats: 2, missing: "3" } },
    });
    expect(effectOf(state, before, { locked, seated: [], penalized })).toMatchObject({ ok: true });
  });

  test("删去已有记零判罚的评分点：先撤回判罚；早已不在的不算", () => {
    const next = schemeOf(value("A1.1", "60.00", "0.50"));
    expect(effectOf(state, next, { locked, seated, penalized: ["A1.2", "A1.9"] })).toMatchObject({
      refusal: { code: "scheme.penalized", params: { targets: "A1.2" } },
    });
    expect(effectOf(state, next, { locked, seated, penalized: ["A", "A1.1"] })).toMatchObject({ ok: true });
  });

  test("最后一个用时评分点删去，同分排序不再比用时", () => {
    const timed: Aspect = {
      ...value("A1.3", "0", "1"),
      kind: "time",
      limit: "600",
      counting: "started",
    } as Aspect;
    const [one, two] = before.criteria[0]!.subcriteria[0]!.aspects;
    const clocked = {
      ...state,
      scheme: schemeOf(one!, two!, timed),
      rules: { ...rules, tieChain: ["time", "aspect:A1.1"] },
    };
    expect(effectOf(clocked, before, { locked, seated, penalized })).toMatchObject({
      value: { rules: { tieChain: ["aspect:A1.1"] } },
    });
  });

  test("规则不再写删去的部分；没有删去规则所写的，规则原样", () => {
    const chained = { ...state, rules: { ...rules, tieChain: ["aspect:A1.2", "aspect:A1.1"] } };
    const shorter = effectOf(chained, schemeOf(value("A1.1", "60.00", "0.50")), {
      locked,
      seated,
      penalized,
    });
    expect(shorter).toMatchObject({ value: { rules: { tieChain: ["aspect:A1.1"] } } });
    expect(effect(before)).toMatchObject({ ok: true });
    const same = effect(before);
    expect(same.ok && same.value.rules).toBe(rules);
  });

  test.each<[string, Scheme, string]>([
    ["满分低于已给的分", schemeOf(value("A1.1", "40.00", "0.50"), measurement("A1.2", "40.00")), "A1.1"],
    [
      "只能满分或 0，而给的是另一个满分",
      schemeOf(value("A1.1", "60.00", "0.50"), measurement("A1.2", "30.00")),
      "A1.2",
    ],
    [
      "改为计错处：8 分不能变成 8 处",
      schemeOf(
        { ...value("A1.1", "60.00", "0.50"), kind: "deduction", perFault: "1.00" } as Aspect,
        measurement("A1.2", "40.00"),
      ),
      "A1.1",
    ],
    ["改为每席各给", schemeOf(judgement("A1.1", "60.00"), measurement("A1.2", "40.00")), "A1.1"],
  ])("拒绝：%s", (_, next, aspects) => {
    expect(effect(next)).toMatchObject({
      ok: false,
      refusal: { code: "scheme.marks-do-not-fit", params: { aspects } },
    });
  });
});
