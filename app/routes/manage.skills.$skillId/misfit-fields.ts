// Which field of the rules form a misfit of rules and scheme belongs to; rows left empty are skipped when the form is read.
import type { Place } from "#domain/results/misfits.ts";
import { componentParts } from "./component-rows.ts";
import { moduleParts } from "./module-rows.ts";
import { panelParts } from "./panel-rows.ts";
import { filledRows, type Posted } from "./posted-rows.ts";
import { stageParts } from "./stage-rows.ts";

const rowsOf = {
  components: { parts: componentParts, prefix: "component" },
  modules: { parts: moduleParts, prefix: "module" },
  contestStages: { parts: stageParts, prefix: "stage" },
  panels: { parts: panelParts, prefix: "panel" },
} as const;

const partOf = {
  criteria: "Criteria",
  weight: "Weight",
  tieChain: "TieChain",
  seats: "Seats",
  subcriteria: "Subs",
} as const;

/** "componentCriteria2": the name of the field that was posted for this place. */
export function fieldAt(at: Place, posted: Posted): string {
  if (at.list === null) return at.field === "minJudges" ? fieldOfSeats(posted) : at.field;
  const { parts, prefix } = rowsOf[at.list];
  const row = filledRows(posted, parts)[at.index] ?? at.index + 1;
  return `${prefix}${partOf[at.field]}${row}`;
}

/** Where the number of judges is decided: a field that stands there, never one that its choice hides. */
function fieldOfSeats(posted: Posted): string {
  if (posted["ruleSetId"]) return "ruleSetId";
  return posted["trimmed"] === "set" ? "minJudges" : "trimmed";
}
