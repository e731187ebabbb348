// What the chief judge's view (domain/live/views oversightView) asks for: what needs a person first, what holds each lock.
import type { Stage } from "#domain/competitions/skill.ts";
import { dueIn, minutesLate } from "#domain/live/day.ts";
import type { View } from "#domain/live/diff.ts";
import type { SheetTile } from "#domain/live/views.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { ContestantStatus, StandingStatus } from "#domain/results/ranking.ts";

export type WallContestant = {
  readonly id: string;
  readonly code: string;
  readonly status: ContestantStatus;
};
export type WallSub = { readonly id: string; readonly name: string; readonly day: number };
export type Ranked = {
  readonly rank: number | null;
  readonly total: string | null;
  readonly status: StandingStatus;
};

/** The chief judge's page of one sheet: how far it is, aspect by aspect. */
export const sheetOf = (skillId: string, contestantId: string, subcriterionId: string): string =>
  `/oversight/${skillId}/sheets/${sheetId(contestantId, subcriterionId)}`;
/** The overview with a word to the panel offered, about a sheet or a sub-criterion. */
export const tellAbout = (skillId: string, about: string): string =>
  `/oversight/${skillId}?about=${about}#messages`;

const none: SheetTile = { state: "none", done: 0, of: 0 };
export const tileOf = (view: View, contestantId: string, subcriterionId: string): SheetTile =>
  (view[`sheet:${sheetId(contestantId, subcriterionId)}`] as SheetTile | undefined) ?? none;
export const totalOf = (view: View, contestantId: string): Ranked =>
  (view[`total:${contestantId}`] as Ranked | undefined) ?? { rank: null, total: null, status: "incomplete" };
export const wallStage = (view: View): Stage => view["stage"] as Stage;
export const lockedSubs = (view: View): readonly string[] =>
  (view["locked"] as readonly string[] | undefined) ?? [];

/** The codes that a sub-criterion still lacks a mark of. */
export const missingIn = ({ held }: SubStanding): string[] =>
  held.filter(({ why }) => why === "incomplete" || why === "disagree").flatMap(({ codes }) => [...codes]);

/** The sub-criteria past their time that are not complete, with the codes still missing something. */
export const lateSubs = (view: View, subs: readonly SubStanding[], now: Date) =>
  subs.flatMap((one) => {
    const minutes = minutesLate(dueIn(view, one.sub.id), now);
    const codes = missingIn(one);
    return minutes === null || one.locked || codes.length === 0 ? [] : [{ sub: one.sub, minutes, codes }];
  });

const holding = ["disagree", "differ", "awaiting", "incomplete"] as const;
export type Holding = (typeof holding)[number];
export type SubStanding = {
  readonly sub: WallSub;
  readonly locked: boolean;
  readonly done: number;
  readonly of: number;
  /** Codes that stand in the way of the lock, by what they wait for; the most pressing first. */
  readonly held: readonly { readonly why: Holding; readonly codes: readonly string[] }[];
};

function holds(tile: SheetTile): Holding | null {
  if (tile.state === "disagree" || tile.state === "differ" || tile.state === "awaiting") return tile.state;
  return tile.state === "none" || tile.state === "progress" ? "incomplete" : null;
}

export function readSub(view: View, sub: WallSub, contestants: readonly WallContestant[]): SubStanding {
  const tiles = contestants.map((one) => ({ code: one.code, tile: tileOf(view, one.id, sub.id) }));
  const inField = tiles.filter(({ tile }) => tile.state !== "out" && tile.state !== "ahead");
  const held = holding
    .map((why) => ({ why, codes: inField.filter(({ tile }) => holds(tile) === why).map(({ code }) => code) }))
    .filter(({ codes }) => codes.length > 0);
  return {
    sub,
    locked: lockedSubs(view).includes(sub.id),
    done: inField.filter(({ tile }) => holds(tile) === null).length,
    of: inField.length,
    held,
  };
}
