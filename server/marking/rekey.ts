// Blind confirmation (confirm: blind): a second person keys the sheet again; equal readings confirm it, others go back to both.
import { cellsOf } from "#domain/marking/mark.ts";
import { compareKeyed, type Keyed } from "#domain/marking/rekey.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { sheetProblem } from "./close-sheet.ts";
import { loadSkillState, sheetHash } from "./load-skill.ts";

export type SheetToKey = {
  readonly contestantId: string;
  readonly subcriterionId: string;
  /** What the page was drawn for; a sheet that changed since is keyed anew. */
  readonly seenHash: string;
  readonly keyed: Keyed;
};

/**
 * Compares what the second person keyed with what stands and answers the aspects that differ, never either reading.
 * None: the sheet is confirmed. Who entered any of it is refused (four eyes, held by the database too).
 */
export async function rekeySheet(
  house: House,
  permit: Permit<"marking.confirm">,
  sheet: SheetToKey,
): Promise<Outcome<{ readonly differing: readonly string[] }>> {
  let differing: readonly string[] = [];
  const { contestantId, subcriterionId } = sheet;
  const done = await inSkill(house, permit, "sheet-keyed-blind", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const place = findSubCriterion(state.scheme, subcriterionId);
    if (!place || !state.contestants.some((one) => one.id === contestantId)) return refuse("input.not-found");
    if (state.stage !== "scoring") return refuse("marking.not-open");
    if (state.rules.confirm !== "blind" || sheetProblem(state, contestantId, subcriterionId))
      return refuse("marking.nothing-to-confirm");
    const { aspects } = place.subcriterion;
    const ids = aspects.map((aspect) => aspect.id);
    const me = permit.actor.accountId;
    const [own] = await tx.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM mark_revision WHERE contestant_id = $1 AND aspect_id = ANY($2) AND entered_by = $3",
      [contestantId, ids, me],
    );
    if (own!.n > 0) return refuse("marking.confirmer-entered");
    const cells = cellsOf(state.cells, contestantId);
    const hash = sheetHash(cells, new Set(ids));
    if (sheet.seenHash !== hash) return refuse("marking.sheet-changed");
    const compared = compareKeyed(aspects, cells, state.rules, sheet.keyed);
    if (!compared.ok) return compared;
    differing = compared.value;
    const now = house.clock.now();
    await tx.query(
      `INSERT INTO blind_entry (skill_id, contestant_id, subcriterion_id, sheet_hash, differing, entered_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [skillId, contestantId, subcriterionId, hash, differing, me, now],
    );
    if (differing.length === 0) {
      await tx.query(
        `INSERT INTO sheet_confirmation (skill_id, contestant_id, subcriterion_id, sheet_hash, confirmed_by, at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [skillId, contestantId, subcriterionId, hash, me, now],
      );
    }
    return ok({ contestantId, subcriterionId, hash, differing });
  });
  return done.ok ? ok({ differing }) : done;
}
