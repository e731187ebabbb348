// Tables come in here and nowhere else: with write-workbook.ts the only files that know hucre. Stored values only, no macros, no
// formulas run; a file that could cost memory is refused before it is unpacked.
import { parseCsv } from "hucre/csv";
import type { Cell, Sheet } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { CisCell, CisGrid } from "#domain/schemes/cis-cell.ts";
import { withFigures } from "#domain/schemes/csv-figures.ts";
import { hasSchemeTable } from "#domain/schemes/sheet.ts";

export const workbookLimits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 50 * 1024 * 1024,
  parts: 2000,
  sheets: 30,
  rows: 5000,
  /** As far as AZ: what stands beyond is not read. */
  columns: 52,
} as const;

export type WorkbookSheet = { readonly name: string; readonly isHidden: boolean; readonly grid: CisGrid };

/**
 * Reads an .xlsx (or .xlsm, its macros ignored) into grids of stored values, in the order of the workbook.
 * Refuses `scheme.unreadable-file` with `{reason}`, a Chinese sentence that says what to do next.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Outcome<readonly WorkbookSheet[]>> {
  const objection = objectionTo(bytes);
  if (objection) return refuse("scheme.unreadable-file", { reason: objection });
  try {
    let count = 0;
    const workbook = await readXlsx(bytes, {
      range: readRange,
      sheets: (_, index) => {
        count = index + 1;
        return count <= workbookLimits.sheets;
      },
    });
    if (count > workbookLimits.sheets) {
      const reason = `工作表超过 ${workbookLimits.sheets} 张：请只保留评分表后重新导入。`;
      return refuse("scheme.unreadable-file", { reason });
    }
    const sheets = workbook.sheets.map(sheetFrom);
    const large = sheets.find(({ grid }) => grid.length > workbookLimits.rows);
    if (!large) return ok(sheets);
    const reason = `工作表“${large.name}”超过 ${workbookLimits.rows} 行：请删去多余的行后重新导入。`;
    return refuse("scheme.unreadable-file", { reason });
  } catch {
    const reason = "文件已损坏或被加密，无法读取：请用 Excel 打开，另存为 .xlsx 后重新导入。";
    return refuse("scheme.unreadable-file", { reason });
  }
}

/** Reads a .csv, which knows no numbers and so cannot mark one as text, in UTF-8 or as a Chinese Excel saves it, into one grid. Refuses like `readWorkbook`. */
export function readCsv(name: string, bytes: Uint8Array): Outcome<readonly WorkbookSheet[]> {
  const text = decoded(bytes);
  const reason = objectionToText(bytes, text);
  if (reason) return refuse("scheme.unreadable-file", { reason });
  const rows = parseCsv(text!).map((row) =>
    row.slice(0, workbookLimits.columns).map((value) => String(value ?? "")),
  );
  if (rows.length > workbookLimits.rows) {
    return refuse("scheme.unreadable-file", {
      reason: `文件超过 ${workbookLimits.rows} 行：请删去多余的行后重新导入。`,
    });
  }
  return ok([{ name, isHidden: false, grid: withFigures(rows) }]);
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return null;
}

function objectionToText(bytes: Uint8Array, text: string | null): string | undefined {
  if (bytes.length === 0 || text?.trim() === "") return "文件是空的：请重新选择文件。";
  if (bytes.length > workbookLimits.bytes) return "文件超过 10 MB：请只保留评分表后重新导入。";
  const isText = text !== null && !text.includes("\0");
  return isText ? undefined : "这不是文本格式的 .csv 文件：请用 Excel 另存为 .xlsx 后重新导入。";
}

/** The sheet that holds a table of a scheme (a visible one first), else the first sheet with anything in it. */
export const schemeSheet = (sheets: readonly WorkbookSheet[]): WorkbookSheet | undefined => {
  const holding = sheets.filter(({ grid }) => hasSchemeTable(grid));
  return (
    holding.find(({ isHidden }) => !isHidden) ?? holding[0] ?? sheets.find(({ grid }) => grid.length > 0)
  );
};

/** Twice the rows that are allowed, 52 columns: enough to see that there are too many, too few to cost memory. */
const readRange = `A1:AZ${workbookLimits.rows * 2}`;

function sheetFrom(sheet: Sheet): WorkbookSheet {
  const grid = sheet.rows.map((row, y) =>
    row.map((value, x) => cellFrom(value, sheet.cells?.get(`${y},${x}`))),
  );
  while (grid.at(-1)?.every((cell) => cell === null)) grid.pop();
  return { name: sheet.name, isHidden: Boolean(sheet.hidden || sheet.veryHidden), grid };
}

function cellFrom(value: Sheet["rows"][number][number] | undefined, detail: Cell | undefined): CisCell {
  if (detail?.type === "error") return { fault: "formula-error" };
  if (value instanceof Date) return { fault: "date" };
  if (value === null || value === undefined) {
    return detail?.formula === undefined ? null : { fault: "not-calculated" };
  }
  return typeof value === "number" && !Number.isFinite(value) ? { fault: "formula-error" } : value;
}

function objectionTo(bytes: Uint8Array): string | undefined {
  const { bytes: most, unpackedBytes, parts } = workbookLimits;
  if (bytes.length === 0) return "文件是空的：请重新选择 .xlsx 文件。";
  if (bytes.length > most) return "文件超过 10 MB：请删去图片和无关的工作表后重新导入。";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return "这是旧版 .xls 或加了密码的文件：请用 Excel 打开，另存为不带密码的 .xlsx 后重新导入。";
  }
  const entries = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? zipEntries(bytes) : undefined;
  if (!entries?.some(({ name }) => name === "[Content_Types].xml")) {
    return "这不是 Excel 工作簿（.xlsx）：请用 Excel 另存为 .xlsx 后重新导入。";
  }
  const unpacked = entries.reduce((total, { size }) => total + size, 0);
  if (entries.length > parts || unpacked > unpackedBytes) {
    return "文件解压后过大，可能已损坏：请把评分表复制到新的工作簿后重新导入。";
  }
  return undefined;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/**
 * The parts that a ZIP's directory declares, with their unpacked sizes, which hucre enforces while it unpacks.
 * A second (ZIP64) directory is refused: ten megabytes need none, and it could say something else than this one.
 * A size left out (0 beside packed bytes, or in a ZIP64 field) would not be enforced: it counts as infinite.
 */
function zipEntries(bytes: Uint8Array): { name: string; size: number }[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return undefined;
  const [count, length, start] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) return undefined;
  const entries: { name: string; size: number }[] = [];
  for (let at = start; entries.length < count; ) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const isHonest = size !== 0xffffffff && (size > 0 || (packed === 0 && !name.startsWith("xl/")));
    entries.push({ name, size: isHonest || name.endsWith("/") ? size : Number.POSITIVE_INFINITY });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
