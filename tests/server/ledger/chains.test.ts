// The ledger: hash chains that hold through a whole competition, and whatever changes a line is found.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectOwner } from "../../../server/database/connection.ts";
import { verifyChains } from "../../../server/ledger/verify.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { raiseCompetition, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let chain: string;

beforeAll(async () => {
  at = await openTestHouse();
  skill = await (await raiseCompetition(at)).addSkill({ competitors: 3 });
  await skill.reach("published");
  chain = `skill:${skill.skillId}`;
});
afterAll(() => at.close());

const broken = async () => (await verifyChains(at.database)).filter((report) => report.brokenAt !== null);

test("every chain holds after a whole competition, and each mark has its line under its own sequence", async () => {
  const reports = await verifyChains(at.database);
  expect(reports.map((report) => report.chain).sort()).toEqual(
    [`competition:${skill.competitionId}`, chain].sort(),
  );
  expect(await broken()).toEqual([]);
  const loose = await at.database.query(
    `SELECT m.request_id FROM mark_revision m LEFT JOIN ledger_line l ON l.chain = 'skill:' || m.skill_id AND l.seq = m.ledger_seq
     WHERE l.payload->>'requestId' IS DISTINCT FROM m.request_id::text`,
  );
  expect(loose).toEqual([]);
  const twins = await at.database.query(
    "SELECT ledger_seq FROM mark_revision GROUP BY skill_id, ledger_seq HAVING count(*) > 1",
  );
  expect(twins).toEqual([]);
});

test("the cells are what the revisions make of them", async () => {
  const astray = await at.database.query(
    `SELECT 1 FROM mark_cell c FULL JOIN (SELECT DISTINCT ON (contestant_id, aspect_id, seat, round) * FROM mark_revision ORDER BY contestant_id, aspect_id, seat, round, version DESC) r
       USING (contestant_id, aspect_id, seat, round) WHERE c.value IS DISTINCT FROM r.value OR c.version IS DISTINCT FROM r.version`,
  );
  expect(astray).toEqual([]);
});

describe("an owner of the database who changes the past is found out", () => {
  /** Does it with the triggers off, as only the owner can, asks, and puts it back. */
  async function tampered(...statements: readonly string[]) {
    const owner = await connectOwner(at.database.url);
    try {
      await owner.query("BEGIN");
      await owner.query("SET LOCAL session_replication_role = replica");
      for (const statement of statements) await owner.query(statement.replaceAll(":chain", `'${chain}'`));
      const reports = await verifyChains({
        query: async (text, params) => (await owner.query(text, params as unknown[])).rows,
      });
      return reports.find((report) => report.chain === chain)?.brokenAt;
    } finally {
      await owner.query("ROLLBACK");
      await owner.end();
    }
  }

  test.each([
    [
      "a changed value",
      [
        "UPDATE ledger_line SET payload = jsonb_set(payload, '{value}', '\"20\"') WHERE chain = :chain AND seq = 8",
      ],
      8,
    ],
    ["another actor", ["UPDATE ledger_line SET actor = '某人' WHERE chain = :chain AND seq = 3"], 3],
    [
      "another time",
      ["UPDATE ledger_line SET at = at + interval '1 millisecond' WHERE chain = :chain AND seq = 4"],
      4,
    ],
    ["another deed", ["UPDATE ledger_line SET deed = 'other' WHERE chain = :chain AND seq = 5"], 5],
    ["a dropped line", ["DELETE FROM ledger_line WHERE chain = :chain AND seq = 6"], 6],
    [
      "two lines exchanged",
      [
        "UPDATE ledger_line SET seq = CASE seq WHEN 7 THEN 9007 ELSE 9008 END WHERE chain = :chain AND seq IN (7, 8)",
        "UPDATE ledger_line SET seq = CASE seq WHEN 9007 THEN 8 ELSE 7 END WHERE chain = :chain AND seq > 9000",
      ],
      7,
    ],
  ])("%s", async (_what, statements, line) => {
    expect(await tampered(...statements)).toBe(line);
  });

  test("the last line cut off, with the head left behind", async () => {
    const lines = await at.database.prisma.ledgerLine.count({ where: { chain } });
    expect(await tampered(`DELETE FROM ledger_line WHERE chain = :chain AND seq = ${lines}`)).toBe(lines);
  });

  test("a head that names another hash", async () => {
    const lines = await at.database.prisma.ledgerLine.count({ where: { chain } });
    expect(await tampered("UPDATE chain_head SET hash = repeat('a', 64) WHERE chain = :chain")).toBe(
      lines + 1,
    );
  });

  test("a head that was taken away: its lines are still asked for", async () => {
    expect(await tampered("DELETE FROM chain_head WHERE chain = :chain")).toBeTypeOf("number");
  });

  test("and unchanged, nothing is reported", async () => {
    expect(await tampered()).toBeNull();
    expect(await broken()).toEqual([]);
  });
});

describe("a chain's head moves and never goes", () => {
  const statements = [
    ["DELETE", "DELETE FROM chain_head"],
    ["TRUNCATE", "TRUNCATE chain_head"],
  ] as const;

  test.each(statements)("the app's role has no %s", async (_what, statement) => {
    await expect(at.database.query(statement)).rejects.toThrow(/permission denied/);
  });

  test.each(statements)("a trigger refuses %s to the owner as well", async (what, statement) => {
    const owner = await connectOwner(at.database.url);
    await expect(owner.query(statement)).rejects.toThrow(`${what} refused`);
    await owner.end();
  });
});

describe("marks, ledger and snapshots are append-only", () => {
  const tables = ["mark_revision", "ledger_line", "result_snapshot"];
  const statements = tables.flatMap((table) => [
    [table, "UPDATE", `UPDATE ${table} SET at = now()`],
    [table, "DELETE", `DELETE FROM ${table}`],
    [table, "TRUNCATE", `TRUNCATE ${table}`],
  ]);

  test.each(statements)("%s: the app's role has no %s", async (_table, _what, statement) => {
    await expect(at.database.query(statement!)).rejects.toThrow(/permission denied/);
  });

  test.each(statements)("%s: a trigger refuses %s to the owner as well", async (_table, what, statement) => {
    const owner = await connectOwner(at.database.url);
    await expect(owner.query(statement!)).rejects.toThrow(`is append-only: ${what} refused`);
    await owner.end();
  });

  test("the app's role cannot take a trigger away or write past them", async () => {
    for (const statement of [
      "ALTER TABLE mark_revision DISABLE TRIGGER ALL",
      "DROP TRIGGER append_only ON ledger_line",
      "SET session_replication_role = replica",
    ]) {
      const client = await at.database.pool.connect();
      await expect(client.query(statement)).rejects.toThrow();
      client.release(true);
    }
  });
});
