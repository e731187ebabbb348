// The SQL that a piece of work sends, listened to where connections leave the pool; everything runs as it always does.
import type pg from "pg";
import type { TestHouse } from "./house.ts";

type Query = (...args: readonly unknown[]) => unknown;

/** The answer of `work` and every statement sent meanwhile, in order; nothing else may use the house at that time. */
export async function statementsOf<T>(
  at: TestHouse,
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly statements: readonly string[] }> {
  const statements: string[] = [];
  const heard = new Map<pg.PoolClient, Query>();
  const listen = (client: pg.PoolClient): void => {
    if (heard.has(client)) return;
    const query = client.query as Query;
    heard.set(client, query);
    const listening: Query = (...args) => {
      const [said] = args;
      statements.push(typeof said === "string" ? said : (said as { text: string }).text);
      return query.apply(client, [...args]);
    };
    Object.assign(client, { query: listening });
  };
  at.database.pool.on("acquire", listen);
  try {
    return { answer: await work(), statements };
  } finally {
    at.database.pool.off("acquire", listen);
    for (const [client, query] of heard) Object.assign(client, { query });
  }
}
