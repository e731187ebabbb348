// What the workspace shows of an edition: counts for the rail, the skills that match, what waits, the delegations.
import type { DelegationMethod } from "#domain/awards/delegations.ts";
import { addDays, shanghaiDate } from "#domain/calendar.ts";
import { type CompetitionState, isOver } from "#domain/competitions/competition.ts";
import { skillNumber } from "#domain/competitions/skill.ts";
import { type Edition, type WaitKind, waitingIn, waitKinds, waitsOf } from "./waiting.ts";

export type Sought = { readonly q: string; readonly waiting: WaitKind | null };

export function readSought(url: string): Sought {
  const { searchParams } = new URL(url);
  const waiting = searchParams.get("waiting");
  return {
    q: (searchParams.get("q") ?? "").trim(),
    waiting: waitKinds.find((kind) => kind === waiting) ?? null,
  };
}

export function editionView(
  edition: Edition,
  sought: Sought,
  closings: readonly { skillId: string; closesAt: Date }[],
  now: Date,
) {
  const closed = new Set(closings.filter(({ closesAt }) => closesAt <= now).map(({ skillId }) => skillId));
  const matches = edition.skills.filter(
    (skill) =>
      [skill.name, skill.venue, skillNumber(skill.number)].some((text) => text.includes(sought.q)) &&
      (!sought.waiting || waitsOf(skill, edition.state, closed).includes(sought.waiting)),
  );
  const today = shanghaiDate(now);
  const over = isOver(edition.state as CompetitionState);
  return {
    id: edition.id,
    name: edition.name,
    tier: edition.tier,
    year: edition.year,
    host: edition.host,
    state: edition.state as CompetitionState,
    startsOn: edition.startsOn,
    endsOn: edition.endsOn,
    day: dayOf(edition, today),
    over,
    counts: {
      skills: edition.skills.length,
      people: edition.skills.reduce((people, skill) => people + skill.accepted + skill.submitted, 0),
      submitted: edition.skills.reduce((people, skill) => people + skill.submitted, 0),
      teams: edition.delegations.length,
      drawn: edition.skills.filter(({ stage }) => stage !== "set-up").length,
      published: edition.skills.filter(({ stage }) => stage === "published").length,
    },
    skills: matches.map(
      ({ id, number, name, venue, stage, schemeLocked, asked, missing, accepted, progress }) => {
        return {
          id,
          number,
          name,
          venue,
          stage,
          schemeLocked,
          seats: asked - missing.length,
          needed: asked,
          accepted,
          progress,
        };
      },
    ),
    ranking: {
      method: edition.delegationMethod as DelegationMethod,
      coachRanks: edition.coachRanks,
      fixed: over || edition.skills.some(({ stage }) => stage !== "set-up"),
    },
    waiting: waitingIn(edition, closed),
    delegations: edition.delegations.map(({ id, name, kind, _count }) => ({
      id,
      name,
      kind,
      entered: _count.registrations,
    })),
  };
}
export type EditionView = ReturnType<typeof editionView>;

/** Which day of the competition it is today; null before and after. */
function dayOf(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  today: string,
): { day: number; days: number } | null {
  let days = 0;
  let day: number | null = null;
  for (let date = startsOn; date <= endsOn && days < 400; date = addDays(date, 1)) {
    days += 1;
    if (date === today) day = days;
  }
  return day === null ? null : { day, days };
}
