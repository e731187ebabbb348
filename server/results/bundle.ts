// The bundle of a published skill (domain/bundles): everything its standings follow from, by code, and nothing about a person.
import { type Bundle, bundleFormat } from "#domain/bundles/bundle.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { showLine } from "#domain/ledger/chain.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { ContestantStatus } from "#domain/results/ranking.ts";
import type { Sql } from "../database/connection.ts";
import { inSnapshot } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { skillChain } from "../ledger/record.ts";
import { loadOrders, loadPenalties, penaltyOf } from "../marking/load-rulings.ts";
import type { ResultLine } from "./public-result.ts";

type SkillRow = {
  stage: string;
  number: number;
  name: string;
  competition: string;
  year: number;
  rules: SkillRules;
  content: Bundle["scheme"];
};
type CompetitorRow = {
  id: string;
  code: string;
  status: ContestantStatus;
  group: string | null;
  award_rights: boolean | null;
  number: string | null;
};

/** The bundle of a skill; refused until its result is published. Read in one snapshot. */
export async function exportBundle(house: House, skillId: string): Promise<Outcome<Bundle>> {
  return inSnapshot(house.database, async (sql) => {
    const [skill] = await sql.query<SkillRow>(
      `SELECT s.stage, s.number, s.name, c.name AS competition, c.year, s.rules, v.content
       FROM skill s JOIN competition c ON c.id = s.competition_id LEFT JOIN scheme_version v ON v.id = s.scheme_id
       WHERE s.id = $1`,
      [skillId],
    );
    if (!skill) return refuse("input.not-found");
    if (skill.stage !== "published") return refuse("results.not-published");
    return ok(await gather(sql, skillId, skill));
  });
}

async function gather(sql: Sql, skillId: string, skill: SkillRow): Promise<Bundle> {
  const competitors = await sql.query<CompetitorRow>(
    `SELECT c.id, c.code, c.status, r."group", r.award_rights, r.number
     FROM contestant c LEFT JOIN registration r ON r.id = c.registration_id WHERE c.skill_id = $1 ORDER BY c.code`,
    [skillId],
  );
  const penalties = await loadPenalties(sql, skillId);
  const earlier = await sql.query<{ content: Bundle["scheme"] }>(
    `SELECT v.content FROM scheme_version v JOIN skill s ON s.id = v.skill_id AND s.scheme_id <> v.id
     WHERE s.id = $1 AND v.locked_at IS NOT NULL ORDER BY v.version`,
    [skillId],
  );
  return {
    format: bundleFormat,
    competition: { name: skill.competition, year: skill.year },
    skill: { number: skill.number, name: skill.name },
    scheme: skill.content,
    ...(earlier.length > 0 && { earlier: earlier.map(({ content }) => content) }),
    rules: skill.rules,
    competitors: competitors.map(({ id, code, status, group, award_rights }) => ({
      id,
      code,
      status,
      group,
      ...(award_rights === false && { mayWin: false }),
    })),
    marks: await marksOf(sql, skillId),
    missing: await missingOf(sql, skillId),
    penalties: penalties.flatMap((row) =>
      row.contestantId === null ? [] : [{ id: row.id, competitor: row.contestantId, ...penaltyOf(row) }],
    ),
    orders: await loadOrders(sql, skillId),
    ledger: { chain: skillChain(skillId), lines: await linesOf(sql, skillId) },
    published: await publishedOf(sql, skillId, competitors),
  };
}

const marksOf = (sql: Sql, skillId: string): Promise<Bundle["marks"]> =>
  sql.query<Bundle["marks"][number]>(
    `SELECT r.contestant_id AS competitor, r.aspect_id AS aspect, r.seat, r.round, r.version,
       trim_scale(r.value)::text AS value, coalesce(c.reopened AND c.version = r.version, false) AS reopened, r.ledger_seq AS seq
     FROM mark_revision r LEFT JOIN mark_cell c USING (contestant_id, aspect_id, seat, round)
     WHERE r.skill_id = $1 ORDER BY r.ledger_seq`,
    [skillId],
  );

const missingOf = (sql: Sql, skillId: string): Promise<Bundle["missing"]> =>
  sql.query<Bundle["missing"][number]>(
    `SELECT competitor, aspect, seat FROM (
       SELECT DISTINCT ON (contestant_id, aspect_id, seat) contestant_id AS competitor, aspect_id AS aspect, seat, missing
       FROM missing_mark WHERE skill_id = $1 ORDER BY contestant_id, aspect_id, seat, place DESC) newest
     WHERE missing ORDER BY competitor, aspect, seat`,
    [skillId],
  );

type LineRow = {
  seq: number;
  deed: string;
  payload: unknown;
  actor: string;
  at: Date;
  previous: string;
  hash: string;
  salt: string | null;
};

/** Each line with its open part; one written before lines had a salt only links the chain. */
async function linesOf(sql: Sql, skillId: string): Promise<NonNullable<Bundle["ledger"]>["lines"]> {
  const chain = skillChain(skillId);
  const rows = await sql.query<LineRow>(
    "SELECT seq, deed, payload, actor, at, previous, hash, salt FROM ledger_line WHERE chain = $1 ORDER BY seq",
    [chain],
  );
  return rows.map(({ seq, previous, hash, salt, at, ...row }) => {
    if (salt === null) return { seq, previous, hash };
    const {
      deed,
      at: time,
      open,
      openSalt,
      closed,
    } = showLine({
      ...row,
      chain,
      seq,
      previous,
      at: at.toISOString(),
      salt,
    });
    return { seq, previous, hash, shown: { deed, at: time, open, openSalt, closed } };
  });
}

/** The list as it was published, by code instead of competition number. */
async function publishedOf(
  sql: Sql,
  skillId: string,
  competitors: readonly CompetitorRow[],
): Promise<Bundle["published"]> {
  const [snapshot] = await sql.query<{ content: ResultLine[] }>(
    "SELECT content FROM result_snapshot WHERE skill_id = $1 AND kind = 'published'",
    [skillId],
  );
  if (!snapshot) return null;
  const codes = new Map(competitors.map((one) => [one.number, one.code]));
  const lines = snapshot.content.map((line) => ({ ...line, code: codes.get(line.number)! }));
  return {
    standings: lines.map(({ code, rank, status, total }) => ({ code, rank, status, total })),
    awards: lines.flatMap(({ code, rank, grade }) =>
      grade === null || rank === null ? [] : [{ code, rank, grade }],
    ),
  };
}
