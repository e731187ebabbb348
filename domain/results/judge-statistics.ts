// How each judge marks against the others (D10): severity, distance, agreement and, once names are known, the own unit.
// Advice to the chief judge alone: no mark is ever weighed by it.
import type { SkillRules } from "../competitions/rules.ts";
import { compare, type Decimal, type Exact, exact, ratio, sum } from "../exact.ts";
import { type Cell, type CellsByContestant, cellsOf } from "../marking/mark.ts";
import { statesByAspect } from "../marking/states.ts";
import { isPerSeat, type Scheme } from "../schemes/aspect.ts";
import { aspectsOf } from "../schemes/scheme.ts";

/** What several judges marked, each unseen by the others: an agreed judgement by its deciding round, or a trimmed aspect. */
export type Judged = {
  readonly contestantId: string;
  readonly kind: "judgement" | "trimmed";
  /** The highest that a judge may give: level 3, or the scale of the mark. */
  readonly scale: Decimal;
  readonly given: readonly { readonly judge: string; readonly value: Decimal }[];
};

/** Differences are shares of the scale, exact, own minus the mean of the others: above 0 is lenient. Null: too few to say. */
export type JudgeStatistics = {
  readonly judge: string;
  /** Marks that at least one other judge gave too. */
  readonly marks: number;
  /** The mean difference. */
  readonly severity: Exact | null;
  /** The mean of the differences without their sign. */
  readonly deviation: Exact | null;
  /** Half of the differences lie from `low` to `high`. */
  readonly middle: { readonly low: Exact; readonly high: Exact } | null;
  /** Judgements among the marks. */
  readonly judgements: number;
  /** The share of them in which every other judge gave the same level, and the share in which none is further than one away. */
  readonly same: Exact | null;
  readonly near: Exact | null;
  /** Marks for competitors of the judge's own unit. */
  readonly ownUnit: number;
  /** The mean difference over them minus that over all others. */
  readonly bias: Exact | null;
};

/** Below so many marks a figure says nothing about a judge; of the own unit so many, and as many of others as for the rest. */
export const leastMarks = 10;
export const leastOwnUnit = 5;
/** From this share of the scale on a judge stands apart: shown, never acted upon. */
export const apart: Exact = exact("0.1");

/**
 * Everything marked by seat that stands agreed. A round still open, a reopened one and a missing mark never enter. `judgeOf`
 * names who gave a cell; a cell of nobody is left out.
 */
export function judgedTogether(
  scheme: Scheme,
  rules: SkillRules,
  contestantIds: readonly string[],
  cells: CellsByContestant,
  judgeOf: (cell: Cell) => string | null,
): Judged[] {
  const bySeat = aspectsOf(scheme).filter(isPerSeat);
  return contestantIds.flatMap((contestantId) => {
    const own = cellsOf(cells, contestantId);
    const states = statesByAspect(own, scheme, rules);
    return bySeat.flatMap((aspect): Judged[] => {
      const { state, round } = states.get(aspect.id)!;
      if (state !== "agreed") return [];
      const of = own.filter((cell) => cell.aspectId === aspect.id);
      const missing = new Set(of.filter((cell) => cell.missing).map((cell) => cell.seat));
      const given = of.flatMap((cell) => {
        const judge = cell.round === round && !missing.has(cell.seat) ? judgeOf(cell) : null;
        return judge === null || cell.value === null ? [] : [{ judge, value: cell.value }];
      });
      const scale = aspect.kind === "judgement" ? "3" : (aspect.scale ?? aspect.max);
      return [{ contestantId, kind: aspect.kind, scale, given }];
    });
  });
}

type Difference = {
  readonly contestantId: string;
  readonly kind: Judged["kind"];
  readonly by: Exact;
  /** The furthest of the others, on the scale itself. */
  readonly furthest: Exact;
};

/** A row per judge, in their order. `isOwn` says whether a competitor is of a judge's unit: only once names are known. */
export function judgeStatistics(
  judges: readonly string[],
  judged: readonly Judged[],
  isOwn: (judge: string, contestantId: string) => boolean = () => false,
): JudgeStatistics[] {
  return judges.map((judge) => {
    const all = judged.flatMap((one) => differenceOf(judge, one));
    const levels = all.filter((one) => one.kind === "judgement");
    const own = all.filter((one) => isOwn(judge, one.contestantId));
    const rest = all.filter((one) => !isOwn(judge, one.contestantId));
    const shareOf = (least: number) =>
      levels.length < leastMarks
        ? null
        : ratio(
            exact(levels.filter((one) => compare(one.furthest, exact(least)) <= 0).length),
            exact(levels.length),
          );
    const enough = all.length >= leastMarks;
    return {
      judge,
      marks: all.length,
      severity: enough ? mean(all.map((one) => one.by)) : null,
      deviation: enough ? mean(all.map((one) => one.by.abs())) : null,
      middle: enough ? middleHalf(all.map((one) => one.by)) : null,
      judgements: levels.length,
      same: shareOf(0),
      near: shareOf(1),
      ownUnit: own.length,
      bias:
        own.length < leastOwnUnit || rest.length < leastMarks
          ? null
          : mean(own.map((one) => one.by)).sub(mean(rest.map((one) => one.by))),
    };
  });
}

/** The judge's mark against the mean of the others (leave one out); nothing where nobody else gave one. */
function differenceOf(judge: string, { contestantId, kind, scale, given }: Judged): Difference[] {
  const own = given.find((one) => one.judge === judge);
  const others = given.filter((one) => one.judge !== judge).map((one) => exact(one.value));
  if (!own || others.length === 0) return [];
  const mark = exact(own.value);
  const away = others.map((other) => mark.sub(other).abs());
  const furthest = away.reduce((most, one) => (compare(one, most) > 0 ? one : most));
  return [{ contestantId, kind, by: ratio(mark.sub(mean(others)), exact(scale)), furthest }];
}

const mean = (values: readonly Exact[]): Exact => ratio(sum(values), exact(values.length));

/** The quartiles by nearest rank. */
function middleHalf(values: readonly Exact[]): { readonly low: Exact; readonly high: Exact } {
  const sorted = [...values].sort(compare);
  const at = (quarters: number) => sorted[Math.ceil((sorted.length * quarters) / 4) - 1]!;
  return { low: at(1), high: at(3) };
}
