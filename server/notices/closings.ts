// When the open notices of an edition close: after that instant its organizer may publish.
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";

export type Closing = { readonly skillId: string; readonly closesAt: Date };

/** One line for each skill whose result is in 公示 now. */
export const noticeClosings = (house: House, permit: Permit<"competitions.oversee">): Promise<Closing[]> =>
  house.database.prisma.notice.findMany({
    where: { skill: { competitionId: permit.scope.competitionId!, stage: "notice" } },
    orderBy: { closesAt: "asc" },
    select: { skillId: true, closesAt: true },
  });
