// The standings of one skill, from scheme, rules, contestants, cells and penalties: the one function behind board,
// signature and notice.
import type { SkillRules } from "../competitions/rules.ts";
import { type Decimal, type Exact, exact, formatExact, readFraction, sum } from "../exact.ts";
import { type Cell, type CellsByContestant, cellsOf } from "../marking/mark.ts";
import { remembered } from "../remembered.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { aspectsOf } from "../schemes/scheme.ts";
import { type CommitteeOrder, type ContestantStatus, rank, type StandingStatus, settle } from "./ranking.ts";
import { addUpCriteria, type Penalty, type Tally, tally } from "./totals.ts";

export type Contestant = { readonly id: string; readonly code: string; readonly status: ContestantStatus };
export type Standing = {
  readonly contestantId: string;
  readonly code: string;
  readonly status: StandingStatus;
  readonly rank: number | null;
  /** At most six decimals; null unless ranked. */
  readonly total: Decimal | null;
  /** The same exactly, "269/3", where six decimals do not hold it. */
  readonly fraction?: string;
  readonly agreed: number;
  readonly of: number;
  /** Of several stages: the last one reached. */
  readonly stage?: string;
  /** Components below their pass line. */
  readonly below?: readonly string[];
};

/** What counts besides the marks: penalties by contestant, and the committee's orders of ties. */
export type Rulings = {
  readonly penalties: ReadonlyMap<string, readonly Penalty[]>;
  readonly orders: readonly CommitteeOrder[];
};
export const noRulings: Rulings = { penalties: new Map(), orders: [] };

/** Everybody's place, in order of rank and then of code. */
export function standings(
  scheme: Scheme,
  rules: SkillRules,
  contestants: readonly Contestant[],
  cells: CellsByContestant,
  rulings: Rulings = noRulings,
): Standing[] {
  const field = [...contestants].sort((a, b) => (a.code < b.code ? -1 : 1));
  const tallyOf = (one: Contestant): Tally =>
    tally(scheme, cellsOf(cells, one.id), rules, rulings.penalties.get(one.id));
  if (!rules.contestStages?.length) {
    const rows = field.map((one) => {
      const sums = tallyOf(one);
      return { one, sums, score: sums.total };
    });
    return settle(placed(rows, scheme, rules, rules.tieChain), rulings.orders);
  }
  return standingsByStage(scheme, rules, field, cells, rulings);
}

type Scored = { readonly one: Contestant; readonly sums: Tally; readonly score: Exact | null };

function placed(
  rows: readonly Scored[],
  scheme: Scheme,
  rules: SkillRules,
  tieChain: readonly string[],
): Standing[] {
  const field = rows.map(({ one, sums, score }) => ({
    contestantId: one.id,
    code: one.code,
    status: one.status,
    total: score,
    barred: rules.belowPassLine === "no-rank" && sums.below.length > 0,
    ties: tieChain.map((measure) => measureOf(measure, sums, scheme)),
    agreed: sums.agreed,
    of: sums.of,
    ...(sums.below.length > 0 && { below: sums.below }),
  }));
  return rank(field).map(({ ties: _, barred: __, total, ...row }) => ({
    ...row,
    ...(row.rank === null || total === null ? { total: null } : written(total)),
  }));
}

/** Higher is better: seconds count below zero. Null where there is nothing to compare. */
function measureOf(measure: string, sums: Tally, scheme: Scheme): Exact | null {
  const [kind, id = ""] = measure.split(":");
  switch (kind) {
    case "time":
      return shortest(id ? [id] : timesOf(scheme), sums);
    case "criterion":
      return sums.byCriterion.get(id) ?? null;
    case "module":
      return sums.byModule.get(id) ?? null;
    case "component":
      return sums.byComponent.get(id) ?? null;
    default:
      return sums.ofAspect(id);
  }
}

const timesOf = (scheme: Scheme): string[] =>
  aspectsOf(scheme)
    .filter((aspect) => aspect.kind === "time")
    .map((aspect) => aspect.id);

/** The seconds together, below zero so that less is better; null where one is missing or there are none. */
function shortest(ids: readonly string[], sums: Tally): Exact | null {
  const given = ids.map(sums.secondsOf).filter((seconds) => seconds !== null);
  return given.length === ids.length && ids.length > 0 ? sum(given).neg() : null;
}

/**
 * Stages (初赛、决赛): each ranks those who came through the one before, by what they carry on and what they add. Nobody goes
 * on before everybody present in a stage is complete; whoever does not go on keeps the rank of their last stage.
 */
function standingsByStage(
  scheme: Scheme,
  rules: SkillRules,
  contestants: readonly Contestant[],
  cells: CellsByContestant,
  rulings: Rulings,
): Standing[] {
  let field: readonly { readonly one: Contestant; readonly before: Exact }[] = contestants.map((one) => ({
    one,
    before: exact(0),
  }));
  let out: Standing[] = [];
  for (const stage of rules.contestStages ?? []) {
    const criteria = scheme.criteria.filter(({ id }) => stage.criteria.includes(id));
    const rows = field.map(({ one, before }): Scored => {
      const own: readonly Cell[] = cellsOf(cells, one.id);
      const sums = addUpCriteria(criteria, own, scheme, rules, rulings.penalties.get(one.id) ?? []);
      const score = sums.total?.add(before.mul(exact(stage.carry ?? "0"))) ?? null;
      return { one, sums, score };
    });
    const ranked = settle(placed(rows, scheme, rules, stage.tieChain ?? rules.tieChain), rulings.orders).map(
      (row) => ({ ...row, stage: stage.id }),
    );
    const on = goOn(ranked, stage.advance);
    out = [...ranked.filter((row) => !on.has(row.contestantId)), ...out];
    field = rows
      .filter(({ one }) => on.has(one.id))
      .map(({ one, score }) => ({ one, before: score ?? exact(0) }));
    if (field.length === 0) break;
  }
  return [...out.filter((row) => row.rank !== null), ...out.filter((row) => row.rank === null)];
}

/** The ranks that go on, a tie at the line included; nobody while a mark of the stage is missing. */
function goOn(ranked: readonly Standing[], advance: number | undefined): ReadonlySet<string> {
  if (advance === undefined || ranked.some((row) => row.status === "incomplete")) return new Set();
  return new Set(
    ranked.filter((row) => row.rank !== null && row.rank <= advance).map((row) => row.contestantId),
  );
}

type Written = { readonly total: Decimal; readonly fraction?: string };

/** A total as text, with its fraction where the decimal is not all of it; formatting costs more than adding up. */
const written = remembered((total: Exact): Written => {
  const text = formatExact(total);
  return total.equals(exact(text)) ? { total: text } : { total: text, fraction: total.toFraction() };
});

/** A total of the standings as the exact number it is; null where there is none. */
export const exactTotal = (row: Pick<Standing, "total" | "fraction">): Exact | null =>
  row.fraction !== undefined ? readFraction(row.fraction) : row.total === null ? null : exact(row.total);
