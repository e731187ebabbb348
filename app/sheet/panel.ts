// What the panel's view (domain/live/views panelView) says about one sheet, read with types.
import type { View } from "#domain/live/diff.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { AspectState } from "#domain/marking/states.ts";
import type { Desk } from "#server/marking/load-sheet.ts";

export type SeatsCell = AspectState;
export type PanelsCell = {
  readonly state: AspectState["state"];
  /** What the panel entered. */
  readonly value: string | null;
  readonly version: number;
};
export type PanelCell = SeatsCell | PanelsCell;

export const panelCell = (panel: View, contestantId: string, aspectId: string): PanelCell | undefined =>
  panel[`${contestantId}/${aspectId}`] as PanelCell | undefined;
export const isSeats = (cell: PanelCell): cell is SeatsCell => "round" in cell;

/** The marks that other works have in a panel's aspect; levels are not among them. */
export const othersOf = (panel: View, contestantId: string, aspectId: string): string[] =>
  Object.entries(panel).flatMap(([key, told]) => {
    if (!key.endsWith(`/${aspectId}`) || key === `${contestantId}/${aspectId}`) return [];
    const cell = told as PanelCell;
    return isSeats(cell) || cell.value === null ? [] : [cell.value];
  });

/** What a page of sheets was drawn for: the scheme, and who has not come through to which sub-criteria of a later stage. */
export const drawnFor = (panel: View): readonly unknown[] => [
  panel["scheme"],
  ...Object.entries(panel).filter(([key]) => key.startsWith("ahead:")),
];

/** Absent, withdrawn or disqualified; null while present. */
export const outStatus = (panel: View, contestantId: string): string | null =>
  (panel[`out:${contestantId}`] as string | undefined) ?? null;
const listOf = (panel: View, key: "locked" | "reopened"): readonly string[] =>
  (panel[key] as readonly string[] | undefined) ?? [];
export const isLocked = (panel: View, contestantId: string, subcriterionId: string): boolean =>
  listOf(panel, "locked").includes(subcriterionId) &&
  !listOf(panel, "reopened").includes(sheetId(contestantId, subcriterionId));
/** Whether the sheet belongs to a later stage of the contest that its work has not come through to. */
export const isAhead = (panel: View, contestantId: string, subcriterionId: string): boolean =>
  ((panel[`ahead:${contestantId}`] as readonly string[] | undefined) ?? []).includes(subcriterionId);
/** Aspects of a contestant in which the second person's blind reading differs. */
export const differingIn = (panel: View, contestantId: string): readonly string[] =>
  (panel[`differ:${contestantId}`] as readonly string[] | undefined) ?? [];
export const stageOf = (panel: View): string => String(panel["stage"] ?? "");

/** Whether the sheet takes no mark from anybody now. */
export const isClosed = (
  panel: View,
  sheet: { readonly contestant: { readonly id: string }; readonly subcriterion: { readonly id: string } },
): boolean =>
  stageOf(panel) !== "scoring" ||
  isLocked(panel, sheet.contestant.id, sheet.subcriterion.id) ||
  isAhead(panel, sheet.contestant.id, sheet.subcriterion.id) ||
  outStatus(panel, sheet.contestant.id) !== null;

/** Judgements that wait for another level of this seat: all seats were in, the spread was over the limit. */
export function againOwed(
  panel: View,
  desk: Pick<Desk, "contestants" | "subcriteria" | "judges" | "givenAgain">,
): { readonly contestant: Desk["contestants"][number]; readonly sub: string; readonly aspectId: string }[] {
  const works = desk.contestants.filter(
    (one) => desk.judges.includes(one.id) && outStatus(panel, one.id) === null,
  );
  return works.flatMap((contestant) =>
    desk.subcriteria
      .filter((sub) => !isLocked(panel, contestant.id, sub.id) && !isAhead(panel, contestant.id, sub.id))
      .flatMap((sub) => sub.aspects.map((aspectId) => ({ contestant, sub: sub.id, aspectId })))
      .filter(({ aspectId }) => {
        const cell = panelCell(panel, contestant.id, aspectId);
        if (!cell || !isSeats(cell) || cell.round === 1 || cell.state === "agreed") return false;
        return !desk.givenAgain.includes(`${contestant.id}/${aspectId}/${cell.round}`);
      }),
  );
}

export type SheetStanding = {
  readonly agreed: number;
  readonly of: number;
  readonly disagreeing: number;
  readonly begun: boolean;
};

/** How far the panel is with one sheet. */
export function sheetStanding(
  panel: View,
  contestantId: string,
  aspectIds: readonly string[],
): SheetStanding {
  const cells = aspectIds.map((id) => panelCell(panel, contestantId, id));
  return {
    agreed: cells.filter((cell) => cell?.state === "agreed").length,
    of: aspectIds.length,
    disagreeing: cells.filter((cell) => cell?.state === "disagreeing").length,
    begun: cells.some((cell) => cell !== undefined && cell.state !== "unset"),
  };
}
