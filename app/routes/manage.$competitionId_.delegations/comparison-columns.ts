// The columns of each comparison report: what it ranks by stands strong, and only what belongs to it stands beside.
import {
  enteredColumn,
  measureColumns,
  medalColumns,
  pointMeasures,
  whoColumns,
} from "#app/awards/medal-columns.tsx";
import type { Column } from "#app/kit/index.ts";
import type { Comparison } from "#domain/awards/delegations.ts";
import type { Loaded } from "./route.tsx";

type Row = Loaded["view"]["rows"][number];

export function comparisonColumns(
  { rows, by }: Pick<Loaded["view"], "rows" | "by">,
  words: Loaded["words"],
  ranking: Loaded["ranking"],
): Column<Row>[] {
  const { points, average } = pointMeasures<Row>(ranking);
  const { short, none } = ranking;
  const total = { head: words.totalScale, label: short.total, cell: (row: Row) => row.scaleTotal ?? none };
  const mean = {
    head: words.averageScale,
    label: short.average,
    cell: (row: Row) => row.scaleAverage ?? none,
  };
  const measures: Readonly<Record<Comparison, Column<Row>[]>> = {
    alphabetical: measureColumns(points, total),
    "total-points": measureColumns(points, average),
    "average-points": measureColumns(average, points),
    "total-scale": measureColumns(total, mean),
    "average-scale": measureColumns(mean, total),
  };
  const onScale = by === "total-scale" || by === "average-scale";
  return [
    ...whoColumns(rows, ranking),
    ...(onScale ? [] : medalColumns<Row>(ranking)),
    enteredColumn(ranking),
    ...measures[by],
  ];
}
