// The judging rules that a set holds, as forms post them: those of a named set, or of one skill that has its own.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import type { SetRules } from "#domain/competitions/rule-set.ts";
import { say } from "#words/language.ts";
import { chosenWith, whole } from "./form-fields.ts";

const places = z.enum(["exact", "0", "1", "2", "3", "4"]).default("exact");
export const roundedSteps = ["total", "component", "aspect", "mean"] as const;
type Step = (typeof roundedSteps)[number];

export const roundingField = {
  total: "roundTotal",
  component: "roundComponent",
  aspect: "roundAspect",
  mean: "roundMean",
} as const satisfies Record<Step, string>;

/** Spread, rounds, judges and rounding; what is wrong is told at its field. */
export function setForm(words: Words["manage"]) {
  const between = (from: number, to: number) => whole(from, to, say(words.skill.range, { from, to }));
  const judging = z
    .object({
      maxSpread: between(0, 3),
      maxRounds: z.union([z.literal("").transform(() => null), between(1, 9)]).default(null),
      judgementSeats: between(1, 15),
      trimmed: z.enum(["none", "set"]).default("none"),
      seats: between(3, 15).default(5),
      minJudges: between(3, 15).default(5),
      roundTotal: places,
      roundComponent: places,
      roundAspect: places,
      roundMean: places,
    })
    .refine(({ trimmed, seats, minJudges }) => trimmed === "none" || minJudges <= seats, {
      error: words.scoringRules.trimmed.wrong,
      path: ["minJudges"],
    })
    .transform((posted): SetRules => {
      const { maxSpread, maxRounds, judgementSeats, seats, minJudges } = posted;
      const steps = roundedSteps.filter((step) => posted[roundingField[step]] !== "exact");
      const rounding = Object.fromEntries(steps.map((step) => [step, Number(posted[roundingField[step]])]));
      return {
        maxSpread,
        judgementSeats,
        ...(maxRounds !== null && { maxRounds }),
        ...(posted.trimmed === "set" && { trimmed: { seats, minJudges } }),
        ...(steps.length > 0 && { rounding }),
      };
    });
  return z.preprocess(chosenWith("trimmed", "set", ["seats", "minJudges"]), judging);
}
