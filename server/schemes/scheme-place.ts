// Where a scheme stands: the skill it belongs to, and the seal of its newest version once locked.
import type { Stage } from "#domain/competitions/skill.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";

/** The skill and edition of a scheme, with its hash and who locked it; for a chief judge as for an organizer. */
export async function readSchemePlace(house: House, permit: Permit<"schemes.edit">) {
  const { prisma } = house.database;
  const skill = await prisma.skill.findUniqueOrThrow({
    where: { id: permit.scope.skillId! },
    select: {
      id: true,
      number: true,
      name: true,
      stage: true,
      competition: { select: { id: true, name: true } },
      schemes: { orderBy: { version: "desc" }, take: 1, select: { hash: true, lockedBy: true } },
    },
  });
  const { schemes, stage, ...rest } = skill;
  const newest = schemes[0];
  const locker = newest?.lockedBy
    ? await prisma.account.findUnique({ where: { id: newest.lockedBy }, select: { name: true } })
    : null;
  return { ...rest, stage: stage as Stage, hash: newest?.hash ?? null, lockedBy: locker?.name ?? null };
}
