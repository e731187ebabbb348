// npm run verify-ledger: whatever the database's owner changes in the past is found, at the latest against the anchors.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashLine, type Line } from "#domain/ledger/chain.ts";
import { connectOwner, ownSql, type Sql } from "#server/database/connection.ts";
import { restore } from "#server/database/restore.ts";
import { backUp } from "#server/database/snapshot.ts";
import { keepAnchors, readAnchors } from "#server/ledger/anchors.ts";
import { ledgerSentence } from "#server/ledger/ledger-words.ts";
import { type Finding, type LedgerReport, verifyLedger } from "#server/ledger/verify-ledger.ts";
import { dropDatabase, emptyDatabase } from "../../support/database.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { raiseCompetition, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let other: SkillStage;
let chain: string;
let last: number;
let folder: string;

/** Notes the heads the way a server does when it starts and stops. */
async function noteHeads(into = folder): Promise<void> {
  await keepAnchors(at.database, into).stop();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "biansai-anchors-"));
  at = await openTestHouse();
  const competition = await raiseCompetition(at);
  [skill, other] = [await competition.addSkill({ competitors: 2 }), await competition.addSkill()];
  for (const one of [skill, other]) await one.reach("scoring");
  chain = `skill:${skill.skillId}`;
  for (const { id } of await skill.contestants()) await skill.markOne(id);
  await noteHeads();
  const [head] = await at.database.query<{ seq: number }>("SELECT seq FROM chain_head WHERE chain = $1", [
    chain,
  ]);
  last = head!.seq;
});
afterAll(async () => {
  await at.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is found after the owner did this with the triggers off; afterwards it is undone. */
async function tampered(deed: (sql: Sql) => Promise<unknown>, anchors = folder): Promise<LedgerReport> {
  const owner = await connectOwner(at.database.url);
  try {
    await owner.query("BEGIN");
    await owner.query("SET LOCAL session_replication_role = replica");
    await deed(ownSql(owner));
    return await verifyLedger(ownSql(owner), await readAnchors(anchors));
  } finally {
    await owner.query("ROLLBACK");
    await owner.end();
  }
}
const kinds = (report: LedgerReport): Finding["what"][] => report.findings.map((one) => one.what);

/** The chain from `seq` on with hashes that follow from each other again, head included. */
async function forge(sql: Sql, seq: number): Promise<void> {
  type Row = Line & { at: string; hash: string };
  const rows = await sql.query<Omit<Row, "at"> & { at: Date }>(
    "SELECT * FROM ledger_line WHERE chain = $1 AND seq >= $2 ORDER BY seq",
    [chain, seq],
  );
  let previous = rows[0]!.previous;
  for (const row of rows) {
    const hash = hashLine({ ...row, at: row.at.toISOString(), previous });
    await sql.query("UPDATE ledger_line SET previous = $3, hash = $4 WHERE chain = $1 AND seq = $2", [
      chain,
      row.seq,
      previous,
      hash,
    ]);
    previous = hash;
  }
  await sql.query("UPDATE chain_head SET hash = $2 WHERE chain = $1", [chain, previous]);
}

test("an untouched ledger holds: every chain anchored, every mark with its line, every cell its newest mark", async () => {
  const report = await tampered(async () => undefined);
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({ ok: true, anchors: { files: 1, lines: 3 } });
  expect(report.marks).toBeGreaterThan(0);
  expect(report.cells).toBe(report.marks);
  expect(ledgerSentence(report)).toContain("账本核对无误：3 条链");
});

describe("the owner of the database", () => {
  const oneCell = "ctid = (SELECT ctid FROM mark_cell WHERE skill_id = $1 AND value > 1 LIMIT 1)";
  test.each([
    ["changes", `UPDATE mark_cell SET value = 19 WHERE ${oneCell}`],
    ["takes away", `DELETE FROM mark_cell WHERE ${oneCell}`],
  ])("%s one current mark", async (_what, statement) => {
    const report = await tampered((sql) => sql.query(statement, [skill.skillId]));
    expect(kinds(report)).toEqual(["cell-astray"]);
    expect(ledgerSentence(report)).toContain("当前分不是最新一次评分");
  });

  test("changes a revision and the current mark alike", async () => {
    const report = await tampered(async (sql) => {
      await sql.query("UPDATE mark_revision SET value = 19 WHERE skill_id = $1 AND ledger_seq = $2", [
        skill.skillId,
        last,
      ]);
      await sql.query(
        "UPDATE mark_cell c SET value = 19 FROM mark_revision r WHERE r.skill_id = $1 AND r.ledger_seq = $2 AND (c.contestant_id, c.aspect_id, c.seat, c.round) = (r.contestant_id, r.aspect_id, r.seat, r.round)",
        [skill.skillId, last],
      );
    });
    expect(report.findings).toEqual([{ what: "mark-differs", chain, seq: last, fields: ["value"] }]);
  });

  test.each([
    ["requestId", "request_id = gen_random_uuid()"],
    ["bySeat", "entered_seat = 9"],
    ["enteredBy", "entered_by = gen_random_uuid()"],
    ["at", "at = at + interval '1 minute'"],
  ])("changes whose mark it was, or when: %s", async (field, change) => {
    const report = await tampered((sql) =>
      sql.query(`UPDATE mark_revision SET ${change} WHERE skill_id = $1 AND ledger_seq = $2`, [
        skill.skillId,
        last,
      ]),
    );
    expect(report.findings).toContainEqual({ what: "mark-differs", chain, seq: last, fields: [field] });
  });

  test("changes the ledger's line alone", async () => {
    const report = await tampered((sql) =>
      sql.query(
        "UPDATE ledger_line SET payload = jsonb_set(payload, '{value}', '\"十九\"') WHERE chain = $1 AND seq = $2",
        [chain, last],
      ),
    );
    expect(report.findings).toEqual([
      { what: "chain-broken", chain, seq: last },
      { what: "mark-differs", chain, seq: last, fields: ["value"] },
    ]);
  });

  test("removes a mark's revision and leaves its line", async () => {
    const report = await tampered((sql) =>
      sql.query("DELETE FROM mark_revision WHERE skill_id = $1 AND ledger_seq = $2", [skill.skillId, last]),
    );
    expect(kinds(report)).toEqual(["line-without-mark", "cell-astray"]);
  });

  /** The last lines of the chain go, with all that would tell of them in the database. */
  const cut = (lines: number) => async (sql: Sql) => {
    const to = last - lines;
    await sql.query("DELETE FROM ledger_line WHERE chain = $1 AND seq > $2", [chain, to]);
    await sql.query(
      "UPDATE chain_head h SET seq = l.seq, hash = l.hash FROM ledger_line l WHERE h.chain = $1 AND l.chain = h.chain AND l.seq = $2",
      [chain, to],
    );
    await sql.query("DELETE FROM mark_revision WHERE skill_id = $1 AND ledger_seq > $2", [skill.skillId, to]);
    await sql.query(
      "DELETE FROM mark_cell c WHERE NOT EXISTS (SELECT 1 FROM mark_revision r WHERE (r.contestant_id, r.aspect_id, r.seat, r.round) = (c.contestant_id, c.aspect_id, c.seat, c.round))",
    );
  };

  test.each([1, 3])("removes the last %i lines with head, revisions and cells", async (lines) => {
    const report = await tampered(cut(lines));
    expect(report.findings).toEqual([
      { what: "anchor-ahead", chain, anchored: last, stands: last - lines, at: report.anchors.newest },
    ]);
    const without = await tampered(cut(lines), join(folder, "no-anchors"));
    expect(without.findings).toEqual([]);
  });

  test("removes them after another chain went on: no restored backup explains that", async () => {
    const later = await mkdtemp(join(tmpdir(), "biansai-anchors-"));
    await noteHeads(later);
    await other.enter(1, (await other.contestants())[0]!.id, "A1.1", "17.5");
    await noteHeads(later);
    const report = await tampered(cut(2), later);
    expect(report.findings).toMatchObject([
      { what: "lines-missing", chain, anchored: last, stands: last - 2 },
    ]);
    expect(ledgerSentence(report)).toContain("链尾被删");
    await rm(later, { recursive: true });
  });

  test("removes a whole chain with all its marks", async () => {
    const report = await tampered(async (sql) => {
      for (const table of ["ledger_line", "chain_head"])
        await sql.query(`DELETE FROM ${table} WHERE chain = $1`, [chain]);
      for (const table of ["mark_revision", "mark_cell"])
        await sql.query(`DELETE FROM ${table} WHERE skill_id = $1`, [skill.skillId]);
    });
    expect(report.findings).toMatchObject([{ what: "anchor-ahead", chain, anchored: last, stands: 0 }]);
  });

  test("rewrites a mark everywhere and recomputes every hash after it", async () => {
    const rewrite = async (sql: Sql) => {
      await sql.query(
        "UPDATE ledger_line SET payload = jsonb_set(payload, '{value}', '\"0\"') WHERE chain = $1 AND seq = $2",
        [chain, last],
      );
      await sql.query("UPDATE mark_revision SET value = 0 WHERE skill_id = $1 AND ledger_seq = $2", [
        skill.skillId,
        last,
      ]);
      await sql.query(
        "UPDATE mark_cell c SET value = 0 FROM mark_revision r WHERE r.skill_id = $1 AND r.ledger_seq = $2 AND (c.contestant_id, c.aspect_id, c.seat, c.round) = (r.contestant_id, r.aspect_id, r.seat, r.round)",
        [skill.skillId, last],
      );
      await forge(sql, last);
    };
    const report = await tampered(rewrite);
    expect(report.findings).toEqual([
      { what: "anchor-differs", chain, seq: last, at: report.anchors.newest },
    ]);
    expect((await tampered(rewrite, join(folder, "no-anchors"))).findings).toEqual([]);
  });
});

describe("anchors", () => {
  test("only heads that moved are noted, also by the next server; half a line of a power cut is cut off", async () => {
    const own = await mkdtemp(join(tmpdir(), "biansai-anchors-"));
    await noteHeads(own);
    const [file] = await readdir(own);
    const first = await readFile(join(own, file!), "utf8");
    await appendFile(join(own, file!), '{"at":"2026-');
    await noteHeads(own);
    expect((await readAnchors(own)).unreadable).toEqual([]);
    await other.enter(2, (await other.contestants())[1]!.id, "A1.1", "17.5");
    await noteHeads(own);
    const now = await readFile(join(own, file!), "utf8");
    expect(now.startsWith(first)).toBe(true);
    expect(now.slice(first.length).trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(now.slice(first.length))).toMatchObject({ chain: `skill:${other.skillId}` });
    await rm(own, { recursive: true });
  });

  test("a line that is no anchor is told with its place", async () => {
    const own = await mkdtemp(join(tmpdir(), "biansai-anchors-"));
    await appendFile(join(own, "2026-03.ndjson"), '{"at":"2026-03-02T01:00:00.000Z","chain":"x"}\n');
    expect((await tampered(async () => undefined, own)).findings).toEqual([
      { what: "anchor-unreadable", place: "2026-03.ndjson:1" },
    ]);
    await rm(own, { recursive: true });
  });

  test("after a restore the anchors are newer than the database, and the sentence says so", async () => {
    const own = await mkdtemp(join(tmpdir(), "biansai-anchors-"));
    const file = join(own, "one.ndjson.gz");
    await backUp(at.database, file, { program: "test", now: new Date() });
    await other.enter(2, (await other.contestants())[0]!.id, "A1.2", "0");
    await noteHeads(own);
    const url = await emptyDatabase();
    await restore(url, file);
    const owner = await connectOwner(url);
    const report = await verifyLedger(ownSql(owner), await readAnchors(own));
    await owner.end();
    expect(report.findings).toMatchObject([{ what: "anchor-ahead", chain: `skill:${other.skillId}` }]);
    expect(ledgerSentence(report)).toContain("锚点比数据库新 1 处");
    expect(ledgerSentence(report)).toContain("若刚从备份恢复，缺的是备份之后写入的");
    await dropDatabase(url);
    await rm(own, { recursive: true });
  });
});

describe("the command", () => {
  /** Runs it on the test's database, with the anchors of a data folder. */
  async function run(data: string) {
    const child = spawn(process.execPath, ["bin/run.mjs", "server/commands/verify-ledger.ts"], {
      env: { ...process.env, DATABASE_URL: at.database.url, BIANSAI_DATA: data },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await once(child, "exit")) as [number];
    const [stdout, stderr] = await said;
    return { code, report: JSON.parse(stdout) as LedgerReport, sentence: stderr.trim() };
  }

  test("beside a house at work: a report, a sentence, 0; and 1 when an anchor tells of more than there is", async () => {
    const data = await mkdtemp(join(tmpdir(), "biansai-anchors-"));
    const anchors = join(data, "anchors");
    await noteHeads(anchors);
    const good = await run(data);
    expect(good.sentence).toMatch(/^账本核对无误.*。$/);
    expect(good).toMatchObject({ code: 0, report: { ok: true, findings: [] } });
    const more = { at: new Date().toISOString(), chain, seq: last + 5, hash: "a".repeat(64) };
    await appendFile(join(anchors, (await readdir(anchors))[0]!), `${JSON.stringify(more)}\n`);
    const bad = await run(data);
    expect(bad.sentence).toMatch(/^账本核对不通过：锚点比数据库新 1 处.*。$/);
    expect(bad).toMatchObject({ code: 1, report: { ok: false, findings: [{ what: "anchor-ahead" }] } });
    await rm(data, { recursive: true });
  });
});
