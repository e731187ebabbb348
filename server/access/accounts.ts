// Accounts and roles, given out by an administrator; every change stands in the city's chain.
import { acceptPassword } from "#domain/access/password.ts";
import { type Grant, type Role, requiredScope } from "#domain/access/roles.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { readName } from "#domain/people/names.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { cityChain, lockChain, record } from "../ledger/record.ts";
import { hashToken } from "./actor.ts";
import { scoresAndRecords } from "./floor-apart.ts";
import { hashPassword, oneTimePassword } from "./passwords.ts";
import type { Permit } from "./proofs.ts";
import { type Opened, openSession } from "./sign-in.ts";

const loginForm = /^[a-z0-9][a-z0-9._-]{2,39}$/;

/** Makes an account and answers its one-time password, which is shown once and kept nowhere. */
export async function createAccount(
  house: House,
  permit: Permit<"accounts.manage">,
  wanted: { login: string; name: string },
): Promise<Outcome<{ accountId: string; password: string }>> {
  const login = wanted.login.trim().toLowerCase();
  const name = readName(wanted.name);
  if (!name.ok) return name;
  if (!loginForm.test(login)) return refuse("input.invalid", { field: "login" });
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(house.database, async (tx) => {
    const [account] = await tx.query<{ id: string }>(
      `INSERT INTO account (login, name, password_hash, must_change, created_at) VALUES ($1, $2, $3, true, $4)
       ON CONFLICT (login) DO NOTHING RETURNING id`,
      [login, name.value, passwordHash, house.clock.now()],
    );
    if (!account) return refuse("access.login-taken", { login });
    const payload = { accountId: account.id, login };
    await record(tx, {
      chain: cityChain,
      deed: "account-created",
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok({ accountId: account.id, password });
  });
}

/** Gives a role with the scope it must carry; the same role and scope twice is one. */
export async function grantRole(
  house: House,
  permit: Permit<"accounts.manage">,
  accountId: string,
  grant: Grant,
): Promise<Outcome> {
  const needed = requiredScope[grant.role];
  const given = {
    none: true,
    competition: grant.competitionId,
    skill: grant.skillId,
    delegation: grant.delegationId,
    unit: grant.unit,
  }[needed];
  if (!given) return refuse("input.invalid", { field: needed });
  const scope = [
    grant.competitionId ?? null,
    grant.skillId ?? null,
    grant.county ?? null,
    grant.delegationId ?? null,
    grant.unit ?? null,
  ];
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, cityChain);
    if (!(await existAll(tx, [accountId, ...scope]))) return refuse("input.not-found");
    if (await isCompetitor(tx, accountId)) return refuse("access.is-competitor");
    if (await scoresAndRecords(tx, accountId, grant.role, grant.skillId)) return refuse("access.floor-apart");
    const given = await tx.query(
      `INSERT INTO role_grant (account_id, role, competition_id, skill_id, county, delegation_id, unit, granted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [accountId, grant.role, ...scope, house.clock.now()],
    );
    if (given.length === 0) return ok();
    const payload = { accountId, ...grant };
    await record(tx, {
      chain: cityChain,
      deed: "role-granted",
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();
  });
}

/** A competitor's account sees its own file and holds no office: judges and officials have accounts of their own. */
export async function isCompetitor(tx: Transaction, accountId: string): Promise<boolean> {
  const [account] = await tx.query<{ person_id: string | null }>(
    "SELECT person_id FROM account WHERE id = $1",
    [accountId],
  );
  return account?.person_id != null;
}

/** Whether the account and every place that a grant names exist; a place left open names none. */
async function existAll(tx: Transaction, ids: readonly unknown[]): Promise<boolean> {
  const [accountId, competitionId, skillId, , delegationId] = ids;
  const [found] = await tx.query<{ all: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM account WHERE id = $1::uuid)
       AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM competition WHERE id = $2))
       AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM skill WHERE id = $3))
       AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM delegation WHERE id = $4)) AS all`,
    [accountId, competitionId, skillId, delegationId],
  );
  return found!.all;
}

/** Ends a role at once: open sockets of that account are closed and must prove themselves again. */
export async function revokeRole(
  house: House,
  permit: Permit<"accounts.manage">,
  grantId: string,
): Promise<Outcome> {
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, cityChain);
    const [last] = await tx.query<{ last: boolean }>(
      `SELECT role = 'administrator' AND NOT EXISTS (SELECT 1 FROM role_grant o JOIN account a ON a.id = o.account_id
         WHERE o.role = 'administrator' AND o.revoked_at IS NULL AND o.id <> g.id AND a.disabled_at IS NULL) AS last
       FROM role_grant g WHERE id = $1 AND revoked_at IS NULL`,
      [grantId],
    );
    if (last?.last) return refuse("access.last-administrator");
    const [ended] = await tx.query<{ account_id: string; role: Role }>(
      "UPDATE role_grant SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING account_id, role",
      [grantId, house.clock.now()],
    );
    if (!ended) return refuse("input.not-found");
    const payload = { grantId, accountId: ended.account_id, role: ended.role };
    await record(tx, {
      chain: cityChain,
      deed: "role-revoked",
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    tx.afterCommit(() => house.announcements.emit("access-ended", { accountId: ended.account_id }));
    return ok();
  });
}

/** Whether a one-time set-up link can still be used. */
export async function readSetUpLink(house: House, token: string): Promise<Outcome> {
  const [open] = await house.database.query("SELECT 1 FROM installation WHERE setup_token_hash = $1", [
    hashToken(token),
  ]);
  return open ? ok() : refuse("access.link-used");
}

/** The first administrator of an empty database, by the one-time link that the first start printed. */
export async function firstAdministrator(
  house: House,
  token: string,
  wanted: { login: string; name: string; password: string },
): Promise<Outcome<Opened>> {
  const login = wanted.login.trim().toLowerCase();
  const name = readName(wanted.name);
  if (!name.ok) return name;
  if (!loginForm.test(login)) return refuse("input.invalid", { field: "login" });
  const good = acceptPassword(wanted.password, login);
  if (!good.ok) return good;
  const passwordHash = await hashPassword(wanted.password);
  const made = await inTransaction(house.database, async (tx) => {
    const used = await tx.query(
      "UPDATE installation SET setup_token_hash = NULL WHERE setup_token_hash = $1 RETURNING id",
      [hashToken(token)],
    );
    if (used.length === 0) return refuse("access.link-used");
    const [account] = await tx.query<{ id: string }>(
      "INSERT INTO account (login, name, password_hash, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
      [login, name.value, passwordHash, house.clock.now()],
    );
    await tx.query("INSERT INTO role_grant (account_id, role, granted_at) VALUES ($1, 'administrator', $2)", [
      account!.id,
      house.clock.now(),
    ]);
    const actor = { accountId: account!.id, name: name.value };
    await record(tx, {
      chain: cityChain,
      deed: "first-administrator",
      payload: { login },
      actor,
      at: house.clock.now(),
    });
    return ok(account!.id);
  });
  return made.ok ? ok(await openSession(house, made.value)) : made;
}

/** Accounts with their roles and seats, by login; for the administrator's list. */
export const listAccounts = (house: House, _permit: Permit<"accounts.manage">) =>
  house.database.prisma.account.findMany({
    where: { personId: null },
    orderBy: { login: "asc" },
    select: {
      id: true,
      login: true,
      name: true,
      mustChange: true,
      disabledAt: true,
      grants: {
        where: { revokedAt: null },
        select: {
          id: true,
          role: true,
          unit: true,
          county: true,
          competition: { select: { name: true } },
          skill: { select: { name: true } },
          delegation: { select: { name: true } },
        },
      },
      seats: { where: { endedAt: null }, select: { number: true, skill: { select: { name: true } } } },
    },
  });
