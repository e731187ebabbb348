// Whose sheets are open in a contest held in stages (初赛、决赛): the one rule behind desks, wall, papers and every entry.
import type { SkillRules } from "../competitions/rules.ts";
import { sheetId } from "../marking/lock.ts";
import type { CellsByContestant } from "../marking/mark.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { remembered } from "../remembered.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { findSubCriterion } from "../schemes/scheme.ts";
import type { Marked } from "./marked.ts";
import { type Contestant, type Rulings, type StandingStage, stagesOf } from "./standings.ts";

const stagesNow = remembered(
  (
    cells: CellsByContestant,
    scheme: Scheme,
    rules: SkillRules,
    contestants: readonly Contestant[],
    rulings: Rulings,
  ): readonly StandingStage[] => stagesOf(scheme, rules, contestants, cells, rulings),
);

/** The stages as they stand; none where the skill has no stages. */
export const stagesSoFar = ({
  scheme,
  rules,
  contestants,
  cells,
  rulings,
}: Marked): readonly StandingStage[] =>
  rules.contestStages?.length ? stagesNow(cells, scheme, rules, contestants, rulings) : [];

const none: ReadonlySet<string> = new Set();
const allAhead = remembered(
  (stages: readonly StandingStage[], contestants: readonly Contestant[]): ReadonlySet<string> => {
    const ahead = new Set<string>();
    for (const { criteria, rows } of stages.slice(1)) {
      const through = new Set(rows.map((row) => row.contestantId));
      const subs = criteria.flatMap((one) => one.subcriteria);
      for (const { id } of contestants.filter((one) => !through.has(one.id)))
        for (const sub of subs) ahead.add(sheetId(id, sub.id));
    }
    return ahead;
  },
);

/**
 * The sheets (as `sheetId`) of later stages whose contestant has not come through to them: nobody sees them, nothing waits for
 * them. Ties at the line come through; nobody does before everybody present in the stage before is complete. Empty where the
 * skill has no stages.
 */
export function aheadOf(state: Marked): ReadonlySet<string> {
  const stages = stagesSoFar(state);
  return stages.length === 0 ? none : allAhead(stages, state.contestants);
}

/** The stage that a sub-criterion belongs to; undefined where the skill has none. */
export function stageOfSheet(state: Marked, subcriterionId: string): StandingStage | undefined {
  const criterion = findSubCriterion(state.scheme, subcriterionId)?.criterion.id;
  return stagesSoFar(state).find(({ criteria }) => criteria.some(({ id }) => id === criterion));
}

/** Refuses a sheet of a stage that has not begun, and one of somebody who did not come through to it. */
export function isReached(state: Marked, contestantId: string, subcriterionId: string): Outcome {
  if (!aheadOf(state).has(sheetId(contestantId, subcriterionId))) return ok();
  const stage = stageOfSheet(state, subcriterionId)!;
  if (!stage.begun) return refuse("marking.stage-not-begun", { stage: stage.name });
  const code = state.contestants.find((one) => one.id === contestantId)?.code ?? "";
  return refuse("marking.stage-ahead", { stage: stage.name, code });
}
