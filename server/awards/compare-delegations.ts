// Delegations over the published results: the ranking that everybody reads, and what an organizer compares besides.
import { bestOfDelegations, delegationResults, honouredCoaches } from "#domain/awards/delegation-results.ts";
import { delegationOrder } from "#domain/awards/delegations.ts";
import type { Permit } from "../access/proofs.ts";
import { inSnapshot } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { publishedOf } from "./published-skills.ts";

/** The ranking by the method that was fixed before the start, empty before any result is published; null for a draft. */
export const readDelegationRanking = (house: House, competitionId: string) =>
  inSnapshot(house.database, async (sql) => {
    const found = await publishedOf(sql, competitionId);
    if (!found || found.competition.state === "draft") return null;
    const { competition, teams, skills, published, of } = found;
    const { id, name, method } = competition;
    const ranking = published > 0 ? delegationOrder(delegationResults(teams, skills), method) : [];
    return { competition: { id, name }, method, published, of, ranking };
  });

/** The same results for the organizer: what each delegation won, its best on the scale of 700, the coaches to honour. */
export const readComparisons = (house: House, permit: Permit<"competitions.configure">) =>
  inSnapshot(house.database, async (sql) => {
    const found = (await publishedOf(sql, permit.scope.competitionId!))!;
    const { competition, teams, skills } = found;
    return {
      ...found,
      results: delegationResults(teams, skills),
      best: bestOfDelegations(teams, skills),
      coaches: honouredCoaches(skills, competition.coachRanks),
    };
  });
