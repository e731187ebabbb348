// The refusals a floor judge meets: checking in, recording, withdrawing, and reading the record before decoding.
import type { RefusalCode } from "#domain/refusals.ts";
import type { Sentence } from "./refusals-of-marking.ts";

export const floorSentences: Readonly<Record<Extract<RefusalCode, `floor.${string}`>, Sentence>> = {
  "floor.closed": {
    zh: "现在不能办理：检录、事件和时间补偿自抽签加密阶段起至评分完成，违规建议至签字完成。如需补充，请报告监督。",
    en: "Not open now: check-in, incidents and time from the drawing stage until marking is complete, violations until the result is signed. Tell the supervisor what is missing.",
  },
  "floor.already-in": {
    zh: "该选手已检录，无须重复。请刷新名单。",
    en: "This competitor is already checked in. Refresh the list.",
  },
  "floor.not-in": {
    zh: "该选手未检录，无须撤销。请刷新名单。",
    en: "This competitor is not checked in. Refresh the list.",
  },
  "floor.reason-needed": { zh: "请写明原因，1–500 字。", en: "Give the reason, 1 to 500 characters." },
  "floor.text-needed": { zh: "请写明经过，1–500 字。", en: "Say what happened, 1 to 500 characters." },
  "floor.minutes": { zh: "时间补偿须为 1–240 的整数分钟。", en: "Give whole minutes from 1 to 240." },
  "floor.penalty-level": { zh: "请选择建议处罚的方式。", en: "Choose the proposed penalty." },
  "floor.penalty-target": {
    zh: "请选择本赛项已锁定评分标准中的评分点或模块。",
    en: "Choose an aspect or a module of this skill's locked marking scheme.",
  },
  "floor.penalty-amount": {
    zh: "建议扣分须大于 0、不超过 {max} 分，最多两位小数。",
    en: "Propose more than 0 and at most {max} marks, with at most two decimals.",
  },
  "floor.already-recorded": {
    zh: "这条记录已保存，请勿重复提交。返回记录列表即可看到。",
    en: "This record is saved already. You find it in the list.",
  },
  "floor.already-withdrawn": {
    zh: "这条记录已被撤回，请刷新列表。",
    en: "This record is withdrawn already. Refresh the list.",
  },
  "floor.report-sealed": {
    zh: "解密前，参与评分的人不能查看现场记录表。请在解密后再打开。",
    en: "Who scores cannot read the floor report before decoding. Open it afterwards.",
  },
};
