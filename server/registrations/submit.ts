// Registration by a delegation's leader: submit, correct what was returned, withdraw.

import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { readName } from "#domain/people/names.ts";
import type { Identity } from "#domain/people/organizations.ts";
import { readResidentId } from "#domain/people/resident-id.ts";
import { move, type RegistrationState } from "#domain/registrations/registration.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { competitionChain, lockChain, record } from "../ledger/record.ts";
import { findOrMakePerson } from "../people/find-or-make.ts";

export type RegistrationForm = {
  readonly skillId: string;
  readonly name: string;
  readonly residentId: string;
  readonly identity: Identity;
  readonly unit: string;
  readonly group: string | null;
  /** 指导教师, as entered. */
  readonly coach?: string | null;
};

/** Enters a person in a skill for the permit's delegation; open while the edition is in registration. */
export async function submitRegistration(
  house: House,
  permit: Permit<"registrations.submit">,
  form: RegistrationForm,
): Promise<Outcome<{ registrationId: string }>> {
  const name = readName(form.name);
  if (!name.ok) return name;
  const id = readResidentId(form.residentId);
  if (!id.ok) return id;
  const delegationId = permit.scope.delegationId!;
  const competitionId = permit.scope.competitionId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, competitionChain(competitionId));
    const [skill] = await tx.query<{ state: string; groups: string[] }>(
      "SELECT c.state, s.groups FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.id = $1 AND c.id = $2 AND s.stage = 'set-up'",
      [form.skillId, competitionId],
    );
    if (skill?.state !== "registration") return refuse("registration.closed");
    if (skill.groups.length > 0 && !skill.groups.includes(form.group ?? ""))
      return refuse("input.invalid", { field: "group" });
    const person = await findOrMakePerson(house, tx, { name: name.value, id: id.value });
    if (!person.ok) return person;
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO registration (skill_id, delegation_id, person_id, "group", identity, unit, coach, state, submitted_by, submitted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'submitted', $8, $9) ON CONFLICT (skill_id, person_id) WHERE state NOT IN ('withdrawn', 'rejected') DO NOTHING RETURNING id`,
      [
        form.skillId,
        delegationId,
        person.value.personId,
        form.group,
        form.identity,
        form.unit,
        form.coach ?? null,
        permit.actor.accountId,
        house.clock.now(),
      ],
    );
    if (!row) return refuse("registration.duplicate", { name: name.value });
    await record(tx, {
      chain: competitionChain(competitionId),
      deed: "registration-submitted",
      payload: { registrationId: row.id, skillId: form.skillId },
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok({ registrationId: row.id });
  });
}

/** Moves a registration of the permit's delegation: submitted again after a return, or withdrawn. */
export async function moveOwnRegistration(
  house: House,
  permit: Permit<"registrations.submit">,
  registrationId: string,
  to: Extract<RegistrationState, "submitted" | "withdrawn">,
): Promise<Outcome> {
  const chain = competitionChain(permit.scope.competitionId!);
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, chain);
    const [row] = await tx.query<{ state: RegistrationState; stage: string }>(
      `SELECT r.state, s.stage FROM registration r JOIN skill s ON s.id = r.skill_id WHERE r.id = $1 AND r.delegation_id = $2`,
      [registrationId, permit.scope.delegationId],
    );
    if (!row) return refuse("input.not-found");
    if (row.stage !== "set-up") return refuse("registration.closed");
    const step = move(row.state, to);
    if (!step.ok) return step;
    await tx.query("UPDATE registration SET state = $2, reason = NULL WHERE id = $1", [registrationId, to]);
    await record(tx, {
      chain,
      deed: `registration-${to}`,
      payload: { registrationId },
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();
  });
}
