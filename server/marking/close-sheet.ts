// Opening and closing of marking: start, confirmation by a second person, lock per sub-criterion, who is absent.
import type { SkillRules } from "#domain/competitions/rules.ts";
import { advanceStage, hasReached, type Stage } from "#domain/competitions/skill.ts";
import { lockedForAll, sheetId } from "#domain/marking/lock.ts";
import { seatsMissing } from "#domain/marking/seats.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { aheadOf, stageOfSheet } from "#domain/results/contest-stages.ts";
import type { ContestantStatus } from "#domain/results/ranking.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import { hasWords } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadSkillState, lockedScheme } from "./load-skill.ts";
import { closeReopenings } from "./reopen.ts";
import { lookAgain, recordConfirmation, type SheetPlace, sheetProblem } from "./second-look.ts";

type Overseer = Permit<"marking.oversee">;

/** Opens marking: needs the drawn field, a locked scheme, and the seats that a judgement asks for. */
export async function openScoring(
  house: House,
  permit: Overseer | Permit<"competitions.configure">,
): Promise<Outcome> {
  return inSkill(house, permit, "scoring-opened", async (tx, skillId) => {
    const [skill] = await tx.query<{
      stage: Stage;
      rules: SkillRules;
      scheme_id: string | null;
      seats: number[];
    }>(
      `SELECT stage, rules, scheme_id, ARRAY(SELECT number FROM judge_seat WHERE skill_id = skill.id AND ended_at IS NULL AND NOT reserve) AS seats
       FROM skill WHERE id = $1`,
      [skillId],
    );
    const step = advanceStage(skill!.stage, "scoring");
    if (!step.ok) return step;
    if (!skill!.scheme_id) return refuse("scheme.not-locked");
    const scheme = await lockedScheme(tx, skill!.scheme_id);
    const missing = seatsMissing(scheme, skill!.rules, skill!.seats);
    if (missing.length > 0) {
      return refuse("skill.needs-judges", { seats: skill!.seats.length, missing: missing.join("、") });
    }
    await tx.query("UPDATE skill SET stage = 'scoring' WHERE id = $1", [skillId]);
    return ok({});
  });
}

/**
 * A second person confirms one complete sheet as they saw it (`seenHash`, where given); who entered any of it is
 * refused (four eyes, held by the database too).
 */
export async function confirmSheet(
  house: House,
  permit: Permit<"marking.confirm">,
  sheet: SheetPlace & { readonly seenHash?: string },
): Promise<Outcome> {
  return inSkill(house, permit, "sheet-confirmed", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const looked = await lookAgain(tx, permit, state, sheet);
    if (!looked.ok) return looked;
    if (state.rules.confirm === "blind") return refuse("marking.rekey-blind");
    const { hash } = looked.value;
    if (sheet.seenHash !== undefined && sheet.seenHash !== hash) return refuse("marking.sheet-changed");
    await recordConfirmation(tx, permit, sheet, hash, house.clock.now());
    return ok({ contestantId: sheet.contestantId, subcriterionId: sheet.subcriterionId, hash });
  });
}

/**
 * Locks a sub-criterion for everybody who came through to its stage; names the codes that stand in the way. Refuses one that
 * is locked already, and one of a stage that has not begun.
 */
export async function lockSubcriterion(
  house: House,
  permit: Overseer,
  subcriterionId: string,
): Promise<Outcome> {
  return inSkill(house, permit, "subcriterion-locked", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    const place = findSubCriterion(state.scheme, subcriterionId);
    if (!place) return refuse("input.not-found");
    if (state.stage !== "scoring") return refuse("marking.not-open");
    if (lockedForAll(state.scheme, state).includes(subcriterionId))
      return refuse("marking.already-locked", { sub: subcriterionId });
    const stage = stageOfSheet(state, subcriterionId);
    if (stage && !stage.begun) return refuse("marking.stage-not-begun", { stage: stage.name });
    const ahead = aheadOf(state);
    const isOpen = (id: string): boolean => !ahead.has(sheetId(id, subcriterionId));
    for (const one of state.contestants.filter((each) => each.status === "present" && isOpen(each.id))) {
      const problem = sheetProblem(state, one.id, subcriterionId);
      if (problem) return refuse(problem, { code: one.code, sub: subcriterionId });
      const settled = state.rules.confirm === "none" || state.confirmed.has(sheetId(one.id, subcriterionId));
      if (!settled) return refuse("marking.lock-unconfirmed", { code: one.code, sub: subcriterionId });
    }
    await closeReopenings(tx, skillId, subcriterionId, house.clock.now());
    await tx.query(
      "INSERT INTO subcriterion_lock (skill_id, subcriterion_id, day, locked_by, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
      [skillId, subcriterionId, place.subcriterion.day, permit.actor.accountId, house.clock.now()],
    );
    return ok({ subcriterionId });
  });
}

/**
 * Absent, withdrawn or disqualified, by code and with a reason; absent is refused where marks already stand, any of them once
 * the result is signed.
 */
export async function setContestantStatus(
  house: House,
  permit: Overseer,
  change: { readonly contestantId: string; readonly status: ContestantStatus; readonly reason: string },
): Promise<Outcome> {
  return inSkill(house, permit, "contestant-status", async (tx, skillId) => {
    const [row] = await tx.query<{ marks: number; stage: Stage }>(
      `SELECT s.stage, (SELECT count(*)::int FROM mark_cell m WHERE m.contestant_id = c.id AND m.value IS NOT NULL) AS marks
       FROM contestant c JOIN skill s ON s.id = c.skill_id WHERE c.id = $1 AND c.skill_id = $2`,
      [change.contestantId, skillId],
    );
    if (!row) return refuse("input.not-found");
    if (hasReached(row.stage, "signed")) return refuse("results.step-not-open", { stage: row.stage });
    if (row.stage !== "drawn" && row.stage !== "scoring") return refuse("marking.not-open");
    if (change.status === "absent" && row.marks > 0) return refuse("marking.has-marks");
    if (change.status !== "present" && !hasWords(change.reason)) return refuse("registration.reason-needed");
    await tx.query("UPDATE contestant SET status = $2, status_reason = $3 WHERE id = $1", [
      change.contestantId,
      change.status,
      change.reason.trim() || null,
    ]);
    return ok({ ...change });
  });
}
