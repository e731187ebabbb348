// Penalties (domain.md section 3.5): rows of their own with level, reason and signer. They edit no mark and can be taken back.

import { isCorrectable, type Stage } from "#domain/competitions/skill.ts";
import type { PenaltyProposal } from "#domain/floor/penalty.ts";
import { readPenalty } from "#domain/floor/penalty.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { isTold } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import {
  loadPenalties,
  loadWithdrawnPenalties,
  type PenaltyRow,
  type WithdrawnPenalty,
} from "./load-rulings.ts";
import { loadSkillState } from "./load-skill.ts";

/** Longest reason, in characters. */
const longestReason = 300;

export type PenaltyForm = {
  /** Made by the page: the same penalty posted twice is refused the second time. */
  readonly id: string;
  readonly penalty: unknown;
  readonly reason: string;
};

/** The chief judge penalizes a work by its code. Refused once signed, for a level or a target that the scheme has not, and where the same aspect or module of the work is zero already. */
export async function penalizeWork(
  house: House,
  permit: Permit<"marking.oversee">,
  contestantId: string,
  form: PenaltyForm,
): Promise<Outcome> {
  return inSkill(house, permit, "penalty-set", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    if (!isCorrectable(state.stage)) return refuse("results.step-not-open", { stage: state.stage });
    if (!state.contestants.some((one) => one.id === contestantId)) return refuse("input.not-found");
    const read = readPenalty(form.penalty, state.scheme, state.rules.modules, "marking");
    if (!read.ok) return read;
    if (!isTold(form.reason, longestReason)) return refuse("marking.reason-needed");
    const same = await standsAlready(tx, contestantId, read.value);
    if (same) return refuse("marking.penalty-same", same);
    return set(
      tx,
      house,
      permit,
      { contestantId, registrationId: null, floorRecordId: null },
      form,
      read.value,
    );
  });
}

/**
 * The supervisor lets a violation of the floor count, as it was proposed. It names a competition number: in a coded skill it
 * meets the code only once the seal is open, so that nobody who scores learns which work it concerns.
 */
export async function confirmViolation(
  house: House,
  permit: Permit<"marking.approve">,
  recordId: string,
  form: Pick<PenaltyForm, "id" | "reason">,
): Promise<Outcome> {
  return inSkill(house, permit, "penalty-set", async (tx, skillId) => {
    const [skill] = await tx.query<{ stage: Stage }>("SELECT stage FROM skill WHERE id = $1", [skillId]);
    if (!isCorrectable(skill!.stage)) return refuse("results.step-not-open", { stage: skill!.stage });
    const [record] = await tx.query<Violation>(
      `SELECT registration_id, penalty_level AS level, penalty_target AS target, trim_scale(penalty_amount)::text AS amount
       FROM floor_record f WHERE id = $1 AND skill_id = $2 AND kind = 'violation'
         AND NOT EXISTS (SELECT 1 FROM floor_withdrawal w WHERE w.record_id = f.id)`,
      [recordId, skillId],
    );
    if (!record) return refuse("input.not-found");
    if (!isTold(form.reason, longestReason)) return refuse("marking.reason-needed");
    const { registration_id: registrationId, level, target, amount } = record;
    const state = await loadSkillState(tx, skillId);
    const proposed = target === null ? { level, amount } : { level, target };
    const penalty = readPenalty(proposed, state?.scheme ?? null, state?.rules.modules, "marking");
    if (!penalty.ok) return penalty;
    return set(
      tx,
      house,
      permit,
      { contestantId: null, registrationId, floorRecordId: recordId },
      form,
      penalty.value,
    );
  });
}

/** Who zeroed the same aspect or module of a work before, if that was not taken back; marks off may be taken twice. */
export async function standsAlready(sql: Sql, contestantId: string, penalty: PenaltyProposal) {
  if (!("target" in penalty)) return null;
  const [stands] = await sql.query<{ by: string }>(
    `SELECT a.name AS by FROM penalty p JOIN account a ON a.id = p.signed_by
     WHERE p.contestant_id = $1 AND p.level = $2 AND p.target = $3
       AND NOT EXISTS (SELECT 1 FROM penalty_withdrawal w WHERE w.penalty_id = p.id)`,
    [contestantId, penalty.level, penalty.target],
  );
  return stands ? { target: penalty.target, by: stands.by } : null;
}

type Violation = {
  registration_id: string;
  level: string;
  target: string | null;
  amount: string | null;
};
type Whom = {
  readonly contestantId: string | null;
  readonly registrationId: string | null;
  readonly floorRecordId: string | null;
};

async function set(
  tx: Transaction,
  house: House,
  permit: Permit,
  whom: Whom,
  { id, reason }: Pick<PenaltyForm, "id" | "reason">,
  penalty: PenaltyProposal,
): Promise<Outcome<Readonly<Record<string, unknown>>>> {
  const target = "target" in penalty ? penalty.target : null;
  const amount = "amount" in penalty ? penalty.amount : null;
  const rows = await tx.query(
    `INSERT INTO penalty (id, skill_id, contestant_id, registration_id, level, target, amount, reason, floor_record_id, signed_by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
    [
      id,
      permit.scope.skillId,
      whom.contestantId,
      whom.registrationId,
      penalty.level,
      target,
      amount,
      reason.trim(),
      whom.floorRecordId,
      permit.actor.accountId,
      house.clock.now(),
    ],
  );
  if (rows.length === 0) return refuse("marking.penalty-stands");
  return ok({ penaltyId: id, ...whom, level: penalty.level, target, amount, reason: reason.trim() });
}

/** Takes a penalty back with a reason, once; whoever may set one of its kind may. */
export async function withdrawPenalty(
  house: House,
  permit: Permit<"marking.oversee"> | Permit<"marking.approve">,
  penaltyId: string,
  reason: string,
): Promise<Outcome> {
  if (!isTold(reason, longestReason)) return refuse("marking.reason-needed");
  return inSkill(house, permit, "penalty-withdrawn", async (tx, skillId) => {
    const [skill] = await tx.query<{ stage: Stage }>("SELECT stage FROM skill WHERE id = $1", [skillId]);
    if (!isCorrectable(skill!.stage)) return refuse("results.step-not-open", { stage: skill!.stage });
    const byCode = permit.permission === "marking.oversee";
    const rows = await tx.query(
      `INSERT INTO penalty_withdrawal (penalty_id, skill_id, reason, withdrawn_by, at)
       SELECT id, skill_id, $3, $4, $5 FROM penalty WHERE id = $1 AND skill_id = $2 AND (contestant_id IS NOT NULL) = $6
       ON CONFLICT DO NOTHING RETURNING penalty_id`,
      [penaltyId, skillId, reason.trim(), permit.actor.accountId, house.clock.now(), byCode],
    );
    return rows.length > 0 ? ok({ penaltyId, reason: reason.trim() }) : refuse("input.not-found");
  });
}

/** The penalties by code, for who oversees marking, those taken back apart; of those by competition number only how many stand. */
export async function readPenalties(
  house: House,
  permit: Permit<"marking.oversee">,
): Promise<{
  readonly byCode: readonly PenaltyRow[];
  readonly withdrawn: readonly WithdrawnPenalty[];
  readonly sealed: number;
}> {
  const rows = await loadPenalties(house.database, permit.scope.skillId!);
  return {
    byCode: rows.filter((row) => row.number === null),
    withdrawn: await loadWithdrawnPenalties(house.database, permit.scope.skillId!),
    sealed: rows.filter((row) => row.number !== null).length,
  };
}

/** A violation of the floor that the supervisor let count, and whether that was taken back; no code stands beside one. */
export type RuledViolation = {
  readonly id: string;
  readonly floorRecordId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly withdrawal: { readonly reason: string; readonly by: string; readonly at: Date } | null;
};

/** Every violation that was ever let count, for the supervisor, by its record. */
export async function readConfirmed(
  house: House,
  permit: Permit<"marking.approve">,
): Promise<readonly RuledViolation[]> {
  const rows = await house.database.query<
    Omit<RuledViolation, "withdrawal"> & { why: string | null; who: string; when: Date }
  >(
    `SELECT p.id, p.floor_record_id AS "floorRecordId", p.reason, a.name AS by, p.at, w.reason AS why, b.name AS who, w.at AS "when"
     FROM penalty p JOIN account a ON a.id = p.signed_by
     LEFT JOIN penalty_withdrawal w ON w.penalty_id = p.id LEFT JOIN account b ON b.id = w.withdrawn_by
     WHERE p.skill_id = $1 AND p.floor_record_id IS NOT NULL ORDER BY p.place`,
    [permit.scope.skillId!],
  );
  return rows.map(({ why, who, when, ...row }) => ({
    ...row,
    withdrawal: why === null ? null : { reason: why, by: who, at: when },
  }));
}
