// The chief judge's overview and the confirmer's queue: sheets by code, what blocks, nothing that names a person.

import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Decimal } from "#domain/exact.ts";
import type { View } from "#domain/live/diff.ts";
import { type AspectOnWall, sheetOnWall } from "#domain/live/sheet-of-wall.ts";
import { oversightView, type SheetTile } from "#domain/live/views.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { type Cell, cellsOf } from "#domain/marking/mark.ts";
import { type KeyedPlace, leftToKey, placesToKey } from "#domain/marking/rekey.ts";
import { aspectState, type MarkingRules } from "#domain/marking/states.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Contestant } from "#domain/results/standings.ts";
import type { Aspect, SubCriterion } from "#domain/schemes/aspect.ts";
import { findSubCriterion, subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { Permit } from "../access/proofs.ts";
import type { Sql } from "../database/connection.ts";
import type { House } from "../house.ts";
import { loadSkillState, sheetHash } from "./load-skill.ts";
import { lastReading } from "./rekey.ts";
import { sheetProblem } from "./second-look.ts";

/** The wall of a skill: sub-criteria, contestants by code, and the view that sockets keep up to date. */
export async function readWall(house: House, permit: Permit<"marking.oversee">) {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const skill = await house.database.prisma.skill.findUniqueOrThrow({
    where: { id: state.skillId },
    select: { id: true, number: true, name: true, competitionId: true },
  });
  return {
    skill,
    stage: state.stage,
    rules: state.rules,
    contestants: state.contestants,
    seats: await house.database.prisma.judgeSeat.findMany({
      where: { skillId: state.skillId, endedAt: null },
      orderBy: { number: "asc" },
      select: { number: true, reserve: true },
    }),
    subcriteria: subcriteriaOf(state.scheme).map(({ subcriterion: { id, name, day } }) => ({
      id,
      name,
      day,
    })),
    view: oversightView(state),
  };
}

/** One sheet of the wall: how far each aspect is, and of a spread the round it came from (domain/live/sheet-of-wall). */
export async function readSheetOfWall(
  house: House,
  permit: Permit<"marking.oversee">,
  sheet: { readonly contestantId: string; readonly subcriterionId: string },
): Promise<Outcome<SheetOfWall>> {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const place = findSubCriterion(state.scheme, sheet.subcriterionId);
  const contestant = state.contestants.find((one) => one.id === sheet.contestantId);
  if (!place || !contestant) return refuse("input.not-found");
  const { id, name, day, aspects } = place.subcriterion;
  const standing = sheetOnWall(state, contestant.id, place.subcriterion);
  return ok({
    contestant,
    subcriterion: { id, name, day },
    aspects: aspects.map(({ description, kind }, n) => ({ description, kind, ...standing[n]! })),
    rules: { confirm: state.rules.confirm, maxSpread: state.rules.maxSpread },
    view: oversightView(state),
  });
}

/** Sheets that wait for a second person, in order of sub-criterion and code; `differs` after two unequal readings, `blind` where they are keyed again. */
export async function awaitingConfirmation(house: House, permit: Permit<"marking.confirm">) {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const view = oversightView(state);
  return subcriteriaOf(state.scheme).flatMap(({ subcriterion }) =>
    state.contestants.flatMap((one) => {
      const tile = view[`sheet:${sheetId(one.id, subcriterion.id)}`] as SheetTile;
      if (tile.state !== "awaiting" && tile.state !== "differ") return [];
      const differs = tile.state === "differ";
      return [
        {
          contestantId: one.id,
          code: one.code,
          subcriterionId: subcriterion.id,
          name: subcriterion.name,
          differs,
          blind: state.rules.confirm === "blind",
        },
      ];
    }),
  );
}

/** One complete sheet as its confirmer reads it: every aspect with the mark it yields, or, where they re-key it blind, the empty places and what agreed in their last reading. Refuses one that is not complete. */
export async function readSheetToConfirm(
  house: House,
  permit: Permit<"marking.confirm">,
  sheet: { readonly contestantId: string; readonly subcriterionId: string },
): Promise<Outcome<SheetToConfirm>> {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const place = findSubCriterion(state.scheme, sheet.subcriterionId);
  const contestant = state.contestants.find((one) => one.id === sheet.contestantId);
  if (!place || !contestant) return refuse("input.not-found");
  // Levels stay unseen until all seats are in: whoever confirms may hold a seat too.
  if (sheetProblem(state, sheet.contestantId, sheet.subcriterionId))
    return refuse("marking.nothing-to-confirm");
  const cells = cellsOf(state.cells, sheet.contestantId);
  const { aspects } = place.subcriterion;
  const blind = state.rules.confirm === "blind";
  const last = blind ? await lastReading(house.database, permit, sheet) : null;
  const left = blind ? leftToKey(aspects, last) : [];
  const seen = aspects.filter((aspect) => !left.includes(aspect));
  return ok({
    code: contestant.code,
    subcriterion: place.subcriterion,
    hash: sheetHash(cells, new Set(aspects.map((aspect) => aspect.id))),
    places: blind ? placesToKey(left, state.rules) : null,
    reading: last?.seq ?? null,
    differing: state.differing.get(sheetId(sheet.contestantId, sheet.subcriterionId)) ?? [],
    marks: writtenMarks(seen, cells, state.rules),
    reasons: await reasonsOf(house.database, sheet.contestantId, seen),
  });
}

/** Every mark as it was entered, by aspect, and what it yields: what a second person compares with the paper. */
export const writtenMarks = (
  aspects: readonly Aspect[],
  cells: readonly Cell[],
  rules: MarkingRules,
): SheetToConfirm["marks"] =>
  aspects.map((aspect) => ({
    aspectId: aspect.id,
    mark: aspectState(aspect, cells, rules).mark,
    values: cells
      .filter((cell) => cell.aspectId === aspect.id)
      .map(({ seat, round, value, missing }) => ({ seat, round, value, ...(missing && { missing }) })),
  }));

/** By aspect, why a mark that looked like a slip stands: of the newest revision of each cell. */
export async function reasonsOf(
  sql: Sql,
  contestantId: string,
  aspects: readonly Aspect[],
): Promise<Readonly<Record<string, string>>> {
  const rows = await sql.query<{ aspect_id: string; reason: string | null }>(
    `SELECT DISTINCT ON (aspect_id, seat, round) aspect_id, reason FROM mark_revision
     WHERE contestant_id = $1 AND aspect_id = ANY($2) ORDER BY aspect_id, seat, round, version DESC`,
    [contestantId, aspects.map((aspect) => aspect.id)],
  );
  return Object.fromEntries(rows.flatMap((row) => (row.reason ? [[row.aspect_id, row.reason]] : [])));
}

type SheetOfWall = {
  readonly contestant: Pick<Contestant, "id" | "code" | "status">;
  readonly subcriterion: Pick<SubCriterion, "id" | "name" | "day">;
  readonly aspects: readonly (AspectOnWall & Pick<Aspect, "description" | "kind">)[];
  readonly rules: Pick<SkillRules, "confirm" | "maxSpread">;
  readonly view: View;
};
type SheetToConfirm = {
  readonly code: string;
  readonly subcriterion: SubCriterion;
  /** What a confirmation binds: the cells as they were read. */
  readonly hash: string;
  /** Where the skill asks for blind re-keying: the places still to key; of their aspects there are no marks. */
  readonly places: readonly KeyedPlace[] | null;
  /** This person's newest reading of the sheet, by its place in the chain. */
  readonly reading: number | null;
  /** Aspects in which the newest blind reading differed. */
  readonly differing: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly marks: readonly {
    readonly aspectId: string;
    /** What the aspect is worth; null until it is agreed. */
    readonly mark: Decimal | null;
    readonly values: readonly {
      readonly seat: number;
      readonly round: number;
      readonly value: string | null;
      /** A seat whose mark was declared missing. */
      readonly missing?: boolean;
    }[];
  }[];
};
