// The rows of the modules (模块) as the organizer's form posts them; a row left empty is none.
import type { Words } from "#app/context.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { filledRows, idOf, lettersOf, type Posted, type Told, tellTwice, textOf } from "./posted-rows.ts";

type Module = NonNullable<SkillRules["modules"]>[number];

export const moduleParts = ["moduleName", "moduleCriteria"];

/** The modules in the order of the rows; what is wrong is told at its field. */
export function readModules(
  posted: Posted,
  told: Told,
  words: Words["manage"]["skillParts"]["rows"],
): Module[] {
  const modules: Module[] = [];
  for (const row of filledRows(posted, moduleParts)) {
    const name = textOf(posted, `moduleName${row}`);
    const criteria = lettersOf(textOf(posted, `moduleCriteria${row}`));
    if (name === "" || name.length > 40) told(`moduleName${row}`, words.nameLong);
    if (modules.some((one) => one.name === name)) told(`moduleName${row}`, words.nameTwice);
    if (criteria === null) told(`moduleCriteria${row}`, words.criteriaWrong);
    tellTwice(`moduleCriteria${row}`, criteria, modules, told, words);
    const id = idOf(textOf(posted, `moduleId${row}`), modules, "module", row);
    modules.push({ id, name, criteria: criteria ?? [] });
  }
  return modules;
}
