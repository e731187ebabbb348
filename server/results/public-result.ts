// What anybody may read of a skill's result: nothing before it is announced or in public notice, then the snapshot with names.

import type { Candidate } from "#domain/awards/candidate.ts";
import type { AwardGrade } from "#domain/awards/grades.ts";
import { needsScale, planAwards } from "#domain/awards/policy.ts";
import { isArranged } from "#domain/calendar.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { scalePoints } from "#domain/results/scaled.ts";
import type { Standing } from "#domain/results/standings.ts";
import type { Sql } from "../database/connection.ts";
import type { House } from "../house.ts";
import { penalizedSince } from "../marking/opened.ts";

/** A line of a published list: competition number, name, unit, and no fragment of an ID. */
export type ResultLine = {
  readonly rank: number | null;
  readonly status: Standing["status"];
  readonly total: string | null;
  /** The total exactly, "269/3", where six decimals do not hold it. */
  readonly fraction?: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly delegation: string;
  readonly grade: AwardGrade | null;
};
export type Finality = "announced" | "notice" | "published";
export type PublicResult = {
  readonly finality: Finality;
  readonly lines: readonly ResultLine[];
  readonly at: Date;
  readonly hash: string;
  /** Points of the scale of 700 in the order of the lines; only of a published result, where its skill has a scale. */
  readonly scale: { readonly points: readonly (number | null)[]; readonly forAwards: boolean } | null;
  readonly notice: {
    readonly firstDay: string;
    readonly lastDay: string;
    readonly closesAt: Date;
    /** Whether the holidays of these days were known; without them weekdays alone were counted. */
    readonly arranged: boolean;
  } | null;
};

const visible: Partial<Record<Stage, Finality>> = {
  announced: "announced",
  notice: "notice",
  published: "published",
};

/** The result of a skill as the public may see it now; null while it may not. */
export async function onSiteResult(house: House, skillId: string): Promise<PublicResult | null> {
  const skill = await house.database.prisma.skill.findUnique({
    where: { id: skillId },
    select: { stage: true, rules: true },
  });
  const finality = skill && visible[skill.stage as Stage];
  if (!finality) return null;
  const [snapshot] = await house.database.query<{ content: ResultLine[]; hash: string; at: Date }>(
    "SELECT content, hash, at FROM result_snapshot WHERE skill_id = $1 AND kind = $2",
    [skillId, finality],
  );
  const [notice] = await house.database.query<{ first_day: string; last_day: string; closes_at: Date }>(
    "SELECT first_day, last_day, closes_at FROM notice WHERE skill_id = $1 ORDER BY opened_at DESC LIMIT 1",
    [skillId],
  );
  return {
    finality,
    lines: snapshot!.content,
    at: snapshot!.at,
    hash: snapshot!.hash,
    scale: finality === "published" ? scaleOf(snapshot!.content, skill.rules as unknown as SkillRules) : null,
    notice: notice
      ? {
          firstDay: notice.first_day,
          lastDay: notice.last_day,
          closesAt: notice.closes_at,
          arranged: isArranged(notice.first_day) && isArranged(notice.last_day),
        }
      : null,
  };
}

function scaleOf(lines: readonly ResultLine[], rules: SkillRules): PublicResult["scale"] {
  const points = scalePoints(lines, rules);
  return points && { points, forAwards: needsScale(rules.awards.policy) };
}

type Owner = {
  contestant_id: string;
  registration_id: string;
  person_id: string;
  number: string;
  name: string;
  unit: string;
  delegation: string;
};
export type NamedLine = ResultLine & {
  /** The code the work was marked under; never beside a name in public. */
  readonly code: string;
  readonly registrationId: string;
  readonly personId: string;
};

/** The standings as awards take them: with group and award rights, which a sealed code has not yet. */
export async function awardCandidates(
  sql: Sql,
  skillId: string,
  rows: readonly Standing[],
): Promise<Candidate[]> {
  const owners = await sql.query<{ contestant_id: string; group: string | null; award_rights: boolean }>(
    `SELECT c.id AS contestant_id, r."group", r.award_rights
     FROM contestant c JOIN registration r ON r.id = c.registration_id WHERE c.skill_id = $1`,
    [skillId],
  );
  const byId = new Map(owners.map((owner) => [owner.contestant_id, owner]));
  return rows.map((row) => {
    const owner = byId.get(row.contestantId);
    return owner ? { ...row, group: owner.group, mayWin: owner.award_rights } : row;
  });
}

/** The signed standings with the names that decoding gave back, and the award each line would get. */
export async function namedStandings(sql: Sql, skillId: string): Promise<NamedLine[]> {
  const [signed] = await sql.query<{ content: Standing[] }>(
    "SELECT content FROM result_snapshot WHERE skill_id = $1 AND kind = 'signed'",
    [skillId],
  );
  const [skill] = await sql.query<{ rules: SkillRules }>("SELECT rules FROM skill WHERE id = $1", [skillId]);
  const owners = await sql.query<Owner>(
    `SELECT c.id AS contestant_id, r.id AS registration_id, r.person_id, r.number, p.name, r.unit, d.name AS delegation
     FROM contestant c JOIN registration r ON r.id = c.registration_id JOIN person p ON p.id = r.person_id
     JOIN delegation d ON d.id = r.delegation_id WHERE c.skill_id = $1`,
    [skillId],
  );
  if (!signed || !skill) return [];
  const rows = (await penalizedSince(sql, skillId)) ?? signed.content;
  const byId = new Map(owners.map((owner) => [owner.contestant_id, owner]));
  const ownerOf = (row: Standing): Owner => {
    const owner = byId.get(row.contestantId);
    if (!owner) throw new Error(`signed line ${row.code} of skill ${skillId} belongs to nobody`);
    return owner;
  };
  const candidates = await awardCandidates(sql, skillId, rows);
  const grades = new Map(
    planAwards(candidates, skill.rules).awarded.map((one) => [one.contestantId, one.grade]),
  );
  return rows.map((row) => {
    const owner = ownerOf(row);
    const { number, name, unit, delegation } = owner;
    const grade = grades.get(row.contestantId) ?? null;
    const line = {
      code: row.code,
      rank: row.rank,
      status: row.status,
      total: row.total,
      ...(row.fraction !== undefined && { fraction: row.fraction }),
      number,
      name,
      unit,
      delegation,
      grade,
    };
    return { ...line, registrationId: owner.registration_id, personId: owner.person_id };
  });
}

/** What a list shows to the public: codes and ids fall away. */
export const publicLines = (lines: readonly NamedLine[]): ResultLine[] =>
  lines.map(({ code: _c, registrationId: _r, personId: _p, ...line }) => line);
