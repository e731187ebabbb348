// Changing the rules of a skill while it is being set up; its judging rules may come from a named set.
import { type SetRules, withSet } from "#domain/competitions/rule-set.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { rulesHash } from "#domain/competitions/rules-hash.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { fitTogether } from "#domain/results/misfits.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { lockChain, skillChain } from "../ledger/record.ts";
import { writeRules } from "./write-rules.ts";

type Organizer = Permit<"competitions.configure">;
export type ChangedRules = {
  readonly rules: SkillRules;
  readonly openBoard: boolean;
  /** The set whose judging rules replace those of `rules`; without one they are the skill's own. */
  readonly ruleSetId?: string | null;
};

/**
 * Changes the rules of a skill while it is being set up; afterwards they stand. Refuses rules that its locked scheme does not
 * fit, and a set of another competition. With `seenHash` (`rulesHash` of what the form was filled in over) it is refused once
 * the rules are others: whole rules written over them would take back what somebody else, or a renumbered scheme, changed.
 */
export async function changeRules(
  house: House,
  permit: Organizer,
  changed: ChangedRules,
  seenHash?: string,
): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  const ruleSetId = changed.ruleSetId ?? null;
  return inTransaction(house.database, async (tx) => {
    // The set before the chain: whoever changes a set takes them in this order too.
    const set = ruleSetId === null ? null : await sharedSet(tx, skillId, ruleSetId);
    if (ruleSetId !== null && !set) return refuse("input.not-found");
    await lockChain(tx, skillChain(skillId));
    if (seenHash !== undefined && seenHash !== (await hashOfStanding(tx, skillId)))
      return refuse("skill.rules-changed-meanwhile");
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

async function hashOfStanding(tx: Transaction, skillId: string): Promise<string> {
  const [row] = await tx.query<{ rules: SkillRules; openBoard: boolean; ruleSetId: string | null }>(
    `SELECT rules, open_board AS "openBoard", rule_set_id AS "ruleSetId" FROM skill WHERE id = $1`,
    [skillId],
  );
  return rulesHash(row!);
}

/** Puts rules into a skill being set up whose chain is locked, where its locked scheme fits them; `openBoard` left out stays. */
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
  const [skill] = await tx.query<{ stage: string }>("SELECT stage FROM skill WHERE id = $1", [skillId]);
  if (skill?.stage !== "set-up") return refuse("skill.step-not-open", { from: "set-up", to: "set-up" });
  // A draw committed under other rules would prove another field: it has to be committed again.
  const ended = await tx.query("DELETE FROM draw WHERE skill_id = $1 RETURNING skill_id", [skillId]);
  await writeRules(house, tx, permit, skillId, put, ended.length > 0 ? { commitmentEnded: true } : {});
  return ok();
}
