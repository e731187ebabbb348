// Recording on the floor: what happened, a proposed penalty, time given back; a record is withdrawn, never deleted.
import {
  type FloorRecord,
  floorIsOpen,
  type RecordForm,
  type RecordKind,
  readReason,
  readRecord,
} from "#domain/floor/record.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { isEntrant } from "./check-in.ts";
import { loadFloorSkill, loadLockedScheme } from "./load-floor.ts";

/** `id` is made by the page: the same record posted twice is refused the second time. */
export type PostedRecord = RecordForm & { readonly id: string };

/**
 * Keeps a record about an accepted entrant, or an incident about the whole skill. Refused outside the window, for somebody
 * who is no entrant, for minutes or a proposal that this skill cannot mean. It changes no mark.
 */
export async function addRecord(
  house: House,
  permit: Permit<"floor.record">,
  posted: PostedRecord,
): Promise<Outcome> {
  return inSkill(house, permit, `floor-${posted.kind}-recorded`, async (tx, skillId) => {
    const open = floorIsOpen(posted.kind, await loadFloorSkill(tx, skillId));
    if (!open.ok) return open;
    const read = readRecord(posted, await loadLockedScheme(tx, skillId));
    if (!read.ok) return read;
    const { registrationId } = read.value;
    if (registrationId !== null && !(await isEntrant(tx, skillId, registrationId)))
      return refuse("input.not-found");
    const kept = await keep(tx, skillId, posted.id, read.value, permit.actor.accountId, house.clock.now());
    return kept ? ok({ recordId: posted.id, ...read.value }) : refuse("floor.already-recorded");
  });
}

/** False where a record of this id stands already. */
async function keep(
  tx: Transaction,
  skillId: string,
  id: string,
  record: FloorRecord,
  by: string,
  at: Date,
): Promise<boolean> {
  const penalty = record.kind === "violation" ? record.penalty : null;
  const rows = await tx.query(
    `INSERT INTO floor_record (id, skill_id, registration_id, kind, text, minutes, penalty_level, penalty_target,
       penalty_amount, recorded_by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      skillId,
      record.registrationId,
      record.kind,
      record.text,
      record.kind === "compensation" ? record.minutes : null,
      penalty?.level ?? null,
      penalty && "target" in penalty ? penalty.target : null,
      penalty && "amount" in penalty ? penalty.amount : null,
      by,
      at,
    ],
  );
  return rows.length > 0;
}

/** Withdraws a record with a reason, once; by any floor judge of the skill, while records of its kind may be made. */
export async function withdrawRecord(
  house: House,
  permit: Permit<"floor.record">,
  recordId: string,
  reason: string,
): Promise<Outcome> {
  const told = readReason(reason);
  if (!told.ok) return told;
  return inSkill(house, permit, "floor-record-withdrawn", async (tx, skillId) => {
    const [record] = await tx.query<{ kind: RecordKind }>(
      "SELECT kind FROM floor_record WHERE id = $1 AND skill_id = $2",
      [recordId, skillId],
    );
    if (!record) return refuse("input.not-found");
    const open = floorIsOpen(record.kind, await loadFloorSkill(tx, skillId));
    if (!open.ok) return open;
    const rows = await tx.query(
      `INSERT INTO floor_withdrawal (record_id, skill_id, reason, withdrawn_by, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (record_id) DO NOTHING RETURNING record_id`,
      [recordId, skillId, told.value, permit.actor.accountId, house.clock.now()],
    );
    return rows.length > 0 ? ok({ recordId, reason: told.value }) : refuse("floor.already-withdrawn");
  });
}
