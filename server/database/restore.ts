// Restoring a backup into an empty database: checked first, loaded in one transaction, then brought up to date.
import type pg from "pg";
import { connectOwner, ownSql, type Sql } from "./connection.ts";
import { migrate, readMigrations, standingMigrations } from "./migrate.ts";
import { DatabaseRefusal } from "./refusal.ts";
import {
  type BackupHeader,
  backupRows,
  PLAIN_TEXT,
  quoted,
  type TableShape,
  tableShapes,
  verifyBackup,
} from "./snapshot-format.ts";

export interface RestoreOptions {
  /** Recomputes the hash chains of what was loaded; throws when one is broken: then nothing is kept. */
  readonly verifyChains?: (sql: Sql) => Promise<void>;
  readonly folder?: string;
}

export interface RestoreDone {
  readonly header: BackupHeader;
  readonly rows: Readonly<Record<string, number>>;
  /** Migrations that are newer than the backup and were applied after loading. */
  readonly migrated: readonly string[];
}

const BATCH_ROWS = 1_000;
const BATCH_CHARACTERS = 2_000_000;

async function refuseUnlessEmpty(owner: pg.Client, header: BackupHeader): Promise<void> {
  const sql = ownSql(owner);
  const standing = await standingMigrations(sql);
  const ahead = standing.find(({ name }) => !header.migrations.some((one) => one.name === name));
  let filled: string | undefined;
  for (const { name } of await tableShapes(sql)) {
    const found = await sql.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (found.length > 0) filled = name;
  }
  if (!filled && !ahead) return;
  const [zh, en] = filled
    ? [`表 ${filled} 中有数据`, `table ${filled} has rows`]
    : ["结构较新", "it is newer"];
  throw new DatabaseRefusal(
    "database-not-empty",
    `只能恢复到空的数据库，而这个数据库不是空的（${zh}）。请新建一个数据库，或用 BIANSAI_DATA 指定一个新的数据文件夹。`,
    `A backup is restored into an empty database only, and this one is not empty (${en}). Use a new database or a new BIANSAI_DATA.`,
  );
}

async function refuseUnknownMigrations(header: BackupHeader, folder?: string): Promise<void> {
  const ours = await readMigrations(folder);
  for (const { name, checksum } of header.migrations) {
    if (ours.find((own) => own.name === name)?.checksum === checksum) continue;
    throw new DatabaseRefusal(
      "backup-foreign",
      `备份来自程序 ${header.program}，其中的迁移 ${name} 与本程序不符。请用同一版本或更新版本的程序恢复。`,
      `The backup was made by ${header.program}; its migration ${name} is not this program's. Use that version or a newer one.`,
    );
  }
}

function loader(table: TableShape): string {
  const names = table.columns.map(({ name }) => quoted(name)).join(", ");
  const texts = table.columns.map(({ name }) => `${quoted(name)} text`).join(", ");
  const values = table.columns.map(({ name, type }) => `x.${quoted(name)}::${type}`).join(", ");
  return `INSERT INTO ${quoted(table.name)} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${values} FROM json_to_recordset($1::json) AS x(${texts})`;
}

async function load(sql: Sql, path: string): Promise<Record<string, number>> {
  const shapes = new Map((await tableShapes(sql)).map((table) => [table.name, table]));
  const counts: Record<string, number> = {};
  let table = "";
  let batch: string[] = [];
  let size = 0;
  const flush = async () => {
    const shape = shapes.get(table);
    if (batch.length > 0) await sql.query(loader(shape!), [`[${batch.join(",")}]`]);
    batch = [];
    size = 0;
  };
  for await (const { t, r } of backupRows(path)) {
    if (!shapes.has(t)) throw new Error(`the backup has a table ${t} that its migrations do not make`);
    if (t !== table || batch.length >= BATCH_ROWS || size > BATCH_CHARACTERS) await flush();
    table = t;
    const text = JSON.stringify(r);
    batch.push(text);
    size += text.length;
    counts[t] = (counts[t] ?? 0) + 1;
  }
  await flush();
  return counts;
}

/** Foreign keys wait until everything is loaded, so rows that refer to each other may come in any order. */
async function deferForeignKeys(sql: Sql): Promise<() => Promise<void>> {
  const keys = await sql.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name FROM pg_constraint
     WHERE contype = 'f' AND NOT condeferrable AND connamespace = 'public'::regnamespace`,
  );
  const alter = async (how: string) => {
    for (const { table, name } of keys)
      await sql.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${quoted(name)} ${how}`);
  };
  await alter("DEFERRABLE INITIALLY DEFERRED");
  return async () => {
    await sql.query("SET CONSTRAINTS ALL IMMEDIATE");
    await alter("NOT DEFERRABLE");
  };
}

/** Sequences go on after the greatest number in use. */
async function setSequences(sql: Sql): Promise<void> {
  const owned = await sql.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.oid::regclass::text AS table, a.attname AS column,
       pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL`,
  );
  for (const { table, column, sequence } of owned) {
    const top = `SELECT max(${quoted(column)}) FROM ${table}`;
    await sql.query(`SELECT setval($1::regclass, COALESCE((${top}), 1), (${top}) IS NOT NULL)`, [sequence]);
  }
}

/** Rows that the migrations themselves wrote give way to the backup's own. */
async function clearSeeds(sql: Sql): Promise<void> {
  for (const { name } of (await tableShapes(sql)).reverse()) await sql.query(`DELETE FROM ${quoted(name)}`);
}

/** Restores a backup; `ownerUrl` is the address of an empty database as its owner. */
export async function restore(
  ownerUrl: string,
  path: string,
  options: RestoreOptions = {},
): Promise<RestoreDone> {
  const { header, end } = await verifyBackup(path);
  await refuseUnknownMigrations(header, options.folder);
  const owner = await connectOwner(ownerUrl);
  const sql = ownSql(owner);
  try {
    await refuseUnlessEmpty(owner, header);
    const last = header.migrations.at(-1)?.name;
    if (last) await migrate(ownerUrl, { upTo: last, folder: options.folder });
    await owner.query("BEGIN");
    await owner.query(PLAIN_TEXT);
    const check = await deferForeignKeys(sql);
    await clearSeeds(sql);
    const counts = await load(sql, path);
    for (const [table, expected] of Object.entries(end.rows)) {
      if ((counts[table] ?? 0) !== expected) throw new Error(`table ${table}: ${expected} rows expected`);
    }
    await check();
    await setSequences(sql);
    await options.verifyChains?.(sql);
    await owner.query("COMMIT");
    const { applied } = await migrate(ownerUrl, { folder: options.folder });
    return { header, rows: counts, migrated: applied };
  } catch (error) {
    await owner.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await owner.end();
  }
}
