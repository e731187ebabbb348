// Conflicts of interest (回避): who declared one marks that competitor no more, and a reserve called by the chief judge sits in.
import { type Outcome, ok, refuse } from "../outcome.ts";
import type { SeatNeed } from "./seats.ts";

/** A judge's declaration for one contestant, with the seat it vacates there. */
export type Conflict = {
  readonly declarationId: string;
  readonly contestantId: string;
  readonly accountId: string;
  readonly seat: number;
};
/** A reserve called to a vacated seat of one contestant. */
export type Relief = Omit<Conflict, "declarationId">;
export type StandIns = {
  readonly conflicts: readonly Conflict[];
  /** In the order they were called: of a seat the newest holds. */
  readonly reliefs: readonly Relief[];
};
/** A judge as seated in the skill; a reserve marks only whom it is called for. */
export type Seated = { readonly accountId: string; readonly number: number; readonly reserve: boolean };

export const conflictKinds = ["kin", "teacher", "unit", "interest", "other"] as const;
export type ConflictKind = (typeof conflictKinds)[number];

const hasDeclared = (standIns: StandIns, contestantId: string, accountId: string): boolean =>
  standIns.conflicts.some((one) => one.contestantId === contestantId && one.accountId === accountId);

/** By seat, who holds it for this contestant in place of the judge seated there. */
function holders(standIns: StandIns, contestantId: string): ReadonlyMap<number, string> {
  return new Map(
    standIns.reliefs
      .filter((one) => one.contestantId === contestantId)
      .map(({ seat, accountId }) => [seat, accountId]),
  );
}

/** The seat as which a judge marks this contestant: their own, or the one they were called to. */
export function seatToMarkAs(judge: Seated, contestantId: string, standIns: StandIns): Outcome<number> {
  if (hasDeclared(standIns, contestantId, judge.accountId)) return refuse("marking.conflict-declared");
  const held = holders(standIns, contestantId);
  for (const [seat, accountId] of held) if (accountId === judge.accountId) return ok(seat);
  if (judge.reserve) return refuse("marking.reserve-not-called");
  if (held.has(judge.number)) return refuse("marking.seat-relieved");
  return ok(judge.number);
}

/** The seats that somebody holds for this contestant now. */
export function heldSeats(
  contestantId: string,
  standIns: StandIns,
  seated: readonly Seated[],
): ReadonlySet<number> {
  const marking = seated.map((judge) => seatToMarkAs(judge, contestantId, standIns));
  return new Set(marking.flatMap((one) => (one.ok ? [one.value] : [])));
}

/**
 * The declarations of a contestant whose seat nobody holds now, as far as a need waits for it (domain/marking/seats): each seat
 * of a judgement has to be held; of anything else one judge who marks there is enough.
 */
export function withoutReserve(
  contestantId: string,
  standIns: StandIns,
  seated: readonly Seated[],
  needs: readonly SeatNeed[],
): Conflict[] {
  const held = heldSeats(contestantId, standIns, seated);
  const waits = (seat: number): boolean =>
    needs.some(
      ({ seats, each }) =>
        (seats?.includes(seat) ?? true) && (each || !(seats ?? [...held]).some((one) => held.has(one))),
    );
  const newest = new Map(
    standIns.conflicts.filter((one) => one.contestantId === contestantId).map((one) => [one.seat, one]),
  );
  return [...newest.values()].filter(({ seat }) => !held.has(seat) && waits(seat));
}
