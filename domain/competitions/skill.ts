// A skill (赛项) and the stages it goes through.
import { type Outcome, ok, refuse } from "../outcome.ts";

export const categories = ["world-skills", "national", "provincial", "local", "demonstration"] as const;
export type Category = (typeof categories)[number];

/** The result of a skill (domain.md section 2); a late skill never holds the others. */
export const stages = [
  "set-up",
  "drawn",
  "scoring",
  "complete",
  "checked",
  "signed",
  "decoded",
  "announced",
  "notice",
  "published",
] as const;
export type Stage = (typeof stages)[number];

const steps: Readonly<Record<Stage, readonly Stage[]>> = {
  "set-up": ["drawn"],
  drawn: ["scoring"],
  scoring: ["complete"],
  complete: ["checked"],
  checked: ["signed"],
  signed: ["decoded"],
  decoded: ["announced", "notice"],
  announced: ["notice"],
  notice: ["published"],
  published: [],
};

export function advanceStage(from: Stage, to: Stage): Outcome<Stage> {
  return steps[from].includes(to) ? ok(to) : refuse("skill.step-not-open", { from, to });
}

export const hasReached = (stage: Stage, mark: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(mark);

/** Marks may still be corrected: from the start of marking until chief judge and supervisor have signed. */
export const isCorrectable = (stage: Stage): boolean =>
  hasReached(stage, "scoring") && !hasReached(stage, "signed");

/** The number of a skill (赛项编号) as it is written everywhere: "04". */
export const skillNumber = (number: number): string => String(number).padStart(2, "0");

/** A skill as every page names it: "04 茶艺师". */
export const skillTitle = ({ number, name }: { readonly number: number; readonly name: string }): string =>
  `${skillNumber(number)} ${name}`;
