// One view per audience of a skill: each is composed of what that audience may see, so there is nothing to hide later.

import type { SkillRules } from "../competitions/rules.ts";
import type { Stage } from "../competitions/skill.ts";
import { isSheetLocked, type Locks, lockedForAll, sheetId } from "../marking/lock.ts";
import { type Cell, type CellsByContestant, cellsOf } from "../marking/mark.ts";
import { type AspectState, statesByAspect } from "../marking/states.ts";
import { remembered } from "../remembered.ts";
import { aheadOf } from "../results/contest-stages.ts";
import { type Contestant, type Rulings, standings } from "../results/standings.ts";
import { tally } from "../results/totals.ts";
import { isPerSeat, type Scheme } from "../schemes/aspect.ts";
import { aspectsOf, plainSubcriteriaOf } from "../schemes/scheme.ts";
import { schemeHash } from "../schemes/scheme-hash.ts";
import { type DayState, dayOfOversight, dayOfPanel } from "./day.ts";
import type { View } from "./diff.ts";

/** Everything about the marking of one skill, as the server holds it. `confirmed` and `locked` are keys of sheets and sub-criteria. */
export type SkillState = {
  readonly skillId: string;
  readonly stage: Stage;
  readonly openBoard: boolean;
  readonly scheme: Scheme;
  readonly revised?: string;
  readonly rules: SkillRules;
  readonly contestants: readonly Contestant[];
  readonly cells: CellsByContestant;
  readonly confirmed: ReadonlySet<string>;
  /** Sheets whose two blind readings differ, with the aspects that do. */
  readonly differing: ReadonlyMap<string, readonly string[]>;
  /** Contestants with seats that a declared conflict left empty. */
  readonly vacant: ReadonlyMap<string, readonly number[]>;
  readonly day: DayState;
  /** Penalties and the committee's orders, as far as the marks may meet them. */
  readonly rulings: Rulings;
  /** Penalties by competition number, whose codes the seal hides: they are signed with the marks and count once it is open. */
  readonly sealedPenalties: readonly SealedPenalty[];
} & Locks;

export type SealedPenalty = {
  readonly id: string;
  readonly number: string;
  readonly level: string;
  readonly target: string | null;
  readonly amount: string | null;
};

const present = (state: SkillState): Contestant[] =>
  state.contestants.filter((one) => one.status === "present");

/** Public, always: how much is marked, and the stage. No code, no mark. */
export function progressView(state: SkillState): View {
  const ahead = aheadOf(state);
  const field = present(state).map((one) =>
    ahead.size === 0
      ? tally(state.scheme, cellsOf(state.cells, one.id), state.rules)
      : reached(state, one, ahead),
  );
  const of = field.reduce((sum, one) => sum + one.of, 0);
  const marked = field.reduce((sum, one) => sum + one.agreed, 0);
  return { progress: { marked, of, stage: state.stage } };
}

/** How much of the stages that somebody came through to is marked. */
function reached(
  { scheme, rules, cells }: SkillState,
  one: Contestant,
  ahead: ReadonlySet<string>,
): { readonly agreed: number; readonly of: number } {
  const states = statesByAspect(cellsOf(cells, one.id), scheme, rules);
  const own = plainSubcriteriaOf(scheme).filter((sub) => !ahead.has(sheetId(one.id, sub.id)));
  const aspects = own.flatMap((sub) => sub.aspects);
  const agreed = aspects.filter(({ id }) => states.get(id)!.state === "agreed").length;
  return { agreed, of: aspects.length };
}

/** The seated judges': every cell of the panel; a judgement only as a count until all seats are in. Codes alone. */
export function panelView(state: SkillState): View {
  const view: Record<string, unknown> = {
    stage: state.stage,
    // Tells an open sheet that the scheme it was drawn for has a new version.
    scheme: schemeHash(state.scheme).slice(0, 12),
    locked: [...state.locked].sort(),
    reopened: [...state.reopened].sort(),
    ...dayOfPanel(state.day),
  };
  const ahead = aheadOf(state);
  for (const one of state.contestants) {
    const later = plainSubcriteriaOf(state.scheme).filter((sub) => ahead.has(sheetId(one.id, sub.id)));
    if (later.length > 0) view[`ahead:${one.id}`] = later.map((sub) => sub.id);
    if (one.status !== "present") view[`out:${one.id}`] = one.status;
    const differs = plainSubcriteriaOf(state.scheme).flatMap(
      (sub) => state.differing.get(sheetId(one.id, sub.id)) ?? [],
    );
    if (differs.length > 0) view[`differ:${one.id}`] = differs;
    Object.assign(view, panelCells(one, cellsOf(state.cells, one.id), state.scheme, state.rules));
  }
  return view;
}

const panelCells = remembered(
  (one: Contestant, cells: readonly Cell[], scheme: Scheme, rules: SkillRules): View => {
    const states = statesByAspect(cells, scheme, rules);
    const versions = new Map(cells.map((cell) => [cell.aspectId, cell.version]));
    return Object.fromEntries(
      aspectsOf(scheme)
        .filter((aspect) => versions.has(aspect.id))
        .map((aspect) => {
          const { state, round, given, mark, entered, levels, marks } = states.get(aspect.id)!;
          const cell = isPerSeat(aspect)
            ? { state, round, given, mark, levels, ...(marks && { marks }) }
            : { state, value: entered, version: versions.get(aspect.id) };
          return [`${one.id}/${aspect.id}`, cell];
        }),
    );
  },
);

/**
 * The recorder's: the panel's. Where the second person keys the paper again unseen (`blind`) that person may be a recorder
 * too, so there it tells where marks stand and none of them.
 */
export function recorderView(state: SkillState): View {
  const view = panelView(state);
  if (state.rules.confirm !== "blind") return view;
  return Object.fromEntries(
    Object.entries(view).map(([key, told]) => [
      key,
      key.includes("/") ? { ...(told as View), ...unseen(told as View) } : told,
    ]),
  );
}

const unseen = (cell: View): View => ("levels" in cell ? { mark: null, levels: null } : { value: null });

export type SheetTile = {
  /** `ahead`: of a stage that the contestant has not come through to. */
  readonly state:
    | "none"
    | "progress"
    | "awaiting"
    | "differ"
    | "confirmed"
    | "disagree"
    | "locked"
    | "out"
    | "ahead";
  readonly done: number;
  readonly of: number;
};

/** The chief judge's: a tile for every sheet, and totals with ranks by code. */
export function oversightView(state: SkillState): View {
  const { scheme, rules, confirmed, differing } = state;
  const view: Record<string, unknown> = {
    stage: state.stage,
    locked: lockedForAll(scheme, state).sort(),
    ...dayOfOversight(state.day),
  };
  for (const one of state.contestants) {
    Object.assign(
      view,
      tiles(
        one,
        cellsOf(state.cells, one.id),
        scheme,
        rules,
        state.locked,
        state.reopened,
        confirmed,
        differing,
      ),
    );
  }
  for (const id of aheadOf(state)) {
    const { done, of } = view[`sheet:${id}`] as SheetTile;
    view[`sheet:${id}`] = { state: "ahead", done, of } satisfies SheetTile;
  }
  for (const [id, seats] of state.vacant) view[`vacant:${id}`] = seats;
  for (const row of standings(scheme, rules, state.contestants, state.cells, state.rulings)) {
    view[`total:${row.contestantId}`] = { rank: row.rank, total: row.total, status: row.status };
  }
  return view;
}

const tiles = remembered(
  (
    one: Contestant,
    cells: readonly Cell[],
    scheme: Scheme,
    rules: SkillRules,
    locked: ReadonlySet<string>,
    reopened: ReadonlySet<string>,
    confirmed: ReadonlySet<string>,
    differing: ReadonlyMap<string, readonly string[]>,
  ): View => {
    const states = statesByAspect(cells, scheme, rules);
    return Object.fromEntries(
      plainSubcriteriaOf(scheme).map((sub) => {
        const id = sheetId(one.id, sub.id);
        const of = sub.aspects.map((aspect) => states.get(aspect.id)!);
        return [
          `sheet:${id}`,
          tile(one, of, {
            locked: isSheetLocked({ locked, reopened }, one.id, sub.id),
            settled: rules.confirm === "none" || confirmed.has(id),
            differs: differing.has(id),
          }),
        ];
      }),
    );
  },
);

function tile(
  one: Contestant,
  states: readonly AspectState[],
  is: { readonly locked: boolean; readonly settled: boolean; readonly differs: boolean },
): SheetTile {
  const done = states.filter((aspect) => aspect.state === "agreed").length;
  const counted = { done, of: states.length };
  if (one.status !== "present") return { state: "out", ...counted };
  if (is.locked) return { state: "locked", ...counted };
  if (states.some((aspect) => aspect.state === "disagreeing")) return { state: "disagree", ...counted };
  if (done < counted.of)
    return { state: states.every((aspect) => aspect.state === "unset") ? "none" : "progress", ...counted };
  if (is.settled) return { state: "confirmed", ...counted };
  return { state: is.differs ? "differ" : "awaiting", ...counted };
}
