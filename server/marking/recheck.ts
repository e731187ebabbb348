// Recheck before the first signature: the sampled sheets by code, one of them to compare with the paper, and what was found.
import { cellsOf } from "#domain/marking/mark.ts";
import { foundAt, mayFindRight } from "#domain/marking/recheck.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadRecheck } from "./load-recheck.ts";
import { loadSkillState } from "./load-skill.ts";
import { reasonsOf, writtenMarks } from "./overview.ts";
import { lookAgain, type SheetPlace } from "./second-look.ts";

/** The rule, the seed and every sheet of the sample by code; null where the skill rechecks nothing or marking goes on. */
export async function readRecheck(house: House, permit: Permit<"marking.confirm">) {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const recheck = state.stage === "scoring" ? null : await loadRecheck(house.database, state);
  if (!recheck) return null;
  const codes = new Map(state.contestants.map((one) => [one.id, one.code]));
  const sheets = recheck.sheets
    .map((one) => ({ ...one, code: codes.get(one.contestantId)! }))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const { looks: _, ...standing } = recheck;
  return { ...standing, sheets, rule: state.rules.recheck!, isOpen: state.stage === "complete" };
}

/** One sheet with its marks, to be compared with what the judges wrote. */
export async function readSheetToRecheck(
  house: House,
  permit: Permit<"marking.confirm">,
  { contestantId, subcriterionId }: SheetPlace,
) {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const { subcriterion } = findSubCriterion(state.scheme, subcriterionId)!;
  return {
    subcriterion,
    marks: writtenMarks(subcriterion.aspects, cellsOf(state.cells, contestantId), state.rules),
    reasons: await reasonsOf(house.database, contestantId, subcriterion.aspects),
  };
}

export type RecheckedSheet = SheetPlace & {
  /** What the page was drawn for; a sheet that changed since is looked at anew. */
  readonly seenHash: string;
  /** Aspects whose mark is not what the judges wrote; none: the sheet is right. */
  readonly differing: readonly string[];
};

/** Records what a look found. Who entered any of the sheet is refused (four eyes, held by the database too). */
export async function recheckSheet(
  house: House,
  permit: Permit<"marking.confirm">,
  sheet: RecheckedSheet,
): Promise<Outcome> {
  const { contestantId, subcriterionId, seenHash } = sheet;
  return inSkill(house, permit, "sheet-rechecked", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const looked = await lookAgain(tx, permit, state, sheet, "complete");
    if (!looked.ok) return looked;
    const { aspects, hash } = looked.value;
    if (seenHash !== hash) return refuse("marking.sheet-changed");
    const recheck = await loadRecheck(tx, state);
    const sampled = recheck?.sheets.some(
      (one) => one.contestantId === contestantId && one.subcriterionId === subcriterionId,
    );
    if (!recheck || !sampled) return refuse("marking.not-sampled");
    const known = aspects.map((aspect) => aspect.id);
    if (sheet.differing.some((id) => !known.includes(id))) return refuse("marking.unknown-aspect");
    const differing = known.filter((id) => sheet.differing.includes(id));
    const { accountId } = permit.actor;
    const content = { contestantId, subcriterionId, hash };
    const last = foundAt(recheck.looks, content);
    if (last?.by === accountId && last.differing.join() === differing.join())
      return refuse("marking.recheck-recorded");
    if (differing.length === 0 && !mayFindRight(recheck.looks, content, accountId))
      return refuse("marking.recheck-by-another");
    await tx.query(
      `INSERT INTO recheck_look (skill_id, contestant_id, subcriterion_id, sheet_hash, differing, checked_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [skillId, contestantId, subcriterionId, hash, differing, accountId, house.clock.now()],
    );
    return ok({ contestantId, subcriterionId, hash, differing });
  });
}
