// A judge attaches a note or a photo to an aspect as evidence for its mark, or takes their own back. Of a photo only the
// cleaned picture reaches the database; the ledger holds the hash of what was attached, never the thing itself.
import { createHash } from "node:crypto";
import {
  type EvidenceKind,
  hasRoom,
  isOpenForEvidence,
  readNote,
  readReason,
  type Standing,
} from "#domain/marking/evidence.ts";
import { isSheetLocked } from "#domain/marking/lock.ts";
import { cellsOf } from "#domain/marking/mark.ts";
import { cleanPhoto } from "#domain/marking/photo.ts";
import { marksThere } from "#domain/marking/seats.ts";
import { aspectState } from "#domain/marking/states.ts";
import { seatToMarkAs } from "#domain/marking/substitution.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import { findAspect } from "#domain/schemes/scheme.ts";
import type { JudgeSeat } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { append, lockChain, skillChain } from "../ledger/record.ts";
import { loadSkillState } from "./load-skill.ts";
import { loadSeated, loadStandIns } from "./stand-ins.ts";

export type Attaching = { readonly contestantId: string; readonly aspectId: string } & (
  | { readonly kind: "note"; readonly note: string }
  | { readonly kind: "photo"; readonly bytes: Uint8Array }
);

/**
 * Attaches it and answers its id; the same thing sent again is one. Refuses while the marks of the work may not be entered,
 * a note or photo that may not be attached, and more than has room.
 */
export async function attachEvidence(
  house: House,
  seat: JudgeSeat,
  attaching: Attaching,
): Promise<Outcome<{ readonly id: string }>> {
  const read = readContent(attaching);
  if (!read.ok) return read;
  const { kind, content } = read.value;
  const { contestantId, aspectId } = attaching;
  const sha256 = createHash("sha256").update(content).digest("hex");
  return inTransaction(house.database, async (tx) => {
    const head = await lockChain(tx, skillChain(seat.skillId));
    const place = await openPlace(tx, seat, contestantId, aspectId);
    if (!place.ok) return place;
    const { accountId } = seat.actor;
    const all = await standingAt(tx, contestantId, aspectId);
    const same = all.find((one) => !one.withdrawn && one.accountId === accountId && one.sha256 === sha256);
    if (same) return ok({ id: same.id });
    const room = hasRoom(place.value.aspect, kind, accountId, all);
    if (!room.ok) return room;
    const at = house.clock.now();
    const { round, number } = place.value;
    const note = kind === "note" ? content.toString() : null;
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO evidence (skill_id, contestant_id, aspect_id, round, kind, note, sha256, attached_by, seat, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [seat.skillId, contestantId, aspectId, round, kind, note, sha256, accountId, number, at],
    );
    const { id } = row!;
    if (kind === "photo")
      await tx.query("INSERT INTO evidence_photo (evidence_id, bytes) VALUES ($1, $2)", [id, content]);
    const payload = { evidenceId: id, contestantId, aspectId, round, kind, sha256, seat: number };
    const chain = skillChain(seat.skillId);
    await append(tx, head, { chain, deed: "evidence-attached", payload, actor: seat.actor, at });
    return ok({ id });
  });
}

/** Takes one's own evidence back, with a reason: it stays and is shown to nobody any more. Refuses somebody else's, and twice. */
export async function withdrawEvidence(
  house: House,
  seat: JudgeSeat,
  { evidenceId, reason: typed }: { readonly evidenceId: string; readonly reason: string },
): Promise<Outcome> {
  const reason = readReason(typed);
  if (!reason.ok) return reason;
  return inTransaction(house.database, async (tx): Promise<Outcome> => {
    const head = await lockChain(tx, skillChain(seat.skillId));
    const [one] = await tx.query<Found & { contestantId: string; aspectId: string }>(
      `SELECT e.contestant_id AS "contestantId", e.aspect_id AS "aspectId", ${found} WHERE e.id = $1 AND e.skill_id = $2`,
      [evidenceId, seat.skillId],
    );
    if (!one) return refuse("input.not-found");
    const { accountId } = seat.actor;
    if (one.accountId !== accountId) return refuse("marking.evidence-not-own");
    if (one.withdrawn) return refuse("marking.evidence-withdrawn");
    const place = await openPlace(tx, seat, one.contestantId, one.aspectId);
    if (!place.ok) return place;
    const at = house.clock.now();
    await tx.query(
      "INSERT INTO evidence_withdrawal (evidence_id, reason, withdrawn_by, at) VALUES ($1, $2, $3, $4)",
      [evidenceId, reason.value, accountId, at],
    );
    const payload = { evidenceId, contestantId: one.contestantId, reason: reason.value };
    const chain = skillChain(seat.skillId);
    await append(tx, head, { chain, deed: "evidence-withdrawn", payload, actor: seat.actor, at });
    return ok();
  });
}

/** What would be kept: the note's text or the cleaned photo, as bytes. */
function readContent(
  attaching: Attaching,
): Outcome<{ readonly kind: EvidenceKind; readonly content: Buffer }> {
  if (attaching.kind === "note") {
    const note = readNote(attaching.note);
    return note.ok ? ok({ kind: "note", content: Buffer.from(note.value) }) : note;
  }
  const photo = cleanPhoto(attaching.bytes);
  return photo.ok ? ok({ kind: "photo", content: Buffer.from(photo.value.bytes) }) : photo;
}

type OpenPlace = { readonly aspect: Aspect; readonly round: number; readonly number: number };

/** The aspect of a work that this judge may mark now, with the seat as which they do and the round that is open. */
async function openPlace(
  tx: Transaction,
  seat: JudgeSeat,
  contestantId: string,
  aspectId: string,
): Promise<Outcome<OpenPlace>> {
  const state = (await loadSkillState(tx, seat.skillId))!;
  const contestant = state.contestants.find((one) => one.id === contestantId);
  const place = findAspect(state.scheme, aspectId);
  if (!contestant || !place) return refuse("marking.unknown-aspect");
  const judge = (await loadSeated(tx, seat.skillId)).find((one) => one.accountId === seat.actor.accountId);
  if (!judge) return refuse("marking.seat-ended");
  const as = seatToMarkAs(judge, contestantId, await loadStandIns(tx, seat.skillId));
  if (!as.ok) return as;
  if (!marksThere(state, as.value, place.subcriterion.id)) return refuse("marking.other-panel");
  const open = isOpenForEvidence({
    stage: state.stage,
    contestantStatus: contestant.status,
    locked: isSheetLocked(state, contestantId, place.subcriterion.id),
  });
  if (!open.ok) return open;
  const { round } = aspectState(place.aspect, cellsOf(state.cells, contestantId), state.rules);
  return ok({ aspect: place.aspect, round, number: as.value });
}

type Found = Standing & { readonly id: string; readonly sha256: string };
const found = `e.id, e.kind, e.sha256, e.attached_by AS "accountId", w.evidence_id IS NOT NULL AS withdrawn
  FROM evidence e LEFT JOIN evidence_withdrawal w ON w.evidence_id = e.id`;

const standingAt = (tx: Transaction, contestantId: string, aspectId: string): Promise<Found[]> =>
  tx.query<Found>(`SELECT ${found} WHERE e.contestant_id = $1 AND e.aspect_id = $2`, [
    contestantId,
    aspectId,
  ]);
