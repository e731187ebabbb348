// Evidence against the ledger: every note and photo hashed again, every withdrawal held against its line.
import type { Sql } from "../database/connection.ts";

export type EvidenceDiffers = {
  readonly chain: string;
  readonly evidence: string;
  /** `row`, `line`: that side is missing; `content`: its hash is another; or the name of what the line says otherwise. */
  readonly fields: readonly string[];
};

const lines = (deed: string): string =>
  `(SELECT chain, payload AS p, actor_id, at FROM ledger_line WHERE deed = '${deed}')`;

/** Everything that differs, at most `listed` of attachments and of withdrawals. The photos are hashed by the database. */
export async function evidenceAgainstLines(sql: Sql, listed: number): Promise<EvidenceDiffers[]> {
  const attached = await sql.query<EvidenceDiffers>(
    `SELECT * FROM (
       SELECT coalesce(e.chain, l.chain) AS chain, coalesce(e.id::text, p->>'evidenceId') AS evidence, array_remove(ARRAY[
         CASE WHEN e.id IS NULL THEN 'row' END,
         CASE WHEN p IS NULL THEN 'line' END,
         CASE WHEN e.sha256 IS DISTINCT FROM e.hashed THEN 'content' END,
         CASE WHEN e.sha256 <> p->>'sha256' THEN 'sha256' END,
         CASE WHEN e.kind <> p->>'kind' THEN 'kind' END,
         CASE WHEN e.contestant_id::text <> p->>'contestantId' THEN 'contestantId' END,
         CASE WHEN e.aspect_id <> p->>'aspectId' THEN 'aspectId' END,
         CASE WHEN e.round::text <> p->>'round' THEN 'round' END,
         CASE WHEN e.seat::text <> p->>'seat' THEN 'seat' END,
         CASE WHEN e.attached_by <> l.actor_id THEN 'attachedBy' END,
         CASE WHEN e.at <> l.at THEN 'at' END], NULL) AS fields
       FROM (SELECT v.*, 'skill:' || skill_id AS chain, encode(sha256(coalesce(convert_to(note, 'UTF8'), bytes)), 'hex') AS hashed
             FROM evidence v LEFT JOIN evidence_photo ON evidence_id = id) e
       FULL JOIN ${lines("evidence-attached")} l ON l.chain = e.chain AND p->>'evidenceId' = e.id::text) pair
     WHERE cardinality(fields) > 0 ORDER BY chain, evidence LIMIT $1`,
    [listed],
  );
  const withdrawn = await sql.query<EvidenceDiffers>(
    `SELECT * FROM (
       SELECT coalesce(w.chain, l.chain) AS chain, coalesce(w.evidence_id::text, p->>'evidenceId') AS evidence, array_remove(ARRAY[
         CASE WHEN w.evidence_id IS NULL THEN 'row' END,
         CASE WHEN p IS NULL THEN 'line' END,
         CASE WHEN w.reason <> p->>'reason' THEN 'reason' END,
         CASE WHEN w.withdrawn_by <> l.actor_id THEN 'withdrawnBy' END,
         CASE WHEN w.at <> l.at THEN 'at' END], NULL) AS fields
       FROM (SELECT evidence_withdrawal.*, 'skill:' || skill_id AS chain FROM evidence_withdrawal JOIN evidence ON id = evidence_id) w
       FULL JOIN ${lines("evidence-withdrawn")} l ON l.chain = w.chain AND p->>'evidenceId' = w.evidence_id::text) pair
     WHERE cardinality(fields) > 0 ORDER BY chain, evidence LIMIT $1`,
    [listed],
  );
  return [...attached, ...withdrawn];
}
