// What the organizer's comparison shows: the rows of one report, figures as text, and lines without the ids of people.
import { shownDelegation } from "#app/awards/medal-columns.tsx";
import type { Services } from "#app/context.ts";
import type { ScaledLine } from "#domain/awards/delegation-results.ts";
import { type Comparison, compareDelegations, comparisons } from "#domain/awards/delegations.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { exact, ratio, roundHalfUp, sum } from "#domain/exact.ts";

type Read = Awaited<ReturnType<Services["awards"]["readComparisons"]>>;

/** The report that the address asks for; the medal points where it asks for none. */
export function readComparison(url: string): Comparison {
  const asked = new URL(url).searchParams.get("by");
  return comparisons.find((one) => one === asked) ?? "total-points";
}

export function comparisonView(read: Read, by: Comparison) {
  const { competition, published, of, skills, results, best, coaches } = read;
  return {
    competition: { id: competition.id, name: competition.name, coachRanks: competition.coachRanks },
    published,
    of,
    by,
    rows: compareDelegations(results, by).map(({ delegation, rank }) => ({
      ...shownDelegation(delegation, rank),
      ...scaleOf(delegation.scale ?? []),
    })),
    best: best.map(({ id, name, scale, people, team }) => ({
      id,
      name,
      scale,
      people: people.map(shownLine),
      team: team && roundHalfUp(team, 0),
    })),
    coaches: coaches.map((line) => ({ ...shownLine(line), rank: line.rank!, coach: line.coach! })),
    skills: skills.map(({ id, number, name, sections }) => ({
      id,
      title: skillTitle({ number, name }),
      sections,
    })),
  };
}

/** Null where nobody of a delegation stands on a scale. */
function scaleOf(points: readonly number[]) {
  const total = sum(points.map((one) => exact(one)));
  if (points.length === 0) return { scaleTotal: null, scaleAverage: null };
  return {
    scaleTotal: roundHalfUp(total, 0),
    scaleAverage: roundHalfUp(ratio(total, exact(points.length)), 2),
  };
}

const shownLine = ({ skill, number, name }: ScaledLine) => ({
  key: number,
  skill: skillTitle(skill),
  number,
  name,
});
