// One deed in a skill: its chain is locked first, the deed is recorded with it, the change announced after commit.
import { type Outcome, ok } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { lockChain, record, skillChain } from "./record.ts";

export type Payload = Readonly<Record<string, unknown>>;

/** Runs `work` under the lock of the permit's skill; what it answers is the payload of the ledger line. A refusal must come before any write. */
export async function inSkill(
  house: House,
  permit: Permit,
  deed: string,
  work: (tx: Transaction, skillId: string) => Promise<Outcome<Payload>>,
): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, skillChain(skillId));
    const done = await work(tx, skillId);
    if (!done.ok) return done;
    await record(tx, {
      chain: skillChain(skillId),
      deed,
      payload: done.value,
      actor: permit.actor,
      at: house.clock.now(),
    });
    tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
    return ok();
  });
}
