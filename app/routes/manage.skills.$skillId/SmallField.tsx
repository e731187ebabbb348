// Fewer awards where few compete: a foreign example, off unless asked for.
import { FiguredRule } from "#app/manage/FiguredRule.tsx";
import type { RulesProps } from "./rules-fields.ts";

export function SmallField({ rules, words, field }: RulesProps) {
  return (
    <FiguredRule
      name="smallField"
      on="set"
      told={words.skillParts.smallField}
      rule={rules.awards.minimumField}
      usual={{ cancelBelow: 4, oneGradeUpTo: 4, twoGradesUpTo: 5 }}
      field={field}
    />
  );
}
