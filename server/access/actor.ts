// Who is asking: the account behind a session token, with its grants and judge's seats as they stand now.
import { createHash } from "node:crypto";
import type { Grant, Role } from "#domain/access/roles.ts";
import type { House } from "../house.ts";

export type ActorSeat = { readonly id: string; readonly skillId: string; readonly number: number };
export type Actor = {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly personId: string | null;
  readonly mustChange: boolean;
  readonly grants: readonly (Grant & { readonly id: string })[];
  readonly seats: readonly ActorSeat[];
};

export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

const standing = { grants: { where: { revokedAt: null } }, seats: { where: { endedAt: null } } } as const;

/** The actor of a session token; null when the session is unknown, over, or its account disabled. */
export async function whoIs(house: House, token: string | null): Promise<Actor | null> {
  if (!token) return null;
  const session = await house.database.prisma.session.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!session || session.expiresAt <= house.clock.wall()) return null;
  return actorOf(house, session.accountId);
}

/** When the session of a token ends, by the wall clock; null without one. */
export async function sessionEnd(house: House, token: string | null): Promise<Date | null> {
  if (!token) return null;
  const session = await house.database.prisma.session.findUnique({ where: { tokenHash: hashToken(token) } });
  return session?.expiresAt ?? null;
}

/** The actor behind an account, as its grants and seats stand now; null for one that is unknown or disabled. */
export async function actorOf(house: House, accountId: string): Promise<Actor | null> {
  const account = await house.database.prisma.account.findUnique({
    where: { id: accountId },
    include: standing,
  });
  if (!account || account.disabledAt) return null;
  return {
    accountId: account.id,
    login: account.login,
    name: account.name,
    personId: account.personId,
    mustChange: account.mustChange,
    grants: account.grants as ((typeof account.grants)[number] & { role: Role })[],
    // A seat counts only while the judge's role in that skill stands: revoking the role ends what the seat opens.
    seats: account.seats
      .filter((seat) =>
        account.grants.some((grant) => grant.role === "judge" && grant.skillId === seat.skillId),
      )
      .map(({ id, skillId, number }) => ({ id, skillId, number })),
  };
}
