// One view per audience of a skill: each is composed of what that audience may see, so there is nothing to hide later.
import { hasReached, type SkillRules, type Stage } from "../competitions/skill.ts";
import { formatExact } from "../exact.ts";
import type { Cell } from "../marking/mark.ts";
import { aspectState } from "../marking/sheet.ts";
import { rank } from "../results/ranking.ts";
import { byOwner, type Contestant, standings } from "../results/standings.ts";
import { groupByAspect, tally } from "../results/totals.ts";
import { isPerSeat, type Scheme, type SubCriterion } from "../schemes/aspect.ts";
import type { View } from "./diff.ts";

/** Everything about the marking of one skill, as the server holds it. `confirmed` and `locked` are keys of sheets and sub-criteria. */
export type SkillState = {
  readonly skillId: string;
  readonly stage: Stage;
  readonly openBoard: boolean;
  readonly scheme: Scheme;
  readonly rules: SkillRules;
  readonly contestants: readonly Contestant[];
  readonly cells: readonly Cell[];
  readonly confirmed: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
};

export const sheetId = (contestantId: string, subcriterionId: string): string =>
  `${contestantId}~${subcriterionId}`;
const subcriteria = (scheme: Scheme): SubCriterion[] =>
  scheme.criteria.flatMap((criterion) => [...criterion.subcriteria]);
const present = (state: SkillState): Contestant[] =>
  state.contestants.filter((one) => one.status === "present");

/** Public, always: how much is marked, and the stage. No code, no mark. */
export function progressView(state: SkillState): View {
  const cells = byOwner(state.cells);
  const field = present(state).map((one) => tally(state.scheme, cells.get(one.id) ?? [], state.rules));
  const of = field.reduce((sum, one) => sum + one.of, 0);
  const marked = field.reduce((sum, one) => sum + one.agreed, 0);
  return { progress: { marked, of, stage: state.stage } };
}

/** Public, an open board only: totals over the sub-criteria locked for everybody; empty for any other skill. */
export function boardView(state: SkillState): View {
  const coded = state.rules.codingLayers > 0 && !hasReached(state.stage, "decoded");
  if (!state.openBoard || coded) return {};
  const subs = subcriteria(state.scheme);
  const open = subs.filter((sub) => state.locked.has(sub.id));
  const view: Record<string, unknown> = { locked: { done: open.length, of: subs.length } };
  const partial: Scheme = {
    total: state.scheme.total,
    criteria: [{ id: "*", name: "", max: "0", subcriteria: open }],
  };
  if (open.length === 0) return view;
  const cells = byOwner(state.cells);
  const field = state.contestants.map((one) => ({
    code: one.code,
    status: one.status,
    total: tally(partial, cells.get(one.id) ?? [], state.rules).total,
    ties: [],
  }));
  for (const row of rank(field)) {
    view[`row:${row.code}`] = {
      rank: row.rank,
      total: row.total ? formatExact(row.total) : null,
      status: row.status,
    };
  }
  return view;
}

/** The seated judges': every cell of the panel; a judgement only as a count until all seats are in. Codes alone. */
export function panelView(state: SkillState): View {
  const view: Record<string, unknown> = { stage: state.stage, locked: [...state.locked].sort() };
  const owned = byOwner(state.cells);
  for (const one of state.contestants) {
    if (one.status !== "present") view[`out:${one.id}`] = one.status;
    const byAspect = groupByAspect(owned.get(one.id) ?? []);
    for (const sub of subcriteria(state.scheme)) {
      for (const aspect of sub.aspects) {
        const cells = byAspect.get(aspect.id);
        if (!cells) continue;
        const { state: at, round, given, mark, levels } = aspectState(aspect, cells, state.rules);
        const cell = isPerSeat(aspect)
          ? { state: at, round, given, mark, levels }
          : { state: at, mark, version: cells[0]!.version };
        view[`${one.id}/${aspect.id}`] = cell;
      }
    }
  }
  return view;
}

export type SheetTile = {
  readonly state: "none" | "progress" | "awaiting" | "confirmed" | "disagree" | "locked" | "out";
  readonly done: number;
  readonly of: number;
};

/** The chief judge's: a tile for every sheet, and totals with ranks by code. */
export function oversightView(state: SkillState): View {
  const view: Record<string, unknown> = { stage: state.stage, locked: [...state.locked].sort() };
  const owned = byOwner(state.cells);
  for (const one of state.contestants) {
    const byAspect = groupByAspect(owned.get(one.id) ?? []);
    for (const sub of subcriteria(state.scheme)) {
      view[`sheet:${sheetId(one.id, sub.id)}`] = tile(state, one, sub, byAspect);
    }
  }
  for (const row of standings(state.scheme, state.rules, state.contestants, state.cells)) {
    view[`total:${row.contestantId}`] = { rank: row.rank, total: row.total, status: row.status };
  }
  return view;
}

function tile(
  state: SkillState,
  one: Contestant,
  sub: SubCriterion,
  cells: ReadonlyMap<string, Cell[]>,
): SheetTile {
  const states = sub.aspects.map((aspect) => aspectState(aspect, cells.get(aspect.id) ?? [], state.rules));
  const done = states.filter((aspect) => aspect.state === "agreed").length;
  const counted = { done, of: sub.aspects.length };
  if (one.status !== "present") return { state: "out", ...counted };
  if (state.locked.has(sub.id)) return { state: "locked", ...counted };
  if (states.some((aspect) => aspect.state === "disagreeing")) return { state: "disagree", ...counted };
  if (done < counted.of)
    return { state: states.every((aspect) => aspect.state === "unset") ? "none" : "progress", ...counted };
  const settled = state.rules.confirm === "none" || state.confirmed.has(sheetId(one.id, sub.id));
  return { state: settled ? "confirmed" : "awaiting", ...counted };
}
