// The migrated database is the one prisma/schema.prisma describes: the schema's own DDL, made by Prisma's engine,
// is put into a second database and both are compared through PostgreSQL's catalog.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { difference } from "../../../bin/migration.mjs";
import {
  asOwner,
  dropDatabase,
  emptyDatabase,
  freshDatabase,
  type TestDatabase,
} from "../../support/database.ts";

const schema = readFileSync(new URL("../../../prisma/schema.prisma", import.meta.url), "utf8");
const stood = readFileSync(new URL("../../../prisma/migrations/schema.prisma", import.meta.url), "utf8");

let migrated: TestDatabase;
let described: string;

beforeAll(async () => {
  migrated = await freshDatabase();
  described = await emptyDatabase();
  await asOwner(described, await difference(null, schema));
});

afterAll(async () => {
  await migrated.drop();
  await dropDatabase(described);
});

const lines = async (url: string, text: string) =>
  (await asOwner<{ line: string }>(url, text)).map(({ line }) => line);

const columns = `SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'NOT NULL' END, 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)) AS line
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations' ORDER BY 1`;
const indexes = `SELECT indexdef AS line FROM pg_indexes
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`;
const references = `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1`;

test("every table and column is as described: type, nullability, default; and there are no others", async () => {
  const wanted = await lines(described, columns);
  expect(wanted.length).toBeGreaterThan(20);
  expect(await lines(migrated.url, columns)).toEqual(wanted);
});

test("every index, unique rule and foreign key described is there", async () => {
  for (const catalog of [indexes, references]) {
    const standing = new Set(await lines(migrated.url, catalog));
    expect((await lines(described, catalog)).filter((line) => !standing.has(line))).toEqual([]);
  }
});

test("the schema has not gone on without a migration (node bin/migration.mjs NAME)", async () => {
  expect(await difference(stood, schema)).toContain("This is an empty migration");
});
