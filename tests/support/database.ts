// A database of its own for a test, copied from the template that was migrated once for the run.
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { connect, connectOwner, type Database } from "../../server/database/connection.ts";
import { addressOf, TEMPLATE } from "./cluster.ts";

export interface TestDatabase extends Database {
  /** The owner's address, for migrations and for looking behind the application's back. */
  readonly url: string;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

export function clusterUrl(): string {
  const url = process.env.BIANSAI_TEST_CLUSTER;
  if (!url) throw new Error("no test cluster: vitest's globalSetup tests/support/cluster.ts starts it");
  return url;
}

export async function asOwner<T>(url: string, text: string, params: unknown[] = []): Promise<T[]> {
  const owner = await connectOwner(url);
  try {
    return (await owner.query(text, params)).rows as T[];
  } finally {
    await owner.end();
  }
}

/** A new database without a single table. */
export async function emptyDatabase(cluster = clusterUrl(), template = "template1"): Promise<string> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  for (let attempt = 0; ; attempt++) {
    try {
      await asOwner(cluster, `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return addressOf(cluster, name);
    } catch (error) {
      // 55006: somebody is still leaving the template.
      if ((error as { code?: string }).code !== "55006" || attempt === 50) throw error;
      await pause(50);
    }
  }
}

export async function dropDatabase(url: string, cluster = clusterUrl()): Promise<void> {
  await asOwner(cluster, `DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

/** A migrated, empty database. Call `drop` when the test is over. */
export async function freshDatabase(cluster = clusterUrl()): Promise<TestDatabase> {
  const url = await emptyDatabase(cluster, TEMPLATE);
  const db = connect(url, undefined, 6);
  return {
    ...db,
    url,
    drop: async () => {
      await db.close();
      await dropDatabase(url, cluster);
    },
  };
}
