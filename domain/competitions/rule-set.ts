// A named set of judging rules (评分规则组): what the panels of several skills share, and how a skill's rules take it over.
import { z } from "zod/mini";
import { type SkillRules, skillRules } from "./rules.ts";

const { maxSpread, maxRounds, judgementSeats, trimmed, rounding } = skillRules.shape;

export const setRules = z.object({ maxSpread, maxRounds, judgementSeats, trimmed, rounding });
export type SetRules = z.infer<typeof setRules>;

const held: ReadonlySet<string> = new Set(Object.keys(setRules.shape));

/** The given rules of a skill that a set can hold, or the others. */
const part = (rules: SkillRules, ofSet: boolean): object =>
  Object.fromEntries(
    Object.entries(rules).filter(([name, value]) => held.has(name) === ofSet && value !== undefined),
  );

/** What of a skill's rules a set can hold. */
export const setRulesOf = (rules: SkillRules): SetRules => part(rules, true) as SetRules;

/** A skill's rules with those of a set in place of its own: what the set leaves open is left open, not kept. */
export const withSet = (rules: SkillRules, set: SetRules): SkillRules =>
  ({ ...part(rules, false), ...set }) as SkillRules;
