// The desk where a result is finished: what each signer sees, who has signed, what comes next. Codes only, until decoding.
import { covers, type Role } from "#domain/access/roles.ts";
import { planAwards } from "#domain/awards/policy.ts";
import { isArranged } from "#domain/calendar.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { firstUnsignedDay } from "./load-days.ts";
import { awardCandidates, namedStandings } from "./public-result.ts";
import { contentToSign, leftToRecheck } from "./sign.ts";

/** Stage, signatures, the standings by code with their hash, the award preview, and names once decoded. */
export async function readResultDesk(house: House, permit: Permit<"competitions.oversee">) {
  const { prisma } = house.database;
  const skill = await prisma.skill.findUniqueOrThrow({
    where: { id: permit.scope.skillId! },
    include: {
      competition: { select: { id: true, name: true, noticeWorkingDays: true } },
      signOffs: true,
      draw: {
        select: {
          committedAt: true,
          committedBy: true,
          drawnAt: true,
          openingAskedBy: true,
          openedAt: true,
          seedHash: true,
          entryHash: true,
        },
      },
      notices: { orderBy: { openedAt: "desc" }, take: 1 },
      awards: {
        orderBy: { rank: "asc" },
        select: { grade: true, rank: true, state: true, number: true, person: { select: { name: true } } },
      },
    },
  });
  const stage = skill.stage as Stage;
  const rules = skill.rules as unknown as SkillRules;
  const content = await contentToSign(house.database, skill.id);
  const mayReadMarks = hasReached(stage, "complete") && mayRead(permit, stage);
  const decoded = hasReached(stage, "decoded");
  const signers = await prisma.account.findMany({
    where: { id: { in: skill.signOffs.map((one) => one.accountId) } },
    select: { id: true, name: true },
  });
  return {
    skill: { id: skill.id, number: skill.number, name: skill.name },
    competition: skill.competition,
    stage,
    rules,
    hash: mayReadMarks ? content.hash : null,
    standings: mayReadMarks ? content.standings : [],
    tied: mayReadMarks ? content.tied : [],
    plan: mayReadMarks
      ? planAwards(await awardCandidates(house.database, skill.id, content.standings), rules)
      : null,
    named: decoded
      ? (await namedStandings(house.database, skill.id)).map(
          ({ personId: _, registrationId: __, ...line }) => line,
        )
      : [],
    signOffs: skill.signOffs.map(({ kind, accountId, at, contentHash }) => ({
      kind,
      mine: accountId === permit.actor.accountId,
      name: signers.find((one) => one.id === accountId)!.name,
      at: at.toISOString(),
      contentHash,
    })),
    draw: skill.draw,
    notice: skill.notices[0]
      ? {
          closesAt: skill.notices[0].closesAt.toISOString(),
          firstDay: day(skill.notices[0].firstDay),
          lastDay: day(skill.notices[0].lastDay),
          arranged: [skill.notices[0].firstDay, skill.notices[0].lastDay].every((date) =>
            isArranged(day(date)),
          ),
        }
      : null,
    awards: skill.awards,
    recheck:
      rules.recheck && stage === "complete" ? { left: await leftToRecheck(house.database, skill.id) } : null,
    /** The first day whose summary judges have still to sign before the chief judge does. */
    unsignedDay: stage === "checked" ? await firstUnsignedDay(house.database, skill.id) : null,
  };
}

/** Before the signatures the chief judge, the checker and the supervisor read the standings by code; the organizer does not. */
function mayRead(permit: Permit, stage: Stage): boolean {
  if (hasReached(stage, "decoded")) return true;
  const readers: readonly Role[] = ["chief-judge", "recorder", "supervisor"];
  return permit.actor.grants.some((grant) => readers.includes(grant.role) && covers(grant, permit.scope));
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
