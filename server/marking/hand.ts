// Whose hand enters a mark: a seated judge for the own seat, or a recorder for what a seat wrote on paper. What is read of
// each of them under the skill's lock, and the seat that follows from it.
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { MarkEnter } from "#domain/live/protocol.ts";
import { mayRecord, seatToRecord } from "#domain/marking/record.ts";
import { type Seated, type StandIns, seatToMarkAs } from "#domain/marking/substitution.ts";
import { type Outcome, refuse } from "#domain/outcome.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import type { JudgeSeat, RecorderDesk } from "../access/proofs.ts";

/** Who entered a mark: the account, and the seat it sat on; 0 for a re-scoring and for a recorder, whom no seat holds. */
export type Author = {
  readonly accountId: string;
  readonly name: string;
  readonly seat: number;
  /** Keyed from paper: the ledger line says so. */
  readonly by?: "recorder";
};
export type Hand = JudgeSeat | RecorderDesk;

export const isJudge = (hand: Hand): hand is JudgeSeat => "seatId" in hand;

/** What `standingOf` asks by: the seat of a judge, the account of a recorder. */
export const idOf = (hand: Hand): string => (isJudge(hand) ? hand.seatId : hand.actor.accountId);

export const authorOf = (hand: Hand): Author => {
  const { accountId, name } = hand.actor;
  return isJudge(hand)
    ? { accountId, name, seat: hand.number }
    : { accountId, name, seat: 0, by: "recorder" };
};

export type Standing = {
  /** The seat or the role still stands. */
  readonly standing: boolean;
  /** Of a judge. */
  readonly reserve?: boolean | null;
  /** Of a recorder: the judges seated now, and what of this aspect somebody else gave (domain/marking/record isAnothers). */
  readonly seated?: readonly Seated[];
  readonly others?: readonly { readonly seat: number; readonly round: number }[];
};

/** The columns of `Standing`, with the skill as `s`, the contestant as `c`, `idOf` as $4 and the aspect as $5. */
export const standingOf = (hand: Hand): string =>
  isJudge(hand)
    ? `EXISTS (SELECT 1 FROM judge_seat j JOIN role_grant g ON g.account_id = j.account_id AND g.skill_id = j.skill_id
               WHERE j.id = $4 AND j.ended_at IS NULL AND g.role = 'judge' AND g.revoked_at IS NULL) AS standing,
       (SELECT reserve FROM judge_seat WHERE id = $4) AS reserve`
    : `EXISTS (SELECT 1 FROM role_grant WHERE account_id = $4 AND skill_id = s.id AND role = 'recorder' AND revoked_at IS NULL)
         AND NOT EXISTS (SELECT 1 FROM judge_seat WHERE account_id = $4 AND skill_id = s.id AND ended_at IS NULL) AS standing,
       (SELECT coalesce(json_agg(json_build_object('accountId', account_id, 'number', number, 'reserve', reserve)), '[]')
          FROM judge_seat WHERE skill_id = s.id AND ended_at IS NULL) AS seated,
       (SELECT coalesce(json_agg(json_build_object('seat', seat, 'round', round)), '[]') FROM mark_cell
          WHERE contestant_id = c.id AND aspect_id = $5 AND value IS NOT NULL AND entered_by <> $4
            AND (seat > 0 OR s.rules->>'confirm' = 'blind')) AS others`;

/**
 * The seat as which this hand marks. A recorder is refused where nobody checks the sheets, for a seat nobody holds, and over
 * a level that somebody else gave: not even its version is told. `marking`: the seats that mark the aspect.
 */
export function seatOf(
  hand: Hand,
  locked: Standing & StandIns & { readonly rules: SkillRules },
  aspect: Aspect,
  { contestantId, seat = 0, round }: MarkEnter,
  marking: readonly number[] | null,
): Outcome<number> {
  if (isJudge(hand)) {
    const { accountId } = hand.actor;
    const judge = { accountId, number: hand.number, reserve: locked.reserve ?? false };
    return seatToMarkAs(judge, contestantId, locked);
  }
  const allowed = mayRecord(locked.rules);
  if (!allowed.ok) return allowed;
  if (locked.others?.some((one) => one.seat === seat && one.round === round))
    return refuse("marking.level-taken");
  return seatToRecord(aspect, seat, contestantId, locked, locked.seated ?? [], marking);
}
