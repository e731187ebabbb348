// Keying paper sheets (代录): a recorder enters what seated judges wrote, only where another person checks each sheet after.
import type { SkillRules } from "../competitions/rules.ts";
import { type Outcome, ok, refuse } from "../outcome.ts";
import { type Aspect, isPerSeat } from "../schemes/aspect.ts";
import { heldSeats, type Seated, type StandIns } from "./substitution.ts";

/** Refuses a skill whose sheets nobody looks at again: what one person keys alone is not checked by anybody. */
export const mayRecord = (rules: Pick<SkillRules, "confirm">): Outcome =>
  rules.confirm === "none" ? refuse("marking.recorder-needs-check") : ok();

/** Who gave the value that stands in a cell, as one recorder sees it. */
type Giver = "self" | "judge" | "recorder";

type GivenCell = { readonly seat: number; readonly value: string | null; readonly by: Giver };

/**
 * What somebody else gave and a recorder neither sees nor replaces: a level, and under blind re-keying any mark. Else the
 * panel's one cell is everybody's.
 */
export const isAnothers = (cell: GivenCell, { confirm }: Pick<SkillRules, "confirm">): boolean =>
  (cell.seat > 0 || confirm === "blind") && cell.value !== null && cell.by !== "self";

/**
 * The seat a keyed mark stands for: 0 for the panel's one mark, the named seat of a judgement. Refuses a seat that nobody
 * holds for this contestant or that is none of `marking` (`seatsMarking`), and the panel's mark where every judge of it
 * declared a conflict.
 */
export function seatToRecord(
  aspect: Aspect,
  seat: number,
  contestantId: string,
  standIns: StandIns,
  seated: readonly Seated[],
  marking: readonly number[] | null,
): Outcome<number> {
  if (isPerSeat(aspect) !== seat > 0) return refuse("input.invalid");
  const held = [...heldSeats(contestantId, standIns, seated)].filter((one) => marking?.includes(one) ?? true);
  return (seat > 0 ? held.includes(seat) : held.length > 0) ? ok(seat) : refuse("marking.seat-vacant");
}

/** The name of a place that is entered: an aspect, or a named seat's level of it. */
export const placeName = (aspectId: string, seat: number | null | undefined): string =>
  seat ? `${aspectId}/${seat}` : aspectId;
