// What the rules look at in a person: our own awards as they now stand, and the external ones with their verification.
import type { Award, CompetitionAward } from "#domain/entitlements/person.ts";
import { competitionAward, honourAward } from "#domain/entitlements/person.ts";
import {
  type AwardState,
  type Competition,
  type Grade,
  grades,
  type Honour,
} from "#domain/entitlements/vocabulary.ts";
import type { Sql } from "../database/connection.ts";

type Own = {
  person_id: string;
  tier: Competition;
  grade: Grade;
  state: string;
  edition: string;
  skill: string;
  conferred_at: Date | null;
};
type External = {
  person_id: string;
  kind: string;
  competition: Competition | null;
  grade: Grade | null;
  honour: Honour | null;
  role: CompetitionAward["role"];
  edition: string | null;
  skill: string | null;
  team_size: number;
  category: CompetitionAward["category"];
  won_on: string | null;
  identity_matched: boolean;
  state: AwardState;
};

const ownState: Readonly<Record<string, AwardState>> = {
  provisional: "public-notice",
  conferred: "final",
  revoked: "revoked",
};

/** Awards of each of these people, own ones first, in the order they were entered. */
export async function awardsOf(sql: Sql, personIds: readonly string[]): Promise<Map<string, Award[]>> {
  const own = await sql.query<Own>(
    `SELECT a.person_id, c.tier, a.grade, a.state, c.name AS edition, s.name AS skill, a.conferred_at
     FROM award a JOIN skill s ON s.id = a.skill_id JOIN competition c ON c.id = s.competition_id
     WHERE a.person_id = ANY($1) ORDER BY c.starts_on, s.number`,
    [personIds],
  );
  const external = await sql.query<External>(
    `SELECT person_id, kind, competition, grade, honour, role, edition, skill, team_size, category, won_on, identity_matched, state
     FROM external_award WHERE person_id = ANY($1) ORDER BY entered_at, id`,
    [personIds],
  );
  const byPerson = new Map<string, Award[]>(personIds.map((id) => [id, []]));
  for (const row of own) if (isWeighed(row.grade)) byPerson.get(row.person_id)!.push(ownAward(row));
  for (const row of external) byPerson.get(row.person_id)!.push(externalAward(row));
  return byPerson;
}

/** The rules speak of medals: a first, second or third prize is none, and weighs nothing. */
const isWeighed = (grade: Grade): boolean => grades.includes(grade);

const ownAward = (row: Own): Award =>
  competitionAward({
    competition: row.tier,
    grade: row.grade,
    state: ownState[row.state]!,
    role: "competitor",
    edition: row.edition,
    skill: row.skill,
  });

function externalAward(row: External): Award {
  const date = row.won_on ?? undefined;
  if (row.kind === "honour") {
    return honourAward({
      honour: row.honour!,
      state: row.state,
      date,
      identityMatched: row.identity_matched,
    });
  }
  return competitionAward({
    competition: row.competition!,
    grade: row.grade!,
    state: row.state,
    role: row.role,
    date,
    edition: row.edition ?? undefined,
    skill: row.skill ?? undefined,
    teamSize: row.team_size,
    category: row.category,
    identityMatched: row.identity_matched,
  });
}
