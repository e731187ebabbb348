// The judge statistics of a skill for whoever oversees it: figures per judge, no mark and no competitor, and before decoding
// nothing of units.
import { hasReached } from "#domain/competitions/skill.ts";
import { type Decimal, type Exact, exact, roundHalfUp } from "#domain/exact.ts";
import type { Cell } from "#domain/marking/mark.ts";
import { unitKey } from "#domain/people/names.ts";
import {
  apart,
  type JudgeStatistics,
  judgedTogether,
  judgeStatistics,
} from "#domain/results/judge-statistics.ts";
import type { Permit } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import { inSnapshot } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { loadStandIns } from "../marking/stand-ins.ts";

/** Percent of the scale with one decimal; null where too few marks say anything. */
type Percent = Decimal | null;
/** The own unit: sealed before decoding, unknown where the judge's unit is not registered, few without enough marks. */
export type OwnUnit =
  | { readonly state: "sealed" | "unknown" }
  | { readonly state: "few"; readonly unit: string; readonly marks: number }
  | { readonly state: "known"; readonly unit: string; readonly marks: number; readonly bias: Decimal };
export type JudgeFigures = {
  readonly seatId: string;
  readonly number: number;
  readonly name: string;
  readonly reserve: boolean;
  readonly ended: boolean;
  readonly marks: number;
  readonly severity: Percent;
  readonly deviation: Percent;
  readonly middle: { readonly low: Decimal; readonly high: Decimal } | null;
  /** The severity is so large that the row stands out. */
  readonly apart: boolean;
  readonly judgements: number;
  readonly same: Percent;
  readonly near: Percent;
  readonly ownUnit: OwnUnit;
};

type JudgeTable = { readonly decoded: boolean; readonly rows: readonly JudgeFigures[] };

/** A row per judge who sits or sat in the skill, by seat; a reserve's marks count as the reserve's own. All of one moment. */
export const readJudgeStatistics = (
  house: House,
  permit: Permit<"results.read-judges">,
): Promise<JudgeTable> => inSnapshot(house.database, (sql) => statisticsIn(sql, permit.scope.skillId!));

async function statisticsIn(sql: Sql, skillId: string): Promise<JudgeTable> {
  const state = (await loadSkillState(sql, skillId))!;
  const decoded = hasReached(state.stage, "decoded");
  const judges = await loadJudges(sql, skillId);
  const judged = judgedTogether(
    state.scheme,
    state.rules,
    state.contestants.map((one) => one.id),
    state.cells,
    await giversOf(sql, skillId),
  );
  const units = decoded ? await unitsOf(sql, skillId) : null;
  const isOwn = (accountId: string, contestantId: string): boolean => {
    const unit = judges.find((one) => one.accountId === accountId)?.unit;
    return unit != null && units?.get(contestantId) === unitKey(unit);
  };
  const figures = judgeStatistics(
    judges.map((one) => one.accountId),
    judged,
    isOwn,
  );
  return { decoded, rows: judges.map((one, at) => written(one, figures[at]!, decoded)) };
}

type Judge = Pick<JudgeFigures, "seatId" | "number" | "name" | "reserve" | "ended"> & {
  readonly accountId: string;
  readonly unit: string | null;
};

/** Everybody who holds or held a seat, once, by the newest of their seats. */
const loadJudges = async (sql: Sql, skillId: string): Promise<Judge[]> => {
  const rows = await sql.query<Judge>(
    `SELECT DISTINCT ON (s.account_id) s.account_id AS "accountId", s.id AS "seatId", s.number, s.reserve, a.name,
       s.ended_at IS NOT NULL AS ended,
       (SELECT g.unit FROM role_grant g WHERE g.account_id = s.account_id AND g.skill_id = s.skill_id AND g.role = 'judge'
          AND g.unit IS NOT NULL ORDER BY g.granted_at DESC LIMIT 1) AS unit
     FROM judge_seat s JOIN account a ON a.id = s.account_id WHERE s.skill_id = $1
     ORDER BY s.account_id, s.ended_at DESC NULLS FIRST`,
    [skillId],
  );
  return rows.sort((a, b) => a.number - b.number || Number(a.ended) - Number(b.ended));
};

/**
 * Who gave a cell: the judge who entered it; of a sheet that was keyed from paper, or corrected by a re-scoring set, the one
 * who holds its seat for that competitor.
 */
async function giversOf(sql: Sql, skillId: string): Promise<(cell: Cell) => string | null> {
  const rows = await sql.query<{
    contestant_id: string;
    aspect_id: string;
    seat: number;
    round: number;
    entered_by: string | null;
  }>(
    `SELECT c.contestant_id, c.aspect_id, c.seat, c.round, CASE WHEN r.entered_seat > 0 THEN c.entered_by END AS entered_by
     FROM mark_cell c JOIN mark_revision r USING (contestant_id, aspect_id, seat, round, version)
     WHERE c.skill_id = $1 AND c.seat > 0`,
    [skillId],
  );
  const key = (...of: (string | number)[]): string => of.join("/");
  const entered = new Map(
    rows.map((row) => [key(row.contestant_id, row.aspect_id, row.seat, row.round), row.entered_by]),
  );
  const { reliefs } = await loadStandIns(sql, skillId);
  const relieved = new Map(reliefs.map((one) => [key(one.contestantId, one.seat), one.accountId]));
  const seated = await sql.query<{ number: number; account_id: string }>(
    "SELECT number, account_id FROM judge_seat WHERE skill_id = $1 ORDER BY ended_at NULLS LAST",
    [skillId],
  );
  const holders = new Map(seated.map((one) => [one.number, one.account_id]));
  return ({ contestantId, aspectId, seat, round }) =>
    entered.get(key(contestantId, aspectId, seat, round)) ??
    relieved.get(key(contestantId, seat)) ??
    holders.get(seat) ??
    null;
}

/** The competitors' units as keys to compare by; the seal is open. */
async function unitsOf(sql: Sql, skillId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.query<{ id: string; unit: string }>(
    "SELECT c.id, r.unit FROM contestant c JOIN registration r ON r.id = c.registration_id WHERE c.skill_id = $1",
    [skillId],
  );
  return new Map(rows.map(({ id, unit }) => [id, unitKey(unit)]));
}

function written(judge: Judge, figures: JudgeStatistics, decoded: boolean): JudgeFigures {
  const { seatId, number, name, reserve, ended } = judge;
  const { marks, severity, deviation, middle, judgements, same, near } = figures;
  return {
    seatId,
    number,
    name,
    reserve,
    ended,
    marks,
    severity: percent(severity),
    deviation: percent(deviation),
    middle: middle && { low: inPercent(middle.low), high: inPercent(middle.high) },
    apart: severity !== null && severity.abs().compare(apart) >= 0,
    judgements,
    same: percent(same),
    near: percent(near),
    ownUnit: ownUnitOf(judge, figures, decoded),
  };
}

function ownUnitOf({ unit }: Judge, { ownUnit, bias }: JudgeStatistics, decoded: boolean): OwnUnit {
  if (!decoded) return { state: "sealed" };
  if (unit === null) return { state: "unknown" };
  if (bias === null) return { state: "few", unit, marks: ownUnit };
  return { state: "known", unit, marks: ownUnit, bias: inPercent(bias) };
}

const percent = (share: Exact | null): Percent => (share === null ? null : inPercent(share));
const inPercent = (share: Exact): Decimal => roundHalfUp(share.mul(exact(100)), 1);
