// How a proposed penalty is said, on the floor's pages and on paper alike.
import type { Words } from "#app/context.ts";
import type { PenaltyLevel } from "#domain/floor/penalty.ts";
import { say } from "#words/language.ts";

type Proposed = {
  readonly level: PenaltyLevel;
  readonly target: string | null;
  readonly amount: string | null;
};

export const penaltySaid = ({ level, target, amount }: Proposed, words: Words["floor"]): string =>
  say(words.penaltySaid[level], { target: target ?? "", amount: amount ?? "" });
