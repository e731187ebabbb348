// Reopening a lock: the chief judge asks with a reason, a second authority allows or declines; both versions stay readable.
import { isCorrectable, type Stage } from "#domain/competitions/skill.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { isPerSeat } from "#domain/schemes/aspect.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import { hasWords } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadSkillState } from "./load-skill.ts";

export type Reopen = {
  readonly subcriterionId: string;
  /** Null: the sheets of everybody. */
  readonly contestantId: string | null;
  readonly reason: string;
};

/** Asks for a locked sub-criterion to be opened again, for one contestant or for all. */
export async function askReopening(
  house: House,
  permit: Permit<"marking.oversee">,
  wanted: Reopen,
): Promise<Outcome> {
  return inSkill(house, permit, "reopening-asked", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const reason = wanted.reason.trim();
    if (!isCorrectable(state.stage)) return refuse("marking.not-open");
    const known = state.contestants.some((one) => one.id === wanted.contestantId);
    if (wanted.contestantId !== null && !known) return refuse("input.not-found");
    if (!state.locked.has(wanted.subcriterionId)) return refuse("marking.not-locked");
    if (!hasWords(reason)) return refuse("marking.reason-needed");
    const [waiting] = await tx.query<{ id: string }>(
      `SELECT id FROM reopening WHERE skill_id = $1 AND subcriterion_id = $2 AND contestant_id IS NOT DISTINCT FROM $3::uuid
       AND (allowed IS NULL OR (allowed AND closed_at IS NULL))`,
      [skillId, wanted.subcriterionId, wanted.contestantId],
    );
    if (waiting) return refuse("marking.already-asked");
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO reopening (skill_id, subcriterion_id, contestant_id, reason, asked_by, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [
        skillId,
        wanted.subcriterionId,
        wanted.contestantId,
        reason,
        permit.actor.accountId,
        house.clock.now(),
      ],
    );
    return ok({ reopeningId: row!.id, ...wanted, reason });
  });
}

type Asked = {
  subcriterion_id: string;
  contestant_id: string | null;
  asked_by: string;
  allowed: boolean | null;
};

/**
 * The second authority allows or declines. Allowed: the sheets are open until the lock is set again, their judgements ask
 * for another round, and signatures given over the closed marks no longer hold.
 */
export async function decideReopening(
  house: House,
  permit: Permit<"marking.approve">,
  reopeningId: string,
  allow: boolean,
): Promise<Outcome> {
  return inSkill(house, permit, allow ? "reopening-allowed" : "reopening-declined", async (tx, skillId) => {
    const [asked] = await tx.query<Asked>(
      "SELECT subcriterion_id, contestant_id, asked_by, allowed FROM reopening WHERE id = $1 AND skill_id = $2",
      [reopeningId, skillId],
    );
    if (!asked) return refuse("input.not-found");
    if (asked.allowed !== null) return refuse("marking.decided");
    if (asked.asked_by === permit.actor.accountId) return refuse("marking.same-person");
    const state = (await loadSkillState(tx, skillId))!;
    if (allow && !isCorrectable(state.stage)) return refuse("marking.not-open");
    const place = findSubCriterion(state.scheme, asked.subcriterion_id);
    if (allow && !(place && state.locked.has(asked.subcriterion_id))) return refuse("marking.not-locked");
    await tx.query("UPDATE reopening SET allowed = $2, decided_by = $3, decided_at = $4 WHERE id = $1", [
      reopeningId,
      allow,
      permit.actor.accountId,
      house.clock.now(),
    ]);
    const payload = {
      reopeningId,
      subcriterionId: asked.subcriterion_id,
      contestantId: asked.contestant_id,
    };
    if (!allow || !place) return ok(payload);
    const { aspects } = place.subcriterion;
    await tx.query(
      `UPDATE mark_cell SET reopened = true
       WHERE skill_id = $1 AND aspect_id = ANY($2) AND ($3::uuid IS NULL OR contestant_id = $3)`,
      [skillId, aspects.filter(isPerSeat).map((aspect) => aspect.id), asked.contestant_id],
    );
    if (state.stage !== "scoring") await backToScoring(tx, skillId);
    return ok(payload);
  });
}

/** A result that is marked again has to be completed, checked and signed again; the ledger keeps who had signed what. */
export async function backToScoring(tx: Transaction, skillId: string): Promise<void> {
  await tx.query("DELETE FROM sign_off WHERE skill_id = $1", [skillId]);
  await tx.query("UPDATE skill SET stage = 'scoring' WHERE id = $1", [skillId]);
}

/** What a correction makes of the stage: marking again where somebody is incomplete, else complete, to be checked and signed anew. */
export async function correctStage(
  tx: Transaction,
  skillId: string,
  stage: Stage,
  complete: boolean,
): Promise<void> {
  if (stage === "scoring") return;
  if (!complete) return backToScoring(tx, skillId);
  await tx.query("DELETE FROM sign_off WHERE skill_id = $1", [skillId]);
  await tx.query("UPDATE skill SET stage = 'complete' WHERE id = $1", [skillId]);
}

/** Opens sub-criteria for everybody: what was asked to be reopened in them is decided by that. */
export async function unlock(
  tx: Transaction,
  permit: Permit,
  subs: readonly string[],
  at: Date,
): Promise<void> {
  const skillId = permit.scope.skillId!;
  await tx.query("DELETE FROM subcriterion_lock WHERE skill_id = $1 AND subcriterion_id = ANY($2)", [
    skillId,
    subs,
  ]);
  await tx.query(
    `UPDATE reopening SET allowed = coalesce(allowed, false), decided_by = coalesce(decided_by, $3),
       decided_at = coalesce(decided_at, $4), closed_at = coalesce(closed_at, $4)
     WHERE skill_id = $1 AND subcriterion_id = ANY($2) AND (allowed IS NULL OR closed_at IS NULL)`,
    [skillId, subs, permit.actor.accountId, at],
  );
}

/** Locking again ends every reopening of the sub-criterion. */
export async function closeReopenings(
  tx: Transaction,
  skillId: string,
  subcriterionId: string,
  now: Date,
): Promise<void> {
  await tx.query(
    "UPDATE reopening SET closed_at = $3 WHERE skill_id = $1 AND subcriterion_id = $2 AND allowed AND closed_at IS NULL",
    [skillId, subcriterionId, now],
  );
}

export type ShownReopening = {
  readonly id: string;
  readonly subcriterionId: string;
  /** Code; null for everybody. */
  readonly code: string | null;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly mine: boolean;
  readonly state: "waiting" | "declined" | "open" | "closed";
  readonly decidedBy: string | null;
};

/** Every request to reopen with its outcome, newest first; by code, and with the names of the officials only. */
export async function listReopenings(
  house: House,
  permit: Permit<"marking.oversee"> | Permit<"competitions.oversee">,
): Promise<ShownReopening[]> {
  const rows = await house.database.query<{
    id: string;
    subcriterion_id: string;
    code: string | null;
    reason: string;
    asked: string;
    asked_by: string;
    asked_at: Date;
    allowed: boolean | null;
    decided: string | null;
    closed_at: Date | null;
  }>(
    `SELECT r.id, r.subcriterion_id, c.code, r.reason, a.name AS asked, r.asked_by, r.asked_at, r.allowed, d.name AS decided, r.closed_at
     FROM reopening r JOIN account a ON a.id = r.asked_by LEFT JOIN account d ON d.id = r.decided_by
     LEFT JOIN contestant c ON c.id = r.contestant_id WHERE r.skill_id = $1 ORDER BY r.asked_at DESC`,
    [permit.scope.skillId],
  );
  return rows.map((row) => ({
    id: row.id,
    subcriterionId: row.subcriterion_id,
    code: row.code,
    reason: row.reason,
    askedBy: row.asked,
    askedAt: row.asked_at.toISOString(),
    mine: row.asked_by === permit.actor.accountId,
    state:
      row.allowed === null
        ? "waiting"
        : !row.allowed
          ? "declined"
          : row.closed_at === null
            ? "open"
            : "closed",
    decidedBy: row.decided,
  }));
}
