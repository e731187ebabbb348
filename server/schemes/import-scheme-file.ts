// A marking scheme from an uploaded file: a workbook (.xlsx) or a .csv with a CIS sheet or a scoring table, or a scheme as JSON.
// It replaces the draft as a whole.
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { CisErrorCode, CisFinding, CisWarningCode } from "#domain/schemes/cis-findings.ts";
import { idsOf } from "#domain/schemes/numbering.ts";
import { readScheme } from "#domain/schemes/scheme-form.ts";
import { readSchemeRows } from "#domain/schemes/sheet.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { replaceScheme } from "./edit-scheme.ts";
import { readCsv, readWorkbook, schemeSheet } from "./read-workbook.ts";

export type SchemeFile = { readonly name: string; readonly bytes: Uint8Array };
export type FileReading = {
  /** False where errors stand in the sheet: then the draft is as it was. */
  readonly imported: boolean;
  /** The sheet of a workbook that was read; null for a file without sheets (.csv, .json). */
  readonly sheet: string | null;
  readonly warnings: readonly CisFinding<CisWarningCode>[];
  readonly errors: readonly CisFinding<CisErrorCode>[];
};

/** Reads the file and, when nothing in it is an error, makes it the skill's draft. Refuses `scheme.unreadable-file`, `scheme.invalid`, `scheme.locked`. */
export async function importSchemeFile(
  house: House,
  permit: Permit<"schemes.edit">,
  file: SchemeFile,
): Promise<Outcome<FileReading>> {
  const read = await readFile(file);
  if (!read.ok) return read;
  const { scheme, ...told } = read.value;
  if (!scheme || told.errors.length > 0) return ok({ imported: false, ...told });
  const edited = await replaceScheme(house, permit, () => readScheme(scheme));
  return edited.ok ? ok({ imported: true, ...told }) : edited;
}

type Read = Omit<FileReading, "imported"> & { readonly scheme: Scheme | null };

async function readFile({ name, bytes }: SchemeFile): Promise<Outcome<Read>> {
  if (/\.json$/i.test(name)) return readJson(bytes);
  const isCsv = /\.csv$/i.test(name);
  const sheets = isCsv ? readCsv(name, bytes) : await readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  const sheet = schemeSheet(sheets.value);
  const named = isCsv ? null : (sheet?.name ?? null);
  return ok({ sheet: named, ...readSchemeRows(sheet?.grid ?? []) });
}

/** A scheme as it is stored, alone or under the key `scheme`. */
function readJson(bytes: Uint8Array): Outcome<Read> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse("scheme.unreadable-file", { reason: "这不是 JSON 文件：请重新导出后再导入。" });
  }
  const inside = typeof value === "object" && value !== null && "scheme" in value ? value.scheme : value;
  const scheme = readScheme(inside);
  const twice = scheme.ok ? idsOf(scheme.value).find((id, at, all) => all.indexOf(id) !== at) : undefined;
  if (twice !== undefined) {
    const problem = `编号 ${twice} 出现了两次：请给其中一个另一个编号后重新导入`;
    return refuse("scheme.invalid", { path: "", place: "评分标准", problem });
  }
  return scheme.ok ? ok({ scheme: scheme.value, sheet: null, warnings: [], errors: [] }) : scheme;
}
