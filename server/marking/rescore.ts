// Re-scoring as a set (重评批次): proposed by the chief judge with a preview, applied whole by a second authority or cancelled whole.
import { randomUUID } from "node:crypto";
import { type Moved, movedBetween } from "#domain/awards/moved.ts";
import { sha256Hex } from "#domain/chance.ts";
import { isCorrectable } from "#domain/competitions/skill.ts";
import { canonical } from "#domain/ledger/chain.ts";
import type { SkillState } from "#domain/live/views.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { lackingIn } from "#domain/results/lacking.ts";
import { isComplete } from "#domain/results/marked.ts";
import {
  applyChanges,
  type Change,
  decidingCells,
  type NamedChange,
  namedChanges,
  previewChanges,
  readChanges,
  type Wanted,
} from "#domain/results/rescore.ts";
import { aspectsOf, findAspect } from "#domain/schemes/scheme.ts";
import { hasWords } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { append, type Head, lockChain, skillChain } from "../ledger/record.ts";
import { writeMark } from "./enter-mark.ts";
import { loadSkillState } from "./load-skill.ts";
import { correctStage, unlock } from "./reopen.ts";

type Overseer = Permit<"marking.oversee">;
type Reader = Overseer | Permit<"competitions.oversee">;

export type Rescoring = { readonly aspectId: string; readonly wanted: readonly Wanted[] };

/** What a batch would move, without writing anything. */
export async function previewRescoring(
  house: House,
  permit: Overseer,
  { aspectId, wanted }: Rescoring,
): Promise<Outcome<Pick<Weighed, "moved" | "opens"> & { readonly changes: readonly NamedChange[] }>> {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const weighed = weigh(state, aspectId, wanted);
  if (!weighed.ok) return weighed;
  const { changes, moved, opens } = weighed.value;
  return ok({ changes: namedChanges(state, changes), moved, opens });
}

/** Records the batch with its reason; no mark changes before it is applied. */
export async function proposeRescoring(
  house: House,
  permit: Overseer,
  { aspectId, wanted, reason }: Rescoring & { readonly reason: string },
): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const head = await lockChain(tx, skillChain(skillId));
    const state = (await loadSkillState(tx, skillId))!;
    if (!hasWords(reason)) return refuse("marking.reason-needed");
    const weighed = weigh(state, aspectId, wanted);
    if (!weighed.ok) return weighed;
    const { changes } = weighed.value;
    const at = house.clock.now();
    const [set] = await tx.query<{ id: string }>(
      `INSERT INTO rescoring_set (skill_id, aspect_id, reason, changes, proposed_by, proposed_at)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [skillId, aspectId, reason.trim(), JSON.stringify(changes), permit.actor.accountId, at],
    );
    const payload = { rescoringId: set!.id, aspectId, reason: reason.trim(), changes };
    await append(tx, head, {
      chain: skillChain(skillId),
      deed: "rescoring-proposed",
      payload,
      actor: permit.actor,
      at,
    });
    return ok();
  });
}

type SetRow = {
  id: string;
  changes: Change[];
  state: "proposed" | "applied" | "cancelled";
  proposed_by: string;
  proposer: string;
};

/**
 * Applies every change of the batch in one transaction, as revisions in the proposer's name. Refused whole when one of
 * its cells has moved on; signatures given over the old marks no longer hold. Whoever comes through to a later stage by it is
 * marked there first: that lock opens again.
 */
export async function applyRescoring(
  house: House,
  permit: Permit<"marking.approve">,
  rescoringId: string,
): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const head = await lockChain(tx, skillChain(skillId));
    const set = await findSet(tx, skillId, rescoringId);
    if (!set) return refuse("input.not-found");
    if (set.state !== "proposed") return refuse("marking.decided");
    if (set.proposed_by === permit.actor.accountId) return refuse("marking.same-person");
    const state = (await loadSkillState(tx, skillId))!;
    if (!isCorrectable(state.stage)) return refuse("marking.not-open");
    const preview = previewChanges(state, set.changes);
    if (!preview.ok) return preview;
    const at = house.clock.now();
    const last = await writeAll(tx, head, skillId, set, at);
    await decide(tx, set.id, "applied", permit.actor.accountId, at);
    const opened = opensBy(state, set.changes);
    await unlock(tx, permit, opened, at);
    const complete = isComplete(preview.value.after);
    await correctStage(tx, skillId, state.stage, complete);
    await append(tx, last, {
      chain: skillChain(skillId),
      deed: "rescoring-applied",
      payload: { rescoringId, ...(opened.length > 0 && { opened }) },
      actor: permit.actor,
      at,
    });
    tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
    return ok();
  });
}

/** Cancels the batch whole: by whoever proposed it, or by the second authority. */
export async function cancelRescoring(
  house: House,
  permit: Overseer | Permit<"marking.approve">,
  rescoringId: string,
): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const head = await lockChain(tx, skillChain(skillId));
    const set = await findSet(tx, skillId, rescoringId);
    if (!set) return refuse("input.not-found");
    if (set.state !== "proposed") return refuse("marking.decided");
    const at = house.clock.now();
    await decide(tx, set.id, "cancelled", permit.actor.accountId, at);
    await append(tx, head, {
      chain: skillChain(skillId),
      deed: "rescoring-cancelled",
      payload: { rescoringId },
      actor: permit.actor,
      at,
    });
    return ok();
  });
}

type Weighed = {
  readonly changes: readonly Change[];
  readonly moved: readonly Moved[];
  /** Locked sub-criteria that somebody would come through to without a mark: applying opens them, and the skill is marked again. */
  readonly opens: readonly string[];
};

/** Of changes that still apply. */
const opensBy = (state: SkillState, changes: readonly Change[]): string[] =>
  lackingIn(applyChanges(state, changes)!, state.locked);

function weigh(state: SkillState, aspectId: string, wanted: readonly Wanted[]): Outcome<Weighed> {
  if (!isCorrectable(state.stage)) return refuse("marking.not-open");
  const changes = readChanges(state, aspectId, wanted);
  if (!changes.ok) return changes;
  const places = previewChanges(state, changes.value);
  if (!places.ok) return places;
  const moved = movedBetween(places.value, state.rules);
  return ok({ changes: changes.value, moved, opens: opensBy(state, changes.value) });
}

async function findSet(tx: Transaction, skillId: string, id: string): Promise<SetRow | undefined> {
  const [set] = await tx.query<SetRow>(
    `SELECT r.id, r.changes, r.state, r.proposed_by, a.name AS proposer
     FROM rescoring_set r JOIN account a ON a.id = r.proposed_by WHERE r.id = $1 AND r.skill_id = $2`,
    [id, skillId],
  );
  return set;
}

async function writeAll(tx: Transaction, head: Head, skillId: string, set: SetRow, at: Date): Promise<Head> {
  const author = { accountId: set.proposed_by, name: set.proposer, seat: 0 };
  let last = head;
  for (const { contestantId, aspectId, seat, round, version, to } of set.changes) {
    const requestId = randomUUID();
    const place = { contestantId, aspectId, seat, round };
    const payloadHash = sha256Hex(canonical([set.id, place, to]));
    const mark = { ...place, version: version + 1, value: to, skillId, requestId, payloadHash };
    last = await writeMark(tx, last, author, mark, at);
  }
  return last;
}

const decide = (tx: Transaction, id: string, state: string, by: string, at: Date): Promise<unknown> =>
  tx.query("UPDATE rescoring_set SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1", [
    id,
    state,
    by,
    at,
  ]);

/** The marks of one aspect as a batch would change them: by code, with the cells that decide. */
export async function readRescoring(house: House, permit: Overseer, aspectId: string | null) {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const place = aspectId === null ? undefined : findAspect(state.scheme, aspectId);
  return {
    open: isCorrectable(state.stage),
    aspects: aspectsOf(state.scheme).map(({ id, description }) => ({ id, description })),
    aspect: place?.aspect ?? null,
    rows: place
      ? state.contestants
          .map((one) => ({
            contestantId: one.id,
            code: one.code,
            cells: decidingCells(state, one.id, place.aspect.id).map(({ seat, value }) => ({
              seat,
              value: value!,
            })),
          }))
          .filter((row) => row.cells.length > 0)
      : [],
  };
}

/** Every batch of a skill, newest first, with what it would move while it waits. */
export async function listRescorings(house: House, permit: Reader) {
  const skillId = permit.scope.skillId!;
  const rows = await house.database.query<{
    id: string;
    aspect_id: string;
    reason: string;
    changes: Change[];
    state: "proposed" | "applied" | "cancelled";
    proposed_by: string;
    proposer: string;
    proposed_at: Date;
    decider: string | null;
  }>(
    `SELECT r.*, a.name AS proposer, d.name AS decider FROM rescoring_set r JOIN account a ON a.id = r.proposed_by
     LEFT JOIN account d ON d.id = r.decided_by WHERE r.skill_id = $1 ORDER BY r.proposed_at DESC`,
    [skillId],
  );
  if (rows.length === 0) return [];
  const state = (await loadSkillState(house.database, skillId))!;
  return rows.map((row) => {
    const places = row.state === "proposed" ? previewChanges(state, row.changes) : null;
    return {
      id: row.id,
      aspectId: row.aspect_id,
      reason: row.reason,
      changes: namedChanges(state, row.changes),
      state: row.state,
      mine: row.proposed_by === permit.actor.accountId,
      proposer: row.proposer,
      proposedAt: row.proposed_at.toISOString(),
      decider: row.decider,
      moved: places?.ok ? movedBetween(places.value, state.rules) : null,
      opens: places?.ok ? opensBy(state, row.changes) : [],
    };
  });
}
export type ShownRescoring = Awaited<ReturnType<typeof listRescorings>>[number];
