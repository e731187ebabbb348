// What delegations are compared over: the published results of their competition, line by line (domain.md section 5).
import type { Category } from "../competitions/skill.ts";
import { type Exact, exact } from "../exact.ts";
import { scalePoints } from "../results/scaled.ts";
import type { Standing } from "../results/standings.ts";
import { competed } from "./candidate.ts";
import { byName, type DelegationResult, type Medals, teamScore } from "./delegations.ts";
import type { AwardGrade } from "./grades.ts";

export type PublishedLine = Pick<Standing, "rank" | "status" | "total" | "fraction"> & {
  /** Competition number. */
  readonly number: string;
  readonly name: string;
  readonly delegationId: string;
  readonly grade: AwardGrade | null;
  readonly coach: string | null;
};
export type PublishedSkill = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly category: Category;
  /** Fewest complete totals for a scale of 700; absent: the usual six. */
  readonly minField?: number;
  /** A contest in stages has no such scale. */
  readonly contestStages?: readonly unknown[];
  readonly lines: readonly PublishedLine[];
};
export type Team = { readonly id: string; readonly name: string };

/** Skills on show (表演项目) have prizes of their own and stand outside every comparison of delegations (domain.md section 1). */
export const isCompared = ({ category }: Pick<PublishedSkill, "category">): boolean =>
  category !== "demonstration";

const medalOf: Readonly<Record<AwardGrade, keyof Medals>> = {
  gold: "gold",
  silver: "silver",
  bronze: "bronze",
  first: "gold",
  second: "silver",
  third: "bronze",
  excellence: "excellence",
};

export type ScaledLine = PublishedLine & {
  readonly skill: Pick<PublishedSkill, "number" | "name">;
  /** Null without a rank, and throughout a skill that has no scale. */
  readonly scale: number | null;
};

/** Every line of these skills with its points on the scale of 700, in the order of the skills and their lists. */
export const scaledLines = (skills: readonly PublishedSkill[]): ScaledLine[] =>
  skills.flatMap(({ number, name, lines, ...rules }) => {
    const points = scalePoints(lines, rules);
    return lines.map((line, at) => ({ ...line, skill: { number, name }, scale: points?.[at] ?? null }));
  });

/** What each delegation won over the skills that count; one that nobody competed for stands with nothing. */
export function delegationResults(
  teams: readonly Team[],
  skills: readonly PublishedSkill[],
): DelegationResult[] {
  const lines = scaledLines(skills.filter(isCompared));
  return teams.map(({ id, name }) => {
    const own = lines.filter((line) => line.delegationId === id);
    const won = (medal: keyof Medals): number =>
      own.filter(({ grade }) => grade !== null && medalOf[grade] === medal).length;
    return {
      id,
      name,
      entered: competed(own).length,
      medals: {
        gold: won("gold"),
        silver: won("silver"),
        bronze: won("bronze"),
        excellence: won("excellence"),
      },
      scale: own.flatMap(({ scale }) => (scale === null ? [] : [scale])),
    };
  });
}

export type BestOfDelegation = Team & {
  readonly scale: number;
  /** More than one where the points are equal. */
  readonly people: readonly ScaledLine[];
  /** The sum of its best three (团体总分); null where fewer stand on a scale. */
  readonly team: Exact | null;
};

/** The best of each delegation on the scale of 700 ("Best of Nation"), highest first; a delegation without any is left out. */
export function bestOfDelegations(
  teams: readonly Team[],
  skills: readonly PublishedSkill[],
): BestOfDelegation[] {
  const lines = scaledLines(skills.filter(isCompared));
  return teams
    .flatMap(({ id, name }) => {
      const own = lines.filter((line) => line.delegationId === id && line.scale !== null);
      if (own.length === 0) return [];
      const points = own.map(({ scale }) => scale!);
      const scale = Math.max(...points);
      const people = own.filter((line) => line.scale === scale);
      return [{ id, name, scale, people, team: teamScore(points.map((one) => exact(one))) }];
    })
    .sort((a, b) => b.scale - a.scale || byName(a, b));
}

/** Coaches (优秀指导教师) of everybody ranked up to `coachRanks` in each skill, a tie at the line included. */
export const honouredCoaches = (skills: readonly PublishedSkill[], coachRanks: number): ScaledLine[] =>
  scaledLines(skills).filter(({ rank, coach }) => rank !== null && rank <= coachRanks && coach !== null);
