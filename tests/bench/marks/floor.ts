// The floor of W2: a bare pg loop of the product's pool size that replays the product's own statements in a copy of its database.
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { clockMs } from "../numbers.ts";
import { answerTo } from "../processes.ts";
import type { Recorded } from "./statements.ts";

let pool: pg.Pool;

const acts = {
  open(url: string, size: number): void {
    pool = new pg.Pool({
      connectionString: url,
      max: size,
      options: "-c timezone=UTC -c synchronous_commit=on -c role=biansai_app",
    });
  },
  /** Sends transaction i at its i-th instant (ms from now); answers the latencies from those instants to the COMMIT. */
  async replay(
    transactions: readonly Recorded[],
    instants: readonly number[],
  ): Promise<{ latencies: number[]; lengthMs: number }> {
    const startMs = clockMs();
    const latencies = await Promise.all(
      transactions.map(async (statements, place) => {
        const dueMs = startMs + instants[place]!;
        await pause(dueMs - clockMs());
        const client = await pool.connect();
        for (const { text, params } of statements) await client.query(text, params as unknown[] | undefined);
        client.release();
        return clockMs() - dueMs;
      }),
    );
    return { latencies, lengthMs: clockMs() - startMs };
  },
};
export type MarksFloorActs = typeof acts;

answerTo(acts, async () => pool?.end());
