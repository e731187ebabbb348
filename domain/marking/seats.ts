// The seats a skill cannot be marked without: every seat whose level or mark an aspect waits for, or one that enters at all.
import type { SkillRules } from "../competitions/rules.ts";
import type { Scheme } from "../schemes/aspect.ts";
import { aspectsOf } from "../schemes/scheme.ts";
import { seatsOfAspect } from "./sheet.ts";

export type SeatRules = Pick<SkillRules, "judgementSeats" | "trimmed">;

/** The seats that the rules speak of, whatever the scheme then asks for. */
export const seatsAsked = ({ judgementSeats, trimmed }: SeatRules): number =>
  Math.max(judgementSeats, trimmed?.seats ?? 0);

/** The seats that this scheme waits for: those of its judgements and trimmed marks; 0 where nothing is marked by seat. */
export const seatsNeeded = (scheme: Scheme, rules: SeatRules): number =>
  Math.max(0, ...aspectsOf(scheme).map((aspect) => seatsOfAspect(aspect, rules)));

/** The numbers of the seats still empty: 1 to what the scheme waits for; a scheme without such aspects asks for one judge. */
export function seatsMissing(scheme: Scheme, rules: SeatRules, seated: readonly number[]): number[] {
  const needed = seatsNeeded(scheme, rules);
  if (needed === 0) return seated.length > 0 ? [] : [1];
  const asked = Array.from({ length: needed }, (_, place) => place + 1);
  return asked.filter((number) => !seated.includes(number));
}
