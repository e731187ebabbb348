// The standings of one skill, from scheme, rules, contestants, cells and penalties: the one function behind board,
// signature and notice.
import type { SkillRules } from "../competitions/rules.ts";
import { type Decimal, type Exact, exact, formatExact, readFraction, sum } from "../exact.ts";
import { type CellsByContestant, cellsOf } from "../marking/mark.ts";
import { remembered } from "../remembered.ts";
import type { Criterion, Scheme } from "../schemes/aspect.ts";
import { aspectsOf } from "../schemes/scheme.ts";
import { type CommitteeOrder, type ContestantStatus, rank, type StandingStatus, settle } from "./ranking.ts";
import { addUpCriteria, type Penalty, scoresPractical, type Tally, tally } from "./totals.ts";

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
  return byLastStage(stagesOf(scheme, rules, field, cells, rulings));
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

/** One stage of the contest as it stands. */
export type StandingStage = {
  readonly id: string;
  readonly name: string;
  readonly criteria: readonly Criterion[];
  /** Everybody present in the stage before is complete; of the first one always so. */
  readonly begun: boolean;
  /** Who came through to it, with their places in it; nobody before it has begun. */
  readonly rows: readonly Standing[];
};

/** What is carried on from a stage: without any marks off, and with those off the practical part, for a stage that has none. */
type CarriedOn = { readonly plain: Exact | null; readonly practical: Exact | null };
const nothing: CarriedOn = { plain: null, practical: null };

/**
 * Stages (初赛、决赛): each ranks those who came through the one before, by what they carry on and what they add. Nobody goes
 * on before everybody present in a stage is complete. None where the skill has no stages. Marks off count in the total of each
 * stage once: off its own marks, those off the practical part off what is carried on where the stage itself has none.
 */
export function stagesOf(
  scheme: Scheme,
  rules: SkillRules,
  contestants: readonly Contestant[],
  cells: CellsByContestant,
  rulings: Rulings,
): StandingStage[] {
  let begun = true;
  let field = contestants.map((one) => ({ one, before: nothing }));
  return (rules.contestStages ?? []).map((stage): StandingStage => {
    const criteria = scheme.criteria.filter(({ id }) => stage.criteria.includes(id));
    const scored = field.map(({ one, before }) => {
      const penalties = rulings.penalties.get(one.id) ?? [];
      const carried = (score: Exact | null): Exact => (score ?? exact(0)).mul(exact(stage.carry ?? "0"));
      const sumsWith = (counting: readonly Penalty[]): Tally =>
        addUpCriteria(criteria, cellsOf(cells, one.id), scheme, rules, counting);
      const sums = sumsWith(penalties);
      const scoreOf = (total: Exact | null, from: Exact | null): Exact | null =>
        total?.add(carried(from)) ?? null;
      if (!penalties.some((each) => "amount" in each)) {
        const score = scoreOf(sums.total, before.plain);
        return { one, sums, score, on: { plain: score, practical: score } };
      }
      const without = (...levels: readonly Penalty["level"][]): Exact | null =>
        sumsWith(penalties.filter(({ level }) => !levels.includes(level))).total;
      const from = scoresPractical(criteria, rules) ? before.plain : before.practical;
      const on = {
        plain: scoreOf(without("total", "practical"), before.plain),
        practical: scoreOf(without("total"), from),
      };
      return { one, sums, score: scoreOf(sums.total, from), on };
    });
    const tieChain = stage.tieChain ?? rules.tieChain;
    const rows = settle(placed(scored, scheme, rules, tieChain), rulings.orders).map((row) => ({
      ...row,
      stage: stage.id,
    }));
    const standing = { id: stage.id, name: stage.name, criteria, begun, rows };
    begun &&= rows.every((row) => row.status !== "incomplete");
    const through = begun ? goOn(rows, stage.advance) : new Set();
    field = scored.filter(({ one }) => through.has(one.id)).map(({ one, on }) => ({ one, before: on }));
    return standing;
  });
}

/** Whoever does not go on keeps the rank of their last stage; the last stage comes first. */
export function byLastStage(stages: readonly StandingStage[]): Standing[] {
  const out = stages.map(({ rows }, at) => {
    const on = new Set(stages[at + 1]?.rows.map((row) => row.contestantId));
    return rows.filter((row) => !on.has(row.contestantId));
  });
  const all = out.reverse().flat();
  return [...all.filter((row) => row.rank !== null), ...all.filter((row) => row.rank === null)];
}

/** The ranks that go on, a tie at the line included. */
const goOn = (rows: readonly Standing[], advance = 0): ReadonlySet<string> =>
  new Set(rows.filter((row) => row.rank !== null && row.rank <= advance).map((row) => row.contestantId));

type Written = { readonly total: Decimal; readonly fraction?: string };

/** A total as text, with its fraction where the decimal is not all of it; formatting costs more than adding up. */
const written = remembered((total: Exact): Written => {
  const text = formatExact(total);
  return total.equals(exact(text)) ? { total: text } : { total: text, fraction: total.toFraction() };
});

/** A total of the standings as the exact number it is; null where there is none. */
export const exactTotal = (row: Pick<Standing, "total" | "fraction">): Exact | null =>
  row.fraction !== undefined ? readFraction(row.fraction) : row.total === null ? null : exact(row.total);
