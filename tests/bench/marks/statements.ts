// Notes the statements of every transaction the product sends, so that the floor replays the very same work.
import type pg from "pg";

export type Statement = { readonly text: string; readonly params: readonly unknown[] | undefined };
export type Recorded = readonly Statement[];
export type TransactionTap = { begin(): void; take(): Recorded[] };

type Query = (this: pg.PoolClient, text: unknown, params?: unknown, ...rest: unknown[]) => unknown;

/** Listens on every client of a pool. Transactions come in the order of their BEGIN; those not committed are left out. */
export function tapTransactions(pool: pg.Pool): TransactionTap {
  const known = new WeakSet<pg.PoolClient>();
  let noted: Statement[][] = [];
  let noting = false;
  pool.on("acquire", (client) => {
    if (known.has(client)) return;
    known.add(client);
    const held = client as unknown as { query: Query };
    const plain = held.query;
    let open: Statement[] | null = null;
    held.query = function (text, params, ...rest) {
      if (noting && typeof text === "string") {
        if (text === "BEGIN") {
          open = [];
          noted.push(open);
        }
        open?.push({ text, params: params as readonly unknown[] | undefined });
        if (text === "COMMIT") open = null;
      }
      return plain.call(this, text, params, ...rest);
    };
  });
  return {
    begin() {
      noted = [];
      noting = true;
    },
    take() {
      noting = false;
      return noted.filter((one) => one.at(-1)?.text === "COMMIT");
    },
  };
}
