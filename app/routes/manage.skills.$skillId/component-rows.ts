// The rows of the components (成绩构成) as the organizer's form posts them; a row left empty is none.
import type { Words } from "#app/context.ts";
import { percentOf, shareOf } from "#app/manage/percent.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { compare, exact, formatExact, parseExact, sum } from "#domain/exact.ts";
import { say } from "#words/language.ts";
import { filledRows, idOf, lettersOf, type Posted, type Told, textOf } from "./posted-rows.ts";

type Component = NonNullable<SkillRules["components"]>[number];

export const componentParts = ["componentName", "componentWeight", "componentCriteria", "componentPassLine"];

/** The components in the order of the rows; what is wrong is told at its field. */
export function readComponents(
  posted: Posted,
  told: Told,
  words: Words["manage"]["scoringRules"]["components"],
): Component[] {
  const components: Component[] = [];
  for (const row of filledRows(posted, componentParts)) {
    const [name, weight, letters, passLine] = componentParts.map((part) =>
      textOf(posted, `${part}${row}`),
    ) as [string, string, string, string];
    const share = shareOf(weight);
    const criteria = lettersOf(letters);
    if (name === "" || name.length > 40) told(`componentName${row}`, words.nameLong);
    if (components.some((one) => one.name === name)) told(`componentName${row}`, words.nameTwice);
    if (share === null) told(`componentWeight${row}`, words.weightWrong);
    if (criteria === null) told(`componentCriteria${row}`, words.criteriaWrong);
    if (!isPassLine(passLine)) told(`componentPassLine${row}`, words.passLineWrong);
    components.push({
      id: idOf(textOf(posted, `componentId${row}`), components, "part", row),
      name,
      weight: share ?? "0",
      criteria: criteria ?? [],
      ...(passLine !== "" && { passLine }),
    });
  }
  const weights = sum(components.map(({ weight }) => exact(weight)));
  const weighed = components.length > 0 && components.every(({ weight }) => weight !== "0");
  if (weighed && !weights.equals(1)) {
    told("componentWeight1", say(words.weightsWrong, { sum: percentOf(formatExact(weights, 0)) }));
  }
  return components;
}

function isPassLine(text: string): boolean {
  if (text === "") return true;
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? parseExact(text) : null;
  return value !== null && compare(value, exact(100)) <= 0;
}
