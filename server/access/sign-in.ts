// Signing in and out: database sessions, a brake on guessing, the change of a one-time password.
import { randomBytes } from "node:crypto";
import { acceptPassword } from "#domain/access/password.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { House } from "../house.ts";
import { type Actor, hashToken } from "./actor.ts";
import { hashPassword, isPassword } from "./passwords.ts";

const sessionHours = 12;
const allowedFailures = 8;
const brakeMs = 10 * 60_000;
const failures = new WeakMap<House, Map<string, number[]>>();

export type Opened = { readonly token: string; readonly expiresAt: Date; readonly mustChange: boolean };

/** Opens a session for a login and password. `from` is the client's address; both it and the login are braked. */
export async function signIn(
  house: House,
  login: string,
  password: string,
  from: string,
): Promise<Outcome<Opened>> {
  const account = await knowByPassword(house, login, password, from);
  return account.ok ? ok(await openSession(house, account.value.id)) : account;
}

/** The account of a login and password; every other way in of a password comes by here, so all share one brake. */
export async function knowByPassword(
  house: House,
  login: string,
  password: string,
  from: string,
): Promise<Outcome<{ readonly id: string }>> {
  const name = login.trim().toLowerCase();
  const byLogin = `login:${hashToken(name)}`;
  const byAddress = `from:${from}`;
  const now = house.clock.wall().getTime();
  const attempts = recent(house, byLogin);
  if (attempts.length >= allowedFailures || recent(house, byAddress).length >= allowedFailures * 10) {
    return refuse("access.too-many-attempts", { minutes: brakeMs / 60_000 });
  }
  // Counted before the password is looked at, so that guesses sent all at once are counted too; a right one clears it.
  attempts.push(now);
  const account = name.includes("\0")
    ? null
    : await house.database.prisma.account.findUnique({ where: { login: name } });
  const right = await isPassword(account?.passwordHash ?? null, password);
  if (!account || !right || account.disabledAt) {
    recent(house, byAddress).push(now);
    return refuse("access.wrong-password");
  }
  recent(house, byLogin).length = 0;
  return ok({ id: account.id });
}

/** A fresh token each time (no fixation); only its hash is stored. */
export async function openSession(house: House, accountId: string): Promise<Opened> {
  const token = randomBytes(32).toString("base64url");
  const now = house.clock.wall();
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000);
  const session = await house.database.prisma.session.create({
    data: { tokenHash: hashToken(token), accountId, createdAt: now, expiresAt },
    include: { account: true },
  });
  return { token, expiresAt, mustChange: session.account.mustChange };
}

export async function signOut(house: House, token: string): Promise<void> {
  const { prisma } = house.database;
  const session = await prisma.session.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!session) return;
  await prisma.session.delete({ where: { tokenHash: session.tokenHash } });
  house.announcements.emit("access-ended", { accountId: session.accountId });
}

/** Replaces the actor's password and ends all of their sessions but the new one. */
export async function changePassword(
  house: House,
  actor: Actor,
  current: string,
  next: string,
): Promise<Outcome<Opened>> {
  const { prisma } = house.database;
  const account = await prisma.account.findUniqueOrThrow({ where: { id: actor.accountId } });
  if (!(await isPassword(account.passwordHash, current))) return refuse("access.wrong-password");
  if (next === current) return refuse("access.weak-password");
  const good = acceptPassword(next, account.login);
  if (!good.ok) return good;
  await prisma.account.update({
    where: { id: account.id },
    data: { passwordHash: await hashPassword(next), mustChange: false },
  });
  await prisma.session.deleteMany({ where: { accountId: account.id } });
  house.announcements.emit("access-ended", { accountId: account.id });
  return ok(await openSession(house, account.id));
}

const mostKeys = 10_000;

function recent(house: House, key: string): number[] {
  const since = house.clock.wall().getTime() - brakeMs;
  const all = failures.get(house) ?? new Map<string, number[]>();
  failures.set(house, all);
  if (all.size > mostKeys) for (const [old, times] of all) if ((times.at(-1) ?? 0) <= since) all.delete(old);
  const times = (all.get(key) ?? []).filter((time) => time > since);
  all.set(key, times);
  return times;
}
