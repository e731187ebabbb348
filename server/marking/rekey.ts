// Blind confirmation (confirm: blind): a second person keys the sheet again; equal readings confirm it, others go back to both.
import { compareKeyed, type Keyed, type LastReading, leftToKey } from "#domain/marking/rekey.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { skillChain } from "../ledger/record.ts";
import { loadSkillState } from "./load-skill.ts";
import { lookAgain, recordConfirmation, type SheetPlace } from "./second-look.ts";

export type SheetToKey = SheetPlace & {
  /** What the page was drawn for; a sheet that changed since is keyed anew. */
  readonly seenHash: string;
  readonly keyed: Keyed;
};

/**
 * The newest blind reading of a sheet by this person, and where it stands in the chain: the order there tells what was
 * entered after it.
 */
export async function lastReading(
  sql: Sql,
  permit: Permit<"marking.confirm">,
  { contestantId, subcriterionId }: SheetPlace,
): Promise<(LastReading & { readonly seq: number }) | null> {
  const [last] = await sql.query<LastReading & { seq: number }>(
    `SELECT l.seq, l.payload->'differing' AS differing,
       ARRAY(SELECT DISTINCT aspect_id FROM mark_revision m WHERE m.contestant_id = $2::uuid AND m.ledger_seq > l.seq) AS entered
     FROM ledger_line l WHERE l.chain = $1 AND l.deed = 'sheet-keyed-blind' AND l.actor_id = $4
       AND l.payload->>'contestantId' = $2::uuid::text AND l.payload->>'subcriterionId' = $3
     ORDER BY l.seq DESC LIMIT 1`,
    [skillChain(permit.scope.skillId!), contestantId, subcriterionId, permit.actor.accountId],
  );
  return last ?? null;
}

/**
 * Compares what the second person keyed with what stands and answers the aspects that differ, never either reading.
 * What agreed in their own reading before and stands unchanged is not asked again. None: the sheet is confirmed. Who entered any of it is refused (four eyes, held by the database too).
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
    const looked = await lookAgain(tx, permit, state, sheet);
    if (!looked.ok) return looked;
    if (state.rules.confirm !== "blind") return refuse("marking.nothing-to-confirm");
    const { aspects, cells, hash } = looked.value;
    if (sheet.seenHash !== hash) return refuse("marking.sheet-changed");
    const left = leftToKey(aspects, await lastReading(tx, permit, sheet));
    const compared = compareKeyed(left, cells, state.rules, sheet.keyed);
    if (!compared.ok) return compared;
    differing = compared.value;
    const now = house.clock.now();
    await tx.query(
      `INSERT INTO blind_entry (skill_id, contestant_id, subcriterion_id, sheet_hash, differing, entered_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [skillId, contestantId, subcriterionId, hash, differing, permit.actor.accountId, now],
    );
    if (differing.length === 0) await recordConfirmation(tx, permit, sheet, hash, now);
    return ok({ contestantId, subcriterionId, hash, differing });
  });
  return done.ok ? ok({ differing }) : done;
}
