// What is wrong with a bundle that was read, after its place in it: what stands there or what is wanted, in both languages.
import type { FaultCode, WantedKind } from "#domain/bundles/bundle-fault.ts";
import type { Params } from "#domain/outcome.ts";
import { type Language, say } from "./language.ts";
import type { Sentence } from "./refusals-of-marking.ts";

const kinds: Readonly<Record<WantedKind, Sentence>> = {
  text: { zh: "文字", en: "a text" },
  number: { zh: "数", en: "a number" },
  whole: { zh: "整数", en: "a whole number" },
  flag: { zh: "true 或 false", en: "true or false" },
  list: { zh: "列表", en: "a list" },
  object: { zh: "对象", en: "an object" },
  nothing: { zh: "null", en: "null" },
};

const faults: Readonly<Record<FaultCode, Sentence>> = {
  missing: { zh: "缺少这一项，应为{wanted}", en: "this is missing; {wanted} is wanted" },
  kind: { zh: "应为{wanted}", en: "{wanted} is wanted" },
  choice: { zh: "应为 {values}", en: "{values} is wanted" },
  pattern: { zh: "写法不符，应合 {pattern}", en: "it must match {pattern}" },
  short: { zh: "至少应有 {n} 个字", en: "at least {n} {n|character is|characters are} wanted" },
  long: { zh: "不能超过 {n} 个字", en: "at most {n} {n|character is|characters are} allowed" },
  few: { zh: "至少应有 {n} 项", en: "at least {n} {n|entry is|entries are} wanted" },
  many: { zh: "不能超过 {n} 项", en: "at most {n} {n|entry is|entries are} allowed" },
  small: { zh: "不能小于 {n}", en: "it must not be below {n}" },
  large: { zh: "不能大于 {n}", en: "it must not be above {n}" },
  decimal: {
    zh: '应为写成文字的小数，例如 "12.50"',
    en: 'a decimal written as text is wanted, such as "12.50"',
  },
  told: { zh: "{told}", en: "it is not as the form of a scheme wants it" },
  unfit: { zh: "不合复算包的格式", en: "it is not as the form of a bundle wants it" },
  "repeated-competitor": { zh: "编号或评审号重复", en: "an id or a code is there twice" },
  "not-positive": { zh: "步长、折算或间隔须大于 0", en: "a step, a scale or an interval must be above 0" },
  "rules-do-not-fit": {
    zh: "规则与评分标准不一致（{id}）",
    en: "the rules do not fit the scheme ({id})",
  },
  "weights-not-one": {
    zh: "各成绩部分的权重合计不是 100%",
    en: "the weights of the parts do not make 100%",
  },
  "repeated-mark": { zh: "同一分数的同一版次出现了两次", en: "the same version of a mark is there twice" },
  "no-competitor": { zh: "没有选手 {id}", en: "there is no competitor {id}" },
  "no-aspect": { zh: "没有评分点 {id}", en: "there is no aspect {id}" },
  "mark-not-taken": { zh: "{id} 不接受 {value}", en: "{id} does not take {value}" },
  "penalty-empty": {
    zh: "没有写明判罚的对象或分值",
    en: "what the penalty is on, or its marks, is not said",
  },
  "repeated-in-order": { zh: "裁定的名次中有人出现了两次", en: "somebody is in the committee's order twice" },
  "stranger-in-order": {
    zh: "裁定的名次中有不认识的选手",
    en: "the committee's order names an unknown competitor",
  },
};

/** The part of the sentence that says what is wrong; `params` are those of a fault. */
export function bundleFault(params: Params, language: Language): string {
  const { fault, kind } = params as { fault: FaultCode; kind?: WantedKind };
  const wanted = kind === undefined ? "" : kinds[kind][language];
  return say(faults[fault][language], { ...params, wanted });
}
