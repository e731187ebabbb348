// What an organizer reads: all editions, one edition with every skill's state, and what still stands in the way.
import { byPressing } from "#domain/competitions/competition.ts";
import type { SetRules } from "#domain/competitions/rule-set.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { seatsAsked, seatsMissing } from "#domain/marking/seats.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { lockedScheme } from "../marking/load-skill.ts";
import { progressOf } from "./browse.ts";

/** Every edition, drafts included, those under way first, then newest first; a county organizer sees their county's. */
export async function listEditions(house: House, permit: Permit<"competitions.create">) {
  const counties = permit.actor.grants
    .filter((grant) => grant.role === "organizer")
    .map((grant) => grant.county ?? null);
  const rows = await house.database.prisma.competition.findMany({
    where: counties.includes(null) ? {} : { county: { in: counties as string[] } },
    orderBy: { startsOn: "desc" },
    include: { _count: { select: { skills: true, delegations: true } } },
  });
  return byPressing(rows).map((row) => ({
    ...row,
    startsOn: row.startsOn.toISOString().slice(0, 10),
    endsOn: row.endsOn.toISOString().slice(0, 10),
  }));
}

/** One edition with its skills (stage, progress, seats, blockers), delegations and registration counts. */
export async function readEdition(house: House, permit: Permit<"competitions.oversee">) {
  const competition = await house.database.prisma.competition.findUniqueOrThrow({
    where: { id: permit.scope.competitionId! },
    include: {
      delegations: { orderBy: { name: "asc" }, include: { _count: { select: { registrations: true } } } },
      skills: {
        orderBy: { number: "asc" },
        include: {
          seats: { where: { endedAt: null, reserve: false }, select: { number: true } },
          signOffs: { select: { kind: true } },
          registrations: { select: { state: true } },
          draw: { select: { committedAt: true, drawnAt: true, openingAskedBy: true } },
        },
      },
    },
  });
  const skills = await Promise.all(
    competition.skills.map(async ({ registrations, seats, signOffs, ...skill }) => ({
      id: skill.id,
      number: skill.number,
      name: skill.name,
      category: skill.category,
      venue: skill.venue,
      stage: skill.stage as Stage,
      rules: skill.rules as unknown as SkillRules,
      openBoard: skill.openBoard,
      schemeLocked: skill.schemeId !== null,
      ...(await seatsOf(
        house,
        skill,
        seats.map(({ number }) => number),
      )),
      signed: signOffs.map((one) => one.kind),
      draw: skill.draw,
      submitted: registrations.filter((one) => one.state === "submitted").length,
      accepted: registrations.filter((one) => one.state === "accepted").length,
      progress: await progressOf(house, skill.id, skill.stage as Stage),
    })),
  );
  const { startsOn, endsOn } = competition;
  return {
    ...competition,
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn.toISOString().slice(0, 10),
    skills,
  };
}

/** Of the seats that marking waits for, how many there are (`asked`) and which are empty (`missing`), once the scheme is locked by it. */
async function seatsOf(
  house: House,
  skill: { readonly schemeId: string | null; readonly rules: unknown },
  seated: readonly number[],
): Promise<{ readonly asked: number; readonly missing: readonly number[] }> {
  const scheme = skill.schemeId === null ? null : await lockedScheme(house.database, skill.schemeId);
  const rules = skill.rules as SkillRules;
  return {
    asked: seatsAsked(scheme, rules, seated).length,
    missing: seatsMissing(scheme, rules, seated),
  };
}

/** One skill as its organizer sets it up: rules, scheme, seats (and which are empty), and the accounts that could judge. */
export async function readSkillSetUp(house: House, permit: Permit<"competitions.configure">) {
  const { prisma } = house.database;
  const skill = await prisma.skill.findUniqueOrThrow({
    where: { id: permit.scope.skillId! },
    include: {
      competition: {
        select: {
          id: true,
          name: true,
          state: true,
          ruleSets: { orderBy: { name: "asc" }, select: { id: true, name: true, rules: true } },
        },
      },
      draw: { select: { seedHash: true, entryHash: true, committedAt: true, drawnAt: true } },
      seats: {
        where: { endedAt: null },
        orderBy: { number: "asc" },
        include: { account: { select: { id: true, name: true, login: true } } },
      },
      schemes: { orderBy: { version: "desc" }, take: 1, select: { content: true } },
      grants: { where: { role: "judge", revokedAt: null }, select: { accountId: true, unit: true } },
      _count: { select: { registrations: { where: { state: "accepted" } }, contestants: true } },
    },
  });
  const accounts = await prisma.account.findMany({
    where: { personId: null, disabledAt: null },
    orderBy: { login: "asc" },
    select: { id: true, name: true, login: true },
  });
  const { rules, stage, competition, grants, schemes, ...rest } = skill;
  const locked = skill.schemeId === null ? null : await lockedScheme(house.database, skill.schemeId);
  const draft = (schemes[0]?.content ?? null) as Scheme | null;
  const { ruleSets, ...edition } = competition;
  const seated = rest.seats.filter((seat) => !seat.reserve).map(({ number }) => number);
  const unitOf = (accountId: string) => grants.find((grant) => grant.accountId === accountId)?.unit ?? null;
  return {
    ...rest,
    ...(await seatsOf(house, skill, seated)),
    seats: rest.seats.map((seat) => ({ ...seat, unit: unitOf(seat.account.id) })),
    competition: edition,
    ruleSets: ruleSets.map((set) => ({ ...set, rules: set.rules as unknown as SetRules })),
    rules: rules as unknown as SkillRules,
    /** The scheme that is locked, else the draft; null while nothing was typed. */
    scheme: locked ?? draft,
    stage: stage as Stage,
    accounts,
  };
}
