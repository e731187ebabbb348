// What can be wrong with a sheet that holds a scheme, each with its weight and one sentence that says what to do next.
// Errors stop an import; warnings are read, corrected by the reader and shown.
import type { Params } from "../outcome.ts";

type Sentence = (params: Params) => string;

const errors = {
  "table-not-found": () =>
    "没有找到评分表：请确认表头有 “项目、评分内容、配分”（中文评分表）或 “Sub Criterion ID、Aspect Type、Max Mark”（CIS），再重新导入。",
  "header-column-missing": ({ columns }) => `表头缺少必需的列：${columns}。请按 CIS 模板补齐表头后重新导入。`,
  "scheme-without-aspects": () => "评分表中没有任何评分点：请填写评分点后重新导入。",
  "max-empty": () => "最高分为空：请填写一个大于 0 的数后重新导入。",
  "max-unreadable": ({ text }) =>
    `最高分 “${text}” 无法读成准确的小数（整数最多九位，小数最多六位）：请改成普通数字，例如 0.5。`,
  "max-not-positive": ({ text }) => `最高分是 ${text}：请改成大于 0 的数。`,
  "mark-too-large": ({ text, limit }) => `分值 ${text} 超过 ${limit}：请核对是否漏了小数点，改正后重新导入。`,
  "mark-text": ({ text }) => `分值列中有文字 “${text}”：请只保留数字，把说明移到描述列或批注里。`,
  "mark-not-calculated": () => "分值是没有保存结果的公式：请用 Excel 打开并保存一次，或直接填写数字。",
  "mark-formula-error": () => "分值的公式出错：请修正公式，或直接填写数字。",
  "mark-date": () => "分值被 Excel 变成了日期：请把单元格格式改为“数值”，再重新填写分值。",
  "criterion-id-unreadable": ({ text }) => `标准编号 “${text}” 无法识别：请改成一个字母，例如 A。`,
  "criterion-repeated": ({ id }) => `标准 ${id} 出现了两次：请删除一行，或给其中一行另一个字母。`,
  "subcriterion-id-unreadable": ({ text }) => `子项编号 “${text}” 无法识别：请改成字母加数字，例如 A1。`,
  "subcriterion-repeated": ({ id, row }) =>
    `子项 ${id} 已在第 ${row} 行出现，而且名称不同：请给其中一个另一个编号。`,
  "aspect-without-subcriterion": () => "这个评分点之前没有子项：请在它上方补上子项行（编号和名称）。",
  "type-missing": () => "这一行有描述和最高分，却没有评分点类型：请填写 M（测量）或 J（评价）。",
  "type-unreadable": ({ text }) => `评分点类型 “${text}” 无法识别：请填写 M（测量）或 J（评价）。`,
  "text-too-long": ({ limit }) => `文字超过 ${limit} 个字：请缩短后重新导入。`,
  "too-many-criteria": ({ limit }) => `评分项目超过 ${limit} 个：请合并后重新导入。`,
  "too-many-subcriteria": ({ id, limit }) => `标准 ${id} 的子项超过 ${limit} 个：请拆分后重新导入。`,
  "too-many-aspects": ({ id, limit }) => `子项 ${id} 的评分点超过 ${limit} 个：请拆分后重新导入。`,
} as const satisfies Record<string, Sentence>;

const warnings = {
  "header-repeated": () => "表头重复出现，已跳过：请核对它上下的评分点是否完整。",
  "look-alike-letter": ({ text, read }) =>
    `“${text}” 含有形似拉丁字母的字符（如西里尔字母或全角字符），已按 ${read} 读取：请核对，并在原表中改正。`,
  "comma-decimal": ({ text, read }) => `“${text}” 用逗号作小数点，已按 ${read} 读取：请核对。`,
  "number-as-text": ({ text, read }) => `“${text}” 是文本格式的数字，已按 ${read} 读取：请核对。`,
  "binary-residue": ({ text, read }) => `公式结果 ${text} 带有计算误差，已按 ${read} 读取：请核对。`,
  "total-differs": ({ sum, total }) =>
    `评分点合计 ${sum} 分，与声明的总分 ${total} 分不一致：请改正，否则不能锁定。`,
  "total-cell-differs": ({ sum, shown }) =>
    `这里写着总分 ${shown}，而评分点合计是 ${sum} 分：请核对是否有漏读或手工改写的总分。`,
  "total-not-100": ({ total }) => `声明的总分是 ${total} 分而不是 100 分：如果确实如此，请确认总分。`,
  "criterion-total-differs": ({ id, sum, max }) =>
    `标准 ${id} 的评分点合计 ${sum} 分，与声明的 ${max} 分不一致：请改正，否则不能锁定。`,
  "criterion-undeclared": ({ id, max }) =>
    `标准 ${id} 不在标准列表中，已按 ${max} 分读取：请补上它的名称和分值。`,
  "criterion-empty": ({ id }) => `标准 ${id} 没有任何子项：请补上或删除，否则不能锁定。`,
  "subcriterion-empty": ({ id }) => `子项 ${id} 没有任何评分点：请补上或删除，否则不能锁定。`,
  "subcriterion-continued": ({ id, row }) =>
    `子项 ${id} 已在第 ${row} 行出现，以下评分点接在它后面：请核对。`,
  "subcriterion-under-other": ({ id, criterion }) =>
    `子项 ${id} 写在标准 ${criterion} 的表头之下，已按编号归入标准：请核对编号。`,
  "name-empty": ({ id }) => `${id} 没有名称，暂用编号代替：请补上名称。`,
  "day-missing": ({ id }) => `子项 ${id} 没有可读的评分日，暂定为第 1 天：请核对。`,
  "description-empty": () => "评分点没有描述：请补上，否则不能锁定。",
  "levels-missing": ({ levels }) => `评价评分点缺少第 ${levels} 档的描述：请补上，否则不能锁定。`,
  "level-unreadable": ({ text }) => `评价档次 “${text}” 不是 0、1、2、3 之一，这一行没有读入：请核对。`,
  "level-repeated": ({ level }) => `第 ${level} 档描述重复，已保留前一个：请核对。`,
  "level-stray": () => "这一档描述之前没有评价评分点，没有读入：请核对它上方的评分点类型。",
  "mark-stray": ({ text }) =>
    `这一行不是评分点，分值列的 ${text} 没有计入：如果它是评分点，请填写类型和描述。`,
  "row-ignored": () => "这一行不是子项、评分点或档次描述，没有读入：请核对是否为备注。",
  "rule-as-faults": ({ text, mark }) => `“${text}” 读作“扣分”，每处扣 ${mark} 分：请核对。`,
  "rule-as-list": ({ text }) => `“${text}” 读作可给的分值：请核对。`,
  "rule-as-levels": ({ text }) => `“${text}” 读作“评价”（0–3 四级）：请核对，不是评价的请改正类型。`,
  "levels-unread": () =>
    "各级说明没有读入：读成评价须有 0、1、2、3 四列，类型也不能是测量。请在文件中改正，或在评分标准中补写。",
  "content-empty": ({ name }) => `评分内容为空，暂以项目名称“${name}”代替：请补上。`,
  "rule-as-steps": ({ step, kept }) =>
    `读作“记分”，步长 ${step}${kept ? "，原文保留在要求中" : ""}：请核对类型。`,
  "faults-unreadable": ({ step }) =>
    `类型是“扣分”，评分标准却不是“每处扣几分”，读作“记分”，步长 ${step}：请核对类型。`,
  "step-taken": ({ step }) => `“记分”的步长取 ${step}：请核对。`,
  "step-unusual": ({ max, step }) => `${max} 分的小数超过两位，步长只能取 ${step}：请核对分值。`,
  "section-variation": ({ id, sum, marks }) =>
    `职业标准第 ${id} 部分的评分点合计 ${sum} 分，标准为 ${marks} 分：不影响锁定，请专家组确认这一差异。`,
  "section-unknown": ({ id }) => `职业标准列表中没有第 ${id} 部分：请核对这个评分点的分区。`,
  "section-missing": () => "这个评分点没有填写职业标准分区：请补上。",
  "section-ignored": ({ text }) => `职业标准编号 “${text}” 无法识别，这一行没有读入：请改成数字编号。`,
  "section-mark-empty": ({ id }) => `职业标准第 ${id} 部分没有分值，没有读入：请补上。`,
} as const satisfies Record<string, Sentence>;

export type CisErrorCode = keyof typeof errors;
export type CisWarningCode = keyof typeof warnings;
/** What was found at a cell ("K25"), with a Chinese sentence that says what to do next. */
export type CisFinding<Code = CisErrorCode | CisWarningCode> = {
  readonly cell: string;
  readonly code: Code;
  readonly message: string;
};

/** Collects findings while a sheet is read, in reading order. */
export type Findings = {
  readonly errors: CisFinding<CisErrorCode>[];
  readonly warnings: CisFinding<CisWarningCode>[];
  readonly error: (cell: string, code: CisErrorCode, params?: Params) => void;
  readonly warn: (cell: string, code: CisWarningCode, params?: Params) => void;
};

export type Sentences = Readonly<Partial<Record<CisErrorCode | CisWarningCode, Sentence>>>;

/** None yet; `own` are the sentences of a kind of sheet that has words of its own. */
export function startFindings(own: Sentences = {}): Findings {
  const all: Sentences = { ...errors, ...warnings, ...own };
  const said = (code: CisErrorCode | CisWarningCode, params: Params) => all[code]!(short(params));
  const found: Findings = {
    errors: [],
    warnings: [],
    error: (cell, code, params = {}) => {
      found.errors.push({ cell, code, message: said(code, params) });
    },
    warn: (cell, code, params = {}) => {
      found.warnings.push({ cell, code, message: said(code, params) });
    },
  };
  return found;
}

/** Errors that leave every mark where it stands; under any other a sum says nothing. */
const besideMarks: readonly CisErrorCode[] = ["type-missing", "type-unreadable", "text-too-long"];

/** Whether the sums of what was read can be held against what is declared. */
export const sumsStand = ({ errors }: Pick<Findings, "errors">): boolean =>
  errors.every(({ code }) => besideMarks.includes(code));

/** A quoted cell stays readable in a list of findings: at most forty characters of it. */
const short = (params: Params): Params =>
  typeof params.text === "string" && [...params.text].length > 40
    ? { ...params, text: `${[...params.text].slice(0, 40).join("")}…` }
    : params;
