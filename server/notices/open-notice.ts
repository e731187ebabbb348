// Announcing on site and opening the public notice (公示): what is shown is a snapshot, the window is working days.
import type { SkillRules } from "#domain/competitions/rules.ts";
import { advanceStage, type Stage } from "#domain/competitions/skill.ts";
import { noticeWindow } from "#domain/notices/notice.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { tiedSince, unmarkedSince } from "../marking/opened.ts";
import { type NamedLine, namedStandings, publicLines } from "../results/public-result.ts";
import { takeSnapshot } from "../results/sign.ts";

type Publisher = Permit<"results.publish">;

/** 现场公布: the decoded result at the closing ceremony, where the skill's rules ask for it. */
export async function announceOnSite(house: House, permit: Publisher): Promise<Outcome> {
  return inSkill(house, permit, "result-announced", async (tx, skillId) => {
    const skill = await stageOf(tx, skillId);
    const step = advanceStage(skill.stage, "announced");
    if (!step.ok) return step;
    const decided = await nothingOpen(tx, skillId, skill.rules);
    if (!decided.ok) return decided;
    await takeSnapshot(house, tx, skillId, "announced", publicLines(await namedStandings(tx, skillId)));
    await tx.query("UPDATE skill SET stage = 'announced' WHERE id = $1", [skillId]);
    return ok({});
  });
}

/** Opens the notice now: the posting day is not counted; awards become provisional (拟获奖) and grant nothing yet. */
export async function openNotice(house: House, permit: Publisher): Promise<Outcome> {
  return inSkill(house, permit, "notice-opened", async (tx, skillId) => {
    const skill = await stageOf(tx, skillId);
    const step = advanceStage(skill.stage, "notice");
    if (!step.ok) return step;
    if (skill.rules.onSite && skill.stage === "decoded")
      return refuse("results.step-not-open", { stage: skill.stage });
    const decided = await nothingOpen(tx, skillId, skill.rules);
    if (!decided.ok) return decided;
    const now = house.clock.now();
    const window = noticeWindow(now, skill.days);
    const lines = await namedStandings(tx, skillId);
    await takeSnapshot(house, tx, skillId, "notice", publicLines(lines));
    await tx.query(
      "INSERT INTO notice (skill_id, opened_at, opened_by, first_day, last_day, closes_at) VALUES ($1, $2, $3, $4, $5, $6)",
      [skillId, now, permit.actor.accountId, window.firstDay, window.lastDay, window.closesAt],
    );
    await proposeAwards(tx, skillId, lines);
    await tx.query("UPDATE skill SET stage = 'notice' WHERE id = $1", [skillId]);
    return ok({ firstDay: window.firstDay, lastDay: window.lastDay, arranged: window.arranged });
  });
}

/**
 * Refuses what the floor's penalties opened at decoding: a tie where the skill shares no rank, until the committee's order, and
 * a line of a stage moved over somebody who has no mark in the next.
 */
async function nothingOpen(tx: Transaction, skillId: string, rules: SkillRules): Promise<Outcome> {
  if (!rules.noSharedRanks && !rules.contestStages?.length) return ok();
  const state = (await loadSkillState(tx, skillId))!;
  const unmarked = await unmarkedSince(tx, state);
  if (unmarked.length > 0) return refuse("results.stage-line-moved", { codes: unmarked.join("、") });
  const codes = await tiedSince(tx, state);
  return codes.length === 0 ? ok() : refuse("results.tie-open", { codes: codes.join("、") });
}

async function stageOf(
  tx: Transaction,
  skillId: string,
): Promise<{ stage: Stage; rules: SkillRules; days: number }> {
  const [skill] = await tx.query<{ stage: Stage; rules: SkillRules; days: number }>(
    "SELECT s.stage, s.rules, c.notice_working_days AS days FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.id = $1",
    [skillId],
  );
  return skill!;
}

async function proposeAwards(tx: Transaction, skillId: string, lines: readonly NamedLine[]): Promise<void> {
  const awarded = lines.filter((line) => line.grade !== null);
  await tx.query(
    `INSERT INTO award (skill_id, registration_id, person_id, grade, rank)
     SELECT $1, r, p, g, k FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[]) AS a(r, p, g, k)`,
    [
      skillId,
      awarded.map((line) => line.registrationId),
      awarded.map((line) => line.personId),
      awarded.map((line) => line.grade),
      awarded.map((line) => line.rank),
    ],
  );
}
