// What counts in a skill besides its marks: penalties that were not taken back, and the committee's orders of ties.
import type { PenaltyLevel } from "#domain/floor/penalty.ts";
import type { SkillState } from "#domain/live/views.ts";
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

/** One by code that was taken back: by whom, when and why, beside what it was. */
export type WithdrawnPenalty = Omit<PenaltyRow, "number" | "contestantId"> & {
  readonly contestantId: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: Date;
  readonly why: string;
};

/** Penalties by code that were taken back, the newest withdrawal first. */
export const loadWithdrawnPenalties = (sql: Sql, skillId: string): Promise<WithdrawnPenalty[]> =>
  sql.query<WithdrawnPenalty>(
    `SELECT p.id, p.contestant_id AS "contestantId", p.level, p.target, trim_scale(p.amount)::text AS amount, p.reason,
       a.name AS "signedBy", p.at, b.name AS "withdrawnBy", w.at AS "withdrawnAt", w.reason AS why
     FROM penalty p JOIN account a ON a.id = p.signed_by
     JOIN penalty_withdrawal w ON w.penalty_id = p.id JOIN account b ON b.id = w.withdrawn_by
     WHERE p.skill_id = $1 AND p.contestant_id IS NOT NULL ORDER BY w.at DESC, p.place DESC`,
    [skillId],
  );

/** The committee's orders by contestant, in the order they were recorded. */
export async function loadOrders(sql: Sql, skillId: string): Promise<string[][]> {
  const rows = await sql.query<{ contestant_ids: string[] }>(
    "SELECT contestant_ids FROM committee_order WHERE skill_id = $1 ORDER BY place",
    [skillId],
  );
  return rows.map((row) => row.contestant_ids);
}

/** What a skill state holds of it: a coded skill's penalties by competition number stay apart from its marks, also once decoded. */
export async function loadRulings(
  sql: Sql,
  skillId: string,
  coded: boolean,
): Promise<Pick<SkillState, "rulings" | "sealedPenalties">> {
  const rows = await loadPenalties(sql, skillId);
  const isSealed = (row: PenaltyRow): boolean => coded && row.number !== null;
  return {
    rulings: {
      penalties: byContestant(rows.filter((row) => !isSealed(row))),
      orders: await loadOrders(sql, skillId),
    },
    sealedPenalties: rows
      .filter(isSealed)
      .map(({ id, number, level, target, amount }) => ({ id, number: number!, level, target, amount }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Every penalty that stands, by contestant: those by competition number have met their codes. */
export async function openedRulings(sql: Sql, skillId: string, { orders }: Rulings): Promise<Rulings> {
  return { penalties: byContestant(await loadPenalties(sql, skillId)), orders };
}

function byContestant(rows: readonly PenaltyRow[]): Map<string, Penalty[]> {
  const penalties = new Map<string, Penalty[]>();
  for (const row of rows) {
    if (row.contestantId === null) continue;
    const known = penalties.get(row.contestantId);
    if (known) known.push(penaltyOf(row));
    else penalties.set(row.contestantId, [penaltyOf(row)]);
  }
  return penalties;
}

export const penaltyOf = ({
  level,
  target,
  amount,
}: Pick<PenaltyRow, "level" | "target" | "amount">): Penalty =>
  level === "aspect" || level === "module" ? { level, target: target! } : { level, amount: amount! };
