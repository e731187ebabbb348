// The chief judge on the day: until when a sub-criterion is to be marked, and messages that each judge is seen to have read.
import type { SkillRules } from "#domain/competitions/rules.ts";
import { longestMessage } from "#domain/live/day.ts";
import { panelsOf, panelsWith } from "#domain/marking/seats.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import { isTold } from "#domain/told.ts";
import type { JudgeSeat, Permit } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadSkillState } from "./load-skill.ts";
import { panelSeats } from "./marking-seats.ts";

/** Sets until when a sub-criterion is to be marked, or takes the time back (`dueAt` null). Refuses once marking is over. */
export async function setDue(
  house: House,
  permit: Permit<"marking.oversee">,
  { subcriterionId, dueAt }: { readonly subcriterionId: string; readonly dueAt: Date | null },
): Promise<Outcome> {
  return inSkill(house, permit, "sheets-due", async (tx, skillId) => {
    const state = (await loadSkillState(tx, skillId))!;
    if (!findSubCriterion(state.scheme, subcriterionId)) return refuse("input.not-found");
    if (state.stage !== "drawn" && state.stage !== "scoring") return refuse("marking.not-open");
    if ((state.day.due.get(subcriterionId) ?? null) === (dueAt?.toISOString() ?? null))
      return refuse("marking.due-as-before");
    if (dueAt === null) {
      await tx.query("DELETE FROM sheet_due WHERE skill_id = $1 AND subcriterion_id = $2", [
        skillId,
        subcriterionId,
      ]);
    } else {
      await tx.query(
        `INSERT INTO sheet_due (skill_id, subcriterion_id, due_at, set_by, set_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (skill_id, subcriterion_id) DO UPDATE SET due_at = $3, set_by = $4, set_at = $5`,
        [skillId, subcriterionId, dueAt, permit.actor.accountId, house.clock.now()],
      );
    }
    return ok({ subcriterionId, dueAt: dueAt?.toISOString() ?? null });
  });
}

/**
 * Sends the judges a message, or those of one panel, under the id that the page made: posted twice it is sent once. Refuses an empty one, and once the
 * result is no longer the judges' work.
 */
export async function tellPanel(
  house: House,
  permit: Permit<"marking.oversee">,
  { id, text, panel = null }: { readonly id: string; readonly text: string; readonly panel?: string | null },
): Promise<Outcome> {
  const told = text.trim();
  return inSkill(house, permit, "panel-told", async (tx, skillId) => {
    if (!isTold(told, longestMessage)) return refuse("marking.message-length", { max: longestMessage });
    const [skill] = await tx.query<{ stage: string; rules: SkillRules }>(
      "SELECT stage, rules FROM skill WHERE id = $1",
      [skillId],
    );
    if (panel !== null && !panelsOf(skill!.rules).some((one) => one.id === panel))
      return refuse("input.not-found");
    if (skill!.stage !== "drawn" && skill!.stage !== "scoring") return refuse("marking.not-open");
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO panel_message (id, skill_id, text, sent_by, at, panel) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, skillId, told, permit.actor.accountId, house.clock.now(), panel],
    );
    return row
      ? ok({ messageId: id, text: told, ...(panel !== null && { panel }) })
      : refuse("marking.already-told");
  });
}

/** A judge has read a message of their own skill; said twice it is one. No deed of the skill: nothing is decided by it. Refuses any other message. */
export async function noteReading(house: House, seat: JudgeSeat, messageId: string): Promise<Outcome> {
  return inTransaction(house.database, async (tx): Promise<Outcome> => {
    const [message] = await tx.query<{ panel: string | null; rules: SkillRules }>(
      "SELECT m.panel, s.rules FROM panel_message m JOIN skill s ON s.id = m.skill_id WHERE m.id = $1 AND s.id = $2",
      [messageId, seat.skillId],
    );
    if (!message) return refuse("input.not-found");
    const own = panelsWith(message.rules, await panelSeats(tx, seat, message.rules)).map(({ id }) => id);
    if (message.panel !== null && !own.includes(message.panel)) return refuse("input.not-found");
    const rows = await tx.query(
      `INSERT INTO panel_message_reading (message_id, account_id, seat, at)
       SELECT id, $3, $4, $5 FROM panel_message WHERE id = $1 AND skill_id = $2
       ON CONFLICT (message_id, account_id) DO NOTHING RETURNING message_id`,
      [messageId, seat.skillId, seat.actor.accountId, seat.number, house.clock.now()],
    );
    if (rows.length > 0) {
      tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId: seat.skillId }));
    }
    return ok();
  });
}
