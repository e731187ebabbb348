// What every second look at a sheet begins with: the sheet complete, its looker another than whoever entered any of it.
import type { Stage } from "#domain/competitions/skill.ts";
import type { SkillState } from "#domain/live/views.ts";
import { type Cell, cellsOf } from "#domain/marking/mark.ts";
import { aspectState } from "#domain/marking/states.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import type { Permit } from "../access/proofs.ts";
import type { Transaction } from "../database/transaction.ts";
import { sheetHash } from "./load-skill.ts";
import { loadStandIns } from "./stand-ins.ts";

export type SheetPlace = { readonly contestantId: string; readonly subcriterionId: string };
export type Looked = {
  readonly aspects: readonly Aspect[];
  readonly cells: readonly Cell[];
  /** What the look binds: the sheet as it stands now. */
  readonly hash: string;
};

/** The sheet as a second person may look at it now; four eyes are held by the database too. */
export async function lookAgain(
  tx: Transaction,
  permit: Permit<"marking.confirm">,
  state: SkillState,
  { contestantId, subcriterionId }: SheetPlace,
  during: Stage = "scoring",
): Promise<Outcome<Looked>> {
  const place = findSubCriterion(state.scheme, subcriterionId);
  if (!place || !state.contestants.some((one) => one.id === contestantId)) return refuse("input.not-found");
  if (state.stage !== during) return refuse("marking.not-open");
  if (sheetProblem(state, contestantId, subcriterionId)) return refuse("marking.nothing-to-confirm");
  const { aspects } = place.subcriterion;
  const ids = aspects.map((aspect) => aspect.id);
  const [own] = await tx.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM mark_revision WHERE contestant_id = $1 AND aspect_id = ANY($2) AND entered_by = $3",
    [contestantId, ids, permit.actor.accountId],
  );
  if (own!.n > 0) return refuse("marking.confirmer-entered");
  const { conflicts } = await loadStandIns(tx, state.skillId);
  if (conflicts.some((one) => one.contestantId === contestantId && one.accountId === permit.actor.accountId))
    return refuse("marking.conflict-declared");
  const cells = cellsOf(state.cells, contestantId);
  return ok({ aspects, cells, hash: sheetHash(cells, new Set(ids)) });
}

/** Records that the looker found the sheet right; said twice it is one. */
export async function recordConfirmation(
  tx: Transaction,
  permit: Permit<"marking.confirm">,
  { contestantId, subcriterionId }: SheetPlace,
  hash: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO sheet_confirmation (skill_id, contestant_id, subcriterion_id, sheet_hash, confirmed_by, at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [permit.scope.skillId, contestantId, subcriterionId, hash, permit.actor.accountId, at],
  );
}

/** What keeps a sheet from being confirmed and locked; null when every aspect is agreed. */
export function sheetProblem(
  state: SkillState,
  contestantId: string,
  subcriterionId: string,
): "marking.lock-disagreeing" | "marking.lock-incomplete" | null {
  const cells = cellsOf(state.cells, contestantId);
  const { aspects } = findSubCriterion(state.scheme, subcriterionId)!.subcriterion;
  const states = aspects.map((aspect) => aspectState(aspect, cells, state.rules).state);
  if (states.includes("disagreeing")) return "marking.lock-disagreeing";
  return states.every((one) => one === "agreed") ? null : "marking.lock-incomplete";
}
