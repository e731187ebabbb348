// The columns that the ranking of delegations and its comparison share: who, the medals, the points.
import type { Words } from "#app/context.ts";
import type { Column } from "#app/kit/index.ts";
import { type DelegationResult, delegationPoints } from "#domain/awards/delegations.ts";
import { roundHalfUp } from "#domain/exact.ts";

/** A delegation as a page shows it: points and their average as text. */
export type ShownDelegation = Pick<DelegationResult, "id" | "name" | "entered" | "medals"> & {
  readonly rank: number | null;
  readonly points: number;
  /** Null where nobody competed. */
  readonly average: string | null;
};
type Said = Words["open"]["ranking"];

/** Averages are rounded here and only here: half-up to two decimals. */
export function shownDelegation(one: DelegationResult, rank: number | null): ShownDelegation {
  const { total, average } = delegationPoints(one);
  const { id, name, entered, medals } = one;
  return {
    id,
    name,
    entered,
    medals,
    rank,
    points: total,
    average: average && roundHalfUp(average, 2),
  };
}

export function whoColumns<Row extends ShownDelegation>(rows: readonly Row[], words: Said): Column<Row>[] {
  const ranks = rows.map(({ rank }) => rank);
  const isShared = (rank: number | null) => rank !== null && ranks.filter((one) => one === rank).length > 1;
  return [
    {
      key: "rank",
      head: words.rank,
      numeric: true,
      align: "start",
      nowrap: true,
      cell: ({ rank }) =>
        rank === null ? words.none : isShared(rank) ? `${rank} ${words.shared}` : String(rank),
    },
    { key: "name", head: words.delegation, strong: true, phone: "title", cell: (row) => row.name },
  ];
}

export function medalColumns<Row extends ShownDelegation>(words: Said): Column<Row>[] {
  const medals = ["gold", "silver", "bronze", "excellence"] as const;
  return [
    ...medals.map(
      (medal): Column<Row> => ({
        key: medal,
        head: words[medal],
        numeric: true,
        cell: (row) => row.medals[medal],
      }),
    ),
    { key: "entered", head: words.entered, numeric: true, cell: (row) => row.entered },
    { key: "points", head: words.points, numeric: true, cell: (row) => row.points },
    { key: "average", head: words.average, numeric: true, cell: (row) => row.average ?? words.none },
  ];
}
