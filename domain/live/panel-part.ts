// What of the panel's view the judges of some seats are told: the sub-criteria they mark, and the messages that are for them.
import { type Marking, marksThere, panelsOf, panelsWith } from "../marking/seats.ts";
import { subcriterionOf } from "../schemes/scheme.ts";
import type { PanelMessage } from "./day.ts";
import type { View } from "./diff.ts";

/**
 * The view with everything of other panels' sheets left out: nothing of them can be told by its fingerprint either. A skill
 * without panels has one view for all seats.
 */
export function partOf(view: View, marking: Marking, seats: readonly number[]): View {
  const { rules } = marking;
  if (panelsOf(rules).length === 0) return view;
  const isOwn = (sub: string): boolean => seats.some((seat) => marksThere(marking, seat, sub));
  const panels = panelsWith(rules, seats).map(({ id }) => id);
  const kept: Record<string, unknown> = {};
  for (const [key, told] of Object.entries(view)) {
    const left = leftOf(key, told, isOwn, panels);
    if (left !== undefined) kept[key] = left;
  }
  return kept;
}

function leftOf(
  key: string,
  told: unknown,
  isOwn: (subcriterionId: string) => boolean,
  panels: readonly string[],
): unknown {
  if (key === "locked") return (told as string[]).filter(isOwn);
  if (key === "reopened")
    return (told as string[]).filter((sheet) => isOwn(sheet.slice(sheet.indexOf("~") + 1)));
  if (key.includes("/")) return isOwn(subcriterionOf(key.slice(key.indexOf("/") + 1))) ? told : undefined;
  const [kind, of = ""] = key.split(":");
  if (kind === "due") return isOwn(of) ? told : undefined;
  if (kind === "differ") return someOf(told, (id) => isOwn(subcriterionOf(id)));
  if (kind === "ahead") return someOf(told, isOwn);
  if (kind === "message") {
    const { panel } = told as PanelMessage;
    return panel === undefined || panels.includes(panel) ? told : undefined;
  }
  return told;
}

/** What is kept of a list; nothing where that is empty, as if it had never been told. */
function someOf(told: unknown, isKept: (id: string) => boolean): string[] | undefined {
  const kept = (told as string[]).filter(isKept);
  return kept.length > 0 ? kept : undefined;
}
