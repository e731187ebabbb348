// Panels of a skill: the fields of the organizer's form, and how they are said wherever a panel is named.
import type { panels as zh } from "../zh/panels.ts";

export const panels: typeof zh = {
  open: "Panels (different judges for different sub-criteria)",
  hint: "For sub-criteria or days that different judges mark: each panel lists its seats and sub-criteria; its judges see and mark these alone, and judgements and trimmed marks count by the panel's seats. A sub-criterion that no panel lists is marked by the seats from 1 to the number above. Leave all empty for a single panel.",
  row: "Panel {n}",
  name: "Name",
  nameHint: "e.g. Appearance",
  seats: "Seats",
  seatsHint: "Seat numbers, e.g. 1,2,3; a seat may sit on several panels",
  subcriteria: "Sub-criteria",
  subcriteriaHint: "e.g. A1,A2; a sub-criterion is of one panel",
  nameLong: "Use a name of at most 40 characters.",
  nameTwice: "Two panels cannot have the same name.",
  seatsWrong: "Enter seat numbers from 1 to 99 with commas between, 1 to 15 for each panel.",
  subcriteriaWrong: "Enter sub-criteria with commas between, e.g. A1,A2.",
  subcriteriaTwice: "{name} marks {subs} already; a sub-criterion is of one panel.",
  label: "Panels",
  none: "One panel: every seat marks everything",
  nothing: "(what it marked is gone)",
  said: "{name}: seats {seats} mark {subs}",
};
