// Sentences of refusals about a marking scheme: its draft, its file, its versions.
import type { RefusalCode } from "#domain/refusals.ts";
import type { Sentence } from "./refusals-of-marking.ts";

type Code = Extract<RefusalCode, `scheme.${string}`>;

export const schemeSentences: Readonly<Record<Code, Sentence>> = {
  "scheme.locked": { zh: "评分标准已锁定，不能修改。", en: "The marking scheme is locked." },
  "scheme.not-locked": { zh: "评分标准尚未锁定，请先锁定。", en: "Lock the marking scheme first." },
  "scheme.invalid": {
    zh: "评分标准还有问题，请按提示更正后再试。",
    en: "The marking scheme has problems. Correct them as shown.",
  },
  "scheme.not-cis": {
    zh: "评分点 {aspect} 的类型 CIS 评分表中没有，不能导出为 CIS 工作簿。只含“测量（满分或 0 分）”和“评价”的评分标准可以导出。",
    en: "Aspect {aspect} is of a kind that CIS does not have, so there is no CIS workbook of it. Schemes of measurements (full or nothing) and judgements can be exported.",
  },
  "scheme.unreadable-file": {
    zh: "无法读取这个文件。请选择 .xlsx 或 .csv 格式的评分表，或本系统的 .json 评分标准文件。",
    en: "The file cannot be read. Choose a scoring table (.xlsx or .csv) or a .json scheme.",
  },
  "scheme.marked": {
    zh: "已有评分，新版本须由裁判长查看变化后使其生效。",
    en: "Marks stand: the chief judge looks at what the new version moves and puts it into force.",
  },
  "scheme.numbers-stand": {
    zh: "评分标准锁定过，编号不再变动，不能整体替换或调整次序。请逐项修改。",
    en: "The scheme was locked once: its numbers stay, so it cannot be replaced or reordered. Change it part by part.",
  },
  "scheme.changed-meanwhile": {
    zh: "评分标准在您打开之后又有修改。请核对现在的内容，再重新提交。",
    en: "The scheme was changed after you opened it. Look at what stands now, then send it again.",
  },
  "scheme.signed": {
    zh: "成绩已签字，评分标准不能再修订。",
    en: "The result is signed; the marking scheme can no longer be revised.",
  },
  "scheme.reason-needed": {
    zh: "请写明修订理由，将记入存证链。",
    en: "Write why the scheme is revised; the ledger keeps it.",
  },
  "scheme.no-new-version": {
    zh: "没有未生效的新版本。请刷新页面。",
    en: "There is no new version waiting. Refresh the page.",
  },
  "scheme.penalized": {
    zh: "{targets} 已有记零的判罚，删去后判罚将落空。请先撤回该判罚，或保留 {targets}。",
    en: "A penalty has made {targets} zero and would come to nothing without it. Take it back first, or keep {targets}.",
  },
  "scheme.marks-do-not-fit": {
    zh: "评分点 {aspects} 已录入的分数不符合新的规定。请先重评这些分数，或恢复这些评分点的原规定。",
    en: "Marks entered in {aspects} are none that the new rules take. Re-score them first, or leave these aspects as they were.",
  },
};
