// What exists only in a demonstration: one-click sign-in and a clock that walks forward. Everywhere else these refuse.
import { addDays, shanghaiDate, startOfDay, workingDaysAfter } from "#domain/calendar.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { hashPassword } from "../access/passwords.ts";
import { type Opened, openSession } from "../access/sign-in.ts";
import type { House } from "../house.ts";
import { castPassword } from "./cast.ts";

/** The accounts a visitor may step into, with their roles; refused with not-found outside a demonstration. */
export async function listVisitors(house: House) {
  if (house.mode !== "demonstration") return refuse("input.not-found");
  const accounts = await house.database.prisma.account.findMany({
    where: { disabledAt: null },
    orderBy: { createdAt: "asc" },
    include: {
      grants: { where: { revokedAt: null }, include: { skill: true, delegation: true } },
      seats: { where: { endedAt: null }, include: { skill: true } },
    },
  });
  return ok(
    accounts.map(({ id, login, name, grants, seats }) => ({
      id,
      login,
      name,
      roles: grants.map((grant) => ({
        role: grant.role,
        place: grant.skill?.name ?? grant.delegation?.name ?? grant.unit ?? "",
        seat: seats.find((seat) => seat.skillId === grant.skillId)?.number ?? null,
      })),
    })),
  );
}

/** What the accounts of a demonstration sign with; null everywhere else. */
export const signingPassword = (house: House): string | null =>
  house.mode === "demonstration" ? castPassword : null;

/** One-click sign-in; an account without a password of its own choice signs with that of the cast. */
export async function stepInto(house: House, login: string): Promise<Outcome<Opened>> {
  if (house.mode !== "demonstration") return refuse("input.not-found");
  const { prisma } = house.database;
  const account = await prisma.account.findFirst({ where: { login, disabledAt: null } });
  if (!account) return refuse("input.not-found");
  if (account.mustChange || account.passwordHash === null) {
    const passwordHash = await hashPassword(castPassword);
    await prisma.account.update({ where: { id: account.id }, data: { passwordHash, mustChange: false } });
  }
  return ok(await openSession(house, account.id));
}

/** Moves the demonstration's clock to 09:00 of the next working day, and keeps it there over restarts. */
export async function walkOneWorkingDay(house: House): Promise<Outcome<{ now: string }>> {
  if (house.mode !== "demonstration") return refuse("input.not-found");
  const today = shanghaiDate(house.clock.now());
  const next = workingDaysAfter(today, 1)[0] ?? addDays(today, 1);
  const morning = startOfDay(next).getTime() + 9 * 3_600_000;
  house.clock.moveTo(morning - Date.now());
  await house.database.query("UPDATE installation SET clock_offset_ms = $1 WHERE id = 1", [
    Math.round(house.clock.offsetMs),
  ]);
  return ok({ now: house.clock.now().toISOString() });
}
