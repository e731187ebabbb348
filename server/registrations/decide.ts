// The organizer's decision on a registration, and the one-time link with which an accepted competitor signs in.
import { randomBytes } from "node:crypto";
import { acceptPassword } from "#domain/access/password.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { competitionNumber, move, type RegistrationState } from "#domain/registrations/registration.ts";
import { hashToken } from "../access/actor.ts";
import { hashPassword } from "../access/passwords.ts";
import type { Permit } from "../access/proofs.ts";
import { type Opened, openSession } from "../access/sign-in.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { cityChain, competitionChain, lockChain, record } from "../ledger/record.ts";

type Row = {
  state: RegistrationState;
  number: string | null;
  skill_id: string;
  skill_number: number;
  stage: string;
};

/** Accepts (and numbers), returns with a reason, or rejects. */
export async function decideRegistration(
  house: House,
  permit: Permit<"registrations.decide">,
  registrationId: string,
  to: Extract<RegistrationState, "accepted" | "returned" | "rejected">,
  reason = "",
): Promise<Outcome> {
  const competitionId = permit.scope.competitionId!;
  const chain = competitionChain(competitionId);
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, chain);
    const [row] = await tx.query<Row>(
      `SELECT r.state, r.number, r.skill_id, s.number AS skill_number, s.stage FROM registration r JOIN skill s ON s.id = r.skill_id
       WHERE r.id = $1 AND s.competition_id = $2`,
      [registrationId, competitionId],
    );
    if (!row) return refuse("input.not-found");
    if (row.stage !== "set-up") return refuse("registration.closed");
    const step = move(row.state, to, reason);
    if (!step.ok) return step;
    const number = to === "accepted" ? (row.number ?? (await nextNumber())) : row.number;
    await tx.query(
      "UPDATE registration SET state = $2, reason = $3, number = $4, decided_by = $5, decided_at = $6 WHERE id = $1",
      [registrationId, to, reason.trim() || null, number, permit.actor.accountId, house.clock.now()],
    );
    const payload = { registrationId, reason: reason.trim() };
    await record(tx, {
      chain,
      deed: `registration-${to}`,
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();

    async function nextNumber(): Promise<string> {
      const [taken] = await tx.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM registration WHERE skill_id = $1 AND number IS NOT NULL",
        [row!.skill_id],
      );
      return competitionNumber(row!.skill_number, taken!.n + 1);
    }
  });
}

/** A link that works once within 14 days; a new one ends the older ones. */
export async function inviteCompetitor(
  house: House,
  permit: Permit<"registrations.submit">,
  registrationId: string,
): Promise<Outcome<{ token: string }>> {
  const token = randomBytes(24).toString("base64url");
  const now = house.clock.now();
  const registration = await house.database.prisma.registration.findFirst({
    where: { id: registrationId, delegationId: permit.scope.delegationId!, state: "accepted" },
  });
  if (!registration) return refuse("registration.step-not-open", { from: "submitted", to: "accepted" });
  const { personId } = registration;
  const known = await house.database.prisma.account.findUnique({ where: { personId } });
  if (known) return refuse("registration.has-account");
  return inTransaction(house.database, async (tx) => {
    await tx.query(
      "UPDATE invitation SET expires_at = $2 WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2",
      [personId, now],
    );
    await tx.query(
      "INSERT INTO invitation (token_hash, person_id, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
      [hashToken(token), personId, permit.actor.accountId, now, new Date(now.getTime() + 14 * 86_400_000)],
    );
    const chain = competitionChain(permit.scope.competitionId!);
    await record(tx, {
      chain,
      deed: "competitor-invited",
      payload: { registrationId },
      actor: permit.actor,
      at: now,
    });
    return ok({ token });
  });
}

/** Takes a one-time link up: the competitor chooses a login and password and is signed in. */
export async function acceptInvitation(
  house: House,
  token: string,
  wanted: { readonly login: string; readonly password: string },
): Promise<Outcome<Opened>> {
  const login = wanted.login.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(login)) return refuse("input.invalid", { field: "login" });
  const good = acceptPassword(wanted.password, login);
  if (!good.ok) return good;
  const passwordHash = await hashPassword(wanted.password);
  const now = house.clock.now();
  const made = await inTransaction(house.database, async (tx) => {
    const [link] = await tx.query<{ person_id: string; name: string; account_id: string | null }>(
      `SELECT i.person_id, p.name, a.id AS account_id
       FROM invitation i JOIN person p ON p.id = i.person_id LEFT JOIN account a ON a.person_id = p.id
       WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > $2 FOR UPDATE OF i`,
      [hashToken(token), now],
    );
    if (!link) return refuse("access.link-used");
    // A link makes an account and never takes one over.
    if (link.account_id) return refuse("registration.has-account");
    const [account] = await tx.query<{ id: string }>(
      `INSERT INTO account (login, name, password_hash, person_id, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [login, link.name, passwordHash, link.person_id, now],
    );
    if (!account) return refuse("access.login-taken", { login });
    await tx.query("UPDATE invitation SET used_at = $2 WHERE token_hash = $1", [hashToken(token), now]);
    await tx.query("INSERT INTO role_grant (account_id, role, granted_at) VALUES ($1, 'competitor', $2)", [
      account.id,
      now,
    ]);
    await record(tx, {
      chain: cityChain,
      deed: "account-made-by-invitation",
      payload: { accountId: account.id, personId: link.person_id },
      actor: { accountId: account.id, name: link.name },
      at: now,
    });
    return ok(account.id);
  });
  return made.ok ? ok(await openSession(house, made.value)) : made;
}

/** Whose link this is, while it can still be used. */
export async function readInvitation(house: House, token: string): Promise<Outcome<{ name: string }>> {
  const invitation = await house.database.prisma.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { person: { select: { name: true } } },
  });
  const usable = invitation && !invitation.usedAt && invitation.expiresAt > house.clock.now();
  return usable ? ok({ name: invitation.person.name }) : refuse("access.link-used");
}
