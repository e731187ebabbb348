// Declared conflicts and the reserves called for them, as every reader of a skill's marking asks for them.
import { type SeatRules, seatNeeds } from "#domain/marking/seats.ts";
import { type Seated, type StandIns, seatToMarkAs, withoutReserve } from "#domain/marking/substitution.ts";
import type { Outcome } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { JudgeSeat } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";

/** The columns `conflicts` and `reliefs` of the contestant that `contestant`, an expression of ours, names. */
export const standInsOf = (contestant: string): string => columns(`d.contestant_id = ${contestant}`);

const columns = (which: string): string => `
  (SELECT coalesce(json_agg(json_build_object('declarationId', d.id, 'contestantId', d.contestant_id, 'accountId', d.account_id, 'seat', d.seat) ORDER BY d.place), '[]')
     FROM conflict_declaration d WHERE ${which}) AS conflicts,
  (SELECT coalesce(json_agg(json_build_object('contestantId', d.contestant_id, 'accountId', d.account_id, 'seat', d.seat) ORDER BY d.place), '[]')
     FROM seat_substitution d WHERE ${which}) AS reliefs`;

export async function loadStandIns(sql: Sql, skillId: string): Promise<StandIns> {
  const [row] = await sql.query<StandIns>(`SELECT ${columns("d.skill_id = $1")}`, [skillId]);
  return row!;
}

/** The judges seated now. */
export const loadSeated = (sql: Sql, skillId: string): Promise<Seated[]> =>
  sql.query<Seated>(
    'SELECT account_id AS "accountId", number, reserve FROM judge_seat WHERE skill_id = $1 AND ended_at IS NULL',
    [skillId],
  );

/** For a judge, the seat as which each contestant is marked. */
export async function seatsByContestant(
  sql: Sql,
  seat: JudgeSeat,
): Promise<(contestantId: string) => Outcome<number>> {
  const standIns = await loadStandIns(sql, seat.skillId);
  const [row] = await sql.query<{ reserve: boolean }>("SELECT reserve FROM judge_seat WHERE id = $1", [
    seat.seatId,
  ]);
  const judge = { accountId: seat.actor.accountId, number: seat.number, reserve: row?.reserve ?? false };
  return (contestantId) => seatToMarkAs(judge, contestantId, standIns);
}

/** The seats that wait for a reserve, by contestant. */
export async function vacantSeats(
  sql: Sql,
  skillId: string,
  scheme: Scheme,
  rules: SeatRules,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const standIns = await loadStandIns(sql, skillId);
  if (standIns.conflicts.length === 0) return new Map();
  const seated = await loadSeated(sql, skillId);
  const needs = seatNeeds(scheme, rules);
  const contestants = new Set(standIns.conflicts.map((one) => one.contestantId));
  return new Map(
    [...contestants]
      .map(
        (id) =>
          [
            id,
            withoutReserve(id, standIns, seated, needs)
              .map(({ seat }) => seat)
              .sort(),
          ] as const,
      )
      .filter(([, seats]) => seats.length > 0),
  );
}
