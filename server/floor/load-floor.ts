// The floor of one skill as the database holds it: its stage, who is expected, what was recorded. Nothing here knows a code.
import type { CompetitionState } from "#domain/competitions/competition.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { exact, formatExact } from "#domain/exact.ts";
import { type PenaltyLevel, penaltyLevelsOf } from "#domain/floor/penalty.ts";
import type { RecordKind } from "#domain/floor/record.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { Sql } from "../database/connection.ts";

export type FloorSkill = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly venue: string;
  readonly stage: Stage;
  readonly competition: CompetitionState;
  readonly edition: string;
};

/** The skill with the state of its edition. */
export async function loadFloorSkill(sql: Sql, skillId: string): Promise<FloorSkill> {
  const [row] = await sql.query<FloorSkill>(
    `SELECT s.id, s.number, s.name, s.venue, s.stage, c.state AS competition, c.name AS edition
     FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.id = $1`,
    [skillId],
  );
  return row!;
}

/** The skill's scheme once it is locked: before, ids of aspects may still move. */
export async function loadLockedScheme(sql: Sql, skillId: string): Promise<Scheme | null> {
  const [row] = await sql.query<{ content: Scheme }>(
    "SELECT v.content FROM skill s JOIN scheme_version v ON v.id = s.scheme_id WHERE s.id = $1 AND v.locked_at IS NOT NULL",
    [skillId],
  );
  return row?.content ?? null;
}

/** The penalties that can be proposed under the skill's rules. */
export async function loadPenaltyLevels(sql: Sql, skillId: string): Promise<PenaltyLevel[]> {
  const [row] = await sql.query<{ rules: SkillRules }>("SELECT rules FROM skill WHERE id = $1", [skillId]);
  return penaltyLevelsOf(row!.rules);
}

export type Entrant = {
  readonly registrationId: string;
  readonly personId: string;
  readonly number: string | null;
  readonly name: string;
  readonly unit: string;
  readonly delegation: string;
  /** Null: not checked in, or taken back. */
  readonly checkedInAt: Date | null;
  readonly checkedInBy: string | null;
};

/** Accepted entrants by competition number, each with the newest word about their check-in. */
export const loadEntrants = (sql: Sql, skillId: string): Promise<Entrant[]> =>
  sql.query<Entrant>(
    `SELECT r.id AS "registrationId", r.person_id AS "personId", r.number, p.name, r.unit, d.name AS delegation,
       CASE WHEN c.present THEN c.at END AS "checkedInAt", CASE WHEN c.present THEN a.name END AS "checkedInBy"
     FROM registration r JOIN person p ON p.id = r.person_id JOIN delegation d ON d.id = r.delegation_id
     LEFT JOIN LATERAL (SELECT present, at, recorded_by FROM check_in WHERE registration_id = r.id
       ORDER BY place DESC LIMIT 1) c ON true
     LEFT JOIN account a ON a.id = c.recorded_by
     WHERE r.skill_id = $1 AND r.state = 'accepted' ORDER BY r.number`,
    [skillId],
  );

export type KeptRecord = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly text: string;
  readonly minutes: number | null;
  readonly penalty: {
    readonly level: PenaltyLevel;
    readonly target: string | null;
    readonly amount: string | null;
  } | null;
  /** Null: an incident of the whole skill. */
  readonly whom: {
    readonly number: string | null;
    readonly name: string;
    readonly delegation: string;
  } | null;
  readonly by: string;
  readonly at: Date;
  readonly withdrawal: { readonly reason: string; readonly by: string; readonly at: Date } | null;
};

type RecordRow = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly text: string;
  readonly minutes: number | null;
  readonly level: PenaltyLevel | null;
  readonly target: string | null;
  readonly amount: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly delegation: string;
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly withdrawnBy: string;
  readonly withdrawnAt: Date;
};

/** Every record of the skill, newest first, the withdrawn ones with the reason. */
export async function loadRecords(sql: Sql, skillId: string): Promise<KeptRecord[]> {
  const rows = await sql.query<RecordRow>(
    `SELECT f.id, f.kind, f.text, f.minutes, f.penalty_level AS level, f.penalty_target AS target, f.penalty_amount AS amount,
       r.number, p.name, d.name AS delegation, a.name AS by, f.at, w.reason, b.name AS "withdrawnBy", w.at AS "withdrawnAt"
     FROM floor_record f JOIN account a ON a.id = f.recorded_by
     LEFT JOIN registration r ON r.id = f.registration_id LEFT JOIN person p ON p.id = r.person_id
     LEFT JOIN delegation d ON d.id = r.delegation_id
     LEFT JOIN floor_withdrawal w ON w.record_id = f.id LEFT JOIN account b ON b.id = w.withdrawn_by
     WHERE f.skill_id = $1 ORDER BY f.place DESC`,
    [skillId],
  );
  return rows.map(({ id, kind, text, minutes, level, target, amount, by, at, ...rest }) => ({
    id,
    kind,
    text,
    minutes,
    penalty: level && { level, target, amount: amount && formatExact(exact(amount)) },
    whom: rest.name === null ? null : { number: rest.number, name: rest.name, delegation: rest.delegation },
    by,
    at,
    withdrawal:
      rest.reason === null ? null : { reason: rest.reason, by: rest.withdrawnBy, at: rest.withdrawnAt },
  }));
}
