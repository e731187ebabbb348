// What the committee decides where rules end: the order of people equal after the tie chain, and trimmed marks that are missing.
import { isSheetLocked } from "#domain/marking/lock.ts";
import { cellsOf } from "#domain/marking/mark.ts";
import { seatsOfAspect, trimRule } from "#domain/marking/seats.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { findAspect } from "#domain/schemes/scheme.ts";
import { isTold } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadSkillState } from "./load-skill.ts";
import { isSameGroup, tiesToDecide } from "./opened.ts";

/** Longest reason, in characters. */
const longestReason = 300;

/**
 * Records the committee's order with its reason. Refuses people who are not exactly those sharing one rank, and once signed
 * any tie but one that the floor's penalties opened at decoding.
 */
export async function recordOrder(
  house: House,
  permit: Permit<"marking.oversee">,
  contestantIds: readonly string[],
  reason: string,
): Promise<Outcome> {
  if (!isTold(reason, longestReason)) return refuse("marking.reason-needed");
  return inSkill(house, permit, "order-recorded", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const ties = await tiesToDecide(tx, state);
    if (!ties) return refuse("results.step-not-open", { stage: state.stage });
    const wanted = contestantIds.map((contestantId) => ({ contestantId }));
    const group = ties.groups.find((tied) => isSameGroup(tied, wanted));
    if (!group) return refuse("results.not-tied");
    await tx.query(
      "INSERT INTO committee_order (skill_id, contestant_ids, reason, recorded_by, at) VALUES ($1, $2, $3, $4, $5)",
      [skillId, contestantIds, reason.trim(), permit.actor.accountId, house.clock.now()],
    );
    return ok({ contestantIds: [...contestantIds], reason: reason.trim() });
  });
}

export type SeatPlace = { readonly contestantId: string; readonly aspectId: string; readonly seat: number };

/**
 * Declares the trimmed mark of one seat missing (absent, recused), or takes that back. Refused where too few judges would be
 * left (domain.md section 3.2): then the committee decides.
 */
export async function declareMissing(
  house: House,
  permit: Permit<"marking.oversee">,
  place: SeatPlace,
  missing: boolean,
  reason: string,
): Promise<Outcome> {
  if (!isTold(reason, longestReason)) return refuse("marking.reason-needed");
  return inSkill(house, permit, "mark-missing", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const found = findAspect(state.scheme, place.aspectId);
    const known = state.contestants.some((one) => one.id === place.contestantId);
    if (!found || !known || found.aspect.kind !== "trimmed") return refuse("marking.unknown-aspect");
    if (state.stage !== "scoring") return refuse("marking.not-open");
    if (isSheetLocked(state, place.contestantId, found.subcriterion.id))
      return refuse("marking.sheet-locked");
    const seats = seatsOfAspect(found.aspect, state.rules);
    if (!seats.includes(place.seat)) return refuse("input.invalid");
    const gone = new Set(
      cellsOf(state.cells, place.contestantId)
        .filter((cell) => cell.missing && cell.aspectId === place.aspectId)
        .map((cell) => cell.seat),
    );
    if (gone.has(place.seat) === missing) return refuse("marking.no-change");
    const left = seats.length - gone.size - 1;
    const least = trimRule(state.rules).minJudges;
    if (missing && left < least) return refuse("marking.too-few-judges", { given: left, least });
    await tx.query(
      `INSERT INTO missing_mark (skill_id, contestant_id, aspect_id, seat, missing, reason, declared_by, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        skillId,
        place.contestantId,
        place.aspectId,
        place.seat,
        missing,
        reason.trim(),
        permit.actor.accountId,
        house.clock.now(),
      ],
    );
    return ok({ ...place, missing, reason: reason.trim() });
  });
}
