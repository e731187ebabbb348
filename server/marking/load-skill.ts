// The marking of one skill as the server holds it: loaded from the database, locked schemes kept because they never change.

import { sha256Hex } from "#domain/chance.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import type { SkillState } from "#domain/live/views.ts";
import { sheetId } from "#domain/marking/lock.ts";
import {
  byContestant,
  type Cell,
  type CellsByContestant,
  cellsOf,
  missingCell,
} from "#domain/marking/mark.ts";
import { sheetContent } from "#domain/marking/sheet.ts";
import type { Contestant } from "#domain/results/standings.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { Sql } from "../database/connection.ts";
import { loadDay } from "./load-day.ts";
import { loadRulings } from "./load-rulings.ts";
import { vacantSeats } from "./stand-ins.ts";

const schemes = new Map<string, Scheme>();
const emptyScheme: Scheme = { total: "0", criteria: [] };

/** A locked scheme by its id. */
export async function lockedScheme(sql: Sql, schemeId: string): Promise<Scheme> {
  const known = schemes.get(schemeId);
  if (known) return known;
  const [row] = await sql.query<{ content: Scheme; locked_at: Date | null }>(
    "SELECT content, locked_at FROM scheme_version WHERE id = $1",
    [schemeId],
  );
  if (row!.locked_at) {
    if (schemes.size > 500) schemes.clear();
    schemes.set(schemeId, row!.content);
  }
  return row!.content;
}

type SkillRow = {
  stage: Stage;
  rules: SkillRules;
  open_board: boolean;
  scheme_id: string | null;
  /** Of a version after the first. */
  revised: string | null;
};

/** Everything the views and the standings of a skill are computed from; null for an unknown skill. */
export async function loadSkillState(sql: Sql, skillId: string): Promise<SkillState | null> {
  const [skill] = await sql.query<SkillRow>(
    `SELECT s.stage, s.rules, s.open_board, s.scheme_id, v.hash AS revised FROM skill s
     LEFT JOIN scheme_version v ON v.id = s.scheme_id AND v.version > 1 WHERE s.id = $1`,
    [skillId],
  );
  if (!skill) return null;
  const contestants = await sql.query<Contestant>(
    "SELECT id, code, status FROM contestant WHERE skill_id = $1 ORDER BY code",
    [skillId],
  );
  const cells = byContestant(await loadCells(sql, skillId));
  const locks = await sql.query<{ subcriterion_id: string }>(
    "SELECT subcriterion_id FROM subcriterion_lock WHERE skill_id = $1",
    [skillId],
  );
  const scheme = skill.scheme_id ? await lockedScheme(sql, skill.scheme_id) : emptyScheme;
  return {
    skillId,
    stage: skill.stage,
    openBoard: skill.open_board,
    scheme,
    ...(skill.revised !== null && { revised: skill.revised }),
    rules: skill.rules,
    contestants,
    cells,
    confirmed: await confirmedSheets(sql, skillId, scheme, cells),
    differing: await differingSheets(sql, skillId, scheme, cells),
    locked: new Set(locks.map((lock) => lock.subcriterion_id)),
    reopened: await reopenedSheets(sql, skillId, contestants),
    vacant: await vacantSeats(sql, skillId, scheme, skill.rules),
    day: await loadDay(sql, skillId),
    ...(await loadRulings(sql, skillId, skill.rules.codingLayers > 0)),
  };
}

/** The current cells of a skill; `of` narrows to one contestant. Marks come without trailing zeros. */
export async function loadCells(sql: Sql, skillId: string, of?: string): Promise<Cell[]> {
  const rows = await sql.query<{
    contestant_id: string;
    aspect_id: string;
    seat: number;
    round: number;
    version: number;
    value: string | null;
    reopened: boolean;
  }>(
    `SELECT contestant_id, aspect_id, seat, round, version, trim_scale(value)::text AS value, reopened FROM mark_cell
     WHERE skill_id = $1 AND ($2::uuid IS NULL OR contestant_id = $2)`,
    [skillId, of ?? null],
  );
  const missing = await missingSeats(sql, skillId, of);
  const cells = rows.map((row) => ({
    contestantId: row.contestant_id,
    aspectId: row.aspect_id,
    seat: row.seat,
    round: row.round,
    version: row.version,
    value: row.value,
    ...(row.reopened && { reopened: true }),
  }));
  return missing.length === 0 ? cells : [...cells, ...missing];
}

/** Seats whose trimmed mark is declared missing, each as a cell of its own that stands for every round. */
async function missingSeats(sql: Sql, skillId: string, of?: string): Promise<Cell[]> {
  const rows = await sql.query<{ contestant_id: string; aspect_id: string; seat: number; missing: boolean }>(
    `SELECT DISTINCT ON (contestant_id, aspect_id, seat) contestant_id, aspect_id, seat, missing FROM missing_mark
     WHERE skill_id = $1 AND ($2::uuid IS NULL OR contestant_id = $2) ORDER BY contestant_id, aspect_id, seat, place DESC`,
    [skillId, of ?? null],
  );
  return rows
    .filter((row) => row.missing)
    .map(({ contestant_id, aspect_id, seat }) => missingCell(contestant_id, aspect_id, seat));
}

/** The hash that a second person's confirmation binds: the cells of one sheet. */
export function sheetHash(cells: readonly Cell[], aspectIds: ReadonlySet<string>): string {
  return sha256Hex(sheetContent(cells.filter((cell) => aspectIds.has(cell.aspectId))));
}

/** The sheets that an allowed reopening holds open; one for everybody names each contestant. */
async function reopenedSheets(
  sql: Sql,
  skillId: string,
  contestants: readonly Contestant[],
): Promise<Set<string>> {
  const rows = await sql.query<{ subcriterion_id: string; contestant_id: string | null }>(
    "SELECT subcriterion_id, contestant_id FROM reopening WHERE skill_id = $1 AND allowed AND closed_at IS NULL",
    [skillId],
  );
  return new Set(
    rows.flatMap(({ subcriterion_id, contestant_id }) =>
      contestants
        .filter((one) => contestant_id === null || one.id === contestant_id)
        .map((one) => sheetId(one.id, subcriterion_id)),
    ),
  );
}

async function confirmedSheets(
  sql: Sql,
  skillId: string,
  scheme: Scheme,
  cells: CellsByContestant,
): Promise<Set<string>> {
  return currentSheets(
    await sql.query<Looked>(
      "SELECT contestant_id, subcriterion_id, sheet_hash FROM sheet_confirmation WHERE skill_id = $1",
      [skillId],
    ),
    scheme,
    cells,
  );
}

/** The sheets whose newest blind reading differs from what stands now, with the aspects that do. */
async function differingSheets(
  sql: Sql,
  skillId: string,
  scheme: Scheme,
  cells: CellsByContestant,
): Promise<Map<string, readonly string[]>> {
  const rows = await sql.query<Looked & { differing: string[] }>(
    `SELECT DISTINCT ON (contestant_id, subcriterion_id) contestant_id, subcriterion_id, sheet_hash, differing
     FROM blind_entry WHERE skill_id = $1 ORDER BY contestant_id, subcriterion_id, at DESC`,
    [skillId],
  );
  const differing = rows.filter((row) => row.differing.length > 0);
  const current = currentSheets(differing, scheme, cells);
  return new Map(
    differing
      .map((row) => [sheetId(row.contestant_id, row.subcriterion_id), row.differing] as const)
      .filter(([id]) => current.has(id)),
  );
}

type Looked = { contestant_id: string; subcriterion_id: string; sheet_hash: string };

/** Of sheets that somebody looked at, those that stand as they were seen. */
function currentSheets(rows: readonly Looked[], scheme: Scheme, cells: CellsByContestant): Set<string> {
  if (rows.length === 0) return new Set();
  const aspects = new Map(
    subcriteriaOf(scheme).map(({ subcriterion }) => [
      subcriterion.id,
      new Set(subcriterion.aspects.map((aspect) => aspect.id)),
    ]),
  );
  const holds = rows.filter(
    (row) =>
      sheetHash(cellsOf(cells, row.contestant_id), aspects.get(row.subcriterion_id) ?? new Set()) ===
      row.sheet_hash,
  );
  return new Set(holds.map((row) => sheetId(row.contestant_id, row.subcriterion_id)));
}
