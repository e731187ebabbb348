// How much of a skill is marked, as every public page shows it; reads the progress view (domain/live/views.ts).

import type { Stage } from "#domain/competitions/skill.ts";
import type { View } from "#domain/live/diff.ts";

export type Progress = { readonly marked: number; readonly of: number; readonly stage: Stage };

/** The view that a page hands to useView before the server has spoken. */
export const asView = (progress: Progress): View => ({ progress });

export const fromView = (view: View): Progress => view["progress"] as Progress;

/** Whole percent, rounded down, so that 100 means every aspect. */
export const percentOf = ({ marked, of }: Pick<Progress, "marked" | "of">): number =>
  of > 0 ? Math.floor((marked / of) * 100) : 0;
