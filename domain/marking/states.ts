// Where an aspect of one contestant stands (unset, pending, disagreeing, agreed) and what it is worth, from what was entered.
import type { SkillRules } from "../competitions/rules.ts";
import { type Decimal, type Exact, exact, formatExact, rounded } from "../exact.ts";
import { remembered } from "../remembered.ts";
import type { Aspect, Scheme, TrimmedAspect } from "../schemes/aspect.ts";
import { aspectPlaces, aspectsOf } from "../schemes/scheme.ts";
import { judge } from "./judgement.ts";
import { type Cell, entersMark } from "./mark.ts";
import { type SeatRules, seatsOfAspect, trimRule } from "./seats.ts";
import { trim } from "./trimmed.ts";
import { yieldOf } from "./yield.ts";

export type MarkingRules = SeatRules & Pick<SkillRules, "maxSpread" | "maxRounds" | "rounding">;
export type AspectState = {
  readonly state: "unset" | "pending" | "disagreeing" | "agreed";
  readonly round: number;
  readonly given: number;
  /** What the aspect is worth, exactly: this alone is added up. Null until agreed. */
  readonly worth: Exact | null;
  /** The same for people, at most six decimals. */
  readonly mark: Decimal | null;
  /** The panel's one entry: a mark, a measured figure, a count, seconds. Null for what is marked by seat. */
  readonly entered: Decimal | null;
  readonly levels: readonly number[] | null;
  /** Of a trimmed aspect: the seats' marks once all are in, a missing one null. */
  readonly marks?: readonly (Decimal | null)[] | null;
};

/** Where one aspect of one contestant stands; `cells` may hold other aspects too. */
export function aspectState(aspect: Aspect, cells: readonly Cell[], rules: MarkingRules): AspectState {
  const own = cells.filter((cell) => cell.aspectId === aspect.id);
  return stateOf(aspect, own, rules, memoOf(aspect, rules), entriesOf(own));
}

type Memo = Map<string | number, AspectState>;
const kept = new WeakMap<Aspect, { readonly rules: MarkingRules; readonly memo: Memo }>();

/** Many people get the same few entries in an aspect, so its states are kept by what was entered, for as long as its rules hold. */
function memoOf(aspect: Aspect, rules: MarkingRules): Memo {
  const known = kept.get(aspect);
  if (known?.rules === rules) return known.memo;
  const memo: Memo = new Map();
  kept.set(aspect, { rules, memo });
  return memo;
}

const memosOf = remembered((scheme: Scheme, rules: MarkingRules): readonly Memo[] =>
  aspectsOf(scheme).map((aspect) => memoOf(aspect, rules)),
);

/** The same where `own` holds this aspect's cells alone; `memo` is the aspect's under these rules, `key` what was entered. */
function stateOf(
  aspect: Aspect,
  own: readonly Cell[],
  rules: MarkingRules,
  memo: Memo,
  key: string | number,
): AspectState {
  const known = memo.get(key);
  if (known) return known;
  if (memo.size > 2000) memo.clear();
  const worked = workOut(aspect, own, rules);
  memo.set(key, worked);
  return worked;
}

/** Everything of the cells that decides: seat, round, value, and what a chief judge made of them. */
function entriesOf(own: readonly Cell[]): string {
  const [first] = own;
  if (own.length === 1 && first!.seat === 0) return first!.value ?? "";
  let key = "";
  for (const { seat, round, value, reopened, missing } of own) {
    key += `${seat}.${round}=${value}${reopened ? "r" : ""}${missing ? "m" : ""};`;
  }
  return key;
}

function workOut(aspect: Aspect, own: readonly Cell[], rules: MarkingRules): AspectState {
  if (aspect.kind === "trimmed") return trimmedState(aspect, own, rules);
  if (aspect.kind === "judgement") {
    const seats = seatsOfAspect(aspect, rules).length;
    const now = judge(own, seats, rules.maxSpread, aspect.max, rules.maxRounds);
    return { ...now, worth: now.mark === null ? null : exact(now.mark), entered: null };
  }
  const value = own[0]?.value ?? null;
  if (value === null) return unsetPanel;
  const worth = entersMark(aspect) ? exact(value) : rounded(yieldOf(aspect, value), rules.rounding?.aspect);
  const mark = entersMark(aspect) ? value : formatExact(worth);
  return { state: "agreed", round: 1, given: 1, worth, mark, entered: value, levels: null };
}

const unsetPanel: AspectState = {
  state: "unset",
  round: 1,
  given: 0,
  worth: null,
  mark: null,
  entered: null,
  levels: null,
};

/** A round whose seats were all in and that was reopened decides nothing any more: the next one is open. */
function trimmedState(aspect: TrimmedAspect, own: readonly Cell[], rules: MarkingRules): AspectState {
  const rule = { seats: seatsOfAspect(aspect, rules), minJudges: trimRule(rules).minJudges };
  for (let round = 1; ; round += 1) {
    const cells = own.filter((cell) => cell.round === round || cell.missing);
    const now = trim(aspect, cells, rule, rules.rounding?.mean);
    if (now.marks !== null && cells.some((cell) => cell.reopened)) continue;
    const worth = now.worth && rounded(now.worth, rules.rounding?.aspect);
    return {
      state: now.state === "short" ? "pending" : now.state,
      round,
      given: now.given,
      worth,
      mark: worth && formatExact(worth),
      entered: null,
      levels: null,
      marks: now.marks,
    };
  }
}

/** Where every aspect of a scheme stands for one contestant. */
export type States = {
  /** In the order of the scheme. */
  readonly list: readonly AspectState[];
  /** Undefined for an id that the scheme does not hold. */
  readonly get: (aspectId: string) => AspectState | undefined;
};

/** Where every aspect of the scheme stands for one contestant, from the contestant's cells. */
export const statesByAspect = remembered(
  (cells: readonly Cell[], scheme: Scheme, rules: MarkingRules): States => {
    const places = aspectPlaces(scheme);
    const entries = entriesByPlace(cells, places);
    const memos = memosOf(scheme, rules);
    const list = aspectsOf(scheme).map((aspect, at) => {
      const entered = entries[at]!;
      const known = memos[at]!.get(entered);
      if (known) return known;
      const own = cells.filter((cell) => cell.aspectId === aspect.id);
      const key = Number.isNaN(entered) ? entriesOf(own) : entered;
      return stateOf(aspect, own, rules, memos[at]!, key);
    });
    return { list, get: (aspectId) => list[places.get(aspectId) ?? -1] };
  },
);

/**
 * What was entered in each aspect, by its place: of a panel's cell its value, of the seats' a number that holds a digit of
 * each, NaN where the cells say more than that.
 */
function entriesByPlace(
  cells: readonly Cell[],
  places: ReadonlyMap<string, number>,
): readonly (string | number)[] {
  const entries = new Array<string | number>(places.size).fill(0);
  for (const cell of cells) {
    const at = places.get(cell.aspectId);
    if (at === undefined) continue;
    const before = entries[at]!;
    if (cell.seat === 0) entries[at] = before === 0 ? (cell.value ?? "") : Number.NaN;
    else entries[at] = typeof before === "number" ? before + digitOf(cell) : Number.NaN;
  }
  return entries;
}

/** A digit of one seat in the first round, so placed that fourteen seats stay below 2^53; NaN for anything else. */
const digitOf = ({ seat, round, value, reopened, missing }: Cell): number =>
  round !== 1 || value?.length !== 1 || seat > 14 || reopened || missing
    ? Number.NaN
    : (value.charCodeAt(0) - 47) * eleven[seat]!;
const eleven: readonly number[] = Array.from({ length: 15 }, (_, power) => 11 ** power);
