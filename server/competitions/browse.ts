// What anybody may read about competitions and skills: names, dates, stages; people and marks only through the results room.
import { byPressing } from "#domain/competitions/competition.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { boardView } from "#domain/live/board.ts";
import type { View } from "#domain/live/diff.ts";
import { progressView } from "#domain/live/views.ts";
import type { House } from "../house.ts";
import { loadSkillState } from "../marking/load-skill.ts";

/** Editions that are no drafts, those under way first, then newest first, with the number of their skills. */
export async function listCompetitions(house: House) {
  const rows = await house.database.prisma.competition.findMany({
    where: { state: { not: "draft" } },
    orderBy: { startsOn: "desc" },
    include: { skills: { select: { stage: true } }, _count: { select: { delegations: true } } },
  });
  return byPressing(rows).map(({ skills, _count, ...row }) => ({
    ...row,
    startsOn: dateOnly(row.startsOn),
    endsOn: dateOnly(row.endsOn),
    skills: skills.length,
    delegations: _count.delegations,
    inNotice: skills.filter((skill) => skill.stage === "notice").length,
    published: skills.filter((skill) => skill.stage === "published").length,
  }));
}

/** One edition with its skills and how far each is marked; null for a draft or an unknown id. */
export async function readCompetition(house: House, competitionId: string) {
  const row = await house.database.prisma.competition.findFirst({
    where: { id: competitionId, state: { not: "draft" } },
    include: {
      skills: {
        orderBy: { number: "asc" },
        include: { _count: { select: { registrations: { where: { state: "accepted" } } } } },
      },
      delegations: { orderBy: { name: "asc" } },
    },
  });
  if (!row) return null;
  const skills = await Promise.all(
    row.skills.map(async ({ _count, ...skill }) => ({
      id: skill.id,
      number: skill.number,
      name: skill.name,
      category: skill.category,
      occupation: skill.occupation,
      venue: skill.venue,
      stage: skill.stage as Stage,
      openBoard: skill.openBoard,
      entered: _count.registrations,
      progress: await progressOf(house, skill.id, skill.stage as Stage),
    })),
  );
  return { ...row, startsOn: dateOnly(row.startsOn), endsOn: dateOnly(row.endsOn), skills };
}

export type Progress = { readonly marked: number; readonly of: number };

/** How many aspects are marked in a skill; zero of zero before marking. */
export async function progressOf(house: House, skillId: string, stage: Stage): Promise<Progress> {
  if (stage === "set-up" || stage === "drawn") return { marked: 0, of: 0 };
  const state = (await loadSkillState(house.database, skillId))!;
  return progressView(state).progress as Progress;
}

/** An open board as it stands, for a page that is drawn before its socket lives; empty for any other skill. */
export async function readBoard(house: House, skillId: string): Promise<View> {
  const state = await loadSkillState(house.database, skillId);
  return state ? boardView(state) : {};
}

/** One skill with its edition, for the public pages. */
export async function readSkill(house: House, skillId: string) {
  const row = await house.database.prisma.skill.findFirst({
    where: { id: skillId, competition: { state: { not: "draft" } } },
    include: {
      competition: true,
      draw: {
        select: {
          seedHash: true,
          entryHash: true,
          committedAt: true,
          drawnAt: true,
          openedAt: true,
          revealed: true,
        },
      },
      _count: { select: { registrations: { where: { state: "accepted" } } } },
    },
  });
  if (!row) return null;
  const { _count, competition, draw, ...skill } = row;
  return {
    id: skill.id,
    number: skill.number,
    name: skill.name,
    category: skill.category,
    occupation: skill.occupation,
    venue: skill.venue,
    groups: skill.groups,
    stage: skill.stage as Stage,
    openBoard: skill.openBoard,
    entered: _count.registrations,
    competition: {
      id: competition.id,
      name: competition.name,
      state: competition.state,
      startsOn: dateOnly(competition.startsOn),
      endsOn: dateOnly(competition.endsOn),
    },
    draw,
    progress: await progressOf(house, skill.id, skill.stage as Stage),
  };
}

const dateOnly = (date: Date): string => date.toISOString().slice(0, 10);
