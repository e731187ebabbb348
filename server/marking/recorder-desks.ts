// Where somebody keys paper sheets, and what keeps them from it elsewhere.
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import type { House } from "../house.ts";

/** The skills a recorder has a desk in, with what keeps them from keying there. */
export async function listRecorderDesks(house: House, accountId: string) {
  const rows = await house.database.query<{
    id: string;
    number: number;
    name: string;
    competition: string;
    stage: Stage;
    confirm: SkillRules["confirm"];
    seated: boolean;
    contestants: { readonly id: string; readonly code: string }[];
  }>(
    `SELECT s.id, s.number, s.name, k.name AS competition, s.stage, s.rules->>'confirm' AS confirm,
       EXISTS (SELECT 1 FROM judge_seat j WHERE j.skill_id = s.id AND j.account_id = $1 AND j.ended_at IS NULL) AS seated,
       (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code) ORDER BY code), '[]')
          FROM contestant WHERE skill_id = s.id) AS contestants
     FROM role_grant g JOIN skill s ON s.id = g.skill_id JOIN competition k ON k.id = s.competition_id
     WHERE g.account_id = $1 AND g.role = 'recorder' AND g.revoked_at IS NULL
     ORDER BY s.stage <> 'scoring', s.rules->>'confirm' = 'none', k.starts_on DESC, s.number`,
    [accountId],
  );
  return rows.map(({ confirm, seated, ...skill }) => ({
    ...skill,
    barred: seated
      ? ("marking.judge-may-not-record" as const)
      : confirm === "none"
        ? ("marking.recorder-needs-check" as const)
        : null,
  }));
}
