// The open board (实时榜): places over what is locked. Where nothing was coded it ends at the places of the result.

import type { SkillRules } from "../competitions/rules.ts";
import { hasReached } from "../competitions/skill.ts";
import { formatExact, sum } from "../exact.ts";
import { lockedForAll, sheetId } from "../marking/lock.ts";
import { type Cell, cellsOf } from "../marking/mark.ts";
import { statesByAspect } from "../marking/states.ts";
import { remembered } from "../remembered.ts";
import { aheadOf, stagesSoFar } from "../results/contest-stages.ts";
import { placesOf } from "../results/marked.ts";
import { rank } from "../results/ranking.ts";
import { byLastStage, type Contestant, type Standing } from "../results/standings.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { plainSubcriteriaOf, subcriteriaOf } from "../schemes/scheme.ts";
import type { View } from "./diff.ts";
import type { SkillState } from "./views.ts";

type Place = Pick<Standing, "code" | "rank" | "total" | "status">;

/**
 * Public, an open board only; empty for any other skill. Places by the sums of the sub-criteria that are locked for everybody;
 * by the rules of a skill without coding (weights, vetoes, ties, stages) once all of it, or of the stages so far, is locked. What
 * was coded has its places from the announcement, not from here.
 */
export function boardView(state: SkillState): View {
  const coded = state.rules.codingLayers > 0 && !hasReached(state.stage, "decoded");
  if (!state.openBoard || coded) return {};
  const open = lockedForAll(state.scheme, state);
  const of = subcriteriaOf(state.scheme).length;
  const view: Record<string, unknown> = { locked: { done: open.length, of } };
  if (open.length === 0) return view;
  const places = state.rules.codingLayers > 0 ? null : ruledPlaces(state, open);
  for (const { code, rank, total, status } of places ?? summedPlaces(state, open)) {
    view[`row:${code}`] = { rank, total, status };
  }
  return view;
}

/** Null while something of the skill, or of its first stage, is not locked. */
function ruledPlaces(state: SkillState, open: readonly string[]): readonly Place[] | null {
  const stages = stagesSoFar(state);
  if (stages.length === 0) return open.length === subcriteriaOf(state.scheme).length ? placesOf(state) : null;
  const going = stages.findIndex(({ criteria }) =>
    criteria.some(({ subcriteria }) => subcriteria.some(({ id }) => !open.includes(id))),
  );
  const locked = going < 0 ? stages : stages.slice(0, going);
  return locked.length > 0 ? byLastStage(locked) : null;
}

function summedPlaces(state: SkillState, open: readonly string[]): Place[] {
  const ahead = aheadOf(state);
  const openTo = ({ id }: Contestant): string => open.filter((sub) => !ahead.has(sheetId(id, sub))).join();
  const field = state.contestants.map((one) => ({
    code: one.code,
    status: one.status,
    total: lockedTotal(one, cellsOf(state.cells, one.id), state.scheme, state.rules, openTo(one)),
    ties: [],
  }));
  return rank(field).map((row) => ({ ...row, total: row.total && formatExact(row.total) }));
}

/** The sum over the locked sub-criteria; null while a mark of them is open again. */
const lockedTotal = remembered(
  (_of: Contestant, cells: readonly Cell[], scheme: Scheme, rules: SkillRules, locked: string) => {
    const open = new Set(locked.split(","));
    const states = statesByAspect(cells, scheme, rules);
    const marks = plainSubcriteriaOf(scheme)
      .filter(({ id }) => open.has(id))
      .flatMap(({ aspects }) => aspects.map((aspect) => states.get(aspect.id)!.worth));
    const given = marks.filter((worth) => worth !== null);
    return given.length === marks.length ? sum(given) : null;
  },
);
