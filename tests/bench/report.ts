// Rows of a report: product against floor per pair, their ratio, and what the design asks; a table for people, JSON for later.
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Range, rangeOf } from "./numbers.ts";
import type { Plan } from "./plan.ts";

export type Target = {
  readonly ratioAtMost?: number;
  readonly ratioAtLeast?: number;
  readonly productAtMost?: number;
};
export type Row = {
  readonly name: string;
  readonly unit: string;
  readonly product: Range;
  readonly floor: Range | null;
  readonly ratio: Range | null;
  readonly target: Target;
};
export type Report = {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
  /** The load generator's busiest share of one core. */
  readonly loadShare: number;
  readonly right: boolean;
  readonly oracle: string;
  readonly detail: unknown;
};

const mostLoad = 0.8;
const folder = fileURLToPath(new URL("results", import.meta.url));

/** One measure over all pairs. */
export function compare(
  name: string,
  unit: string,
  pairs: readonly { product: number; floor?: number }[],
  target: Target = {},
): Row {
  const floors = pairs.map((pair) => pair.floor).filter((floor) => floor !== undefined);
  const whole = floors.length === pairs.length;
  return {
    name,
    unit,
    product: rangeOf(pairs.map((pair) => pair.product)),
    floor: whole ? rangeOf(floors) : null,
    ratio: whole ? rangeOf(pairs.map((pair, place) => pair.product / floors[place]!)) : null,
    target,
  };
}

export const settingsLine = (settings: {
  postgres: string;
  fsync: string;
  synchronousCommit: string;
  pool: number;
}): string =>
  `PostgreSQL ${settings.postgres}，fsync=${settings.fsync}，synchronous_commit=${settings.synchronousCommit}，连接池 ${settings.pool}`;

export const isVoid = (report: Report): boolean => report.loadShare > mostLoad || !report.right;

function meets({ product, ratio, target }: Row): boolean | null {
  if (target.productAtMost !== undefined) return product.median <= target.productAtMost;
  if (target.ratioAtMost !== undefined) return ratio !== null && ratio.median <= target.ratioAtMost;
  if (target.ratioAtLeast !== undefined) return ratio !== null && ratio.median >= target.ratioAtLeast;
  return null;
}

function targetText({ unit, target }: Row): string {
  if (target.productAtMost !== undefined) return `≤ ${target.productAtMost} ${unit}`;
  if (target.ratioAtMost !== undefined) return `≤ ${number(target.ratioAtMost)} ×`;
  return target.ratioAtLeast === undefined ? "" : `≥ ${number(target.ratioAtLeast)} ×`;
}

const number = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
const spread = (range: Range | null): string =>
  range === null ? "—" : `${number(range.median)} (${number(range.min)}–${number(range.max)})`;

/** The report as lines for a terminal. */
export function table(report: Report, plan: Plan): string {
  const head = ["指标", "产品 中位(最小–最大)", "基线", "比值", "目标", plan.quick ? "（仅冒烟）" : "判定"];
  const body = report.rows.map((row) => {
    const met = meets(row);
    const verdict = met === null ? "" : met ? "达标" : "未达";
    return [
      `${row.name} ${row.unit}`,
      spread(row.product),
      spread(row.floor),
      spread(row.ratio),
      targetText(row),
      verdict,
    ];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((cells) => width(cells[column]!))));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell + " ".repeat(widths[column]! - width(cell))).join("  ")}`;
  const why = report.right ? "" : "，正确性检查未通过";
  return [
    `${report.id} ${report.title}`,
    ...report.notes.map((note) => `  ${note}`),
    line(head),
    ...body.map(line),
    `  核对：${report.right ? "正确" : "错误"}（${report.oracle}）`,
    `  负载进程最忙 ${(report.loadShare * 100).toFixed(0)} % 核${report.loadShare > mostLoad ? "，超过 80 %" : ""}${isVoid(report) ? `：本次作废${why}` : ""}`,
    ...(plan.quick ? ["  smoke, not a result（冒烟，非结果）"] : []),
  ].join("\n");
}

/** Columns of a terminal: characters from U+2E80 on are two wide. */
const width = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! >= 0x2e80 ? 2 : 1), 0);

/** Writes one JSON file per report and answers its path. */
export async function keep(report: Report, plan: Plan): Promise<string> {
  await mkdir(folder, { recursive: true });
  const at = new Date().toISOString();
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    node: process.version,
    loadAverage: loadavg(),
  };
  const path = join(
    folder,
    `${report.id}-${plan.quick ? "quick" : "full"}-${at.replaceAll(":", "").slice(0, 17)}.json`,
  );
  await writeFile(
    path,
    JSON.stringify({ at, smoke: plan.quick, void: isVoid(report), machine, plan, report }, null, 1),
  );
  return path;
}
