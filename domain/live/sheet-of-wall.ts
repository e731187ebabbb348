// One sheet as the chief judge reads it while it is being marked: how far each aspect is, and of a spread the round it came from.
import type { SubCriterion } from "../schemes/aspect.ts";
import type { View } from "./diff.ts";
import { recorderView, type SkillState } from "./views.ts";

export type AspectOnWall = {
  readonly id: string;
  readonly state: "unset" | "pending" | "disagreeing" | "agreed";
  /** Of a judgement the round that is open or decided. */
  readonly round: number;
  /** By seat, the levels of the round whose spread asks for another; null everywhere else. */
  readonly spread: readonly number[] | null;
};

/**
 * Composed of the recorder's view, so it holds no level that the panel has not seen, and none at all where the chief judge
 * may key the paper again unseen. No mark.
 */
export function sheetOnWall(state: SkillState, contestantId: string, sub: SubCriterion): AspectOnWall[] {
  const view = recorderView(state);
  return sub.aspects.map(({ id }) => {
    const told = view[`${contestantId}/${id}`] as View | undefined;
    const standing = (told?.["state"] ?? "unset") as AspectOnWall["state"];
    const levels = (told?.["levels"] ?? null) as readonly number[] | null;
    return {
      id,
      state: standing,
      round: (told?.["round"] as number | undefined) ?? 1,
      spread: standing === "agreed" ? null : levels,
    };
  });
}
