// The chief judge's overview and the confirmer's queue: sheets by code, what blocks, nothing that names a person.
import { oversightView, type SheetTile, sheetId } from "#domain/live/views.ts";
import { cellsOf } from "#domain/marking/mark.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { SubCriterion } from "#domain/schemes/aspect.ts";
import { findSubCriterion, subcriteriaOf } from "#domain/schemes/scheme.ts";
import type { Permit } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { sheetProblem } from "./close-sheet.ts";
import { loadSkillState, sheetHash } from "./load-skill.ts";

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
    subcriteria: subcriteriaOf(state.scheme).map(({ subcriterion: { id, name, day } }) => ({
      id,
      name,
      day,
    })),
    view: oversightView(state),
  };
}

/** Sheets that wait for a second person, in order of sub-criterion and code. */
export async function awaitingConfirmation(house: House, permit: Permit<"marking.confirm">) {
  const state = (await loadSkillState(house.database, permit.scope.skillId!))!;
  const view = oversightView(state);
  return subcriteriaOf(state.scheme).flatMap(({ subcriterion }) =>
    state.contestants.flatMap((one) => {
      const tile = view[`sheet:${sheetId(one.id, subcriterion.id)}`] as SheetTile;
      return tile.state === "awaiting"
        ? [{ contestantId: one.id, code: one.code, subcriterionId: subcriterion.id, name: subcriterion.name }]
        : [];
    }),
  );
}

/** One complete sheet as its confirmer reads it: every aspect with the mark it yields. Refuses one that is not complete. */
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
  return ok({
    code: contestant.code,
    subcriterion: place.subcriterion,
    hash: sheetHash(cells, new Set(place.subcriterion.aspects.map((aspect) => aspect.id))),
    marks: place.subcriterion.aspects.map((aspect) => ({
      aspectId: aspect.id,
      values: cells
        .filter((cell) => cell.aspectId === aspect.id)
        .map(({ seat, round, value }) => ({ seat, round, value })),
    })),
  });
}
type SheetToConfirm = {
  readonly code: string;
  readonly subcriterion: SubCriterion;
  /** What a confirmation binds: the cells as they were read. */
  readonly hash: string;
  readonly marks: readonly {
    readonly aspectId: string;
    readonly values: readonly {
      readonly seat: number;
      readonly round: number;
      readonly value: string | null;
    }[];
  }[];
};
