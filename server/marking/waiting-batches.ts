// Re-scoring batches that nobody has decided yet: what the supervisor's list and the chief judge's overview tell of them.
import type { Permit } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import type { House } from "../house.ts";

export type WaitingBatch = {
  readonly skillId: string;
  readonly aspectId: string;
  /** How many marks it changes. */
  readonly changes: number;
  readonly proposedBy: string;
};

/** Of these skills, the oldest first. */
export const loadWaitingBatches = (sql: Sql, skillIds: readonly string[]): Promise<WaitingBatch[]> =>
  sql.query<WaitingBatch>(
    `SELECT skill_id AS "skillId", aspect_id AS "aspectId", jsonb_array_length(changes) AS changes, proposed_by AS "proposedBy"
     FROM rescoring_set WHERE skill_id = ANY($1::uuid[]) AND state = 'proposed' ORDER BY proposed_at, id`,
    [skillIds],
  );

/** Those of one skill, for who oversees its marking. */
export async function waitingBatches(
  house: House,
  permit: Permit<"marking.oversee">,
): Promise<readonly Pick<WaitingBatch, "aspectId" | "changes">[]> {
  const rows = await loadWaitingBatches(house.database, [permit.scope.skillId!]);
  return rows.map(({ aspectId, changes }) => ({ aspectId, changes }));
}
