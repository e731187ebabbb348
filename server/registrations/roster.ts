// Registrations as leader and organizer read them; resident IDs appear masked only.
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";

const shown = {
  id: true,
  state: true,
  awardRights: true,
  reason: true,
  number: true,
  identity: true,
  unit: true,
  coach: true,
  group: true,
  submittedAt: true,
  person: { select: { name: true, idMasked: true, account: { select: { login: true } } } },
  skill: { select: { id: true, number: true, name: true, stage: true } },
  delegation: { select: { id: true, name: true } },
} as const;

/** A delegation's roster with the skills it may still enter. */
export async function readRoster(house: House, permit: Permit<"registrations.submit">) {
  const { prisma } = house.database;
  const delegation = await prisma.delegation.findUniqueOrThrow({
    where: { id: permit.scope.delegationId! },
    include: { competition: { select: { id: true, name: true, state: true } } },
  });
  const registrations = await prisma.registration.findMany({
    where: { delegationId: delegation.id },
    orderBy: [{ skill: { number: "asc" } }, { submittedAt: "asc" }],
    select: shown,
  });
  const skills = await prisma.skill.findMany({
    where: { competitionId: delegation.competitionId, stage: "set-up" },
    orderBy: { number: "asc" },
    select: { id: true, number: true, name: true, groups: true },
  });
  return { delegation, registrations, skills };
}

/** All registrations of an edition, those waiting for a decision first; filtered by state, skill, or a part of name or unit. */
export async function listRegistrations(
  house: House,
  permit: Permit<"registrations.decide">,
  filter: {
    readonly state?: string;
    readonly skillId?: string;
    readonly text?: string;
    readonly page: number;
  },
) {
  const size = 50;
  const text = filter.text?.trim();
  const where = {
    skill: { competitionId: permit.scope.competitionId! },
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.skillId ? { skillId: filter.skillId } : {}),
    ...(text
      ? {
          OR: [
            { person: { name: { contains: text } } },
            { unit: { contains: text } },
            { number: { contains: text } },
          ],
        }
      : {}),
  };
  const { prisma } = house.database;
  const [total, rows] = await Promise.all([
    prisma.registration.count({ where }),
    prisma.registration.findMany({
      where,
      orderBy: [
        { decidedAt: { sort: "asc", nulls: "first" } },
        { skill: { number: "asc" } },
        { submittedAt: "asc" },
      ],
      skip: (Math.max(1, filter.page) - 1) * size,
      take: size,
      select: shown,
    }),
  ]);
  return { rows, total, pages: Math.max(1, Math.ceil(total / size)) };
}
