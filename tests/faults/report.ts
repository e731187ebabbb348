// The campaign's table: one line for each fault, columns that stand under each other also with Chinese words.
import type { Result } from "./faults.ts";

const widths = [5, 24, 8, 8, 8, 5, 5, 5, 5, 5, 7, 6, 6];
const wide = (text: string): number => [...text].reduce((sum, one) => sum + (one > "\u2e7f" ? 2 : 1), 0);
const row = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, place) => {
      const text = String(cell);
      const gap = " ".repeat(Math.max(0, (widths[place] ?? 0) - wide(text)));
      return place < 2 || place >= widths.length ? text + gap : gap + text;
    })
    .join(" ");

export const header = row([
  "编号",
  "故障",
  "次数",
  "评分",
  "已确认",
  "丢",
  "重",
  "误拒",
  "未决",
  "账本",
  "不一致",
  "违例",
  "秒",
  "结论",
]);

export function line({ fault, counts, found, told, seconds, asExpected }: Result): string {
  const said = fault.shows
    ? asExpected
      ? "如期失败"
      : "没有失败：演练看不见这个错"
    : asExpected
      ? "通过"
      : "不通过";
  return row([
    fault.id,
    fault.name,
    counts.times,
    found.intentions,
    found.acknowledged,
    found.lost,
    found.doubled,
    found.refused,
    found.unsettled,
    found.ledger,
    fault.shows ? "—" : found.diverged,
    told.wrong,
    seconds.toFixed(1),
    `${said}（${told.note}）`,
  ]);
}
