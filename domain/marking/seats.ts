// The seats a skill cannot be marked without: every seat whose level a judgement waits for, or one that enters at all.
import type { SkillRules } from "../competitions/rules.ts";
import { isPerSeat, type Scheme } from "../schemes/aspect.ts";
import { aspectsOf } from "../schemes/scheme.ts";

/** The numbers of the seats still empty: a judgement asks for the seats 1 to n of the rules, any other scheme for one judge. */
export function seatsMissing(
  scheme: Scheme,
  rules: Pick<SkillRules, "judgementSeats">,
  seated: readonly number[],
): number[] {
  if (!aspectsOf(scheme).some(isPerSeat)) return seated.length > 0 ? [] : [1];
  const asked = Array.from({ length: rules.judgementSeats }, (_, place) => place + 1);
  return asked.filter((number) => !seated.includes(number));
}
