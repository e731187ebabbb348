// Check-in at the work places: an entrant is there, or a check-in is taken back with a reason. Both stay on record.
import { floorIsOpen, readReason } from "#domain/floor/record.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadFloorSkill } from "./load-floor.ts";

/** Checks an accepted entrant of the skill in; refused for one who is in, or when the floor is closed. */
export const checkIn = (
  house: House,
  permit: Permit<"floor.record">,
  registrationId: string,
): Promise<Outcome> => step(house, permit, { registrationId, present: true, reason: null });

/** Takes a check-in back; it stays on record beside the reason. */
export async function undoCheckIn(
  house: House,
  permit: Permit<"floor.record">,
  registrationId: string,
  reason: string,
): Promise<Outcome> {
  const told = readReason(reason);
  return told.ok ? step(house, permit, { registrationId, present: false, reason: told.value }) : told;
}

type Step = { readonly registrationId: string; readonly present: boolean; readonly reason: string | null };

function step(house: House, permit: Permit<"floor.record">, { registrationId, present, reason }: Step) {
  return inSkill(house, permit, present ? "checked-in" : "check-in-undone", async (tx, skillId) => {
    const open = floorIsOpen("check-in", await loadFloorSkill(tx, skillId));
    if (!open.ok) return open;
    if (!(await isEntrant(tx, skillId, registrationId))) return refuse("input.not-found");
    if ((await isPresent(tx, registrationId)) === present)
      return refuse(present ? "floor.already-in" : "floor.not-in");
    await tx.query(
      `INSERT INTO check_in (skill_id, registration_id, present, reason, recorded_by, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [skillId, registrationId, present, reason, permit.actor.accountId, house.clock.now()],
    );
    return ok(reason === null ? { registrationId } : { registrationId, reason });
  });
}

/** Whether this is an accepted registration of the skill. */
export async function isEntrant(tx: Transaction, skillId: string, registrationId: string): Promise<boolean> {
  const found = await tx.query(
    "SELECT 1 FROM registration WHERE id = $1 AND skill_id = $2 AND state = 'accepted'",
    [registrationId, skillId],
  );
  return found.length > 0;
}

async function isPresent(tx: Transaction, registrationId: string): Promise<boolean> {
  const [newest] = await tx.query<{ present: boolean }>(
    "SELECT present FROM check_in WHERE registration_id = $1 ORDER BY place DESC LIMIT 1",
    [registrationId],
  );
  return newest?.present ?? false;
}
