// Excel files: a workbook written here is read back cell by cell, a hostile or foreign file is refused in words,
// and the real CIS workbook (EuroSkills 2023, when it lies beside the project) reads whole.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellValue, writeXlsx, XLSX_MAX_ROWS_PER_SHEET } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { exact, formatExact } from "#domain/exact.ts";
import { readCisRows } from "#domain/schemes/cis-sheet.ts";
import { aspectsOf, schemeTotal, subcriteriaOf } from "#domain/schemes/scheme.ts";
import { isLockable } from "#domain/schemes/scheme-problems.ts";
import { readSchemeRows } from "#domain/schemes/sheet.ts";
import { readCsv, readWorkbook, schemeSheet, workbookLimits } from "#server/schemes/read-workbook.ts";
import { cisSheet } from "../../domain/schemes/examples.ts";

const valuesOf = (grid: ReturnType<typeof cisSheet>) => grid as CellValue[][];
const book = (...sheets: { name: string; rows: CellValue[][]; hidden?: boolean }[]) => writeXlsx({ sheets });
const refusal = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes);
  return read.ok ? "read" : `${read.refusal.code}: ${read.refusal.params?.reason}`;
};
const sheetsOf = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(String(read.refusal.params?.reason));
  return read.value;
};

describe("逗号分隔的文件（.csv）", () => {
  it("里面都是文字，不说哪个数是文本格式；逗号小数照说", () => {
    const text = "项目,评分内容,类型,配分\n甲,一,测量,.5\n甲,二,测量,２０\n甲,三,测量,79.50\n";
    const read = readCsv("评分表.csv", new TextEncoder().encode(text));
    if (!read.ok) throw new Error(read.refusal.code);
    const scheme = readSchemeRows(read.value[0]!.grid);
    expect([scheme.errors, scheme.warnings]).toEqual([[], []]);
    expect(formatExact(schemeTotal(scheme.scheme!))).toBe("100.00");
    const comma = readCsv("评分表.csv", new TextEncoder().encode(text.replace(".5", '"0,5"')));
    if (!comma.ok) throw new Error(comma.refusal.code);
    expect(readSchemeRows(comma.value[0]!.grid).warnings.map(({ code }) => code)).toEqual(["comma-decimal"]);
  });
});

it("很宽的 .csv 与工作簿一样读到 AZ 列为止", () => {
  const text = `项目,评分内容,配分\n${`甲,一,1${",".repeat(2000)}x\n`.repeat(1000)}`;
  const read = readCsv("评分表.csv", new TextEncoder().encode(text));
  expect(read.ok && Math.max(...read.value[0]!.grid.map((row) => row.length))).toBe(52);
});

describe("空的 .csv", () => {
  it.each(["", "\n\n", " \r\n\t", "\ufeff"])("%j 说文件是空的", (text) => {
    const read = readCsv("评分表.csv", new TextEncoder().encode(text));
    expect(read).toMatchObject({
      ok: false,
      refusal: { params: { reason: "文件是空的：请重新选择文件。" } },
    });
  });
});

describe("自己写的工作簿", () => {
  it("读回来的评分标准与写出的表格一致", async () => {
    const sheets = await sheetsOf(
      await book({ name: "封面", rows: [["说明"]] }, { name: "评分", rows: valuesOf(cisSheet()) }),
    );
    const sheet = schemeSheet(sheets)!;
    expect(sheet.name).toBe("评分");
    expect(readCisRows(sheet.grid)).toEqual(readCisRows(cisSheet()));
  });

  it("评分表在隐藏的工作表和可见的工作表中都有时，取可见的", async () => {
    const rows = valuesOf(cisSheet());
    const sheets = await sheetsOf(await book({ name: "旧", rows, hidden: true }, { name: "新", rows }));
    expect(schemeSheet(sheets)!.name).toBe("新");
  });

  it("没有评分表时取第一张有内容的，空工作簿没有", async () => {
    expect(
      schemeSheet(await sheetsOf(await book({ name: "a", rows: [] }, { name: "b", rows: [["x"]] })))!.name,
    ).toBe("b");
    expect(schemeSheet(await sheetsOf(await book({ name: "a", rows: [] })))).toBeUndefined();
  });

  it("数字、文字、日期和没有结果的公式各得其所", async () => {
    const cells = new Map([["0,4", { formula: "1+1" }]]);
    const rows = [[0.15, "0,5", new Date(Date.UTC(2026, 4, 1)), true, null, null]];
    const [sheet] = await sheetsOf(await writeXlsx({ sheets: [{ name: "a", rows, cells }] }));
    expect(sheet!.grid[0]!.slice(0, 5)).toEqual([
      0.15,
      "0,5",
      { fault: "date" },
      true,
      { fault: "not-calculated" },
    ]);
  });
});

describe("拒绝读不了或不该读的文件", () => {
  it("空文件、别的格式、旧版或加密、损坏", async () => {
    expect(await refusal(new Uint8Array())).toContain("文件是空的");
    expect(await refusal(new TextEncoder().encode("a,b\n1,2"))).toContain("不是 Excel 工作簿");
    expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toContain("旧版 .xls");
    const good = await book({ name: "a", rows: [[1]] });
    expect(await refusal(good.slice(0, 300))).toContain("不是 Excel 工作簿");
    const broken = good.slice();
    broken.fill(7, 60, 400);
    expect(await refusal(broken)).toContain("已损坏");
  });

  it("超过 10 MB", async () => {
    expect(await refusal(new Uint8Array(workbookLimits.bytes + 1))).toContain("超过 10 MB");
  });

  it("声明的解压大小过大，或不肯声明", async () => {
    for (const size of [0x7fffffff, 0, 0xffffffff]) {
      const bytes = await book({ name: "a", rows: [[1]] });
      declareSize(bytes, size);
      expect(await refusal(bytes)).toContain("解压后过大");
    }
  });

  it("声明得小、解压出来大：解压时即止", async () => {
    const bytes = await book({ name: "a", rows: Array.from({ length: 2000 }, () => ["同样的文字"]) });
    declareSize(bytes, 100);
    expect(await refusal(bytes)).toContain("已损坏");
  });

  it("行数过多、工作表过多", async () => {
    const rows = Array.from({ length: workbookLimits.rows + 1 }, () => ["x"]);
    expect(await refusal(await book({ name: "名单", rows }))).toContain("“名单”超过 5000 行");
    const many = Array.from({ length: workbookLimits.sheets + 1 }, (_, at) => ({
      name: `s${at}`,
      rows: [["x"]],
    }));
    expect(await refusal(await book(...many))).toContain("工作表超过 30 张");
  });

  it("角落里的一个单元格不会撑开整张表", async () => {
    const cells = new Map([[`${XLSX_MAX_ROWS_PER_SHEET - 1},0`, { value: 1 }]]);
    const [sheet] = await sheetsOf(await writeXlsx({ sheets: [{ name: "a", rows: [["x"]], cells }] }));
    expect(sheet!.grid).toHaveLength(1);
  });
});

/** Overwrites the unpacked size that the directory declares for the first worksheet. */
function declareSize(bytes: Uint8Array, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (!name.startsWith("xl/worksheets/sheet")) continue;
    view.setUint32(at + 24, size, true);
    return;
  }
  throw new Error("no worksheet in the directory");
}

const real = "../shared/data/marking/ES2023_web17.xlsx";
const transcription = "../shared/data/marking/es2023_17_web_development.json";
type Transcribed = {
  criteria: { id: string; name: string; mark: number }[];
  subcriteria: { id: string; name: string; day: string; aspects: TranscribedAspect[] }[];
};
type TranscribedAspect = {
  type: string;
  max: number;
  row: number;
  description: string;
  levels: { text: string }[];
};

describe.runIf(existsSync(real) && existsSync(transcription))("真实的 CIS 工作簿", () => {
  const load = async () => {
    const sheet = schemeSheet(await sheetsOf(readFileSync(real)))!;
    const reading = readCisRows(sheet.grid);
    return { sheet, ...reading, scheme: reading.scheme! };
  };
  const want: Transcribed = existsSync(transcription) ? JSON.parse(readFileSync(transcription, "utf8")) : {};

  it("6 项标准、36 个子项、149 个评分点（123 M、26 J），合计 100.00，可以锁定", async () => {
    const { sheet, scheme, warnings, errors } = await load();
    expect(sheet.name).toBe("CIS Marking Scheme Import");
    expect([errors, warnings]).toEqual([[], []]);
    const aspects = aspectsOf(scheme);
    expect([scheme.criteria.length, subcriteriaOf(scheme).length, aspects.length]).toEqual([6, 36, 149]);
    expect(aspects.filter(({ kind }) => kind === "judgement")).toHaveLength(26);
    expect([scheme.total, formatExact(schemeTotal(scheme))]).toEqual(["100.00", "100.00"]);
    expect(isLockable(scheme)).toBe(true);
  });

  it("与抄录逐项一致：子项、位置、类型、最高分、行号、描述和档次", async () => {
    const { scheme } = await load();
    expect(scheme.criteria.map(({ id, name, max }) => [id, name, max])).toEqual(
      want.criteria.map(({ id, name, mark }) => [id, name, formatExact(exact(String(mark)))]),
    );
    const read = subcriteriaOf(scheme).map(({ subcriterion: { id, name, day, aspects } }) => [
      id,
      name,
      String(day),
      aspects.map((one) => [
        one.kind === "judgement" ? "J" : "M",
        one.max,
        one.row,
        one.description,
        one.kind === "judgement" ? one.levels : [],
      ]),
    ]);
    const transcribed = want.subcriteria.map(({ id, name, day, aspects }) => [
      id,
      name,
      day,
      aspects.map((one) => [
        one.type,
        formatExact(exact(String(one.max))),
        one.row,
        one.description,
        one.levels.map(({ text }) => text),
      ]),
    ]);
    expect(read).toEqual(transcribed);
  });
});

describe("import-scheme 命令", () => {
  const folder = mkdtempSync(join(tmpdir(), "import-scheme-"));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "server/commands/import-scheme.ts", ...args], {
      encoding: "utf8",
    });
  const file = async (name: string, grid: ReturnType<typeof cisSheet>) => {
    const path = join(folder, name);
    writeFileSync(path, await book({ name: "评分", rows: valuesOf(grid) }));
    return path;
  };

  it("读得出时退出码 0，打印评分标准", async () => {
    const { status, stdout } = run(await file("good.xlsx", cisSheet()));
    const { scheme, warnings, errors } = JSON.parse(stdout);
    expect([status, scheme.total, warnings, errors]).toEqual([0, "100.00", [], []]);
    expect(scheme.criteria[0].subcriteria[0].aspects[0]).toEqual({
      id: "A1.1",
      type: "M",
      max: "30.00",
      description: "长度",
      requirement: "卡尺\n±0.02",
      wsos: "1",
      row: 15,
    });
  });

  it("有错误时退出码 1，仍打印 JSON 和单元格", async () => {
    const { status, stdout } = run(await file("bad.xlsx", cisSheet({ K15: "见附件", K25: "0,3" })));
    const { warnings, errors } = JSON.parse(stdout);
    expect([status, errors[0].cell, errors[0].code]).toEqual([1, "K15", "mark-text"]);
    expect(warnings[0]).toMatchObject({ cell: "K25", code: "comma-decimal" });
  });

  it("文件不存在或不是工作簿时退出码 2，只有一行说明", () => {
    writeFileSync(join(folder, "note.xlsx"), "不是工作簿");
    for (const args of [[], [join(folder, "none.xlsx")], [join(folder, "note.xlsx")], [folder]]) {
      const { status, stdout, stderr } = run(...args);
      expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
    }
  });
});
