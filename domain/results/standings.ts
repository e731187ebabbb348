// The standings of one skill, from scheme, rules, contestants and cells: the one function behind board, signature and notice.
import type { SkillRules } from "../competitions/rules.ts";
import { type Decimal, type Exact, formatExact, zero } from "../exact.ts";
import { type CellsByContestant, cellsOf } from "../marking/mark.ts";
import { remembered } from "../remembered.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { type ContestantStatus, rank, type StandingStatus } from "./ranking.ts";
import { tally } from "./totals.ts";

export type Contestant = { readonly id: string; readonly code: string; readonly status: ContestantStatus };
export type Standing = {
  readonly contestantId: string;
  readonly code: string;
  readonly status: StandingStatus;
  readonly rank: number | null;
  /** Exact; null unless ranked. */
  readonly total: Decimal | null;
  readonly agreed: number;
  readonly of: number;
};

/** Everybody's place, in order of rank and then of code. */
export function standings(
  scheme: Scheme,
  rules: SkillRules,
  contestants: readonly Contestant[],
  cells: CellsByContestant,
): Standing[] {
  const field = [...contestants]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((contestant) => {
      const sums = tally(scheme, cellsOf(cells, contestant.id), rules);
      return {
        contestantId: contestant.id,
        code: contestant.code,
        status: contestant.status,
        total: sums.total,
        ties: rules.tieChain.map((measure) => measureOf(measure, sums.byCriterion)),
        agreed: sums.agreed,
        of: sums.of,
      };
    });
  return rank(field).map(({ ties: _, total, ...row }) => ({
    ...row,
    total: row.rank === null || total === null ? null : written(total),
  }));
}

const measureOf = (measure: string, byCriterion: ReadonlyMap<string, Exact>): Exact =>
  byCriterion.get(measure.replace(/^criterion:/, "")) ?? zero;

/** A total as text; formatting costs more than adding up. */
export const written = remembered((total: Exact): Decimal => formatExact(total));
