// The columns that the ranking of delegations and its comparison share: who, the medals, the points.
import type { Words } from "#app/context.ts";
import type { Column } from "#app/kit/index.ts";
import { type DelegationResult, delegationPoints } from "#domain/awards/delegations.ts";
import { roundHalfUp } from "#domain/exact.ts";

/** A delegation as a page shows it: points and their average as text. */
export type ShownDelegation = Pick<DelegationResult, "id" | "name" | "entered" | "medals"> & {
  readonly rank: number | null;
  /** Null where nobody competed. */
  readonly points: number | null;
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
    points: entered > 0 ? total : null,
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
      label: words.short.rank,
      cell: ({ rank }) =>
        rank === null ? words.none : isShared(rank) ? `${rank} ${words.shared}` : String(rank),
    },
    { key: "name", head: words.delegation, strong: true, phone: "head", cell: (row) => row.name },
  ];
}

export function medalColumns<Row extends ShownDelegation>(words: Said): Column<Row>[] {
  const medals = ["gold", "silver", "bronze", "excellence"] as const;
  return medals.map((medal) => ({
    key: medal,
    head: words[medal],
    label: words.short[medal],
    numeric: true,
    cell: (row) => row.medals[medal],
  }));
}

export const enteredColumn = <Row extends ShownDelegation>(words: Said): Column<Row> => ({
  key: "entered",
  head: words.entered,
  numeric: true,
  phone: "hide",
  cell: (row) => row.entered,
});

/** A figure that a report may rank by. */
export type Measure<Row> = {
  readonly head: string;
  /** The head on a phone. */
  readonly label: string;
  readonly cell: (row: Row) => string | number;
};

export const pointMeasures = <Row extends ShownDelegation>(words: Said) => ({
  points: { head: words.points, label: words.short.points, cell: (row: Row) => row.points ?? words.none },
  average: {
    head: words.average,
    label: words.short.average,
    cell: (row: Row) => row.average ?? words.none,
  },
});

/** The figure that ranks, and one beside it that a phone leaves out. */
export const measureColumns = <Row,>(by: Measure<Row>, beside: Measure<Row>): Column<Row>[] => [
  { ...by, key: by.head, numeric: true, strong: true },
  { ...beside, key: beside.head, numeric: true, phone: "hide" },
];
