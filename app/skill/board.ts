// Reading the open board's view (domain/live/views.ts): ranks over what is locked for everybody, never more.
import type { View } from "#domain/live/diff.ts";
import type { StandingStatus } from "#domain/results/ranking.ts";

export type Place = {
  readonly code: string;
  readonly rank: number | null;
  readonly total: string | null;
  readonly status: StandingStatus;
};
/** `locked` is null for a skill whose board is not open. */
export type Board = {
  readonly locked: { readonly done: number; readonly of: number } | null;
  readonly places: readonly Place[];
};

const prefix = "row:";

export function readBoard(view: View): Board {
  const places = Object.entries(view)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, row]) => ({ code: key.slice(prefix.length), ...(row as Omit<Place, "code">) }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.code < b.code ? -1 : 1));
  return { locked: (view["locked"] as Board["locked"] | undefined) ?? null, places };
}
