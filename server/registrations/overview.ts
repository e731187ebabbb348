// What stands beside the list of registrations: the edition, its skills, and how many are in each state.
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";

export async function registrationOverview(house: House, permit: Permit<"registrations.decide">) {
  const competitionId = permit.scope.competitionId!;
  const { prisma } = house.database;
  const [competition, states] = await Promise.all([
    prisma.competition.findUniqueOrThrow({
      where: { id: competitionId },
      select: {
        id: true,
        name: true,
        state: true,
        skills: { orderBy: { number: "asc" }, select: { id: true, number: true, name: true } },
      },
    }),
    prisma.registration.groupBy({ by: ["state"], where: { skill: { competitionId } }, _count: true }),
  ]);
  const counts: Record<string, number> = Object.fromEntries(states.map((row) => [row.state, row._count]));
  return { ...competition, counts };
}
