// What a Chinese scoring table says differently from a CIS sheet: the same findings in the words of its own header (配分、评分内容).
import type { Sentences } from "./cis-findings.ts";

export const tableSentences: Sentences = {
  "max-empty": () => "配分为空：请填写一个大于 0 的数后重新导入。",
  "max-unreadable": ({ text }) =>
    `配分 “${text}” 无法读成准确的小数（整数最多九位，小数最多六位）：请改成普通数字，例如 0.5。`,
  "max-not-positive": ({ text }) => `配分是 ${text}：请改成大于 0 的数。`,
  "mark-too-large": ({ text, limit }) => `配分 ${text} 超过 ${limit}：请核对是否漏了小数点，改正后重新导入。`,
  "mark-text": ({ text }) => `配分列中有文字 “${text}”：请只保留数字，把说明移到评分标准列或批注里。`,
  "mark-not-calculated": () => "配分是没有保存结果的公式：请用 Excel 打开并保存一次，或直接填写数字。",
  "mark-formula-error": () => "配分的公式出错：请修正公式，或直接填写数字。",
  "mark-date": () => "配分被 Excel 变成了日期：请把单元格格式改为“数值”，再重新填写配分。",
  "type-unreadable": ({ text }) => `类型 “${text}” 无法识别：请填写“测量”“评价”“记分”或“扣分”。`,
  "too-many-aspects": ({ id, limit }) => `项目“${id}”的评分点超过 ${limit} 个：请拆分后重新导入。`,
  "description-empty": () => "评分内容为空：请补上，否则不能锁定。",
  "levels-missing": ({ levels }) => `第 ${levels} 级没有描述：请补上，否则不能锁定。`,
  "row-ignored": () => "这一行没有评分内容和配分，没有读入：请核对是否为备注。",
};
