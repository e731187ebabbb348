// The recheck of a skill as it stands: its seed, kept once for good, and every look at a sheet.
import { randomBytes } from "node:crypto";
import type { SkillState } from "#domain/live/views.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { cellsOf } from "#domain/marking/mark.ts";
import { type Look, type Recheck, recheckOf, type SheetContent } from "#domain/marking/recheck.ts";
import { aheadOf } from "#domain/results/contest-stages.ts";
import { standings } from "#domain/results/standings.ts";
import { subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { Sql } from "../database/connection.ts";
import { sheetHash } from "./load-skill.ts";

export type StandingRecheck = Recheck & { readonly seed: string; readonly looks: readonly Look[] };

/** Draws the seed when marking ends for the first time; null where the skill rechecks nothing or the seed is known. */
export async function drawRecheckSeed(sql: Sql, state: SkillState, at: Date): Promise<string | null> {
  if (!state.rules.recheck) return null;
  const [row] = await sql.query<{ seed: string }>(
    "INSERT INTO recheck_seed (skill_id, seed, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING seed",
    [state.skillId, randomBytes(32).toString("hex"), at],
  );
  return row?.seed ?? null;
}

/** Null where the skill rechecks nothing, or marking never ended yet. */
export async function loadRecheck(sql: Sql, state: SkillState): Promise<StandingRecheck | null> {
  const { skillId, scheme, rules, contestants, cells } = state;
  if (!rules.recheck) return null;
  const [drawn] = await sql.query<{ seed: string }>("SELECT seed FROM recheck_seed WHERE skill_id = $1", [
    skillId,
  ]);
  if (!drawn) return null;
  const looks = await sql.query<Look>(
    `SELECT contestant_id AS "contestantId", subcriterion_id AS "subcriterionId", sheet_hash AS hash, differing,
       checked_by AS by FROM recheck_look WHERE skill_id = $1 ORDER BY place`,
    [skillId],
  );
  const aspects = subcriteriaOf(scheme).map(({ subcriterion }) => ({
    id: subcriterion.id,
    ids: new Set(subcriterion.aspects.map((aspect) => aspect.id)),
  }));
  const ahead = aheadOf(state);
  const contents: SheetContent[] = contestants.flatMap((one) =>
    aspects
      .filter(({ id }) => !ahead.has(sheetId(one.id, id)))
      .map(({ id, ids }) => ({
        contestantId: one.id,
        subcriterionId: id,
        hash: sheetHash(cellsOf(cells, one.id), ids),
      })),
  );
  const field = standings(scheme, rules, contestants, cells, state.rulings);
  return { seed: drawn.seed, looks, ...recheckOf(rules.recheck, field, drawn.seed, contents, looks) };
}
