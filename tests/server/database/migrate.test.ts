// Migrations: applied once, in order, each wholly or not at all; history is never rewritten.
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, readMigrations } from "../../../server/database/migrate.ts";
import { asOwner, dropDatabase, emptyDatabase } from "../../support/database.ts";
import { first, migrationsFolder, sample, sampleNewer, second } from "./sample.ts";

let url: string;

beforeEach(async () => {
  url = await emptyDatabase();
});

afterEach(() => dropDatabase(url));

const refusal = (code: string) => expect.objectContaining({ name: "DatabaseRefusal", code });

test("the second run has nothing to do, and the table is the one Prisma keeps", async () => {
  const [only] = await readMigrations(sample);
  expect((await migrate(url, { folder: sample })).applied).toEqual([only!.name]);
  const again = await migrate(url, { folder: sample });
  expect(again).toEqual({ applied: [], standing: [only!.name] });
  const rows = await asOwner<Record<string, unknown>>(url, "SELECT * FROM _prisma_migrations");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ checksum: only!.checksum, applied_steps_count: 1, rolled_back_at: null });
  expect(rows[0]!.finished_at).toBeInstanceOf(Date);
});

test("upTo stops after the one named; the next run goes on from there", async () => {
  const [one, two] = await readMigrations(sampleNewer);
  expect((await migrate(url, { folder: sampleNewer, upTo: one!.name })).applied).toEqual([one!.name]);
  expect((await migrate(url, { folder: sampleNewer })).applied).toEqual([two!.name]);
});

test("two programs that start at once apply each migration once", async () => {
  const both = await Promise.all([1, 2].map(() => migrate(url, { folder: sampleNewer })));
  expect(both.flatMap(({ applied }) => applied)).toHaveLength(2);
});

test("a migration that was changed after it was applied is refused", async () => {
  await migrate(url, { folder: sample });
  const changed = migrationsFolder(`${first}-- a word\n`);
  await expect(migrate(url, { folder: changed })).rejects.toEqual(refusal("migration-changed"));
});

test("a database newer than the program is refused", async () => {
  await migrate(url, { folder: sampleNewer });
  await expect(migrate(url, { folder: sample })).rejects.toEqual(refusal("database-newer"));
});

test("a migration that fails halfway leaves nothing of itself, and the ones before it stand", async () => {
  const bad = migrationsFolder(first, `${second}SELECT 1 / 0;`);
  await expect(migrate(url, { folder: bad })).rejects.toEqual(refusal("migration-failed"));
  const [column] = await asOwner<{ n: string }>(
    url,
    "SELECT count(*) AS n FROM information_schema.columns WHERE table_name = 'page' AND column_name = 'note'",
  );
  expect(Number(column!.n)).toBe(0);
  expect((await migrate(url, { folder: sampleNewer })).applied).toHaveLength(1);
});
