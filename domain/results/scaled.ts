// The scale of 700 over the standings of one skill: who is in its population, and whether the skill has a scale at all.
import { isScaled, scale700 } from "./scale700.ts";
import { exactTotal, type Standing } from "./standings.ts";

type Row = Pick<Standing, "rank" | "total" | "fraction">;
export type ScaleRules = {
  readonly minField?: number | undefined;
  readonly contestStages?: readonly unknown[] | undefined;
};

/**
 * The points of the scale of 700 in the order of `rows`, null for whoever has no rank. The population is everybody ranked, by
 * exact totals (domain.md section 4). Null as a whole where fewer than `minField` are ranked, their totals
 * have no spread, or the contest has stages, whose totals are no one population.
 */
export function scalePoints(
  rows: readonly Row[],
  { minField, contestStages }: ScaleRules = {},
): (number | null)[] | null {
  if (contestStages?.length) return null;
  const population = rows.filter((row) => row.rank !== null);
  const points = isScaled(population.length, minField)
    ? scale700(population.map((row) => exactTotal(row)!))
    : null;
  if (!points) return null;
  const byRow = new Map(population.map((row, at) => [row, points[at]!]));
  return rows.map((row) => byRow.get(row) ?? null);
}
