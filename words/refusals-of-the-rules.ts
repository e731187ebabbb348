// Sentences of refusals where the rules of a skill and its marking scheme do not fit each other.
import type { RefusalCode } from "#domain/refusals.ts";
import type { Sentence } from "./refusals-of-marking.ts";

type Code = Extract<RefusalCode, `composition.${string}` | `rule-set.${string}` | `skill.rules-${string}`>;

export const compositionSentences: Readonly<Record<Code, Sentence>> = {
  "composition.panel-unknown": {
    zh: "裁判小组“{name}”的子项 {sub} 不在评分标准中。请更正小组的子项或评分标准。",
    en: "Panel {name} marks {sub}, which is not in the scheme. Correct the panel or the scheme.",
  },
  "composition.panel-small": {
    zh: "裁判小组“{name}”评 {sub} 的“去高去低”项，至少需要 {least} 席。请增加席位，或调整最少裁判数。",
    en: "Panel {name} gives trimmed marks in {sub} and needs at least {least} seats. Add seats, or ask for fewer judges.",
  },
  "composition.seats-few": {
    zh: "{sub} 的“去高去低”项由 {seats} 席评分，少于规则要求的 {least} 席。请在评分规则中增加席位，或调整最少裁判数。",
    en: "The trimmed marks in {sub} are given by {seats} {seats|seat|seats}, fewer than the {least} that the rules ask for. Add seats in the rules, or ask for fewer judges.",
  },
  "composition.criterion-unknown": {
    zh: "评分规则写了标准 {id}，评分标准中没有。请更正评分规则中所含的标准，或补全评分标准。",
    en: "The rules name criterion {id}, which the marking scheme does not have. Correct the rules or complete the scheme.",
  },
  "composition.criterion-twice": {
    zh: "标准 {id} 在评分规则中被计入两处。请只留一处。",
    en: "The rules count criterion {id} twice. Leave it in one place.",
  },
  "composition.module-split": {
    zh: "模块“{id}”的标准被分到了不同的成绩部分或阶段。请把同一模块的标准放在一起。",
    en: "The criteria of module “{id}” are in different parts or stages. Keep a module together.",
  },
  "composition.weights-not-one": {
    zh: "各成绩部分的权重合计不是 100%。请在评分规则中更正。",
    en: "The weights of the parts do not make 100%. Correct them in the rules.",
  },
  "composition.stage-criterion-missing": {
    zh: "标准 {id} 不属于任何比赛阶段。请在评分规则中补上。",
    en: "Criterion {id} belongs to no stage. Add it in the rules.",
  },
  "composition.component-empty": {
    zh: "成绩部分“{id}”所含的标准没有分值，无法折算。请更正其所含标准。",
    en: "The criteria of part “{id}” hold no marks. Correct what it contains.",
  },
  "composition.measure-unknown": {
    zh: "同分排序中的“{id}”在评分标准和评分规则中都没有。请更正同分排序，或补全评分标准。",
    en: "The order at equal totals names “{id}”, which neither the scheme nor the rules have. Correct it or complete the scheme.",
  },
  "composition.no-time": {
    zh: "同分排序要比用时，评分标准中没有用时评分点。请去掉“用时”，或在评分标准中补上。",
    en: "The order at equal totals compares time, and the scheme has no time aspect. Take time out, or add the aspect.",
  },
  "skill.rules-changed-meanwhile": {
    zh: "评分规则在您打开之后又有修改，您填写的尚未保存，仍在表单中。请对照所列现行规则核对，再保存。",
    en: "The rules were changed after you opened them. What you typed is not saved and still stands in the form. Compare it with the rules listed as they are now, then save again.",
  },
  "rule-set.name-taken": {
    zh: "本赛事已有规则组“{name}”。请换一个名称。",
    en: "This competition already has a set named “{name}”. Use another name.",
  },
  "rule-set.does-not-fit": {
    zh: "{skill} 的评分标准或裁判小组不适用这样的规定，评分规则集未修改。请先让该赛项单独规定，或调整规则集。",
    en: "The scheme or the panels of {skill} do not fit these rules, and the set was not changed. Give that skill rules of its own first, or change the set.",
  },
  "rule-set.in-use": {
    zh: "规则组正被这些赛项使用：{skills}。请先为未抽签的赛项另选规则；已抽签的赛项须保留所用规则组。",
    en: "These skills use the set: {skills}. Choose other rules for those not drawn yet; drawn skills keep their set.",
  },
};
