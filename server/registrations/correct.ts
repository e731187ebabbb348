// A returned registration, corrected in what the leader may change and submitted again in one step.
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Identity } from "#domain/people/organizations.ts";
import { move, type RegistrationState } from "#domain/registrations/registration.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { competitionChain, lockChain, record } from "../ledger/record.ts";

export type Correction = {
  readonly identity: Identity;
  readonly unit: string;
  readonly group: string | null;
  /** Absent: as it stands. */
  readonly coach?: string | null;
};
type Row = { state: RegistrationState; stage: string; groups: string[] };

/** Person and skill stay: whoever is entered wrongly is withdrawn. Refused unless the registration was returned. */
export async function correctRegistration(
  house: House,
  permit: Permit<"registrations.submit">,
  registrationId: string,
  to: Correction,
): Promise<Outcome> {
  const chain = competitionChain(permit.scope.competitionId!);
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, chain);
    const [row] = await tx.query<Row>(
      `SELECT r.state, s.stage, s.groups FROM registration r JOIN skill s ON s.id = r.skill_id
       WHERE r.id = $1 AND r.delegation_id = $2`,
      [registrationId, permit.scope.delegationId],
    );
    if (!row) return refuse("input.not-found");
    if (row.stage !== "set-up") return refuse("registration.closed");
    const step = move(row.state, "submitted");
    if (!step.ok) return step;
    if (row.groups.length > 0 && !row.groups.includes(to.group ?? ""))
      return refuse("input.invalid", { field: "group" });
    const group = row.groups.length > 0 ? to.group : null;
    await tx.query(
      `UPDATE registration SET state = 'submitted', reason = NULL, decided_by = NULL, decided_at = NULL, identity = $2, unit = $3, "group" = $4, coach = CASE WHEN $5 THEN $6 ELSE coach END WHERE id = $1`,
      [registrationId, to.identity, to.unit, group, to.coach !== undefined, to.coach ?? null],
    );
    const payload = { registrationId, identity: to.identity, group };
    await record(tx, {
      chain,
      deed: "registration-submitted",
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();
  });
}
