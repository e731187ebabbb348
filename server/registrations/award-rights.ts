// Whether somebody competes for an award: a guest or a former champion keeps the rank, and the awards pass down past them.
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { isTold } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { lockChain, record, skillChain } from "../ledger/record.ts";

/** Longest reason, in characters. */
const longestReason = 300;

/** Takes the right to an award from an accepted registration or gives it back, with a reason, until the notice opens. */
export async function setAwardRights(
  house: House,
  permit: Permit<"registrations.decide">,
  registrationId: string,
  awardRights: boolean,
  reason: string,
): Promise<Outcome> {
  if (!isTold(reason, longestReason)) return refuse("registration.reason-needed");
  return inTransaction(house.database, async (tx) => {
    const [known] = await tx.query<{ skill_id: string }>(
      `SELECT r.skill_id FROM registration r JOIN skill s ON s.id = r.skill_id
       WHERE r.id = $1 AND s.competition_id = $2 AND r.state = 'accepted'`,
      [registrationId, permit.scope.competitionId!],
    );
    if (!known) return refuse("input.not-found");
    const chain = skillChain(known.skill_id);
    await lockChain(tx, chain);
    const [skill] = await tx.query<{ stage: Stage }>("SELECT stage FROM skill WHERE id = $1", [
      known.skill_id,
    ]);
    if (hasReached(skill!.stage, "notice")) return refuse("results.step-not-open", { stage: skill!.stage });
    const changed = await tx.query(
      "UPDATE registration SET award_rights = $2 WHERE id = $1 AND award_rights <> $2 RETURNING id",
      [registrationId, awardRights],
    );
    if (changed.length === 0) return refuse("registration.step-not-open");
    await record(tx, {
      chain,
      deed: "award-rights-set",
      payload: { registrationId, awardRights, reason: reason.trim() },
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();
  });
}
