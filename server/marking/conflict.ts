// A judge declares a conflict of interest: their marks for that competitor are superseded, never deleted, and the chief
// judge calls a reserve to the seat. Reasons are read by the chief judge and the supervisor alone.
import { randomUUID } from "node:crypto";
import { sha256Hex } from "#domain/chance.ts";
import { canonical } from "#domain/ledger/chain.ts";
import { isSheetLocked } from "#domain/marking/lock.ts";
import { type Cell, cellsOf } from "#domain/marking/mark.ts";
import { seatNeeds } from "#domain/marking/seats.ts";
import { type ConflictKind, seatToMarkAs, withoutReserve } from "#domain/marking/substitution.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { findAspect } from "#domain/schemes/scheme.ts";
import type { JudgeSeat, Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { append, type Head, lockChain, skillChain } from "../ledger/record.ts";
import { writeMark } from "./enter-mark.ts";
import { loadSkillState } from "./load-skill.ts";
import { loadSeated, loadStandIns } from "./stand-ins.ts";

export type Declared = {
  readonly contestantId: string;
  readonly kind: ConflictKind;
  readonly reason: string;
};

/** Declares a conflict. Refuses without a reason, twice, and while a sheet with marks of this judge is locked. */
export async function declareConflict(house: House, seat: JudgeSeat, declared: Declared): Promise<Outcome> {
  const reason = declared.reason.trim();
  const { contestantId, kind } = declared;
  const { skillId, actor } = seat;
  return inTransaction(house.database, async (tx): Promise<Outcome> => {
    const head = await lockChain(tx, skillChain(skillId));
    const state = (await loadSkillState(tx, skillId))!;
    if (!state.contestants.some((one) => one.id === contestantId)) return refuse("input.not-found");
    if (state.stage !== "scoring" && state.stage !== "drawn") return refuse("marking.not-open");
    if (reason === "") return refuse("marking.reason-needed");
    const judge = (await loadSeated(tx, skillId)).find((one) => one.accountId === actor.accountId);
    if (!judge) return refuse("marking.seat-ended");
    const as = seatToMarkAs(judge, contestantId, await loadStandIns(tx, skillId));
    if (!as.ok && as.refusal.code !== "marking.reserve-not-called") return as;
    const number = as.ok ? as.value : seat.number;
    const given = await marksOf(tx, actor.accountId, number, cellsOf(state.cells, contestantId));
    for (const { aspectId } of given) {
      const sub = findAspect(state.scheme, aspectId)!.subcriterion.id;
      if (isSheetLocked(state, contestantId, sub)) return refuse("marking.conflict-locked", { sub });
    }
    const at = house.clock.now();
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO conflict_declaration (skill_id, contestant_id, seat, account_id, kind, reason, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [skillId, contestantId, number, actor.accountId, kind, reason, at],
    );
    const payload = { declarationId: row!.id, contestantId, seat: number, kind, reason };
    const line = { chain: skillChain(skillId), deed: "conflict-declared", payload, actor, at };
    await supersede(tx, await append(tx, head, line), seat, given, at);
    tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
    return ok();
  });
}

/**
 * The cells whose mark this judge gave last, or a recorder keyed for their seat; a level of a reopened round decides
 * nothing already.
 */
async function marksOf(
  tx: Transaction,
  accountId: string,
  seat: number,
  cells: readonly Cell[],
): Promise<Cell[]> {
  const [of] = cells;
  if (!of) return [];
  const rows = await tx.query<{ aspect_id: string; seat: number; round: number }>(
    `SELECT c.aspect_id, c.seat, c.round FROM mark_cell c JOIN mark_revision r USING (contestant_id, aspect_id, seat, round, version)
     WHERE c.contestant_id = $1 AND c.value IS NOT NULL AND (c.entered_by = $2 OR (c.seat = $3 AND c.seat > 0 AND r.entered_seat = 0))`,
    [of.contestantId, accountId, seat],
  );
  return cells.filter(
    (cell) =>
      !cell.reopened &&
      rows.some(
        (row) => row.aspect_id === cell.aspectId && row.seat === cell.seat && row.round === cell.round,
      ),
  );
}

/** Takes each of the marks back to unset by a revision of its own: what stood stays readable. */
async function supersede(
  tx: Transaction,
  after: Head,
  seat: JudgeSeat,
  given: readonly Cell[],
  at: Date,
): Promise<void> {
  const author = { accountId: seat.actor.accountId, name: seat.actor.name, seat: seat.number };
  let head = after;
  for (const { contestantId, aspectId, seat: cellSeat, round, version } of given) {
    const requestId = randomUUID();
    const mark = {
      skillId: seat.skillId,
      contestantId,
      aspectId,
      seat: cellSeat,
      round,
      version: version + 1,
      value: null,
      requestId,
      payloadHash: sha256Hex(canonical([seat.seatId, requestId])),
    };
    head = await writeMark(tx, head, author, mark, at);
  }
}

/** The chief judge calls a reserve to the seat that a declaration vacated. Refuses anybody but a free reserve without a conflict. */
export async function callReserve(
  house: House,
  permit: Permit<"marking.oversee">,
  call: { readonly declarationId: string; readonly accountId: string },
): Promise<Outcome> {
  return inSkill(house, permit, "reserve-called", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const standIns = await loadStandIns(tx, skillId);
    const seated = await loadSeated(tx, skillId);
    const declared = standIns.conflicts.find((one) => one.declarationId === call.declarationId);
    if (!declared) return refuse("input.not-found");
    if (state.stage !== "scoring" && state.stage !== "drawn") return refuse("marking.not-open");
    const { contestantId, seat } = declared;
    const open = withoutReserve(contestantId, standIns, seated, seatNeeds(state.scheme, state.rules));
    if (!open.some((one) => one.declarationId === call.declarationId)) return refuse("marking.decided");
    const reserve = seated.find((one) => one.accountId === call.accountId);
    const now = reserve && seatToMarkAs(reserve, contestantId, standIns);
    const free = now && !now.ok && now.refusal.code === "marking.reserve-not-called";
    if (!free) return refuse("marking.reserve-unfit");
    await tx.query(
      `INSERT INTO seat_substitution (skill_id, contestant_id, seat, account_id, declaration_id, called_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        skillId,
        contestantId,
        seat,
        call.accountId,
        call.declarationId,
        permit.actor.accountId,
        house.clock.now(),
      ],
    );
    const called = { skillId, accountId: call.accountId };
    tx.afterCommit(() => house.announcements.emit("judge-called", called));
    return ok({ ...call, contestantId, seat });
  });
}

export type ShownConflict = {
  readonly id: string;
  readonly code: string;
  readonly seat: number;
  readonly judge: string;
  readonly kind: ConflictKind;
  readonly reason: string;
  readonly at: string;
  readonly reserve: string | null;
  /** Nobody holds the seat. */
  readonly waiting: boolean;
};

/** Every declared conflict with the reserve called for it, newest first, and the reserves that may be called. By code. */
export async function listConflicts(house: House, permit: Permit<"marking.oversee">) {
  const skillId = permit.scope.skillId!;
  const state = (await loadSkillState(house.database, skillId))!;
  const rows = await house.database.query<Omit<ShownConflict, "at" | "waiting"> & { at: Date; of: string }>(
    `SELECT d.id, c.code, c.id AS of, d.seat, a.name AS judge, d.kind, d.reason, d.at,
       (SELECT r.name FROM seat_substitution s JOIN account r ON r.id = s.account_id
        WHERE s.declaration_id = d.id ORDER BY s.place DESC LIMIT 1) AS reserve
     FROM conflict_declaration d JOIN contestant c ON c.id = d.contestant_id JOIN account a ON a.id = d.account_id
     WHERE d.skill_id = $1 ORDER BY d.place DESC`,
    [skillId],
  );
  const standIns = await loadStandIns(house.database, skillId);
  const seated = await loadSeated(house.database, skillId);
  const needs = seatNeeds(state.scheme, state.rules);
  const conflicts = rows.map(
    ({ of, at, ...row }): ShownConflict => ({
      ...row,
      at: at.toISOString(),
      waiting: withoutReserve(of, standIns, seated, needs).some((one) => one.declarationId === row.id),
    }),
  );
  const reserves = await house.database.query<{ accountId: string; name: string; number: number }>(
    `SELECT a.id AS "accountId", a.name, j.number FROM judge_seat j JOIN account a ON a.id = j.account_id
     WHERE j.skill_id = $1 AND j.ended_at IS NULL AND j.reserve ORDER BY j.number`,
    [skillId],
  );
  return { conflicts, reserves };
}
