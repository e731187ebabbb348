// The one place where the rules of a skill are written: with their ledger line, and announced after the commit.
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Permit } from "../access/proofs.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { record, skillChain } from "../ledger/record.ts";

export type WrittenRules = {
  readonly rules: SkillRules;
  /** Left out it stays as it is. */
  readonly openBoard?: boolean;
  /** Left out it stays as it is; null: the judging rules are the skill's own. */
  readonly ruleSetId?: string | null;
};

/**
 * Writes the rules of a skill whose chain is locked; whether they may change is the caller's question. `why` goes into the
 * ledger beside them.
 */
export async function writeRules(
  house: House,
  tx: Transaction,
  permit: Permit<"competitions.configure" | "schemes.edit" | "marking.oversee">,
  skillId: string,
  written: WrittenRules,
  why: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { rules, openBoard = null, ruleSetId } = written;
  await tx.query(
    `UPDATE skill SET rules = $2, open_board = coalesce($3, open_board),
       rule_set_id = CASE WHEN $4 THEN $5::uuid ELSE rule_set_id END WHERE id = $1`,
    [skillId, JSON.stringify(rules), openBoard, ruleSetId !== undefined, ruleSetId ?? null],
  );
  await record(tx, {
    chain: skillChain(skillId),
    deed: "rules-changed",
    payload: { ...written, ...why },
    actor: permit.actor,
    at: house.clock.now(),
  });
  // Judges who follow the skill already are told by its panels what is theirs.
  tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
}
