// Components, modules and stages of a posted form, read the same way for the preview as for the save.
import type { Words } from "#app/context.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { readComponents } from "./component-rows.ts";
import { readModules } from "./module-rows.ts";
import type { Posted, Told } from "./posted-rows.ts";
import { readStages } from "./stage-rows.ts";

/** What the total is made of, as posted; lists that the form did not hold stay as they stand. Told at its field: what is wrong. */
export function readParts(posted: Posted, told: Told, words: Words["manage"], standing: SkillRules) {
  const { scoringRules: said, skillParts } = words;
  const components = readComponents(posted, told, said.components);
  const modules =
    "moduleName1" in posted ? readModules(posted, told, skillParts.rows) : (standing.modules ?? []);
  const contestStages =
    "stageName1" in posted
      ? readStages(posted, told, { components, modules }, skillParts)
      : (standing.contestStages ?? []);
  return { components, modules, contestStages };
}
