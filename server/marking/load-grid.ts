// One sub-criterion of many contestants at once, by code alone: the sheets of a judge's own seat, or what a recorder keys
// from paper. A level that somebody else gave in an open round is never in it.
import type { View } from "#domain/live/diff.ts";
import { panelView, recorderView, type SkillState } from "#domain/live/views.ts";
import { lockedForAll, sheetId } from "#domain/marking/lock.ts";
import { isAnothers, mayRecord, placeName, seatToRecord } from "#domain/marking/record.ts";
import { placesToKey } from "#domain/marking/rekey.ts";
import { markedBy, marksThere, seatsMarking } from "#domain/marking/seats.ts";
import { type Outcome, ok, type Refusal, refuse } from "#domain/outcome.ts";
import { aheadOf } from "#domain/results/contest-stages.ts";
import type { SubCriterion } from "#domain/schemes/aspect.ts";
import { findSubCriterion, subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { JudgeSeat, RecorderDesk } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import type { House } from "../house.ts";
import { panelFor, type Sheet } from "./load-sheet.ts";
import { loadSkillState } from "./load-skill.ts";
import { panelSeats } from "./marking-seats.ts";
import { loadSeated, loadStandIns, seatsByContestant } from "./stand-ins.ts";

/** Why a place takes nothing from this recorder; of one round where `round` names it. */
export type Shut = { readonly round: number | null; readonly refusal: Refusal };
/** One contestant in the grid; `own` is keyed by place: an aspect, or a named seat's level of it. */
export type GridSheet = Pick<Sheet, "contestant" | "seat" | "barred" | "own"> & {
  readonly shut: Readonly<Record<string, Shut>>;
};
export type MarkGrid = {
  readonly skill: { readonly id: string; readonly number: number; readonly name: string };
  /** The judge's own seat; null for a recorder, who names the seat of each level. */
  readonly seat: number | null;
  readonly rules: Sheet["rules"];
  readonly marking: Sheet["marking"];
  readonly criterion: { readonly id: string; readonly name: string };
  readonly subcriterion: SubCriterion;
  readonly subcriteria: readonly { readonly id: string; readonly name: string }[];
  readonly sheets: readonly GridSheet[];
  readonly panel: View;
};

/** The grid of the seat's own marks: the contestants this seat marks. */
export async function loadJudgeGrid(
  house: House,
  seat: JudgeSeat,
  subcriterionId: string,
): Promise<Outcome<MarkGrid>> {
  const frame = await frameOf(house, seat.skillId, subcriterionId);
  if (!frame.ok) return frame;
  const { state, grid, isOpen } = frame.value;
  const seats = await panelSeats(house.database, seat, state.rules);
  const subcriteria = markedBy(state, seats, grid.subcriteria);
  if (!subcriteria.some(({ id }) => id === subcriterionId)) return refuse("input.not-found");
  const as = await seatsByContestant(house.database, seat);
  const cells = await newestCells(house.database, seat.skillId, subcriterionId, seat.actor.accountId);
  const sheets = state.contestants.flatMap((contestant): GridSheet[] => {
    const marks = as(contestant.id);
    if (!marks.ok || !isOpen(contestant.id)) return [];
    if (!marksThere(state, marks.value, subcriterionId)) return [];
    const own = cells.filter(
      (cell) => cell.contestant_id === contestant.id && (cell.seat === 0 || cell.seat === marks.value),
    );
    const entries = own.map((cell) => [cell.aspect_id, written(cell)] as const);
    return [{ contestant, seat: marks.value, barred: null, own: Object.fromEntries(entries), shut: {} }];
  });
  return ok({ ...grid, subcriteria, panel: panelFor(state, seats), seat: seat.number, sheets });
}

/** The grid a recorder keys into, of the first sub-criterion that takes marks unless named. Refuses a skill whose sheets nobody checks. */
export async function loadRecorderGrid(
  house: House,
  desk: RecorderDesk,
  subcriterionId: string | null,
): Promise<Outcome<MarkGrid>> {
  const frame = await frameOf(house, desk.skillId, subcriterionId);
  if (!frame.ok) return frame;
  const { state, grid, isOpen } = frame.value;
  const allowed = mayRecord(state.rules);
  if (!allowed.ok) return allowed;
  const standIns = await loadStandIns(house.database, desk.skillId);
  const seated = await loadSeated(house.database, desk.skillId);
  const cells = await newestCells(house.database, desk.skillId, grid.subcriterion.id, desk.actor.accountId);
  const { aspects } = grid.subcriterion;
  const open = state.contestants.filter((one) => isOpen(one.id));
  const sheets = open.map((contestant): GridSheet => {
    const theirs = cells.filter((cell) => cell.contestant_id === contestant.id);
    const own = theirs.filter((cell) => !isAnothers(cell, state.rules));
    const shut: Record<string, Shut> = {};
    for (const { aspect_id, seat, round, by } of theirs.filter((cell) => isAnothers(cell, state.rules)))
      shut[placeName(aspect_id, seat)] = { round, refusal: { code: "marking.level-taken", params: { by } } };
    for (const { aspectId, seat } of placesToKey(aspects, state.rules)) {
      const aspect = aspects.find((one) => one.id === aspectId)!;
      const may = seatToRecord(aspect, seat, contestant.id, standIns, seated, grid.marking);
      if (!may.ok) shut[placeName(aspectId, seat)] ??= { round: null, refusal: may.refusal };
    }
    const entries = own.map((cell) => [placeName(cell.aspect_id, cell.seat), written(cell)] as const);
    return { contestant, seat: 0, barred: null, own: Object.fromEntries(entries), shut };
  });
  return ok({ ...grid, seat: null, sheets, panel: recorderView(state) });
}

type Frame = {
  readonly state: SkillState;
  readonly grid: Omit<MarkGrid, "seat" | "sheets">;
  /** Whether a contestant came through to the stage of the sub-criterion. */
  readonly isOpen: (contestantId: string) => boolean;
};

async function frameOf(
  house: House,
  skillId: string,
  subcriterionId: string | null,
): Promise<Outcome<Frame>> {
  const state = await loadSkillState(house.database, skillId);
  const place = state && findSubCriterion(state.scheme, subcriterionId ?? firstOpen(state) ?? "");
  if (!state || !place) return refuse("input.not-found");
  const skill = await house.database.prisma.skill.findUniqueOrThrow({
    where: { id: skillId },
    select: { id: true, number: true, name: true },
  });
  const { id: subId } = place.subcriterion;
  const ahead = aheadOf(state);
  return ok({
    state,
    isOpen: (contestantId) => !ahead.has(sheetId(contestantId, subId)),
    grid: {
      skill,
      rules: state.rules,
      marking: seatsMarking(state, subId),
      criterion: { id: place.criterion.id, name: place.criterion.name },
      subcriterion: place.subcriterion,
      subcriteria: subcriteriaOf(state.scheme)
        .map(({ subcriterion: { id, name } }) => ({ id, name }))
        .filter(({ id }) => id === subId || begunFor(state, id, ahead)),
      panel: panelView(state),
    },
  });
}

/** Whether the sub-criterion has a sheet of anybody: one of a later stage has none before somebody comes through. */
const begunFor = ({ contestants }: SkillState, id: string, ahead: ReadonlySet<string>): boolean =>
  contestants.length === 0 || contestants.some((one) => !ahead.has(sheetId(one.id, id)));

/** The first sub-criterion that still takes marks, else the first of all. */
function firstOpen(state: SkillState): string | undefined {
  const ahead = aheadOf(state);
  const ids = subcriteriaOf(state.scheme)
    .map(({ subcriterion }) => subcriterion.id)
    .filter((id) => begunFor(state, id, ahead));
  const locked = lockedForAll(state.scheme, state);
  return ids.find((id) => !locked.includes(id)) ?? ids[0];
}

type NewestCell = {
  contestant_id: string;
  aspect_id: string;
  seat: number;
  round: number;
  version: number;
  value: string | null;
  at: Date;
  by: "self" | "judge" | "recorder";
};
const written = ({ round, version, value, at }: NewestCell) => ({
  round,
  version,
  value,
  at: at.toISOString(),
});

/** Of every cell of the sub-criterion the newest round, with whose hand gave it as `accountId` sees it. */
const newestCells = (sql: Sql, skillId: string, subcriterionId: string, accountId: string) =>
  sql.query<NewestCell>(
    `SELECT DISTINCT ON (c.contestant_id, c.aspect_id, c.seat) c.contestant_id, c.aspect_id, c.seat, c.round, c.version,
       trim_scale(c.value)::text AS value, c.at,
       CASE WHEN c.entered_by = $3 THEN 'self' WHEN r.entered_seat = 0 THEN 'recorder' ELSE 'judge' END AS by
     FROM mark_cell c JOIN mark_revision r USING (contestant_id, aspect_id, seat, round, version)
     WHERE c.skill_id = $1 AND starts_with(c.aspect_id, $2 || '.')
     ORDER BY c.contestant_id, c.aspect_id, c.seat, c.round DESC`,
    [skillId, subcriterionId, accountId],
  );
