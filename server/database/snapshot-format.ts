// The form of a backup: gzip of lines of JSON. First a header, then one line per row, last a count and a SHA-256
// of all lines before. Every value is PostgreSQL's own text, so numerics, times and bytes come back exactly.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Sql } from "./connection.ts";
import { DatabaseRefusal } from "./refusal.ts";

export const FORMAT = 1;

export interface BackupHeader {
  readonly biansai: "backup";
  readonly format: number;
  readonly created: string;
  readonly program: string;
  readonly mode: string | null;
  readonly migrations: readonly { name: string; checksum: string }[];
}

/** t: table, r: column → PostgreSQL's text or null. */
export interface BackupRow {
  readonly t: string;
  readonly r: Readonly<Record<string, string | null>>;
}

export interface BackupEnd {
  readonly end: true;
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** The text forms that values are written and read in, whatever the server's defaults are. */
export const PLAIN_TEXT = [
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  "SET LOCAL IntervalStyle = 'postgres'",
  "SET LOCAL bytea_output = 'hex'",
  "SET LOCAL extra_float_digits = 1",
  "SET LOCAL statement_timeout = 0",
  "SET LOCAL idle_in_transaction_session_timeout = 0",
].join("; ");

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every table but the migrations' own, referenced ones first; generated columns are left out. */
export async function tableShapes(sql: Sql): Promise<TableShape[]> {
  const columns = await sql.query<{ table: string; name: string; type: string }>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> '_prisma_migrations' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY c.relname, a.attnum`,
  );
  const references = await sql.query<{ table: string; needs: string }>(
    `SELECT c.relname AS table, f.relname AS needs FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
     WHERE k.contype = 'f' AND k.conrelid <> k.confrelid AND c.relnamespace = 'public'::regnamespace`,
  );
  const names = [...new Set(columns.map(({ table }) => table))];
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const left = names.filter((name) => !ordered.includes(name));
    const free = left.filter(
      (name) => !references.some(({ table, needs }) => table === name && left.includes(needs)),
    );
    // Tables that refer to each other in a circle: any order, the restore defers the checks.
    ordered.push(...(free.length > 0 ? free : left.slice(0, 1)));
  }
  return ordered.map((name) => ({ name, columns: columns.filter(({ table }) => table === name) }));
}

function damaged(path: string, zh: string, en: string, cause?: unknown): DatabaseRefusal {
  return new DatabaseRefusal(
    "backup-damaged",
    `备份文件 ${path} 不完整或已损坏（${zh}），没有恢复任何内容。请换一份备份。`,
    `The backup ${path} is damaged (${en}); nothing was restored. Use another backup.`,
    cause,
  );
}

/** Lines end at "\n" alone: node's readline would also cut at U+2028, which a name may hold. */
async function* lines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = "";
  for await (const chunk of file.pipe(gunzip)) {
    // A photo's line comes in a hundred chunks: it is put together once, at its end.
    rest += text.decode(chunk as Buffer, { stream: true });
    if (!(chunk as Buffer).includes(10)) continue;
    const parts = rest.split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest !== "") throw new Error("the last line does not end");
}

/** Reads a whole backup without restoring anything: its header and end, or a refusal that says what is wrong. */
export async function verifyBackup(path: string): Promise<{ header: BackupHeader; end: BackupEnd }> {
  const hash = createHash("sha256");
  let header: BackupHeader | undefined;
  let end: BackupEnd | undefined;
  let count = 0;
  try {
    for await (const line of lines(path)) {
      if (end) throw new Error("lines after the end");
      if (line.startsWith('{"end":')) {
        end = JSON.parse(line) as BackupEnd;
        continue;
      }
      hash.update(line).update("\n");
      if (header) count++;
      else header = JSON.parse(line) as BackupHeader;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new DatabaseRefusal(
        "backup-damaged",
        `没有这个备份文件：${path}`,
        `No such backup: ${path}`,
        error,
      );
    }
    throw damaged(path, "读不完", "it cannot be read to its end", error);
  }
  if (header?.biansai !== "backup") throw damaged(path, "不是汴赛的备份", "not a backup of Biansai");
  if (header.format !== FORMAT) {
    throw new DatabaseRefusal(
      "backup-foreign",
      `备份的格式版本是 ${header.format}，本程序只认识 ${FORMAT}。请使用更新版本的程序。`,
      `The backup has format ${header.format}; this program knows ${FORMAT}. Use a newer program.`,
    );
  }
  if (!end) throw damaged(path, "缺少结尾", "its end is missing");
  if (end.sha256 !== hash.digest("hex")) throw damaged(path, "校验和不符", "its checksum differs");
  const told = Object.values(end.rows).reduce((sum, rows) => sum + rows, 0);
  if (told !== count) throw damaged(path, "行数不符", "its rows do not add up");
  return { header, end };
}

/** The rows of a verified backup, in the order they were written. */
export async function* backupRows(path: string): AsyncGenerator<BackupRow> {
  let first = true;
  for await (const line of lines(path)) {
    if (!first && !line.startsWith('{"end":')) yield JSON.parse(line) as BackupRow;
    first = false;
  }
}
