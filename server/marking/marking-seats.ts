// As which seats a judge marks in a skill: their own, and those they are called to. What they see of panels follows from it.
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { panelsOf, sameMarking } from "#domain/marking/seats.ts";
import type { JudgeSeat } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import { loadStandIns } from "./stand-ins.ts";

/** In order; a reserve nobody called has none. */
async function markingSeats(sql: Sql, seat: JudgeSeat): Promise<readonly number[]> {
  const [row] = await sql.query<{ reserve: boolean }>("SELECT reserve FROM judge_seat WHERE id = $1", [
    seat.seatId,
  ]);
  const { reliefs } = await loadStandIns(sql, seat.skillId);
  const called = reliefs.filter((one) => one.accountId === seat.actor.accountId).map((one) => one.seat);
  const all = row?.reserve ? called : [seat.number, ...called];
  return [...new Set(all)].sort((a, b) => a - b);
}

/** The same as far as the skill's panels ask for it: none is looked up where it has none. */
export const panelSeats = async (
  sql: Sql,
  seat: JudgeSeat,
  rules: Pick<SkillRules, "panels">,
): Promise<readonly number[]> => (panelsOf(rules).length === 0 ? [] : markingSeats(sql, seat));

/**
 * The seats whose view a judge follows; null: the view of all, where the skill has no panels and can get none any more. Seats
 * that mark the same follow one view once the rules stand.
 */
export async function followedSeats(sql: Sql, seat: JudgeSeat): Promise<readonly number[] | null> {
  const [skill] = await sql.query<{ rules: SkillRules; stage: Stage }>(
    "SELECT rules, stage FROM skill WHERE id = $1",
    [seat.skillId],
  );
  if (skill && skill.stage !== "set-up" && panelsOf(skill.rules).length === 0) return null;
  const seats = await markingSeats(sql, seat);
  return skill && skill.stage !== "set-up" ? seats.map((one) => sameMarking(skill.rules, one)) : seats;
}
