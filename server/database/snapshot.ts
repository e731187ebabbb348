// Taking a backup: one consistent snapshot of every table, streamed to a file that appears only when it is whole.
// Keys are not in it: they live in the key folder and are kept apart.
import { createHash } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Database, Sql } from "./connection.ts";
import { standingMigrations } from "./migrate.ts";
import {
  type BackupEnd,
  type BackupHeader,
  FORMAT,
  PLAIN_TEXT,
  quoted,
  type TableShape,
  tableShapes,
} from "./snapshot-format.ts";
import { inTransaction } from "./transaction.ts";

export interface BackupOptions {
  readonly program: string;
  readonly now: Date;
}

export interface BackupDone {
  readonly path: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly sha256: string;
}

const BATCH = 1_000;
const BATCH_CHARACTERS = 4_000_000;

async function* rowsOf(sql: Sql, { name, columns }: TableShape): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `${quoted(column.name)}::text AS ${quoted(column.name)}`).join(", ");
  await sql.query(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(x)::text AS row FROM (SELECT ${texts} FROM ${quoted(name)}) x`,
  );
  // Photos are a thousand times as long as marks: how many rows come at once follows from how long the last ones were.
  for (let wanted = 1; ; ) {
    const batch = await sql.query<{ row: string }>(`FETCH ${wanted} FROM backup`);
    if (batch.length === 0) break;
    const mean = batch.reduce((sum, { row }) => sum + row.length, 0) / batch.length;
    wanted = Math.max(1, Math.min(BATCH, wanted * 8, Math.floor(BATCH_CHARACTERS / mean)));
    yield batch.map(({ row }) => `{"t":${JSON.stringify(name)},"r":${row}}\n`);
  }
  await sql.query("CLOSE backup");
}

/** The lines of a backup; `done` hears the end line. */
async function* written(
  sql: Sql,
  header: BackupHeader,
  done: (end: BackupEnd) => void,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  const first = `${JSON.stringify(header)}\n`;
  hash.update(first);
  yield first;
  for (const table of await tableShapes(sql)) {
    counts[table.name] = 0;
    for await (const batch of rowsOf(sql, table)) {
      counts[table.name]! += batch.length;
      const text = batch.join("");
      hash.update(text);
      yield text;
    }
  }
  const end: BackupEnd = { end: true, rows: counts, sha256: hash.digest("hex") };
  done(end);
  yield `${JSON.stringify(end)}\n`;
}

async function syncFolder(folder: string): Promise<void> {
  // Windows knows no fsync of folders.
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Writes a backup to `path`. The file stands under its name only when it is complete and on the disk. */
export async function backUp(db: Database, path: string, options: BackupOptions): Promise<BackupDone> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.part-${process.pid}`;
  const file = await open(part, "wx", 0o600);
  try {
    let end: BackupEnd | undefined;
    await inTransaction(
      db,
      async (sql) => {
        await sql.query(PLAIN_TEXT);
        const [installation] = await sql.query<{ mode: string }>("SELECT mode FROM installation");
        const header: BackupHeader = {
          biansai: "backup",
          format: FORMAT,
          created: options.now.toISOString(),
          program: options.program,
          mode: installation?.mode ?? null,
          migrations: await standingMigrations(sql),
        };
        const text = Readable.from(written(sql, header, (told) => (end = told)));
        await pipeline(text, createGzip({ level: 6 }), file.createWriteStream({ flush: true }));
      },
      { isolation: "REPEATABLE READ", readOnly: true },
    );
    await rename(part, path);
    await syncFolder(dirname(path));
    return { path, rows: end!.rows, sha256: end!.sha256 };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}
