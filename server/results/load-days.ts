// The days of a skill as they stand for signing: each summary, who must sign it, and every signature ever given.
import type { SkillState } from "#domain/live/views.ts";
import {
  type DayJudge,
  type DaySigning,
  type DaySummary,
  daySummary,
  markingDays,
  mustSign,
  signingOf,
} from "#domain/marking/day-summary.ts";
import { markedBy } from "#domain/marking/seats.ts";
import { aheadOf } from "#domain/results/contest-stages.ts";
import { findAspect } from "#domain/schemes/scheme.ts";
import type { Sql } from "../database/connection.ts";

export type DaySigner = DayJudge & { readonly name: string; readonly signing: DaySigning };
/** A signature with the content it was given for; one of another content than stands now speaks for nothing any more. */
export type DaySignature = {
  readonly day: number;
  readonly accountId: string;
  readonly number: number;
  readonly name: string;
  readonly hash: string;
  readonly at: Date;
};
export type StandingDay = {
  readonly summary: DaySummary;
  /** Who must sign, by seat. */
  readonly signers: readonly DaySigner[];
  /** Oldest first, the stale ones among them. */
  readonly signatures: readonly DaySignature[];
};

/** Every marking day of a skill; none where its rule asks for no day signatures. */
export async function loadDays(sql: Sql, state: SkillState): Promise<StandingDay[]> {
  if (!state.rules.daySignatures) return [];
  const judges = await sql.query<Omit<DayJudge, "entered" | "marks"> & { name: string }>(
    `SELECT s.account_id AS "accountId", s.number, s.reserve, a.name FROM judge_seat s JOIN account a ON a.id = s.account_id
     WHERE s.skill_id = $1 AND s.ended_at IS NULL ORDER BY s.number`,
    [state.skillId],
  );
  const entered = await enteredByDay(sql, state);
  const signatures = await sql.query<DaySignature>(
    `SELECT d.day, d.account_id AS "accountId", s.number, a.name, d.content_hash AS hash, d.at FROM day_signature d
     JOIN judge_seat s ON s.id = d.seat_id JOIN account a ON a.id = d.account_id WHERE d.skill_id = $1 ORDER BY d.place`,
    [state.skillId],
  );
  return markingDays(state.scheme).map((day) => {
    const summary = daySummary(state, day, aheadOf(state))!;
    const own = signatures.filter((one) => one.day === day);
    const signers = judges
      .map((judge) => ({
        ...judge,
        marks: markedBy(state, [judge.number], summary.subcriteria).length > 0,
        entered: entered.has(`${day}/${judge.accountId}`),
      }))
      .filter(mustSign)
      .map((judge) => ({ ...judge, signing: signingOf(judge.accountId, own, summary.hash) }));
    return { summary, signers, signatures: own };
  });
}

/** Who gave a mark of a day, as "day/account"; a mark that was overwritten since counts too. */
async function enteredByDay(sql: Sql, { skillId, scheme }: SkillState): Promise<Set<string>> {
  const rows = await sql.query<{ aspect_id: string; entered_by: string }>(
    "SELECT DISTINCT aspect_id, entered_by FROM mark_revision WHERE skill_id = $1 AND value IS NOT NULL",
    [skillId],
  );
  return new Set(
    rows.map((row) => `${findAspect(scheme, row.aspect_id)?.subcriterion.day}/${row.entered_by}`),
  );
}

/** Those who must sign a day and have not signed what stands. */
export const missingOf = ({ signers }: StandingDay): DaySigner[] =>
  signers.filter((one) => one.signing !== "signed");

/** The first day that keeps the chief judge's signature back, and how many judges it waits for; null when none does. */
export function firstUnsigned(days: readonly StandingDay[]): { day: number; judges: number } | null {
  const open = days.find((one) => missingOf(one).length > 0);
  return open ? { day: open.summary.day, judges: missingOf(open).length } : null;
}
