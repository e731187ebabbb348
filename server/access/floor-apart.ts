// Whether a role would bring names and codes of one skill together in one head; the database refuses it too (floor_stands_apart).
import { type Role, rolesApartFrom } from "#domain/access/roles.ts";
import type { Sql } from "../database/connection.ts";

/** Whether the account scores the skill and would judge on its floor, or the other way round; past work on the floor counts too. */
export async function scoresAndRecords(
  sql: Sql,
  accountId: string,
  role: Role,
  skillId: string | null | undefined,
): Promise<boolean> {
  const apart = rolesApartFrom(role);
  if (!skillId || apart.length === 0) return false;
  // The database's own lock (floor_stands_apart): of two deeds at the same moment the second sees the first.
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('floor:' || $1::text, 0))", [accountId]);
  const [found] = await sql.query<{ both: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM role_grant WHERE account_id = $1 AND skill_id = $2 AND revoked_at IS NULL AND role = ANY($3))
       OR ($4 AND EXISTS (SELECT 1 FROM judge_seat WHERE account_id = $1 AND skill_id = $2 AND ended_at IS NULL))
       OR (NOT $4 AND (EXISTS (SELECT 1 FROM check_in WHERE recorded_by = $1 AND skill_id = $2)
         OR EXISTS (SELECT 1 FROM floor_record WHERE recorded_by = $1 AND skill_id = $2)
         OR EXISTS (SELECT 1 FROM floor_withdrawal WHERE withdrawn_by = $1 AND skill_id = $2))) AS both`,
    [accountId, skillId, apart, role === "floor-judge"],
  );
  return found!.both;
}
