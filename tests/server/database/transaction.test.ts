// Acknowledged = committed: what is told after a transaction is told after its COMMIT, and never after a rollback.
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Database, exactInteger } from "../../../server/database/connection.ts";
import { inTransaction } from "../../../server/database/transaction.ts";
import { asOwner, dropDatabase, emptyDatabase } from "../../support/database.ts";
import { migrateSample } from "./sample.ts";

let url: string;
let db: Database;

beforeAll(async () => {
  url = await emptyDatabase();
  await migrateSample(url);
  db = connect(url);
});

afterAll(async () => {
  await db.close();
  await dropDatabase(url);
});

const insert = "INSERT INTO line (chain, seq, value) VALUES ($1, $2, $3)";
const count = async (chain: string) =>
  (await db.query<{ n: number }>("SELECT count(*) AS n FROM line WHERE chain = $1", [chain]))[0]!.n;

test("a word registered for after the commit is said once the row is visible to others, in order", async () => {
  const heard: string[] = [];
  let seen: Promise<number> | undefined;
  const value = await inTransaction(db, async (sql) => {
    sql.afterCommit(() => {
      heard.push("first");
      seen = count("a");
    });
    sql.afterCommit(() => heard.push("second"));
    await sql.query(insert, ["a", 1, "0.5"]);
    expect(heard).toEqual([]);
    expect(await count("a")).toBe(0);
    return 7;
  });
  expect(value).toBe(7);
  expect(heard).toEqual(["first", "second"]);
  expect(await seen).toBe(1);
});

test("a transaction that throws leaves nothing and says nothing", async () => {
  const heard: string[] = [];
  const attempt = inTransaction(db, async (sql) => {
    sql.afterCommit(() => heard.push("never"));
    await sql.query(insert, ["b", 1, "0.5"]);
    throw new Error("no");
  });
  await expect(attempt).rejects.toThrow("no");
  expect(heard).toEqual([]);
  expect(await count("b")).toBe(0);
});

test("a failed statement that the work swallowed is not taken for a commit", async () => {
  const heard: string[] = [];
  const attempt = inTransaction(db, async (sql) => {
    sql.afterCommit(() => heard.push("never"));
    await sql.query(insert, ["c", 1, "0.5"]);
    await sql.query("SELECT 1 / 0").catch(() => undefined);
  });
  await expect(attempt).rejects.toThrow("rolled back");
  expect(heard).toEqual([]);
  expect(await count("c")).toBe(0);
});

test("an error in a word said afterwards does not undo the deed, nor does it silence the next word", async () => {
  const errors: unknown[] = [];
  let next = false;
  await inTransaction(
    db,
    async (sql) => {
      await sql.query(insert, ["d", 1, "0.5"]);
      sql.afterCommit(() => {
        throw new Error("deaf");
      });
      sql.afterCommit(() => {
        next = true;
      });
    },
    { report: (error) => errors.push(error) },
  );
  expect([errors.length, next, await count("d")]).toEqual([1, true, 1]);
});

test("a connection killed in the middle is an error of that transaction only; the pool goes on", async () => {
  const attempt = inTransaction(db, async (sql) => {
    const [me] = await sql.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    await asOwner(url, "SELECT pg_terminate_backend($1)", [me!.pid]);
    await sql.query(insert, ["e", 1, "0.5"]);
  });
  await expect(attempt).rejects.toThrow();
  expect(await count("e")).toBe(0);
});

test("the application is biansai_app in UTC, commits are synchronous, statements end after 30 s", async () => {
  const [row] = await db.query(
    `SELECT current_user AS who, current_setting('synchronous_commit') AS sync, current_setting('TimeZone') AS zone,
     current_setting('statement_timeout') AS most, current_setting('fsync') AS fsync`,
  );
  expect(row).toEqual({ who: "biansai_app", sync: "on", zone: "UTC", most: "30s", fsync: "on" });
});

test("numbers come back exact: numeric as text, int8 as a safe number or not at all, dates without a clock", async () => {
  const [row] = await db.query(
    `SELECT 1.500000::numeric(12,6) AS n, ARRAY[0.1,2.50]::numeric[] AS ns, 42::int8 AS i, ARRAY[1,NULL]::int8[] AS "is",
     date '2026-03-01' AS d, ARRAY[date '2026-03-01'] AS ds`,
  );
  expect(row).toEqual({
    n: "1.500000",
    ns: ["0.1", "2.50"],
    i: 42,
    is: [1, null],
    d: "2026-03-01",
    ds: ["2026-03-01"],
  });
  await expect(db.query("SELECT 9007199254740993::int8")).rejects.toThrow(RangeError);
  expect(exactInteger("-12")).toBe(-12);
});
