// A backup comes back exactly, into an empty database only, and a damaged one not at all.
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, type Database } from "../../../server/database/connection.ts";
import { restore } from "../../../server/database/restore.ts";
import { scheduleBackups } from "../../../server/database/scheduled-backups.ts";
import { backUp } from "../../../server/database/snapshot.ts";
import { asOwner, dropDatabase, emptyDatabase } from "../../support/database.ts";
import { migrateSample, sample, sampleNewer } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "biansai-backup-"));
const file = join(folder, "one.gz");
const now = new Date("2026-03-01T02:03:04Z");
const options = { program: "0.0.1", now };
const made: string[] = [];
let source: string;
let db: Database;
let target: string;

async function another(): Promise<string> {
  const url = await emptyDatabase();
  made.push(url);
  return url;
}

// Awkward values: a JSON null, U+2028 (a line end to some), quotes, digits beyond a double, an instant of microseconds.
const fill = `
  INSERT INTO installation (mode) VALUES ('live');
  INSERT INTO chapter (title) VALUES (E'一\\u2028"二"\\\\三\\n\\r四'), ('second'), ('');
  INSERT INTO page (id, chapter, mark, at, on_day, sealed, rules, words) VALUES
    ('00000000-0000-4000-8000-000000000001', 1, 123456.100000, '2026-03-01 08:00:00.123456+08', '2026-02-28',
      '\\x00ff0a22', '{"a": 1.10, "b": [null, 12345678901234567890.000001], "c": "\\"𠮷"}', ARRAY['a,b', NULL, '"', '']),
    ('00000000-0000-4000-8000-000000000002', 2, 0.000001, 'infinity', NULL, '\\x', 'null', '{}'),
    ('00000000-0000-4000-8000-000000000003', 2, NULL, '0044-03-15 12:00:00+00 BC', '-infinity', NULL, NULL, NULL);
  UPDATE chapter SET parent = 3, latest = '00000000-0000-4000-8000-000000000002' WHERE id = 1;
  INSERT INTO line (chain, value) SELECT 'x', i / 3.0 FROM generate_series(1, 2500) i;`;

const everything = `SELECT 'c' AS t, c::text AS row FROM chapter c UNION ALL SELECT 'p', p::text FROM page p
  UNION ALL SELECT 'l', l::text FROM line l UNION ALL SELECT 'i', i::text FROM installation i ORDER BY 1, 2`;

beforeAll(async () => {
  source = await another();
  await migrateSample(source);
  await asOwner(source, fill);
  db = connect(source);
  await backUp(db, file, options);
});

beforeEach(async () => {
  target = await another();
});

afterAll(async () => {
  await db.close();
  for (const url of made) await dropDatabase(url);
  rmSync(folder, { recursive: true, force: true });
});

const refusal = (code: string) => expect.objectContaining({ name: "DatabaseRefusal", code });

test("every value comes back exactly, and numbering goes on after the last number", async () => {
  const done = await restore(target, file, { folder: sample });
  expect(done.rows).toMatchObject({ chapter: 3, page: 3, line: 2500, installation: 1 });
  expect(await asOwner(target, everything)).toEqual(await asOwner(source, everything));
  const [jsonNull] = await asOwner(target, "SELECT count(*)::int AS n FROM page WHERE rules = 'null'::jsonb");
  expect(jsonNull).toEqual({ n: 1 });
  expect(await asOwner(target, "INSERT INTO chapter (title) VALUES ('4th') RETURNING id")).toEqual([
    { id: 4 },
  ]);
  const kept = await asOwner(
    target,
    "SELECT bool_or(condeferrable) AS deferrable FROM pg_constraint WHERE contype = 'f'",
  );
  expect(kept).toEqual([{ deferrable: false }]);
});

test("the file is one snapshot with its header and checksum, open to its owner only, without a half file beside it", () => {
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
  const header = JSON.parse(lines[0]!);
  expect(header).toMatchObject({ biansai: "backup", format: 1, created: now.toISOString(), mode: "live" });
  expect(header.migrations).toHaveLength(1);
  expect(JSON.parse(lines.at(-1)!)).toMatchObject({
    end: true,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(lines.find((line) => line.includes("123456.100000"))).toContain('"t":"page"');
  expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
});

test("a newer program restores an older backup and then migrates", async () => {
  const done = await restore(target, file, { folder: sampleNewer });
  expect(done.migrated).toHaveLength(1);
  const [row] = await asOwner(target, "SELECT DISTINCT note FROM page");
  expect(row).toEqual({ note: "later" });
});

test("a database with a row in it is refused and stays as it was", async () => {
  await migrateSample(target);
  await asOwner(target, "INSERT INTO line (chain, value) VALUES ('mine', 1)");
  await expect(restore(target, file, { folder: sample })).rejects.toEqual(refusal("database-not-empty"));
  expect(await asOwner(target, "SELECT chain FROM line")).toEqual([{ chain: "mine" }]);
});

test("a backup of a newer program is refused", async () => {
  const newer = await another();
  const path = join(folder, "newer.gz");
  await restore(newer, file, { folder: sampleNewer });
  const later = connect(newer);
  await backUp(later, path, options);
  await later.close();
  await expect(restore(target, path, { folder: sample })).rejects.toEqual(refusal("backup-foreign"));
});

test("truncated anywhere, altered, shortened or no backup at all: refused, nothing restored", async () => {
  const whole = readFileSync(file);
  const text = gunzipSync(whole).toString();
  const lines = text.split("\n");
  const half = join(folder, "half.gz");
  writeFileSync(half, whole);
  truncateSync(half, Math.floor(whole.length / 2));
  const forms: Record<string, Buffer> = {
    half: readFileSync(half),
    "last byte": whole.subarray(0, -1),
    "no end": gzipSync(
      lines
        .slice(0, -2)
        .map((line) => `${line}\n`)
        .join(""),
    ),
    "a row less": gzipSync([...lines.slice(0, 5), ...lines.slice(6)].join("\n")),
    altered: gzipSync(text.replace("123456.100000", "123456.200000")),
    empty: gzipSync(""),
    "plain text": Buffer.from("hello"),
  };
  for (const [name, content] of Object.entries(forms)) {
    const path = join(folder, `damaged ${name}.gz`);
    writeFileSync(path, content);
    await expect(restore(target, path, { folder: sample }), name).rejects.toEqual(refusal("backup-damaged"));
  }
  await expect(restore(target, join(folder, "none.gz"))).rejects.toEqual(refusal("backup-damaged"));
  expect(await asOwner(target, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
});

test("when the chains do not hold nothing is kept, and a good backup can still be restored there", async () => {
  const verifyChains = () => Promise.reject(new Error("broken chain"));
  await expect(restore(target, file, { folder: sample, verifyChains })).rejects.toThrow("broken chain");
  expect(await asOwner(target, "SELECT count(*)::int AS n FROM line")).toEqual([{ n: 0 }]);
  await restore(target, file, { folder: sample });
});

test("rows written while a backup runs: all tables are of one moment", async () => {
  const path = join(folder, "busy.gz");
  const pair = `WITH one AS (INSERT INTO chapter (title) VALUES ('pair') RETURNING id)
    INSERT INTO line (chain, value) SELECT 'pair', 1 FROM one`;
  let running = true;
  const writer = (async () => {
    while (running) await db.query(pair);
  })();
  const [before] = await db.query<{ n: number }>("SELECT count(*) AS n FROM line WHERE chain = 'pair'");
  await backUp(db, path, options);
  running = false;
  await writer;
  const [after] = await db.query<{ n: number }>("SELECT count(*) AS n FROM line WHERE chain = 'pair'");
  const lines = gunzipSync(readFileSync(path)).toString().split("\n");
  const count = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  expect(count('"title":"pair"')).toBe(count('"chain":"pair"'));
  expect(after!.n).toBeGreaterThan(before!.n);
});

test("the schedule takes one when the last is old, and keeps only the newest", async () => {
  const home = join(folder, "hourly");
  let minute = 0;
  const clock = { now: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)) };
  const schedule = scheduleBackups(db, home, clock, { program: "0", keep: 2, everyMs: 0, lookMs: 30 });
  await expect.poll(() => minute, { timeout: 10_000 }).toBeGreaterThan(3);
  await schedule.stop();
  const names = readdirSync(home).sort();
  expect(names).toHaveLength(2);
  expect(names[0]).toMatch(/^biansai-20260101T000\d00Z\.ndjson\.gz$/);
});
