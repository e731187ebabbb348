// The kinds of aspects (评分点): value 0…max in steps, measurement full or nothing, judgement 0–3 by every seat.
import type { Decimal } from "../exact.ts";

type AspectHead = {
  /** Sub-criterion and position, "A1.1"; frozen at import. */
  readonly id: string;
  readonly description: string;
  /** What is looked at, or how a deviation is treated. */
  readonly requirement?: string;
  /** Highest mark, an exact decimal above 0. */
  readonly max: Decimal;
  /** Section of the occupational standards (WSOS) it belongs to. */
  readonly wsos?: string;
  /** Row of the workbook it was read from. */
  readonly row?: number;
};

export type ValueAspect = AspectHead & { readonly kind: "value"; readonly step: Decimal };
export type MeasurementAspect = AspectHead & { readonly kind: "measurement" };
export type JudgementAspect = AspectHead & {
  readonly kind: "judgement";
  /** The descriptions of the levels 0 to 3. */
  readonly levels: readonly [string, string, string, string];
};
export type Aspect = ValueAspect | MeasurementAspect | JudgementAspect;
export type AspectKind = Aspect["kind"];

export type SubCriterion = {
  readonly id: string;
  readonly name: string;
  /** Marking day, from 1. */
  readonly day: number;
  readonly aspects: readonly Aspect[];
};
export type Criterion = {
  readonly id: string;
  readonly name: string;
  readonly max: Decimal;
  readonly subcriteria: readonly SubCriterion[];
};
export type StandardsSection = { readonly id: string; readonly name: string; readonly marks: Decimal };

/** A marking scheme (评分标准): criteria, sub-criteria, aspects. `total` is the declared total, usually 100.00. */
export type Scheme = {
  readonly total: Decimal;
  readonly criteria: readonly Criterion[];
  readonly sections?: readonly StandardsSection[];
};

/** One cell per panel, or one per seat and round (house: Cells). */
export const isPerSeat = (aspect: Aspect): boolean => aspect.kind === "judgement";
