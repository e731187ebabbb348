// From the last mark to the signed result: complete, checked by a second person, signed by chief judge and supervisor.

import { sha256Hex } from "#domain/chance.ts";
import { advanceStage, type Stage } from "#domain/competitions/skill.ts";
import { canonical } from "#domain/ledger/chain.ts";
import type { SkillState } from "#domain/live/views.ts";
import { lockedForAll } from "#domain/marking/lock.ts";
import { sheetsToRecheck } from "#domain/marking/recheck.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { sharedRanks } from "#domain/results/ranking.ts";
import { type Standing, standings } from "#domain/results/standings.ts";
import { subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { Permit, Presence } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { drawRecheckSeed, loadRecheck } from "../marking/load-recheck.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { drawnHash, takeDrawn } from "./drawn.ts";
import { firstUnsigned, loadDays } from "./load-days.ts";

export type SignatureKind = "checked" | "chief" | "supervisor";

/**
 * What a signature binds: the standings by code, and the hash over them and over the penalties that the supervisor let count
 * by competition number, which meet a code only once the seal is open.
 */
export type SignedContent = {
  readonly standings: readonly Standing[];
  readonly hash: string;
  /** Codes that share a rank where the rules share none: the committee's order is missing. */
  readonly tied: readonly string[];
};

export function contentToSign(state: SkillState): SignedContent {
  const { skillId, scheme, rules, contestants, cells, rulings, sealedPenalties } = state;
  const rows = standings(scheme, rules, contestants, cells, rulings);
  const content = sealedPenalties.length > 0 ? [skillId, rows, sealedPenalties] : [skillId, rows];
  const tied = rules.noSharedRanks ? sharedRanks(rows).flat() : [];
  return { standings: rows, hash: sha256Hex(canonical(content)), tied: tied.map(({ code }) => code) };
}

/** Sheets whose recheck keeps the result from being checked. */
export async function leftToRecheck(sql: Sql, state: SkillState): Promise<number> {
  const recheck = await loadRecheck(sql, state);
  return recheck ? sheetsToRecheck(recheck) : 0;
}

/** Marking is over: every sub-criterion locked, nobody incomplete, no rank shared where the rules share none. */
export async function completeResult(house: House, permit: Permit<"marking.oversee">): Promise<Outcome> {
  return inSkill(house, permit, "result-complete", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const step = advanceStage(state.stage, "complete");
    if (!step.ok) return step;
    const locked = lockedForAll(state.scheme, state);
    const open = subcriteriaOf(state.scheme).filter(({ subcriterion }) => !locked.includes(subcriterion.id));
    const content = contentToSign(state);
    const incomplete = content.standings.filter((row) => row.status === "incomplete");
    if (open.length > 0 || incomplete.length > 0) {
      return refuse("results.not-complete", { subcriteria: open.length, competitors: incomplete.length });
    }
    if (content.tied.length > 0) return refuse("results.tie-open", { codes: content.tied.join("、") });
    await tx.query("UPDATE skill SET stage = 'complete' WHERE id = $1", [skillId]);
    const recheckSeed = await drawRecheckSeed(tx, state, house.clock.now());
    return ok({ hash: content.hash, ...(recheckSeed && { recheckSeed }) });
  });
}

type Signing = {
  checked: Permit<"results.check">;
  chief: Permit<"results.sign-as-chief">;
  supervisor: Permit<"results.sign-as-supervisor">;
};

/**
 * Records one of the three signatures over the content the signer saw (`seenHash`); each needs another person, and that
 * person's password once more.
 * `checked` follows complete; the second of chief and supervisor makes the result signed. The chief signs after the
 * judges where the skill's rule asks for their day signatures. `posted` is a PNG as domain/results/drawn reads it.
 */
export async function signResult<K extends SignatureKind>(
  house: House,
  permit: Signing[K],
  kind: K,
  seenHash: string,
  presence: Presence,
  posted: Uint8Array | null = null,
): Promise<Outcome> {
  if (presence.accountId !== permit.actor.accountId) return refuse("access.not-confirmed");
  const taken = takeDrawn(posted);
  if (!taken.ok) return taken;
  const drawn = taken.value;
  return inSkill(house, permit, `result-${kind}`, async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const wanted: Stage = kind === "checked" ? "complete" : "checked";
    if (state.stage !== wanted) return refuse("results.step-not-open", { stage: state.stage });
    const content = contentToSign(state);
    if (content.hash !== seenHash) return refuse("results.content-changed");
    const incomplete = content.standings.filter((row) => row.status === "incomplete").length;
    if (incomplete > 0) return refuse("results.not-complete", { subcriteria: 0, competitors: incomplete });
    if (content.tied.length > 0) return refuse("results.tie-open", { codes: content.tied.join("、") });
    const left = kind === "checked" ? await leftToRecheck(tx, state) : 0;
    if (left > 0) return refuse("results.recheck-open", { sheets: left });
    if (kind === "checked" && (await hasEntered(tx, skillId, permit.actor.accountId)))
      return refuse("results.checker-entered");
    const unsigned = kind === "chief" ? firstUnsigned(await loadDays(tx, state)) : null;
    if (unsigned) return refuse("results.days-unsigned", unsigned);
    const signed = await tx.query<{ kind: SignatureKind }>(
      `INSERT INTO sign_off (skill_id, kind, account_id, content_hash, drawn, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING kind`,
      [skillId, kind, permit.actor.accountId, content.hash, drawn, house.clock.now()],
    );
    if (signed.length === 0) return refuse("results.same-person");
    await moveOn(house, tx, state, content);
    return ok({ hash: content.hash, ...drawnHash(drawn) });
  });
}

/** Whether this person entered any mark of the skill, still standing or not. */
async function hasEntered(tx: Transaction, skillId: string, accountId: string): Promise<boolean> {
  const [row] = await tx.query<{ entered: boolean }>(
    "SELECT EXISTS (SELECT 1 FROM mark_revision WHERE skill_id = $1 AND entered_by = $2) AS entered",
    [skillId, accountId],
  );
  return row!.entered;
}

async function moveOn(
  house: House,
  tx: Transaction,
  { skillId, rules }: SkillState,
  content: SignedContent,
): Promise<void> {
  const coded = rules.codingLayers > 0;
  const rows = await tx.query<{ kind: SignatureKind }>("SELECT kind FROM sign_off WHERE skill_id = $1", [
    skillId,
  ]);
  const kinds = new Set(rows.map((row) => row.kind));
  if (kinds.has("chief") && kinds.has("supervisor")) {
    await takeSnapshot(house, tx, skillId, "signed", content.standings);
    await tx.query("UPDATE skill SET stage = $2 WHERE id = $1", [skillId, coded ? "signed" : "decoded"]);
  } else if (kinds.has("checked")) {
    await tx.query("UPDATE skill SET stage = 'checked' WHERE id = $1", [skillId]);
  }
}

/** Keeps the standings as they were at this moment; a snapshot never changes. */
export async function takeSnapshot(
  house: House,
  tx: Transaction,
  skillId: string,
  kind: string,
  content: unknown,
): Promise<void> {
  await tx.query(
    "INSERT INTO result_snapshot (skill_id, kind, content, hash, at) VALUES ($1, $2, $3, $4, $5)",
    [skillId, kind, JSON.stringify(content), sha256Hex(canonical(content)), house.clock.now()],
  );
}
