// What counts in a skill besides its marks: penalties that were not taken back, and the committee's orders of ties.
import type { PenaltyLevel } from "#domain/floor/penalty.ts";
import type { Rulings } from "#domain/results/standings.ts";
import type { Penalty } from "#domain/results/totals.ts";
import type { Sql } from "../database/connection.ts";

export type PenaltyRow = {
  readonly id: string;
  /** Null: of a registration whose code the seal still hides. */
  readonly contestantId: string | null;
  readonly number: string | null;
  readonly level: PenaltyLevel;
  readonly target: string | null;
  readonly amount: string | null;
  readonly reason: string;
  readonly signedBy: string;
  readonly at: Date;
};

/** Penalties that stand, in the order they were set; one of a registration meets its code once the seal is open. */
export const loadPenalties = (sql: Sql, skillId: string): Promise<PenaltyRow[]> =>
  sql.query<PenaltyRow>(
    `SELECT p.id, coalesce(p.contestant_id, c.id) AS "contestantId", r.number, p.level, p.target,
       trim_scale(p.amount)::text AS amount, p.reason, a.name AS "signedBy", p.at
     FROM penalty p JOIN account a ON a.id = p.signed_by
     LEFT JOIN registration r ON r.id = p.registration_id
     LEFT JOIN contestant c ON c.skill_id = p.skill_id AND c.registration_id = p.registration_id
     WHERE p.skill_id = $1 AND NOT EXISTS (SELECT 1 FROM penalty_withdrawal w WHERE w.penalty_id = p.id) ORDER BY p.place`,
    [skillId],
  );

/** As the standings take it. */
export async function loadRulings(sql: Sql, skillId: string): Promise<Rulings> {
  const penalties = new Map<string, Penalty[]>();
  for (const row of await loadPenalties(sql, skillId)) {
    if (row.contestantId === null) continue;
    const known = penalties.get(row.contestantId);
    if (known) known.push(penaltyOf(row));
    else penalties.set(row.contestantId, [penaltyOf(row)]);
  }
  const orders = await sql.query<{ contestant_ids: string[] }>(
    "SELECT contestant_ids FROM committee_order WHERE skill_id = $1 ORDER BY place",
    [skillId],
  );
  return { penalties, orders: orders.map((row) => row.contestant_ids) };
}

export const penaltyOf = ({
  level,
  target,
  amount,
}: Pick<PenaltyRow, "level" | "target" | "amount">): Penalty =>
  level === "aspect" || level === "module" ? { level, target: target! } : { level, amount: amount! };
