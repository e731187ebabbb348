// Moving parts of a scheme: numbers follow places, and the rules that named a part go on naming it (domain 3.3).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followScheme } from "#domain/competitions/follow-scheme.ts";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { exact } from "#domain/exact.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { addAspect, addCriterion, addSubCriterion, removeAspect } from "#domain/schemes/edit.ts";
import { move, type Place, stepFrom } from "#domain/schemes/move.ts";
import { idsOf, numbered, numberNew } from "#domain/schemes/numbering.ts";
import { aspectsOf, findAspect, schemeTotal, subcriteriaOf } from "#domain/schemes/scheme.ts";
import { soundScheme } from "./examples.ts";

const moved = (scheme: Scheme, id: string, to: Place) => {
  const outcome = move(scheme, id, to);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return numbered(outcome.value);
};
/** Ids with what they are: "A1.1 测量 A1.1". */
const told = (scheme: Scheme) => aspectsOf(scheme).map(({ id, description }) => `${id} ${description}`);

describe("移动与编号", () => {
  it("评分点在子项内移动，编号按新次序", () => {
    const { scheme, renamed } = moved(soundScheme(), "A1.2", { under: "A1", at: 0 });
    expect(told(scheme).slice(0, 2)).toEqual(["A1.1 分值 A1.2", "A1.2 测量 A1.1"]);
    expect(Object.fromEntries(renamed)).toEqual({ "A1.1": "A1.2", "A1.2": "A1.1" });
  });

  it("评分点移到另一子项，原处后面的前移", () => {
    const { scheme } = moved(soundScheme(), "A1.1", { under: "B1", at: 9 });
    expect(told(scheme)).toEqual([
      "A1.1 分值 A1.2",
      "A2.1 评价 A2.1",
      expect.stringContaining("B1.1"),
      "B1.2 测量 A1.1",
    ]);
  });

  it("子项移到另一标准，取那里的下一个编号；评分点跟着走", () => {
    const { scheme, renamed } = moved(soundScheme(), "A1", { under: "B", at: 0 });
    expect(
      subcriteriaOf(scheme).map(({ subcriterion }) => `${subcriterion.id} ${subcriterion.name}`),
    ).toEqual(["A2 外观", expect.stringMatching(/^B1 尺寸$/), expect.stringMatching(/^B2 /)]);
    expect(renamed.get("A1.1")).toBe("B1.1");
    expect(renamed.get("B1.1")).toBe("B2.1");
  });

  it("标准移动后字母按次序重排，其下的编号一并改", () => {
    const { scheme, renamed } = moved(soundScheme(), "B", { under: "", at: 0 });
    expect(scheme.criteria.map(({ id, name }) => id + name)).toEqual([expect.stringMatching(/^A/), "B制作"]);
    expect([renamed.get("A"), renamed.get("B"), renamed.get("A2.1"), renamed.get("B1.1")]).toEqual([
      "B",
      "A",
      "B2.1",
      "A1.1",
    ]);
  });

  it.each<[string, string, Place]>([
    ["没有这一项", "Z9", { under: "A1", at: 0 }],
    ["评分点不能放到标准下", "A1.1", { under: "A", at: 0 }],
    ["子项不能放到子项下", "A1", { under: "A2", at: 0 }],
    ["标准不能放到标准下", "A", { under: "B", at: 0 }],
  ])("拒绝：%s", (_, id, to) => {
    expect(move(soundScheme(), id, to)).toMatchObject({ ok: false, refusal: { code: "input.not-found" } });
  });

  it("任意移动不增不减：总分不变，评分点都在，再编一次号不变", () => {
    const steps = fc.array(fc.tuple(fc.nat(20), fc.nat(9), fc.nat(4)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (list) => {
        let scheme = soundScheme();
        const before = aspectsOf(scheme).map(({ description }) => description);
        for (const [which, where, at] of list) {
          const aspects = aspectsOf(scheme);
          const subs = subcriteriaOf(scheme).map(({ subcriterion }) => subcriterion);
          const aspect = aspects[which % aspects.length]!;
          scheme = moved(scheme, aspect.id, { under: subs[where % subs.length]!.id, at }).scheme;
          const sub = subs[which % subs.length]!;
          scheme = moved(scheme, sub.id, { under: scheme.criteria[where % 2]!.id, at }).scheme;
        }
        expect(
          aspectsOf(scheme)
            .map(({ description }) => description)
            .sort(),
        ).toEqual(before.sort());
        expect(schemeTotal(scheme).equals(exact("100"))).toBe(true);
        expect(numbered(scheme).renamed.size).toBe(0);
        expect(new Set(aspectsOf(scheme).map(({ id }) => id)).size).toBe(before.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("用键盘一步一步移动", () => {
  it("在父级内上下一位；到头就进入相邻的父级；两端停住", () => {
    const scheme = soundScheme();
    expect(stepFrom(scheme, "A1.2", -1)).toEqual({ under: "A1", at: 0 });
    expect(stepFrom(scheme, "A1.2", 1)).toEqual({ under: "A2", at: 0 });
    expect(stepFrom(scheme, "A2.1", -1)).toEqual({ under: "A1", at: 2 });
    expect(stepFrom(scheme, "A1.1", -1)).toBeNull();
    expect(stepFrom(scheme, "A2", 1)).toEqual({ under: "B", at: 0 });
    expect(stepFrom(scheme, "A", -1)).toBeNull();
    expect(stepFrom(scheme, "A", 1)).toEqual({ under: "", at: 1 });
  });

  it("下移再上移回到原样", () => {
    for (const { id } of aspectsOf(soundScheme())) {
      const scheme = soundScheme();
      const down = stepFrom(scheme, id, 1);
      if (!down) continue;
      const there = moved(scheme, id, down);
      const now = there.renamed.get(id) ?? id;
      expect(moved(there.scheme, now, stepFrom(there.scheme, now, -1)!).scheme).toEqual(scheme);
    }
  });
});

describe("规则跟着编号走", () => {
  const rules: SkillRules = {
    ...offeredRules,
    tieChain: ["criterion:B", "aspect:A1.2", "time", "module:A", "component:practical"],
    components: [
      { id: "theory", name: "理论", weight: "0.4", criteria: ["B"] },
      { id: "practical", name: "实操", weight: "0.6", criteria: ["A"] },
    ],
    panels: [{ id: "one", name: "外观组", seats: [1, 2], subcriteria: ["A1"] }],
    contestStages: [{ id: "final", name: "决赛", criteria: ["A"], tieChain: ["aspect:A2.1"] }],
  };

  it("改了字母，构成、阶段和同分排序指的还是同一部分", () => {
    const { renamed } = moved(soundScheme(), "B", { under: "", at: 0 });
    const followed = followScheme(rules, renamed);
    expect(followed.tieChain).toEqual([
      "criterion:A",
      "aspect:B1.2",
      "time",
      "module:B",
      "component:practical",
    ]);
    expect(followed.components!.map(({ criteria }) => criteria)).toEqual([["A"], ["B"]]);
    expect(followed.panels![0]!.subcriteria).toEqual(["B1"]);
    expect(followed.contestStages![0]).toMatchObject({ criteria: ["B"], tieChain: ["aspect:B2.1"] });
  });

  it("没有指到的编号变了，规则原样不动", () => {
    expect(followScheme(rules, new Map([["A1.1", "A1.3"]]))).toBe(rules);
  });
});

describe("删去规则所指的部分", () => {
  it("同分排序不再写它，也不改指顶上来的那一个", () => {
    const rules: SkillRules = { ...offeredRules, tieChain: ["aspect:A1.1", "aspect:A1.2"] };
    const cut = removeAspect(soundScheme(), "A1.1");
    if (!cut.ok) throw new Error(cut.refusal.code);
    const { renamed } = numbered(cut.value);
    expect(followScheme(rules, renamed, ["A1.1"]).tieChain).toEqual(["aspect:A1.1"]);
    expect(Object.fromEntries(renamed)).toEqual({ "A1.2": "A1.1" });
  });

  it("模块、构成、阶段、裁判小组去掉它的编号，顶上来的仍归原处；一无所有的整个去掉（小组留着，它的裁判不评别组的），同分排序也不再写", () => {
    const rules: SkillRules = {
      ...offeredRules,
      tieChain: ["component:theory", "module:m-1", "module:m-2", "component:practical"],
      modules: [
        { id: "m-1", name: "模块一", criteria: ["A"] },
        { id: "m-2", name: "模块二", criteria: ["B", "C"] },
      ],
      components: [
        { id: "theory", name: "理论", weight: "0.4", criteria: ["A"] },
        { id: "practical", name: "实操", weight: "0.6", criteria: ["B", "C"] },
      ],
      panels: [
        { id: "one", name: "一组", seats: [1, 2], subcriteria: ["A1", "B1"] },
        { id: "two", name: "二组", seats: [3], subcriteria: ["A2"] },
      ],
      contestStages: [
        { id: "heat", name: "初赛", criteria: ["A", "B"], advance: 6 },
        { id: "final", name: "决赛", criteria: ["C"], tieChain: ["component:theory", "criterion:C"] },
      ],
    };
    const renamed = new Map([
      ["B", "A"],
      ["B1", "A1"],
      ["C", "B"],
    ]);
    expect(followScheme(rules, renamed, ["A", "A1", "A2"])).toEqual({
      ...rules,
      tieChain: ["module:m-2", "component:practical"],
      modules: [{ id: "m-2", name: "模块二", criteria: ["A", "B"] }],
      components: [{ id: "practical", name: "实操", weight: "0.6", criteria: ["A", "B"] }],
      panels: [
        { id: "one", name: "一组", seats: [1, 2], subcriteria: ["A1"] },
        { id: "two", name: "二组", seats: [3], subcriteria: [] },
      ],
      contestStages: [
        { id: "heat", name: "初赛", criteria: ["A"], advance: 6 },
        { id: "final", name: "决赛", criteria: ["B"], tieChain: ["criterion:B"] },
      ],
    });
  });
});

describe("锁定过之后的编号", () => {
  it("删去的子项和标准的编号不再用", () => {
    const scheme = soundScheme();
    const taken = new Set([...idsOf(scheme), "A3", "A3.1", "C"]);
    const sub = addSubCriterion(scheme, "A", { name: "补充", day: 1 });
    if (!sub.ok) throw new Error(sub.refusal.code);
    const whole = addCriterion(sub.value, { name: "新增", max: "0" });
    if (!whole.ok) throw new Error(whole.refusal.code);
    const next = numberNew(whole.value, scheme, taken);
    expect(subcriteriaOf(next).map(({ subcriterion }) => subcriterion.id)).toEqual(["A1", "A2", "A4", "B1"]);
    expect(next.criteria.map(({ id }) => id)).toEqual(["A", "B", "D"]);
  });

  it("原有编号不变，新的接在用过的最大号之后，删去的号不再用", () => {
    const scheme = soundScheme();
    const taken = new Set(aspectsOf(scheme).map(({ id }) => id));
    const cut = removeAspect(scheme, "A1.2");
    if (!cut.ok) throw new Error(cut.refusal.code);
    const grown = addAspect(cut.value, "A1", { kind: "measurement", description: "补充", max: "10.00" });
    if (!grown.ok) throw new Error(grown.refusal.code);
    const next = numberNew(grown.value, scheme, taken);
    expect(told(next).slice(0, 2)).toEqual(["A1.1 测量 A1.1", "A1.3 补充"]);
    expect(findAspect(next, "A1.2")).toBeUndefined();
  });
});
