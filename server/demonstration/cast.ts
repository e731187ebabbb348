// Who plays in the demonstration: entered by one click, and signing with the one password that the guide shows.

import type { Permission } from "#domain/access/permissions.ts";
import type { Grant, Role, Scope } from "#domain/access/roles.ts";
import type { Outcome } from "#domain/outcome.ts";
import { actorOf } from "../access/actor.ts";
import { hashPassword } from "../access/passwords.ts";
import {
  authorize,
  type JudgeSeat,
  type Permit,
  type Presence,
  provePresence,
  takeSeat,
} from "../access/proofs.ts";
import type { House } from "../house.ts";

/** Login and name; roles with a place are given once the place exists. */
export const cast = {
  guanli: "周明远",
  zuzhi: "宋清和",
  lingdui: "孟凡青",
  jiami: "石守正",
  jiandu: "柳如松",
  caipanzhang: "韩铁林",
  caipan1: "郑一鸣",
  caipan2: "冯秀兰",
  caipan3: "曹建国",
  lufen: "叶知秋",
  xianchang: "梁知行",
  heshi1: "陆文渊",
  heshi2: "袁佳宁",
  renshe: "程思源",
} as const;
export type Player = keyof typeof cast;

/** What everybody of the demonstration signs with; it opens nothing that one click does not. */
export const castPassword = "bianliang-2026";

/** The value of an outcome that the demonstration relies on. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok)
    throw new Error(`demonstration: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params ?? {})}`);
  return outcome.value;
}

export type Company = {
  readonly ids: Readonly<Record<Player, string>>;
  /** Gives a role in a place. */
  grant(player: Player, role: Role, place?: Omit<Grant, "role">): Promise<void>;
  /** A permit minted the ordinary way. */
  permit<P extends Permission>(
    house: House,
    player: Player,
    permission: P,
    target?: Scope,
  ): Promise<Permit<P>>;
  seat(house: House, player: Player, skillId: string): Promise<JudgeSeat>;
  /** The player gives the password again, as before a signature. */
  presence(house: House, player: Player): Promise<Presence>;
};

/** Makes the accounts of the cast. */
export async function gather(house: House): Promise<Company> {
  const { prisma } = house.database;
  const ids = {} as Record<Player, string>;
  const passwordHash = await hashPassword(castPassword);
  for (const [login, name] of Object.entries(cast)) {
    ids[login as Player] = (await prisma.account.create({ data: { login, name, passwordHash } })).id;
  }
  return {
    ids,
    async grant(player, role, place = {}) {
      await prisma.roleGrant.create({ data: { accountId: ids[player], role, ...place } });
    },
    permit: async (at, player, permission, target) =>
      must(await authorize(at, await actorOf(at, ids[player]), permission, target)),
    seat: async (at, player, skillId) => must(takeSeat(await actorOf(at, ids[player]), skillId)),
    async presence(at, player) {
      const actor = (await actorOf(at, ids[player]))!;
      return must(await provePresence(at, actor, castPassword, "demonstration"));
    },
  };
}
