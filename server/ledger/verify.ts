// Recomputes chains line by line: the check after a restore, and what an auditor asks for.
import { firstBreak } from "#domain/ledger/chain.ts";
import type { Sql } from "../database/connection.ts";

export type ChainReport = {
  readonly chain: string;
  readonly lines: number;
  readonly brokenAt: number | null;
};
type Row = {
  chain: string;
  seq: number;
  deed: string;
  payload: unknown;
  actor: string;
  at: Date;
  previous: string;
  hash: string;
  salt: string | null;
};

/** Every chain with its number of lines and the first line that does not hold; the head is checked too, and one that is gone is a break. */
export async function verifyChains(sql: Sql): Promise<ChainReport[]> {
  const heads = await sql.query<{ chain: string; seq: number; hash: string }>(
    `SELECT chain, coalesce(h.seq, 0) AS seq, coalesce(h.hash, '') AS hash
     FROM chain_head h FULL JOIN (SELECT DISTINCT chain FROM ledger_line) l USING (chain) ORDER BY chain`,
  );
  const reports: ChainReport[] = [];
  for (const head of heads) {
    const rows = await sql.query<Row>("SELECT * FROM ledger_line WHERE chain = $1 ORDER BY seq", [
      head.chain,
    ]);
    const broken = firstBreak(rows.map((row) => ({ ...row, at: row.at.toISOString() })));
    const last = rows.at(-1);
    const headHolds = head.seq === rows.length && (!last || last.hash === head.hash);
    reports.push({
      chain: head.chain,
      lines: rows.length,
      brokenAt: broken ?? (headHolds ? null : rows.length + 1),
    });
  }
  return reports;
}
