// A bundle that cannot be read is refused by a sentence of ours in either language: where, and what is wanted there.
import { describe, expect, test } from "vitest";
import { bundleFormat, readBundle } from "#domain/bundles/bundle.ts";
import { offeredRules } from "#domain/competitions/rules.ts";
import { refusalSentence } from "#words/refusals.ts";

const mark = { competitor: "c1", aspect: "A1.1", seat: 0, round: 1, version: 1, value: "4" };
const aspect = { id: "A1.1", kind: "value", description: "焊缝", max: "10", step: "0.5" };
const scheme = {
  total: "10",
  criteria: [
    {
      id: "A",
      name: "焊接",
      max: "10",
      subcriteria: [{ id: "A1", name: "焊缝", day: 1, aspects: [aspect] }],
    },
  ],
};
const bundle = {
  format: bundleFormat,
  competition: { name: "市赛", year: 2026 },
  skill: { number: 10, name: "焊接" },
  scheme,
  rules: offeredRules,
  competitors: [
    { id: "c1", code: "R-1", status: "present" },
    { id: "c2", code: "R-2", status: "present" },
  ],
  marks: [mark],
  missing: [],
  penalties: [],
  orders: [],
  ledger: null,
  published: null,
};
const without = (name: keyof typeof bundle) =>
  Object.fromEntries(Object.entries(bundle).filter(([one]) => one !== name));

test("写对了就读得出", () => expect(readBundle(bundle).ok).toBe(true));

describe("读不成复算包的，用自己的话说出在哪里、应写什么", () => {
  test.each<[read: unknown, place: string, zh: string, en: string]>([
    ["复算包", "bundle", "应为对象", "an object is wanted"],
    [null, "bundle", "应为对象", "an object is wanted"],
    [{ ...bundle, format: "other" }, "format", `应为 "${bundleFormat}"`, `"${bundleFormat}" is wanted`],
    [without("marks"), "marks", "缺少这一项，应为列表", "this is missing; a list is wanted"],
    [without("rules"), "rules", "缺少这一项，应为对象", "this is missing; an object is wanted"],
    [{ ...bundle, skill: { number: "10", name: "焊接" } }, "skill.number", "应为数", "a number is"],
    [{ ...bundle, skill: { number: 1.5, name: "焊接" } }, "skill.number", "应为整数", "a whole number"],
    [{ ...bundle, rules: { ...offeredRules, onSite: "是" } }, "rules.onSite", "应为true 或 false", "true or"],
    [{ ...bundle, rules: { ...offeredRules, maxSpread: 9 } }, "rules.maxSpread", "不能大于 3", "above 3"],
    [
      { ...bundle, rules: { ...offeredRules, codingLayers: -1 } },
      "rules.codingLayers",
      "不能小于 0",
      "below 0",
    ],
    [
      { ...bundle, rules: { ...offeredRules, codePrefix: "r" } },
      "rules.codePrefix",
      "应合 /^[A-Z]",
      "must match",
    ],
    [
      { ...bundle, rules: { ...offeredRules, confirm: "third" } },
      "rules.confirm",
      '应为 "none" / "second" / "blind"',
      '"none" / "second" / "blind" is wanted',
    ],
    [
      { ...bundle, rules: { ...offeredRules, awards: { policy: { kind: "luck" }, perGroup: false } } },
      "rules.awards.policy.kind",
      "不合复算包的格式",
      "not as the form of a bundle wants it",
    ],
    [{ ...bundle, orders: [["c1"]] }, "orders.0", "至少应有 2 项", "at least 2 entries are wanted"],
    [
      { ...bundle, competitors: [{ ...bundle.competitors[0], id: "" }] },
      "competitors.0.id",
      "至少应有 1 个字",
      "1 char",
    ],
    [
      { ...bundle, marks: [{ ...mark, value: "1e5" }] },
      "marks.0.value",
      "应为写成文字的小数",
      "a decimal written",
    ],
    [{ ...bundle, marks: [{ ...mark, value: 4 }] }, "marks.0.value", "应为文字", "a text is wanted"],
    [
      { ...bundle, scheme: { ...scheme, total: "many" } },
      "scheme.total",
      "应为不小于 0 的小数",
      "form of a scheme",
    ],
    [
      { ...bundle, marks: [{ ...mark, competitor: "nobody" }] },
      "marks.0",
      "没有选手 nobody",
      "no competitor nobody",
    ],
    [{ ...bundle, marks: [{ ...mark, aspect: "Z9.9" }] }, "marks.0", "没有评分点 Z9.9", "no aspect Z9.9"],
    [{ ...bundle, marks: [{ ...mark, value: "11" }] }, "marks.0", "A1.1 不接受 11", "A1.1 does not take 11"],
    [{ ...bundle, marks: [mark, mark] }, "marks.1", "同一版次出现了两次", "same version of a mark"],
    [{ ...bundle, orders: [["nobody", "c1"]] }, "orders.0", "不认识的选手", "an unknown competitor"],
    [{ ...bundle, orders: [["c1", "c1"]] }, "orders.0", "有人出现了两次", "twice"],
    [
      { ...bundle, penalties: [{ competitor: "c1", level: "total" }] },
      "penalties.0",
      "判罚的对象",
      "the penalty",
    ],
    [
      { ...bundle, competitors: [...bundle.competitors, bundle.competitors[0]] },
      "competitors",
      "重复",
      "twice",
    ],
    [
      { ...bundle, rules: { ...offeredRules, modules: [{ id: "m", name: "模块", criteria: ["Z"] }] } },
      "rules",
      "规则与评分标准不一致（Z）",
      "do not fit the scheme (Z)",
    ],
    [
      {
        ...bundle,
        rules: { ...offeredRules, components: [{ id: "p", name: "实操", weight: "0.5", criteria: ["A"] }] },
      },
      "rules",
      "权重合计不是 100%",
      "do not make 100%",
    ],
  ])("第 %# 例", (value, place, zh, en) => {
    const read = readBundle(value);
    if (read.ok) throw new Error("read");
    expect(read.refusal).toMatchObject({ code: "bundle.invalid", params: { place } });
    const [inChinese, inEnglish] = [refusalSentence(read.refusal, "zh"), refusalSentence(read.refusal, "en")];
    expect(inChinese).toContain(`${place} 处`);
    expect(inChinese).toContain(zh);
    expect(inEnglish).toContain(en);
    for (const sentence of [inChinese, inEnglish])
      expect(sentence).not.toMatch(/Invalid|expected|received|Too |\{[a-z]/);
    expect(inEnglish.replaceAll(/nobody|"[^"]*"/g, "")).not.toMatch(/\p{Script=Han}/u);
  });
});
