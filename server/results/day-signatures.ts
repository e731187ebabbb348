// Signing the mark summary of a day: every judge over the exact content they saw, with the password once more; who is
// missing keeps the chief judge's signature back.
import { hasReached } from "#domain/competitions/skill.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { JudgeSeat, Presence } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { append, lockChain, skillChain } from "../ledger/record.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { drawnHash, takeDrawn } from "./drawn.ts";
import { loadDays } from "./load-days.ts";

export type SignDay = {
  readonly day: number;
  /** What the page was drawn for; a summary that changed since is read anew. */
  readonly seenHash: string;
  /** A PNG as domain/results/drawn reads it, or none. */
  readonly drawn: Uint8Array | null;
};

/** Records a judge's signature of a day. Refuses an open day, another content than the one seen, and a second time. */
export async function signDay(
  house: House,
  seat: JudgeSeat,
  { day, seenHash, drawn: posted }: SignDay,
  presence: Presence,
): Promise<Outcome> {
  const { skillId, actor } = seat;
  if (presence.accountId !== actor.accountId) return refuse("access.not-confirmed");
  const taken = takeDrawn(posted);
  if (!taken.ok) return taken;
  const drawn = taken.value;
  return inTransaction(house.database, async (tx): Promise<Outcome> => {
    const head = await lockChain(tx, skillChain(skillId));
    const state = (await loadSkillState(tx, skillId))!;
    const standing = (await loadDays(tx, state)).find((one) => one.summary.day === day);
    if (!standing) return refuse("input.not-found");
    if (hasReached(state.stage, "signed")) return refuse("results.step-not-open", { stage: state.stage });
    const signer = standing.signers.find((one) => one.accountId === actor.accountId);
    if (!signer) return refuse("access.not-allowed");
    const { hash, subcriteria } = standing.summary;
    if (hash === null) {
      const open = subcriteria.filter((sub) => !sub.locked).length;
      return refuse("results.day-open", { day, subcriteria: open });
    }
    if (hash !== seenHash) return refuse("results.content-changed");
    if (signer.signing === "signed") return refuse("results.day-signed", { day });
    const at = house.clock.now();
    await tx.query(
      `INSERT INTO day_signature (skill_id, day, content_hash, account_id, seat_id, drawn, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [skillId, day, hash, actor.accountId, seat.seatId, drawn, at],
    );
    const payload = { day, hash, seat: seat.number, ...drawnHash(drawn) };
    await append(tx, head, { chain: skillChain(skillId), deed: "day-signed", payload, actor, at });
    tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
    return ok();
  });
}
