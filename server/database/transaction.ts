// A deed and its record in one transaction; whoever wants to tell of it registers a word for after the commit.
import type pg from "pg";
import { rows, type Sql } from "./connection.ts";

export interface Transaction extends Sql {
  /** `tell` runs once PostgreSQL has acknowledged the COMMIT, in the order registered; never after a rollback. */
  afterCommit(tell: () => void): void;
}

export interface TransactionOptions {
  readonly isolation?: "READ COMMITTED" | "REPEATABLE READ" | "SERIALIZABLE";
  readonly readOnly?: boolean;
  /** Hears of an error in an afterCommit word: the deed stands, so it is not an error of the caller's. */
  readonly report?: (error: unknown) => void;
}

/** Runs `work` between BEGIN and COMMIT on one connection; whatever it throws rolls everything back. */
export async function inTransaction<T>(
  db: { readonly pool: pg.Pool },
  work: (sql: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const client = await db.pool.connect();
  const words: (() => void)[] = [];
  let broken: Error | undefined;
  let value: T;
  try {
    const kind = options.isolation ? ` ISOLATION LEVEL ${options.isolation}` : "";
    await client.query(`BEGIN${kind}${options.readOnly ? " READ ONLY" : ""}`);
    value = await work({
      query: (text, params) => rows(client, text, params),
      afterCommit: (tell) => void words.push(tell),
    });
    const done = await client.query("COMMIT");
    // A statement that failed unnoticed makes PostgreSQL answer COMMIT with ROLLBACK, without an error.
    if (done.command !== "COMMIT") throw new Error("the transaction had already failed and was rolled back");
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
  for (const tell of words) {
    try {
      tell();
    } catch (error) {
      (options.report ?? console.error)(error);
    }
  }
  return value;
}

/** Runs `read` in one unchanging view of the database: what it reads belongs to one moment. */
export const inSnapshot = <T>(
  db: { readonly pool: pg.Pool },
  read: (sql: Transaction) => Promise<T>,
): Promise<T> => inTransaction(db, read, { isolation: "REPEATABLE READ", readOnly: true });
