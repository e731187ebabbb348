// The way of one mark: under the skill's lock the domain decides, the revision and its ledger line are written together.
import { sha256Hex } from "#domain/chance.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { canonical, hashLine } from "#domain/ledger/chain.ts";
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import { reasonOf } from "#domain/marking/doubts.ts";
import { type Cell, missingCell } from "#domain/marking/mark.ts";
import { seatsMarking } from "#domain/marking/seats.ts";
import { type Decided, decideEntry } from "#domain/marking/sheet.ts";
import type { StandIns } from "#domain/marking/substitution.ts";
import { type Outcome, refuse } from "#domain/outcome.ts";
import { isReached } from "#domain/results/contest-stages.ts";
import { meaningOf } from "#domain/schemes/aspect.ts";
import { findAspect } from "#domain/schemes/scheme.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { type Head, lineSalt, skillChain } from "../ledger/record.ts";
import {
  type Author,
  authorOf,
  type Hand,
  idOf,
  isJudge,
  type Standing,
  seatOf,
  standingOf,
} from "./hand.ts";
import { loadSkillState, lockedScheme } from "./load-skill.ts";
import { standInsOf } from "./stand-ins.ts";

type Locked = Head &
  Standing & {
    stage: string;
    rules: SkillRules;
    scheme_id: string | null;
    status: string | null;
    conflicts: StandIns["conflicts"];
    reliefs: StandIns["reliefs"];
    locks: string[];
    missing: number[];
    cells: { seat: number; round: number; version: number; value: string | null; reopened: boolean }[];
    before: { payload_hash: string; version: number; value: string | null; at: string } | null;
  };

/**
 * Enters one mark, of a seated judge or keyed by a recorder. Acknowledged means committed; the same requestId answers with
 * its first outcome, with another payload it is refused. A refusal leaves no trace. Refuses with every `marking.*` code of
 * the sheet, and a judge who names a seat.
 */
export async function enterMark(house: House, hand: Hand, command: MarkEnter): Promise<MarkAck> {
  if (isJudge(hand) && command.seat !== undefined) return refuse("access.not-allowed");
  const payloadHash = sha256Hex(canonical([idOf(hand), command]));
  return inTransaction(house.database, async (tx): Promise<MarkAck> => {
    const locked = await lockSkill(tx, hand, command);
    if (!locked) return refuse("marking.unknown-aspect");
    if (locked.before) return repeat(locked.before, payloadHash);
    const decided = await decide(tx, locked, hand, command);
    if (!decided.ok) return decided;
    const at = house.clock.now();
    const { contestantId, aspectId, requestId } = command;
    const { skillId } = hand;
    const reason = reasonOf(command.reason);
    const mark = { ...decided.value, skillId, contestantId, aspectId, requestId, payloadHash, reason };
    await writeMark(tx, locked, authorOf(hand), mark, at);
    const cell: Cell = { contestantId: command.contestantId, aspectId: command.aspectId, ...decided.value };
    tx.afterCommit(() => house.announcements.emit("cells-entered", { skillId, cells: [cell] }));
    return { ok: true, version: cell.version, value: cell.value, at: at.toISOString(), repeated: false };
  });
}

/** One statement takes the chain's lock first and reads everything the decision needs after it was got. */
async function lockSkill(tx: Transaction, hand: Hand, command: MarkEnter): Promise<Locked | undefined> {
  await tx.query("SELECT seq FROM chain_head WHERE chain = $1 FOR UPDATE", [skillChain(hand.skillId)]);
  const rows = await tx.query<Locked>(
    `SELECT h.seq, h.hash, s.stage, s.rules, s.scheme_id, c.status,
       ARRAY(SELECT l.subcriterion_id FROM subcriterion_lock l WHERE l.skill_id = s.id AND NOT EXISTS (
               SELECT 1 FROM reopening r WHERE r.skill_id = s.id AND r.subcriterion_id = l.subcriterion_id AND r.allowed
                 AND r.closed_at IS NULL AND (r.contestant_id IS NULL OR r.contestant_id = c.id))) AS locks,
       (SELECT coalesce(json_agg(json_build_object('seat', seat, 'round', round, 'version', version, 'value', trim_scale(value)::text, 'reopened', reopened)), '[]')
          FROM mark_cell WHERE contestant_id = c.id AND aspect_id = $5) AS cells,
       ARRAY(SELECT m.seat FROM missing_mark m WHERE m.contestant_id = c.id AND m.aspect_id = $5 AND m.missing AND NOT EXISTS (
               SELECT 1 FROM missing_mark l WHERE l.contestant_id = m.contestant_id AND l.aspect_id = m.aspect_id
                 AND l.seat = m.seat AND l.place > m.place)) AS missing,
       (SELECT json_build_object('payload_hash', payload_hash, 'version', version, 'value', trim_scale(value)::text, 'at', at)
          FROM mark_revision WHERE request_id = $6) AS before,
       ${standingOf(hand)}, ${standInsOf("c.id")}
     FROM chain_head h JOIN skill s ON s.id = $2 LEFT JOIN contestant c ON c.id = $3 AND c.skill_id = s.id
     WHERE h.chain = $1`,
    [
      skillChain(hand.skillId),
      hand.skillId,
      command.contestantId,
      idOf(hand),
      command.aspectId,
      command.requestId,
    ],
  );
  return rows[0];
}

function repeat(before: NonNullable<Locked["before"]>, payloadHash: string): MarkAck {
  if (before.payload_hash !== payloadHash) return refuse("marking.request-reused");
  return {
    ok: true,
    version: before.version,
    value: before.value,
    at: new Date(before.at).toISOString(),
    repeated: true,
  };
}

async function decide(
  tx: Transaction,
  locked: Locked,
  hand: Hand,
  command: MarkEnter,
): Promise<Outcome<Decided>> {
  if (!locked.standing) return refuse(isJudge(hand) ? "marking.seat-ended" : "access.not-allowed");
  if (!locked.status || !locked.scheme_id) return refuse("marking.unknown-aspect");
  const scheme = await lockedScheme(tx, locked.scheme_id);
  const place = findAspect(scheme, command.aspectId);
  if (!place) return refuse("marking.unknown-aspect");
  if (command.meant !== undefined && command.meant !== meaningOf(place.aspect))
    return refuse("marking.other-kind");
  const marking = seatsMarking({ scheme, rules: locked.rules }, place.subcriterion.id);
  const as = seatOf(hand, locked, place.aspect, command, marking);
  if (!as.ok) return as;
  if (locked.rules.contestStages?.length) {
    const state = (await loadSkillState(tx, hand.skillId))!;
    const reached = isReached(state, command.contestantId, place.subcriterion.id);
    if (!reached.ok) return reached;
  }
  const { contestantId, aspectId } = command;
  const cells = [
    ...locked.cells.map((cell) => ({ ...cell, contestantId, aspectId })),
    ...locked.missing.map((seat) => missingCell(contestantId, aspectId, seat)),
  ];
  return decideEntry(
    {
      aspect: place.aspect,
      cells,
      rules: locked.rules,
      marking,
      seat: as.value,
      stage: locked.stage,
      contestantStatus: locked.status,
      locked: locked.locks.includes(place.subcriterion.id),
    },
    command,
  );
}

export type Entered = Decided & {
  readonly skillId: string;
  readonly contestantId: string;
  readonly aspectId: string;
  readonly requestId: string;
  readonly payloadHash: string;
  /** Why a mark that looked like a slip stands. */
  readonly reason?: string | null;
};

/** Revision, ledger line, chain head and current cell in one statement; answers the new head of the chain. */
export async function writeMark(
  tx: Transaction,
  head: Head,
  author: Author,
  mark: Entered,
  at: Date,
): Promise<Head> {
  const { skillId, contestantId, aspectId, requestId, payloadHash, seat, round, version, value } = mark;
  const { seat: bySeat, by } = author;
  const reason = mark.reason ?? null;
  const entered = { contestantId, aspectId, seat, round, version, value, requestId, bySeat };
  const payload = { ...entered, ...(by && { by }), ...(reason !== null && { reason }) };
  const line = {
    chain: skillChain(skillId),
    seq: head.seq + 1,
    deed: "mark-entered",
    payload,
    actor: author.name,
    at: at.toISOString(),
    previous: head.hash,
    salt: lineSalt(),
  };
  const hash = hashLine(line);
  await tx.query(
    `WITH line AS (
       INSERT INTO ledger_line (chain, seq, deed, payload, actor_id, actor, at, previous, hash, salt)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $21)),
     head AS (UPDATE chain_head SET seq = $2, hash = $9 WHERE chain = $1),
     revision AS (
       INSERT INTO mark_revision (request_id, payload_hash, skill_id, contestant_id, aspect_id, seat, round, version, value,
                                  entered_by, entered_seat, ledger_seq, at, reason)
       VALUES ($10, $11, $12, $13, $14, $15, $16, $17, $18, $5, $19, $2, $7, $20))
     INSERT INTO mark_cell (contestant_id, aspect_id, seat, round, skill_id, version, value, entered_by, at)
     VALUES ($13, $14, $15, $16, $12, $17, $18, $5, $7)
     ON CONFLICT (contestant_id, aspect_id, seat, round)
     DO UPDATE SET version = $17, value = $18, entered_by = $5, at = $7`,
    [
      line.chain,
      line.seq,
      line.deed,
      JSON.stringify(payload),
      author.accountId,
      line.actor,
      line.at,
      line.previous,
      hash,
      requestId,
      payloadHash,
      skillId,
      contestantId,
      aspectId,
      seat,
      round,
      version,
      value,
      author.seat,
      reason,
      line.salt,
    ],
  );
  return { seq: line.seq, hash };
}
