// The published results of a competition as delegations are compared over: nothing of a skill that is not published yet.
import {
  isCompared,
  type PublishedLine,
  type PublishedSkill,
  type Team,
} from "#domain/awards/delegation-results.ts";
import type { DelegationMethod } from "#domain/awards/delegations.ts";
import type { Sql } from "../database/connection.ts";
import type { ResultLine } from "../results/public-result.ts";

type CompetitionRow = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly method: DelegationMethod;
  readonly coachRanks: number;
};
export type ListedSkill = PublishedSkill & {
  /** Whether its marking scheme names sections of the occupational standards. */
  readonly sections: boolean;
};
export type PublishedCompetition = {
  readonly competition: CompetitionRow;
  /** With the code of the county they stand for. */
  readonly teams: readonly (Team & { readonly division: string | null })[];
  /** The published ones, by number. */
  readonly skills: readonly ListedSkill[];
  /** How many of the skills that delegations are compared over are published. */
  readonly published: number;
  readonly of: number;
};

type SkillRow = Omit<ListedSkill, "lines"> & { readonly content: readonly ResultLine[] | null };
type EntrantRow = {
  readonly skillId: string;
  readonly number: string;
  readonly delegationId: string;
  readonly coach: string | null;
};

/** Null for an unknown competition. */
export async function publishedOf(sql: Sql, competitionId: string): Promise<PublishedCompetition | null> {
  const [competition] = await sql.query<CompetitionRow>(
    `SELECT id, name, state, delegation_method AS method, coach_ranks AS "coachRanks" FROM competition WHERE id = $1`,
    [competitionId],
  );
  if (!competition) return null;
  const teams = await sql.query<PublishedCompetition["teams"][number]>(
    "SELECT id, name, division FROM delegation WHERE competition_id = $1 ORDER BY name",
    [competitionId],
  );
  const rows = await sql.query<SkillRow>(
    `SELECT s.id, s.number, s.name, s.category, s.rules->'minField' AS "minField",
       s.rules->'contestStages' AS "contestStages", p.content,
       coalesce(jsonb_path_exists(v.content, '$.criteria[*].subcriteria[*].aspects[*].wsos'), false) AS sections
     FROM skill s
     LEFT JOIN scheme_version v ON v.id = s.scheme_id
     LEFT JOIN result_snapshot p ON p.skill_id = s.id AND p.kind = 'published' AND s.stage = 'published'
     WHERE s.competition_id = $1 ORDER BY s.number`,
    [competitionId],
  );
  const entrants = await sql.query<EntrantRow>(
    `SELECT r.skill_id AS "skillId", r.number, r.delegation_id AS "delegationId", r.coach
     FROM registration r JOIN skill s ON s.id = r.skill_id
     WHERE s.competition_id = $1 AND s.stage = 'published' AND r.number IS NOT NULL`,
    [competitionId],
  );
  const byNumber = new Map(entrants.map((one) => [`${one.skillId} ${one.number}`, one]));
  const lineOf = (skillId: string, line: ResultLine): PublishedLine => {
    const { delegationId, coach } = byNumber.get(`${skillId} ${line.number}`)!;
    return { ...line, delegationId, coach };
  };
  const skills = rows.flatMap(({ content, minField, contestStages, ...skill }): ListedSkill[] =>
    content
      ? [
          {
            ...skill,
            ...(minField !== null && { minField }),
            ...(contestStages && { contestStages }),
            lines: content.map((line) => lineOf(skill.id, line)),
          },
        ]
      : [],
  );
  const of = rows.filter(isCompared).length;
  return { competition, teams, skills, published: skills.filter(isCompared).length, of };
}
