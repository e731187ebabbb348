// The register of external awards: entered with evidence, verified by one officer, made final by another, then evaluated.

import { isDate } from "#domain/calendar.ts";
import type { AwardRole, Category, Competition, Grade, Honour } from "#domain/entitlements/vocabulary.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { readName } from "#domain/people/names.ts";
import { readResidentId } from "#domain/people/resident-id.ts";
import { hasWords } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import { recognize } from "../entitlements/recognize.ts";
import type { House } from "../house.ts";
import { cityChain, lockChain, record } from "../ledger/record.ts";
import { findOrMakePerson } from "../people/find-or-make.ts";

export type ExternalAwardForm = {
  readonly name: string;
  readonly residentId: string;
  readonly subject:
    | {
        readonly kind: "competition";
        readonly competition: Competition;
        readonly grade: Grade;
        readonly role: AwardRole;
        readonly category: Category;
        readonly teamSize: number;
      }
    | { readonly kind: "honour"; readonly honour: Honour };
  readonly edition: string | null;
  readonly skill: string | null;
  readonly wonOn: string | null;
  /** What the officer saw: document, number, where it is kept. */
  readonly evidence: string;
};

/** Enters a claim; it grants nothing yet. */
export async function registerExternalAward(
  house: House,
  permit: Permit<"awards.register-external">,
  form: ExternalAwardForm,
): Promise<Outcome<{ externalAwardId: string }>> {
  const name = readName(form.name);
  if (!name.ok) return name;
  const id = readResidentId(form.residentId);
  if (!id.ok) return id;
  if (!hasWords(form.evidence)) return refuse("input.invalid", { field: "evidence" });
  if (form.wonOn !== null && !isDate(form.wonOn)) return refuse("input.invalid", { field: "wonOn" });
  const of = form.subject;
  const contest = of.kind === "competition" ? of : null;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, cityChain);
    const person = await findOrMakePerson(house, tx, { name: name.value, id: id.value });
    if (!person.ok) return person;
    const [twin] = await tx.query(
      `SELECT 1 FROM external_award WHERE person_id = $1 AND kind = $2 AND competition IS NOT DISTINCT FROM $3 AND grade IS NOT DISTINCT FROM $4
         AND honour IS NOT DISTINCT FROM $5 AND edition IS NOT DISTINCT FROM $6 AND skill IS NOT DISTINCT FROM $7 AND state <> 'rejected'`,
      [
        person.value.personId,
        of.kind,
        contest?.competition ?? null,
        contest?.grade ?? null,
        of.kind === "honour" ? of.honour : null,
        form.edition,
        form.skill,
      ],
    );
    if (twin) return refuse("awards.already-registered");
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO external_award (person_id, kind, competition, grade, honour, role, category, team_size, edition, skill, won_on, evidence, entered_by, entered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
      [
        person.value.personId,
        of.kind,
        contest?.competition ?? null,
        contest?.grade ?? null,
        of.kind === "honour" ? of.honour : null,
        contest?.role ?? "competitor",
        contest?.category ?? "official",
        contest?.teamSize ?? 1,
        form.edition,
        form.skill,
        form.wonOn,
        form.evidence.trim(),
        permit.actor.accountId,
        house.clock.now(),
      ],
    );
    await recognize(house, tx, [person.value.personId]);
    const payload = { externalAwardId: row!.id, ...of };
    await record(tx, {
      chain: cityChain,
      deed: "external-award-claimed",
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok({ externalAwardId: row!.id });
  });
}

type Row = { state: string; person_id: string; entered_by: string; verified_by: string | null };
export type Verification = {
  readonly step: "verify" | "finalize" | "reject";
  readonly identityMatched: boolean;
  readonly reason: string;
};

/**
 * One step of the verification. claimed → verified → final, by two people: who makes it final neither entered nor
 * verified it (a constraint of the database as well). A final award is evaluated in the same transaction.
 */
export async function verifyExternalAward(
  house: House,
  permit: Permit<"awards.verify-external">,
  externalAwardId: string,
  verification: Verification,
): Promise<Outcome> {
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, cityChain);
    const [row] = await tx.query<Row>(
      "SELECT state, person_id, entered_by, verified_by FROM external_award WHERE id = $1",
      [externalAwardId],
    );
    if (!row) return refuse("input.not-found");
    const now = house.clock.now();
    const me = permit.actor.accountId;
    const { step } = verification;
    if (step === "reject") {
      if (row.state !== "claimed" && row.state !== "verified") return refuse("awards.step-not-open");
      if (!hasWords(verification.reason)) return refuse("registration.reason-needed");
      await tx.query("UPDATE external_award SET state = 'rejected', rejected_reason = $2 WHERE id = $1", [
        externalAwardId,
        verification.reason.trim(),
      ]);
    } else if (step === "verify") {
      if (row.state !== "claimed") return refuse("awards.step-not-open");
      await tx.query(
        "UPDATE external_award SET state = 'verified', verified_by = $2, verified_at = $3, identity_matched = $4 WHERE id = $1",
        [externalAwardId, me, now, verification.identityMatched],
      );
    } else {
      if (row.state !== "verified") return refuse("awards.step-not-open");
      if (me === row.verified_by || me === row.entered_by) return refuse("awards.same-person");
      await tx.query(
        "UPDATE external_award SET state = 'final', final_by = $2, final_at = $3 WHERE id = $1",
        [externalAwardId, me, now],
      );
    }
    const decisions = await recognize(house, tx, [row.person_id]);
    const payload = { externalAwardId, ...verification, decisions };
    await record(tx, {
      chain: cityChain,
      deed: `external-award-${step}`,
      payload,
      actor: permit.actor,
      at: now,
    });
    return ok();
  });
}

/** The register, newest first, with who did which step. */
export const listExternalAwards = (house: House, _permit: Permit<"awards.register-external">) =>
  house.database.prisma.externalAward.findMany({
    orderBy: { enteredAt: "desc" },
    take: 200,
    include: { person: { select: { name: true, idMasked: true } } },
  });
