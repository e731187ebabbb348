// Typing a scheme in by hand: each edit gives a new scheme whose ids, once numbered, are places again (domain 3.3).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../domain/outcome.ts";
import type { Scheme } from "../../../domain/schemes/aspect.ts";
import * as edit from "../../../domain/schemes/edit.ts";
import { numbered } from "../../../domain/schemes/numbering.ts";
import { aspectsOf, numberAspects, subcriteriaOf } from "../../../domain/schemes/scheme.ts";
import type { AspectContent } from "../../../domain/schemes/scheme-form.ts";
import { soundScheme } from "./examples.ts";

const content: AspectContent = { kind: "measurement", description: "新的", max: "1.00" };
const done = (outcome: Outcome<Scheme>): Scheme => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return numbered(outcome.value).scheme;
};
const ids = (scheme: Scheme) =>
  aspectsOf(scheme)
    .map(({ id }) => id)
    .join(" ");
const subIds = (scheme: Scheme) =>
  subcriteriaOf(scheme)
    .map(({ subcriterion }) => subcriterion.id)
    .join(" ");
const letters = (scheme: Scheme) => scheme.criteria.map(({ id }) => id).join("");

describe("手工录入评分标准", () => {
  it("从空白开始，声明总分 100.00，逐级添加", () => {
    let scheme = edit.emptyScheme();
    scheme = done(edit.addCriterion(scheme, { name: "制作", max: "100" }));
    scheme = done(edit.addSubCriterion(scheme, "A", { name: "尺寸", day: 1 }));
    scheme = done(edit.addAspect(scheme, "A1", content));
    scheme = done(edit.addAspect(scheme, "A1", content));
    expect([scheme.total, letters(scheme), subIds(scheme), ids(scheme)]).toEqual([
      "100.00",
      "A",
      "A1",
      "A1.1 A1.2",
    ]);
    expect(scheme.criteria[0]!.max).toBe("100.00");
  });

  it.each<[string, (scheme: Scheme) => Outcome<Scheme>, string]>([
    ["评分点加在子项末尾", (s) => edit.addAspect(s, "A1", content), "A1.1 A1.2 A1.3 A2.1 B1.1"],
    ["删去评分点，后面的前移", (s) => edit.removeAspect(s, "A1.1"), "A1.1 A2.1 B1.1"],
    ["改评分点，编号不变", (s) => edit.changeAspect(s, "A1.1", content), "A1.1 A1.2 A2.1 B1.1"],
    ["删去子项，其他编号不变", (s) => edit.removeSubCriterion(s, "A1"), "A2.1 B1.1"],
    ["删去标准，其他编号不变", (s) => edit.removeCriterion(s, "A"), "B1.1"],
  ])("%s", (_, change, expected) => {
    expect(ids(done(change(soundScheme())))).toBe(expected);
  });

  it("改评分点换掉它的全部内容", () => {
    const scheme = done(edit.changeAspect(soundScheme(), "A2.1", content));
    expect(aspectsOf(scheme)[2]).toEqual({ ...content, id: "A2.1" });
  });

  it("新的子项接在最后一个之后，删去的中间号不重用", () => {
    const scheme = done(edit.removeSubCriterion(soundScheme(), "A1"));
    expect(subIds(done(edit.addSubCriterion(scheme, "A", { name: "新", day: 1 })))).toBe("A2 A3 B1");
  });

  it("标准最多 26 项；空出的字母补上后按次序重排", () => {
    let scheme = edit.emptyScheme();
    for (let n = 0; n < 26; n += 1) scheme = done(edit.addCriterion(scheme, { name: "项", max: "1" }));
    expect(letters(scheme)).toBe("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    expect(edit.addCriterion(scheme, { name: "多", max: "1" })).toMatchObject({
      ok: false,
      refusal: { code: "scheme.invalid" },
    });
    scheme = done(edit.removeCriterion(scheme, "C"));
    scheme = done(edit.addCriterion(scheme, { name: "补", max: "1" }));
    expect([letters(scheme), scheme.criteria.at(-1)]).toMatchObject([
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
      { id: "Z", name: "补" },
    ]);
  });

  it("改名称、分值、评分日和总分", () => {
    let scheme = done(edit.changeCriterion(soundScheme(), "B", { name: "文明", max: "41" }));
    scheme = done(edit.changeSubCriterion(scheme, "B1", { name: "秩序", day: 3 }));
    scheme = done(edit.declareTotal(scheme, "101"));
    expect(scheme).toMatchObject({ total: "101.00", criteria: [{}, { name: "文明", max: "41.00" }] });
    expect(scheme.criteria[1]!.subcriteria[0]).toMatchObject({ id: "B1", name: "秩序", day: 3 });
  });

  it.each<[string, Outcome<Scheme>, string]>([
    ["没有这个标准", edit.addSubCriterion(soundScheme(), "Z", { name: "x", day: 1 }), "input.not-found"],
    ["没有这个子项", edit.addAspect(soundScheme(), "A9", content), "input.not-found"],
    ["没有这个评分点", edit.removeAspect(soundScheme(), "A1.9"), "input.not-found"],
    ["分值不是数", edit.addAspect(soundScheme(), "A1", { ...content, max: "两分" }), "scheme.invalid"],
    ["评分日从 1 起", edit.changeSubCriterion(soundScheme(), "A1", { name: "x", day: 0 }), "scheme.invalid"],
    ["总分不是数", edit.declareTotal(soundScheme(), ""), "scheme.invalid"],
  ])("拒绝：%s", (_, outcome, code) => {
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  });

  it("任何一串添加和删除之后，编号仍是位置，原来的评分标准不变", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("add", "remove"), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (list) => {
        const before = soundScheme();
        let scheme = before;
        for (const [what, n] of list) {
          const sub = subcriteriaOf(scheme)[n % 3]!.subcriterion;
          const aspect = sub.aspects[n % Math.max(1, sub.aspects.length)];
          if (what === "add") scheme = done(edit.addAspect(scheme, sub.id, content));
          else if (aspect) scheme = done(edit.removeAspect(scheme, aspect.id));
        }
        expect(numberAspects(scheme)).toEqual(scheme);
        expect(before).toEqual(soundScheme());
      }),
      { numRuns: 40 },
    );
  });
});
