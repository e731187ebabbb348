// Applies prisma/migrations/*/migration.sql in order and keeps _prisma_migrations as Prisma's own tools would.
// A small runner of our own, because the official engine is a download that closed networks refuse (decision 0003).
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { connectOwner, ownSql, type Sql } from "./connection.ts";
import { DatabaseRefusal } from "./refusal.ts";

export interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly sql: string;
}

export interface MigrateOptions {
  /** Name of the last migration to apply; without it, all. */
  readonly upTo?: string;
  readonly folder?: string;
}

export interface Migrated {
  readonly applied: readonly string[];
  readonly standing: readonly string[];
}

const ownFolder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/** The number Prisma's own tools lock with, so that they and we never migrate at once. */
const MIGRATION_LOCK = 72_707_369;

const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** The program's migrations in order, each with the SHA-256 that Prisma records. */
export async function readMigrations(folder = ownFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** Names and checksums of the migrations a database stands at, in order; none when it was never migrated. */
export async function standingMigrations(sql: Sql): Promise<{ name: string; checksum: string }[]> {
  const [found] = await sql.query<{ known: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known",
  );
  if (!found?.known) return [];
  return sql.query(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
}

function check(standing: readonly { name: string; checksum: string }[], ours: readonly Migration[]): void {
  for (const { name, checksum } of standing) {
    const own = ours.find((migration) => migration.name === name);
    if (!own) {
      throw new DatabaseRefusal(
        "database-newer",
        `数据库比程序新：其中已有本程序不认识的迁移 ${name}。请使用更新版本的程序。`,
        `The database is newer than the program: it holds migration ${name}. Start a newer program.`,
      );
    }
    if (own.checksum !== checksum) {
      throw new DatabaseRefusal(
        "migration-changed",
        `迁移 ${name} 执行之后文件被改动，拒绝继续。请恢复原文件，另写一个新迁移。`,
        `Migration ${name} was changed after it was applied. Restore the file and write a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, checksum, sql }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    const id = randomUUID();
    await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)", [
      id,
      checksum,
      name,
    ]);
    await client.query(sql);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const said = error instanceof Error ? error.message : String(error);
    throw new DatabaseRefusal(
      "migration-failed",
      `迁移 ${name} 失败，已全部撤销：${said}`,
      `Migration ${name} failed and was rolled back: ${said}`,
      error,
    );
  }
}

/** Brings a database to the newest migration, or to `upTo`. One migration, one transaction; one migrator at a time. */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<Migrated> {
  const ours = await readMigrations(options.folder);
  const upTo = options.upTo;
  const last = upTo === undefined ? ours.length : ours.findIndex((migration) => migration.name === upTo) + 1;
  if (upTo !== undefined && last === 0) throw new RangeError(`no migration is called ${upTo}`);
  const client = await connectOwner(ownerUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(table);
    const standing = await standingMigrations(ownSql(client));
    check(standing, ours);
    const missing = ours
      .slice(0, last)
      .filter((migration) => !standing.some(({ name }) => name === migration.name));
    for (const migration of missing) await apply(client, migration);
    const applied = missing.map(({ name }) => name);
    return { applied, standing: [...standing.map(({ name }) => name), ...applied].sort() };
  } finally {
    await client.end();
  }
}
