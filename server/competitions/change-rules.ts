// Changing the rules of a skill while it is being set up; its judging rules may come from a named set.
import { type SetRules, withSet } from "#domain/competitions/rule-set.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { fitTogether } from "#domain/results/composition.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { lockChain, record, skillChain } from "../ledger/record.ts";

type Organizer = Permit<"competitions.configure">;
export type ChangedRules = {
  readonly rules: SkillRules;
  readonly openBoard: boolean;
  /** The set whose judging rules replace those of `rules`; without one they are the skill's own. */
  readonly ruleSetId?: string | null;
};

/**
 * Changes the rules of a skill while it is being set up; afterwards they stand. Refuses rules that its locked scheme does not
 * fit, and a set of another competition.
 */
export async function changeRules(house: House, permit: Organizer, changed: ChangedRules): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  const ruleSetId = changed.ruleSetId ?? null;
  return inTransaction(house.database, async (tx) => {
    // The set before the chain: whoever changes a set takes them in this order too.
    const set = ruleSetId === null ? null : await sharedSet(tx, skillId, ruleSetId);
    if (ruleSetId !== null && !set) return refuse("input.not-found");
    await lockChain(tx, skillChain(skillId));
    const rules = set ? withSet(changed.rules, set) : changed.rules;
    const put = { rules, openBoard: changed.openBoard, ruleSetId };
    return putRules(house, tx, permit, skillId, put);
  });
}

/** The rules of a set of the skill's own competition, kept as they are until the transaction ends. */
async function sharedSet(tx: Transaction, skillId: string, ruleSetId: string): Promise<SetRules | undefined> {
  const [row] = await tx.query<{ rules: SetRules }>(
    `SELECT r.rules FROM rule_set r JOIN skill s ON s.competition_id = r.competition_id
     WHERE r.id = $1 AND s.id = $2 FOR SHARE OF r`,
    [ruleSetId, skillId],
  );
  return row?.rules;
}

/** Writes the rules of a skill whose chain is locked, with their ledger line; `openBoard` left out stays as it is. */
export async function putRules(
  house: House,
  tx: Transaction,
  permit: Organizer,
  skillId: string,
  put: { readonly rules: SkillRules; readonly openBoard?: boolean; readonly ruleSetId: string | null },
): Promise<Outcome> {
  const [locked] = await tx.query<{ content: Scheme }>(
    "SELECT v.content FROM skill s JOIN scheme_version v ON v.id = s.scheme_id WHERE s.id = $1",
    [skillId],
  );
  const fit = locked ? fitTogether(locked.content, put.rules) : ok();
  if (!fit.ok) return fit;
  const rows = await tx.query(
    `UPDATE skill SET rules = $2, rule_set_id = $3, open_board = coalesce($4, open_board)
     WHERE id = $1 AND stage = 'set-up' RETURNING id`,
    [skillId, JSON.stringify(put.rules), put.ruleSetId, put.openBoard ?? null],
  );
  if (rows.length === 0) return refuse("skill.step-not-open", { from: "set-up", to: "set-up" });
  // A draw committed under other rules would prove another field: it has to be committed again.
  const ended = await tx.query("DELETE FROM draw WHERE skill_id = $1 RETURNING skill_id", [skillId]);
  await record(tx, {
    chain: skillChain(skillId),
    deed: "rules-changed",
    payload: { ...put, ...(ended.length > 0 && { commitmentEnded: true }) },
    actor: permit.actor,
    at: house.clock.now(),
  });
  // Judges who follow the skill already are told by its panels what is theirs.
  tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
  return ok();
}
