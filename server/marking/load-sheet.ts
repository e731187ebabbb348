// What a judge reads: the list of sheets and one sheet, by code alone; colleagues' levels are not in it until all are in.
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { View } from "#domain/live/diff.ts";
import { partOf } from "#domain/live/panel-part.ts";
import { panelView, type SkillState } from "#domain/live/views.ts";
import { isSheetLocked, sheetId } from "#domain/marking/lock.ts";
import { markedBy, marksThere, seatsMarking, seatsOfAspect } from "#domain/marking/seats.ts";
import type { MarkingRules } from "#domain/marking/states.ts";
import { type Outcome, ok, type Refusal, refuse } from "#domain/outcome.ts";
import type { RefusalCode } from "#domain/refusals.ts";
import { aheadOf, isReached } from "#domain/results/contest-stages.ts";
import type { SubCriterion } from "#domain/schemes/aspect.ts";
import { aspectsOf, findSubCriterion, plainSubcriteriaOf, subcriterionOf } from "#domain/schemes/scheme.ts";
import type { JudgeSeat } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { loadSkillState } from "./load-skill.ts";
import { panelSeats } from "./marking-seats.ts";
import { seatsByContestant } from "./stand-ins.ts";

/** A judge's own cell with its last time of saving, ISO. */
export type OwnCell = {
  readonly round: number;
  readonly version: number;
  readonly value: string | null;
  readonly at: string;
};
export type Sheet = {
  readonly skill: { readonly id: string; readonly number: number; readonly name: string };
  /** The seat as which this contestant is marked: a reserve sits in for another. */
  readonly seat: number;
  /** The seat this judge was given, whoever they sit in for. */
  readonly ownSeat: number;
  /** Why this judge may not mark this contestant at all. */
  readonly barred: Refusal | null;
  readonly seats: number;
  readonly rules: MarkingRules & Pick<SkillRules, "doubts">;
  /** The seats that mark this sub-criterion; null: every seat. */
  readonly marking: readonly number[] | null;
  /** As in the rules: what the code of a work is called. */
  readonly codingLayers: number;
  readonly contestant: { readonly id: string; readonly code: string; readonly status: string };
  readonly criterion: { readonly id: string; readonly name: string };
  readonly subcriterion: SubCriterion;
  /** The cells this seat may see, keyed by aspect: the panel's one, or the seat's own of the newest round. */
  readonly own: Readonly<Record<string, OwnCell>>;
  /** The panel's view (domain/live/views), narrowed to nothing: the page keeps it up to date by its diffs. */
  readonly panel: View;
  readonly stage: string;
  readonly locked: boolean;
  /** Every sheet of this contestant in order with how much of it is agreed, and the neighbours by code. */
  readonly siblings: readonly {
    readonly id: string;
    readonly name: string;
    readonly aspects: readonly string[];
  }[];
  readonly contestants: readonly { readonly id: string; readonly code: string; readonly status: string }[];
};

/** One sheet of the seat's skill. */
export async function loadSheet(
  house: House,
  seat: JudgeSeat,
  contestantId: string,
  subcriterionId: string,
): Promise<Outcome<Sheet>> {
  const state = await loadSkillState(house.database, seat.skillId);
  const contestant = state?.contestants.find((one) => one.id === contestantId);
  const place = state && findSubCriterion(state.scheme, subcriterionId);
  if (!state || !contestant || !place) return refuse("input.not-found");
  const own = await seatsByContestant(house.database, seat);
  const as = own(contestantId);
  if (!as.ok && as.refusal.code === "marking.reserve-not-called") return refuse("input.not-found");
  const number = as.ok ? as.value : seat.number;
  if (!marksThere(state, number, subcriterionId)) return refuse("input.not-found");
  const seats = await panelSeats(house.database, seat, state.rules);
  const reached = isReached(state, contestantId, subcriterionId);
  const barred = !as.ok ? as.refusal : !reached.ok ? reached.refusal : null;
  const ahead = aheadOf(state);
  const skill = await house.database.prisma.skill.findUniqueOrThrow({ where: { id: seat.skillId } });
  const marking = seatsMarking(state, subcriterionId);
  return ok({
    skill: { id: skill.id, number: skill.number, name: skill.name },
    seat: number,
    ownSeat: seat.number,
    barred,
    seats:
      marking?.length ??
      (await house.database.prisma.judgeSeat.count({
        where: { skillId: seat.skillId, endedAt: null, reserve: false },
      })),
    rules: state.rules,
    marking,
    codingLayers: state.rules.codingLayers,
    contestant,
    criterion: { id: place.criterion.id, name: place.criterion.name },
    subcriterion: place.subcriterion,
    own: Object.fromEntries(
      Object.entries(await ownCells(house, seat.skillId, as.ok ? number : 0, contestantId)).filter(
        ([aspectId]) => marksThere(state, number, subcriterionOf(aspectId)),
      ),
    ),
    panel: panelFor(state, seats),
    stage: state.stage,
    locked: isSheetLocked(state, contestantId, subcriterionId),
    siblings: markedBy(state, [number], plainSubcriteriaOf(state.scheme))
      .filter(({ id }) => !ahead.has(sheetId(contestantId, id)) || id === subcriterionId)
      .map(({ id, name, aspects }) => ({ id, name, aspects: aspects.map((aspect) => aspect.id) })),
    contestants: state.contestants.filter(
      (one) => one.id === contestantId || (own(one.id).ok && !ahead.has(sheetId(one.id, subcriterionId))),
    ),
  });
}

/** The panel's view as far as a judge of these seats marks. */
export const panelFor = (state: SkillState, seats: readonly number[]): View =>
  partOf(panelView(state), state, seats);

async function ownCells(
  house: House,
  skillId: string,
  seat: number,
  contestantId: string,
): Promise<Record<string, OwnCell>> {
  const rows = await house.database.query<{
    aspect_id: string;
    round: number;
    version: number;
    value: string | null;
    at: Date;
  }>(
    `SELECT DISTINCT ON (aspect_id) aspect_id, round, version, trim_scale(value)::text AS value, at FROM mark_cell
     WHERE contestant_id = $1 AND skill_id = $2 AND seat IN (0, $3) ORDER BY aspect_id, round DESC`,
    [contestantId, skillId, seat],
  );
  return Object.fromEntries(
    rows.map(({ aspect_id, round, version, value, at }) => [
      aspect_id,
      { round, version, value, at: at.toISOString() },
    ]),
  );
}

export type Desk = {
  readonly skill: {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly stage: string;
    readonly competition: string;
  };
  readonly seat: number;
  /** Those this seat marks; a reserve only the ones it is called for. */
  readonly contestants: readonly { readonly id: string; readonly code: string; readonly status: string }[];
  /** Those this judge declared a conflict for. */
  readonly avoided: readonly { readonly id: string; readonly code: string }[];
  /** Contestants whose judgements this seat gives. */
  readonly judges: readonly string[];
  /** Of rounds after the first, what this seat has given: "contestant/aspect/round". */
  readonly givenAgain: readonly string[];
  readonly subcriteria: readonly {
    readonly id: string;
    readonly name: string;
    readonly day: number;
    readonly aspects: readonly string[];
  }[];
  readonly panel: View;
};

const isRefusedWith = (outcome: Outcome<unknown>, code: RefusalCode): boolean =>
  !outcome.ok && outcome.refusal.code === code;

/** A judge's desk in one skill: what there is to mark and how far the panel is. */
export async function loadDesk(house: House, seat: JudgeSeat): Promise<Desk> {
  const state = (await loadSkillState(house.database, seat.skillId))!;
  const own = await seatsByContestant(house.database, seat);
  const seats = await panelSeats(house.database, seat, state.rules);
  const giving = new Set(
    aspectsOf(state.scheme)
      .filter((aspect) => aspect.kind === "judgement")
      .flatMap((aspect) => [...seatsOfAspect(aspect, state.rules)]),
  );
  const skill = await house.database.prisma.skill.findUniqueOrThrow({
    where: { id: seat.skillId },
    include: { competition: { select: { name: true } } },
  });
  const { id, number, name, stage, competition } = skill;
  const seatOf = (contestantId: string): number | null => {
    const as = own(contestantId);
    return as.ok ? as.value : null;
  };
  return {
    skill: { id, number, name, stage, competition: competition.name },
    seat: seat.number,
    contestants: state.contestants.filter((one) => own(one.id).ok),
    avoided: state.contestants
      .filter((one) => isRefusedWith(own(one.id), "marking.conflict-declared"))
      .map(({ id: of, code }) => ({ id: of, code })),
    judges: state.contestants.filter((one) => giving.has(seatOf(one.id) ?? 0)).map((one) => one.id),
    givenAgain: [...state.cells.values()]
      .flat()
      .filter((cell) => cell.round > 1 && cell.value !== null && cell.seat === seatOf(cell.contestantId))
      .map((cell) => `${cell.contestantId}/${cell.aspectId}/${cell.round}`),
    subcriteria: markedBy(state, seats, plainSubcriteriaOf(state.scheme)).map(
      ({ id, name, day, aspects }) => ({
        id,
        name,
        day,
        aspects: aspects.map((aspect) => aspect.id),
      }),
    ),
    panel: panelFor(state, seats),
  };
}
