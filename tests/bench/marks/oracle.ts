// What must hold after W2: every acknowledged mark is committed exactly once as acknowledged, and every chain holds.
import { connect } from "#server/database/connection.ts";
import { verifyChains } from "#server/ledger/verify.ts";
import type { Sent } from "./load.ts";

type Row = { request_id: string; version: number; value: string | null };
export type Findings = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Repeats of an answered request that did not answer as the first time. */
  readonly wrongRepeats: number;
  readonly brokenChains: number;
  /** Marks the floor committed in its copy: must be as many as the product did. */
  readonly floorMarks: number;
};

export async function countMarks(url: string): Promise<number> {
  const db = connect(url, undefined, 1);
  const [row] = await db.query<{ n: number }>("SELECT count(*)::int AS n FROM mark_revision");
  await db.close();
  return row!.n;
}

/** Reads the database past the product; `before` is the number of marks at the beginning. */
export async function examine(
  urls: { own: string; copy: string },
  before: number,
  sent: readonly Sent[],
  repeats: readonly Sent[],
): Promise<Findings> {
  const db = connect(urls.own, undefined, 2);
  const rows = await db.query<Row>(
    "SELECT request_id, version, trim_scale(value)::text AS value FROM mark_revision",
  );
  const chains = await verifyChains(db);
  await db.close();
  const kept = new Map(rows.map((row) => [row.request_id, row]));
  const good = sent.filter(({ ack }) => ack.ok);
  const stands = ({ mark, ack }: Sent): boolean => {
    const row = kept.get(mark.requestId);
    return (
      ack.ok && row !== undefined && row.version === ack.version && Number(row.value) === Number(mark.value)
    );
  };
  const refused: Record<string, number> = {};
  for (const { ack } of sent) if (!ack.ok) refused[ack.refusal.code] = (refused[ack.refusal.code] ?? 0) + 1;
  return {
    acknowledged: good.length,
    lost: good.filter((one) => !stands(one)).length,
    doubled: Math.max(0, rows.length - before - good.length),
    refused,
    wrongRepeats: repeats.filter((one) => !(one.ack.ok && one.ack.repeated && stands(one))).length,
    brokenChains: chains.filter((chain) => chain.brokenAt !== null).length,
    floorMarks: (await countMarks(urls.copy)) - before,
  };
}

export const isRight = (found: Findings): boolean =>
  found.lost + found.doubled + found.wrongRepeats + found.brokenChains === 0 &&
  Object.keys(found.refused).length === 0 &&
  found.floorMarks === found.acknowledged;
