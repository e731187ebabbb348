// How a competition ranks its delegations and whose coaches it honours: three methods give three winners, so both are fixed
// before the start (domain.md section 5).
import type { DelegationMethod } from "#domain/awards/delegations.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { competitionChain, lockChain, record } from "../ledger/record.ts";

export type DelegationRules = {
  readonly method: DelegationMethod;
  /** Coaches of everybody ranked up to this are honoured; 0 honours none. */
  readonly coachRanks: number;
};

/** Changes both; refused once a skill has been drawn or the competition is over. A draw locks the same chain first. */
export async function setDelegationRules(
  house: House,
  permit: Permit<"competitions.configure">,
  to: DelegationRules,
): Promise<Outcome> {
  const competitionId = permit.scope.competitionId!;
  const chain = competitionChain(competitionId);
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, chain);
    const changed = await tx.query(
      `UPDATE competition c SET delegation_method = $2, coach_ranks = $3
       WHERE id = $1 AND state NOT IN ('closed', 'archived')
         AND NOT EXISTS (SELECT 1 FROM skill s WHERE s.competition_id = c.id AND s.stage <> 'set-up') RETURNING id`,
      [competitionId, to.method, to.coachRanks],
    );
    if (changed.length === 0) return refuse("competition.ranking-fixed");
    await record(tx, {
      chain,
      deed: "delegation-rules-set",
      payload: { ...to },
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();
  });
}
