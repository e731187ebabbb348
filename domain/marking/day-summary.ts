// The mark summary of one marking day (评分汇总表): its sub-criteria, everybody's marks by code, and the hash a judge's
// signature binds. Any later change of a mark gives another hash, so an earlier signature no longer speaks for the day.
import { sha256Hex } from "../chance.ts";
import type { SkillRules } from "../competitions/rules.ts";
import { type Decimal, exact, formatExact, sum } from "../exact.ts";
import { canonical } from "../ledger/chain.ts";
import type { Scheme, SubCriterion } from "../schemes/aspect.ts";
import { subcriteriaOf, subcriterionTotal } from "../schemes/scheme.ts";
import { type Locks, lockedForAll, sheetId } from "./lock.ts";
import { type Cell, type CellsByContestant, cellsOf } from "./mark.ts";
import { sheetContent } from "./sheet.ts";
import { type MarkingRules, statesByAspect } from "./states.ts";

/** What a summary is made of: the marking of a skill as it stands. */
export type DayState = Locks & {
  readonly skillId: string;
  readonly scheme: Scheme;
  readonly rules: SkillRules;
  readonly contestants: readonly { readonly id: string; readonly code: string; readonly status: string }[];
  readonly cells: CellsByContestant;
  /** The hash of a scheme that replaced another: what was signed under the one before no longer holds. */
  readonly revised?: string;
};
export type DayRow = {
  readonly code: string;
  readonly status: string;
  /** By sub-criterion in the order of the scheme; exact, null while it is not locked or not complete, and for one ahead. */
  readonly marks: readonly (Decimal | null)[];
  /** The sum over the day; null while one of its marks is, those ahead aside. */
  readonly total: Decimal | null;
};
export type DaySummary = {
  readonly day: number;
  readonly subcriteria: readonly {
    readonly id: string;
    readonly name: string;
    readonly max: Decimal;
    readonly locked: boolean;
  }[];
  readonly rows: readonly DayRow[];
  /** What a signature binds; null until every sub-criterion of the day is locked for everybody. */
  readonly hash: string | null;
};

/** The marking days of a scheme, first first. */
export const markingDays = (scheme: Scheme): number[] =>
  [...new Set(subcriteriaOf(scheme).map(({ subcriterion }) => subcriterion.day))].sort((a, b) => a - b);

/**
 * The summary of one day; null for a day on which nothing is marked. Sheets in `ahead`, of a stage that their contestant did
 * not come through to, are not in it: whoever has no other sheet that day has no row.
 */
export function daySummary(
  state: DayState,
  day: number,
  ahead: ReadonlySet<string> = new Set(),
): DaySummary | null {
  const subs = subcriteriaOf(state.scheme)
    .map(({ subcriterion }) => subcriterion)
    .filter((one) => one.day === day);
  if (subs.length === 0) return null;
  const locked = new Set(lockedForAll(state.scheme, state));
  const field = [...state.contestants].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rows = field.flatMap(({ id, code, status }): DayRow[] => {
    const cells = cellsOf(state.cells, id);
    const isOwn = (sub: SubCriterion): boolean => !ahead.has(sheetId(id, sub.id));
    const marks = subs.map((sub) =>
      locked.has(sub.id) && isOwn(sub) ? markOf(sub, cells, state.scheme, state.rules) : null,
    );
    if (!subs.some(isOwn)) return [];
    return [{ code, status, marks, total: totalOf(marks.filter((_, at) => isOwn(subs[at]!))) }];
  });
  const isReady = subs.every((sub) => locked.has(sub.id));
  return {
    day,
    subcriteria: subs.map((sub) => ({
      id: sub.id,
      name: sub.name,
      max: formatExact(subcriterionTotal(sub)),
      locked: locked.has(sub.id),
    })),
    rows,
    hash: isReady ? hashOf(state, day, subs, rows) : null,
  };
}

/** The sum of a sheet's agreed marks; null while one is not agreed, never smaller. */
function markOf(
  sub: SubCriterion,
  cells: readonly Cell[],
  scheme: Scheme,
  rules: MarkingRules,
): Decimal | null {
  const states = statesByAspect(cells, scheme, rules);
  const worths = sub.aspects.map((aspect) => states.get(aspect.id)!.worth);
  const given = worths.filter((worth) => worth !== null);
  return given.length === worths.length ? formatExact(sum(given)) : null;
}

function totalOf(marks: readonly (Decimal | null)[]): Decimal | null {
  const given = marks.filter((mark) => mark !== null);
  return given.length === marks.length ? formatExact(sum(given.map((mark) => exact(mark)))) : null;
}

/** Over canonical JSON: what is printed, of each sheet every cell with its round, version and value, and a revised scheme. */
function hashOf(
  state: DayState,
  day: number,
  subs: readonly SubCriterion[],
  rows: readonly DayRow[],
): string {
  const idOf = new Map(state.contestants.map((one) => [one.code, one.id]));
  const sheets = rows.map((row) => {
    const cells = cellsOf(state.cells, idOf.get(row.code)!);
    return subs.map((sub) => {
      const ids = new Set(sub.aspects.map((aspect) => aspect.id));
      return sha256Hex(sheetContent(cells.filter((cell) => ids.has(cell.aspectId))));
    });
  });
  const revised = state.revised === undefined ? [] : [state.revised];
  return sha256Hex(canonical([state.skillId, day, subs.map((sub) => sub.id), rows, sheets, ...revised]));
}

/** A judge seated now, whether their panel marks on that day, and whether they gave a mark of it. */
export type DayJudge = {
  readonly marks: boolean;
  readonly accountId: string;
  readonly number: number;
  readonly reserve: boolean;
  readonly entered: boolean;
};
export type DaySigning = "unsigned" | "signed" | "stale";

/** A seated judge signs every day on which their panel marks; a reserve only one of which they marked something. */
export const mustSign = (judge: DayJudge): boolean => (judge.marks && !judge.reserve) || judge.entered;

/** Where one judge stands: `stale` where they signed another content than what stands now, or the day is open again. */
export function signingOf(
  accountId: string,
  signatures: readonly { readonly accountId: string; readonly hash: string }[],
  hash: string | null,
): DaySigning {
  const own = signatures.filter((one) => one.accountId === accountId);
  if (own.some((one) => one.hash === hash)) return "signed";
  return own.length > 0 ? "stale" : "unsigned";
}
