// A sheet (评分表): one contestant in one sub-criterion. What each of its aspects stands at, and what may be entered next.
import type { SkillRules } from "../competitions/rules.ts";
import { type Decimal, type Exact, exact, formatExact, rounded, sum } from "../exact.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { remembered } from "../remembered.ts";
import { type Aspect, isPerSeat, type Scheme, type TrimmedAspect } from "../schemes/aspect.ts";
import { aspectsOf } from "../schemes/scheme.ts";
import { judge } from "./judgement.ts";
import { type Cell, cellSeat, entersMark, readMark } from "./mark.ts";
import { type TrimRule, trim } from "./trimmed.ts";
import { yieldOf } from "./yield.ts";

export type MarkingRules = Pick<SkillRules, "maxSpread" | "judgementSeats" | "trimmed" | "rounding">;
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

/** Seats whose marks one aspect waits for: none but the panel's one where it is not marked by seat. */
export const seatsOfAspect = (
  aspect: Aspect,
  rules: Pick<MarkingRules, "judgementSeats" | "trimmed">,
): number =>
  aspect.kind === "trimmed" ? trimRule(rules).seats : aspect.kind === "judgement" ? rules.judgementSeats : 0;

/** Five judges, all of them present, unless the skill says otherwise. */
export const trimRule = (rules: Pick<MarkingRules, "trimmed">): TrimRule =>
  rules.trimmed ?? { seats: 5, minJudges: 5 };

/** Where one aspect of one contestant stands; `cells` may hold other aspects too. */
export function aspectState(aspect: Aspect, cells: readonly Cell[], rules: MarkingRules): AspectState {
  return stateOf(
    aspect,
    cells.filter((cell) => cell.aspectId === aspect.id),
    rules,
  );
}

type Kept = { readonly rules: MarkingRules; readonly states: Map<string, AspectState> };
const kept = new WeakMap<Aspect, Kept>();

/**
 * The same where `own` holds this aspect's cells alone. Many people get the same few entries in an aspect, so its states are
 * kept by what was entered.
 */
function stateOf(aspect: Aspect, own: readonly Cell[], rules: MarkingRules): AspectState {
  const states = statesOf(aspect, rules);
  const key = entriesOf(own);
  const known = states.get(key);
  if (known) return known;
  if (states.size > 2000) states.clear();
  const worked = workOut(aspect, own, rules);
  states.set(key, worked);
  return worked;
}

function statesOf(aspect: Aspect, rules: MarkingRules): Map<string, AspectState> {
  const known = kept.get(aspect);
  if (known?.rules === rules) return known.states;
  const states = new Map<string, AspectState>();
  kept.set(aspect, { rules, states });
  return states;
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
    const now = judge(own, rules.judgementSeats, rules.maxSpread, aspect.max);
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
  const rule = trimRule(rules);
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

/** Where every aspect of the scheme stands for one contestant, from the contestant's cells. */
export const statesByAspect = remembered(
  (cells: readonly Cell[], scheme: Scheme, rules: MarkingRules): ReadonlyMap<string, AspectState> => {
    const byAspect = groupByAspect(cells);
    const states = new Map<string, AspectState>();
    for (const aspect of aspectsOf(scheme)) {
      states.set(aspect.id, stateOf(aspect, byAspect.get(aspect.id) ?? noCells, rules));
    }
    return states;
  },
);

const noCells: readonly Cell[] = [];

function groupByAspect(cells: readonly Cell[]): ReadonlyMap<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.aspectId);
    if (group) group.push(cell);
    else groups.set(cell.aspectId, [cell]);
  }
  return groups;
}

export type Entry = {
  readonly aspectId: string;
  readonly round: number;
  readonly value: string | null;
  readonly expectedVersion: number;
};
export type SheetContext = {
  readonly aspect: Aspect;
  /** The contestant's cells of this aspect. */
  readonly cells: readonly Cell[];
  readonly rules: MarkingRules;
  readonly seat: number;
  readonly stage: string;
  readonly contestantStatus: string;
  readonly locked: boolean;
};
export type Decided = {
  readonly seat: number;
  readonly round: number;
  readonly version: number;
  readonly value: Decimal | null;
};

/** Whether a seated judge may enter this now, and what it makes of the cell. Browser and server ask the same question. */
export function decideEntry(context: SheetContext, entry: Entry): Outcome<Decided> {
  const { aspect, cells, rules } = context;
  if (context.stage !== "scoring") return refuse("marking.not-open");
  if (context.contestantStatus !== "present") return refuse("marking.competitor-out");
  if (context.locked) return refuse("marking.sheet-locked");
  const value = readMark(aspect, entry.value);
  if (!value.ok) return value;
  const seat = cellSeat(aspect, context.seat);
  if (isPerSeat(aspect) && seat > seatsOfAspect(aspect, rules)) return refuse("marking.seat-ended");
  const now = aspectState(aspect, cells, rules);
  const current = cells.find((cell) => cell.seat === seat && cell.round === entry.round);
  if (cells.some((cell) => cell.missing && cell.seat === seat)) return refuse("marking.declared-missing");
  const version = current?.version ?? 0;
  if (version !== entry.expectedVersion) {
    return refuse("marking.stale", { theirs: current?.value ?? "", version });
  }
  if (isPerSeat(aspect) ? entry.round !== now.round || now.state === "agreed" : entry.round !== 1) {
    return refuse("marking.round-not-open", { round: now.round });
  }
  return ok({ seat, round: entry.round, version: version + 1, value: value.value });
}

export type Subtotal = { readonly marks: Exact; readonly agreed: number; readonly of: number };

/** The sum of what stands agreed among these aspects: a judgement counts only once all seats are in. */
export function subtotal(aspects: readonly Aspect[], cells: readonly Cell[], rules: MarkingRules): Subtotal {
  const marks = aspects
    .map((aspect) => aspectState(aspect, cells, rules).worth)
    .filter((worth) => worth !== null);
  return { marks: sum(marks), agreed: marks.length, of: aspects.length };
}

/** By code units: the order of a signed text must not depend on the language of the machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text whose hash a confirmation or signature binds: every cell of the sheet with its version and value. */
export const sheetContent = (cells: readonly Cell[]): string =>
  [...cells]
    .sort((a, b) => byText(a.aspectId, b.aspectId) || a.seat - b.seat || a.round - b.round)
    .map(
      (cell) =>
        `${cell.aspectId}/${cell.seat}/${cell.missing ? "missing" : `${cell.round}=${cell.value ?? ""}@${cell.version}`}`,
    )
    .join("\n");
