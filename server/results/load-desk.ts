// The rows that the desk of a result is read from, all of one snapshot: the skill, its draw, signatures, notice and awards.
import type { AwardGrade } from "#domain/awards/grades.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import type { Sql } from "../database/connection.ts";
import type { SignatureKind } from "./sign.ts";

type SkillRow = {
  readonly number: number;
  readonly name: string;
  readonly stage: Stage;
  readonly rules: SkillRules;
  readonly competition: { readonly id: string; readonly name: string; readonly noticeWorkingDays: number };
};
type DrawRow = {
  readonly committedAt: Date;
  readonly committedBy: string;
  readonly drawnAt: Date | null;
  readonly openingAskedBy: string | null;
  readonly openedAt: Date | null;
  readonly seedHash: string;
  readonly entryHash: string;
};
type SignOffRow = {
  readonly kind: SignatureKind;
  readonly accountId: string;
  readonly name: string;
  readonly contentHash: string;
  readonly at: Date;
};
/** Days as "YYYY-MM-DD". */
type NoticeRow = { readonly firstDay: string; readonly lastDay: string; readonly closesAt: Date };
type AwardRow = {
  readonly grade: AwardGrade;
  readonly rank: number;
  readonly state: string;
  readonly number: string | null;
  readonly person: { readonly name: string };
};
export type DeskRows = {
  readonly skill: SkillRow;
  readonly draw: DrawRow | null;
  /** Oldest first. */
  readonly signOffs: readonly SignOffRow[];
  /** The newest one. */
  readonly notice: NoticeRow | null;
  readonly awards: readonly AwardRow[];
};

/** Of a skill that exists. */
export async function loadDesk(sql: Sql, skillId: string): Promise<DeskRows> {
  const [skill] = await sql.query<SkillRow>(
    `SELECT s.number, s.name, s.stage, s.rules,
       jsonb_build_object('id', c.id, 'name', c.name, 'noticeWorkingDays', c.notice_working_days) AS competition
     FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.id = $1`,
    [skillId],
  );
  const [draw] = await sql.query<DrawRow>(
    `SELECT committed_at AS "committedAt", committed_by AS "committedBy", drawn_at AS "drawnAt",
       opening_asked_by AS "openingAskedBy", opened_at AS "openedAt", seed_hash AS "seedHash", entry_hash AS "entryHash"
     FROM draw WHERE skill_id = $1`,
    [skillId],
  );
  const signOffs = await sql.query<SignOffRow>(
    `SELECT s.kind, s.account_id AS "accountId", a.name, s.content_hash AS "contentHash", s.at
     FROM sign_off s JOIN account a ON a.id = s.account_id WHERE s.skill_id = $1 ORDER BY s.at, s.kind`,
    [skillId],
  );
  const [notice] = await sql.query<NoticeRow>(
    `SELECT first_day AS "firstDay", last_day AS "lastDay", closes_at AS "closesAt" FROM notice
     WHERE skill_id = $1 ORDER BY opened_at DESC LIMIT 1`,
    [skillId],
  );
  const awards = await sql.query<AwardRow>(
    `SELECT w.grade, w.rank, w.state, w.number, jsonb_build_object('name', p.name) AS person
     FROM award w JOIN person p ON p.id = w.person_id WHERE w.skill_id = $1 ORDER BY w.rank`,
    [skillId],
  );
  return { skill: skill!, draw: draw ?? null, signOffs, notice: notice ?? null, awards };
}
