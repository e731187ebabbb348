// The kinds of aspects (评分点, domain.md section 3): what a judge enters for each, and what a full mark is.
import type { Decimal } from "../exact.ts";

type AspectHead = {
  /** Sub-criterion and position, "A1.1"; frozen at import. */
  readonly id: string;
  readonly description: string;
  /** What is looked at, or how a deviation is treated. */
  readonly requirement?: string;
  /** Highest mark, an exact decimal above 0; 0 for what stands outside the maxima (veto, time). */
  readonly max: Decimal;
  /** Section of the occupational standards (WSOS) it belongs to. */
  readonly wsos?: string;
  /** Row of the workbook it was read from. */
  readonly row?: number;
};

/** Entered: the mark the panel agreed on, in steps. */
export type ValueAspect = AspectHead & { readonly kind: "value"; readonly step: Decimal };

/** A deviation of at most `within` (inclusive) earns `mark`. */
export type Band = { readonly within: Decimal; readonly mark: Decimal };
/** How a measurement earns its mark; the full mark or 0 where nothing is said. */
export type Measuring =
  /** Entered: the measured figure. The narrowest band that holds its deviation from `nominal` counts, outside all of them 0. */
  | {
      readonly by: "bands";
      readonly nominal: Decimal;
      readonly unit?: string;
      readonly bands: readonly Band[];
    }
  /** Entered: how many of `of` pieces are done; the mark is that share of the maximum. */
  | { readonly by: "share"; readonly of: number }
  /** Entered: one of these marks. */
  | { readonly by: "list"; readonly marks: readonly Decimal[] };
/** Entered: the full mark or 0, unless `how` says otherwise. */
export type MeasurementAspect = AspectHead & { readonly kind: "measurement"; readonly how?: Measuring };

/** Entered: a level 0 to 3 by each seat. */
export type JudgementAspect = AspectHead & {
  readonly kind: "judgement";
  /** The descriptions of the levels 0 to 3. */
  readonly levels: readonly [string, string, string, string];
};

/** Entered: the number of faults. Each takes `perFault` off the maximum, never below 0. */
export type DeductionAspect = AspectHead & { readonly kind: "deduction"; readonly perFault: Decimal };

/** Entered: 1 where the ground of the veto (否决项) is given, else 0. It leaves its module 0, or at most `cap`. */
export type VetoAspect = AspectHead & { readonly kind: "veto"; readonly cap?: Decimal };

/** Entered: a mark by each seat, 0 to `scale` in steps. One highest and one lowest are dropped; the mean of the rest counts. */
export type TrimmedAspect = AspectHead & {
  readonly kind: "trimmed";
  readonly step: Decimal;
  /** The highest mark a judge may give; the maximum over it is the factor. Absent: the maximum itself. */
  readonly scale?: Decimal;
};

/** `marks` for each interval of `every` seconds, together at most `most`. */
export type Interval = { readonly every: Decimal; readonly marks: Decimal; readonly most?: Decimal };
/** Entered: the seconds used. Marks are given or taken outside the maxima. */
export type TimeAspect = AspectHead & {
  readonly kind: "time";
  /** Seconds allowed. */
  readonly limit: Decimal;
  /** Whether an interval counts once it has started or only when it is complete. */
  readonly counting: "started" | "complete";
  readonly early?: Interval;
  readonly late?: Interval;
  /** More seconds over the limit than this: the module is 0. */
  readonly voidAfter?: Decimal;
};

export type Aspect =
  | ValueAspect
  | MeasurementAspect
  | JudgementAspect
  | DeductionAspect
  | VetoAspect
  | TrimmedAspect
  | TimeAspect;
export const aspectKinds = [
  "value",
  "measurement",
  "judgement",
  "deduction",
  "veto",
  "trimmed",
  "time",
] as const;
export type AspectKind = (typeof aspectKinds)[number];

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
export const isPerSeat = (aspect: Aspect): aspect is JudgementAspect | TrimmedAspect =>
  aspect.kind === "judgement" || aspect.kind === "trimmed";

/** Outside the maxima: it takes or gives marks beside them. */
export const isBeside = (aspect: Aspect): boolean => aspect.kind === "veto" || aspect.kind === "time";

/** What an entry of the aspect stands for: its kind, and of a measurement how it is measured. */
export const meaningOf = (aspect: Aspect): string =>
  aspect.kind === "measurement" ? `measurement ${aspect.how?.by ?? ""}` : aspect.kind;
