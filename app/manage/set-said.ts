// The judging rules that a set holds, in words: one line each.
import type { Words } from "#app/context.ts";
import type { Fact } from "#app/kit/index.ts";
import type { SetRules } from "#domain/competitions/rule-set.ts";
import { say } from "#words/language.ts";
import { roundedSteps } from "./set-form.ts";

export function setSaid(rules: SetRules, { skill, scoringRules, ruleSets }: Words["manage"]): Fact[] {
  const { rounding: said, trimmed } = scoringRules;
  const steps = roundedSteps.flatMap((step) => {
    const n = rules.rounding?.[step];
    return n === undefined ? [] : [say(said.said, { what: step === "mean" ? ruleSets.mean : said[step], n })];
  });
  return [
    { label: skill.judgementSeats, value: `${rules.judgementSeats} ${skill.judgementSeatsUnit}` },
    { label: skill.maxSpread, value: `${rules.maxSpread} ${skill.maxSpreadUnit}` },
    {
      label: ruleSets.maxRounds.label,
      value:
        rules.maxRounds === undefined
          ? ruleSets.maxRounds.none
          : say(ruleSets.maxRounds.said, { n: rules.maxRounds }),
    },
    { label: trimmed.label, value: rules.trimmed ? say(trimmed.said, rules.trimmed) : trimmed.none },
    { label: said.label, value: steps.join("；") || said.exact },
  ];
}
