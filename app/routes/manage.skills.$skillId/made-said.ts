// What the highest total is made of, in one sentence: criteria of no part are added to the weighed parts, and that is said.
import type { Words } from "#app/context.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { formatExact } from "#domain/exact.ts";
import { madeOf } from "#domain/results/made-of.ts";
import { say } from "#words/language.ts";
import { heldIn, type Outline } from "./outline.ts";

type Parts = Pick<SkillRules, "components" | "contestStages">;

/** The sentence; null while the scheme holds no criterion. `isAdded`: something is added beside the parts. */
export function madeSaid(
  outline: Outline,
  rules: Parts,
  words: Words["manage"],
): { readonly sentence: string; readonly isAdded: boolean; readonly highest: string } | null {
  if (outline.length === 0) return null;
  const { made: said } = words.skillParts;
  const { weighed, added, addedIds, highest } = madeOf(heldIn(outline), rules);
  const isAdded = addedIds.length > 0;
  const isStaged = (rules.contestStages ?? []).length > 0;
  const isWeighed = (rules.components ?? []).length > 0;
  const sentence = isStaged
    ? isAdded
      ? said.stagedAdded
      : said.staged
    : isAdded
      ? said.added
      : isWeighed
        ? said.weighed
        : said.alone;
  const figures = {
    weighed: formatExact(weighed),
    added: formatExact(added),
    highest: formatExact(highest),
    letters: addedIds.join("、"),
  };
  return { sentence: say(sentence, figures), isAdded, highest: figures.highest };
}
