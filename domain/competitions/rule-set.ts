// A named set of judging rules (评分规则组): what the panels of several skills share, and how a skill's rules take it over.
import { z } from "zod/mini";
import { type SkillRules, skillRules } from "./rules.ts";

const { maxSpread, maxRounds, judgementSeats, trimmed, rounding } = skillRules.shape;

export const setRules = z.object({ maxSpread, maxRounds, judgementSeats, trimmed, rounding });
export type SetRules = z.infer<typeof setRules>;

/** What of a skill's rules a set can hold. */
export function setRulesOf({
  maxSpread,
  maxRounds,
  judgementSeats,
  trimmed,
  rounding,
}: SkillRules): SetRules {
  return {
    maxSpread,
    judgementSeats,
    ...(maxRounds !== undefined && { maxRounds }),
    ...(trimmed && { trimmed }),
    ...(rounding && { rounding }),
  };
}

/** A skill's rules with those of a set in place of its own: what the set leaves open is left open, not kept. */
export function withSet(rules: SkillRules, set: SetRules): SkillRules {
  const {
    maxSpread: _,
    maxRounds: __,
    judgementSeats: ___,
    trimmed: ____,
    rounding: _____,
    ...others
  } = rules;
  return { ...others, ...set };
}
