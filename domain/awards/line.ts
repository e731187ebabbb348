// One line of an award plan: a grade, what the rule offers, who gets it and why it is that many.
import type { Decimal } from "../exact.ts";
import type { InLine } from "./candidate.ts";
import type { AwardGrade } from "./grades.ts";

export type Offer =
  /** To the places up to this one, or to this place alone. */
  | { readonly by: "place"; readonly upTo: number }
  /** So many prizes. */
  | { readonly by: "count"; readonly count: number }
  /** From this total on. */
  | { readonly by: "total"; readonly atLeast: Decimal }
  /** From this many points of the scale on. */
  | { readonly by: "scale"; readonly atLeast: number }
  /** Within this much of the anchor. */
  | { readonly by: "tolerance"; readonly within: Decimal; readonly anchor: Decimal };

export type Why =
  /** As many as the rule offers. */
  | "one"
  | "shared"
  | "filled"
  /** A tie at the line passes all. */
  | "extra"
  /** A tie above took some of the places. */
  | "fewer"
  /** A tie above took the place whole (`takenBy`). */
  | "taken"
  | "nobody"
  /** Within the tolerance of the anchor. */
  | "within"
  | "not-given"
  | "small-field";

export type AwardLine = {
  readonly group: string | null;
  readonly grade: AwardGrade;
  readonly offer: Offer | null;
  readonly winners: readonly InLine[];
  readonly why: Why;
  /** The place whose tie takes this one, with how many share it. */
  readonly takenBy: { readonly place: number; readonly count: number } | null;
};
export type GradeLine = Omit<AwardLine, "group">;
