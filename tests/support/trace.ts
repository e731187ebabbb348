// What a mark leaves behind in a skill, counted: a refusal must leave every count as it was.
import type { SkillStage } from "./stage.ts";

export type Trace = { revisions: number; lines: number; cells: number; head: number };

export const traceOf = async ({ at, skillId }: SkillStage): Promise<Trace> =>
  (
    await at.database.query<Trace>(
      `SELECT (SELECT count(*) FROM mark_revision WHERE skill_id = $1) AS revisions,
              (SELECT count(*) FROM ledger_line WHERE chain = 'skill:' || $1) AS lines,
              (SELECT count(*) FROM mark_cell WHERE skill_id = $1) AS cells,
              (SELECT seq FROM chain_head WHERE chain = 'skill:' || $1) AS head`,
      [skillId],
    )
  )[0]!;
