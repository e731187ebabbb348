// The rules of a skill as the organizer's form posts them, and what becomes of the rules that stand: those the form shows
// are replaced, those it does not show stay as they are.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { chosenWith, ticked, whole } from "#app/manage/form-fields.ts";
import { setForm } from "#app/manage/set-form.ts";
import { setRulesOf } from "#domain/competitions/rule-set.ts";
import { type SkillRules, skillRules } from "#domain/competitions/rules.ts";
import type { Refusal } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { say } from "#words/language.ts";
import { awardForm } from "./award-form.ts";
import { panelForm } from "./panel-rows.ts";
import { scoringForm } from "./scoring-form.ts";

const { confirm } = skillRules.shape;

/** The rules that have a field here: one of them that is posted empty is taken away. */
const shown: readonly string[] = [
  "codingLayers",
  "confirm",
  "recheck",
  "doubts",
  "daySignatures",
  "onSite",
  "codePrefix",
  "maxSpread",
  "maxRounds",
  "judgementSeats",
  "panels",
  "trimmed",
  "rounding",
  "components",
  "belowPassLine",
  "modules",
  "contestStages",
  "tieChain",
  "noSharedRanks",
  "minField",
  "awards",
] satisfies (keyof SkillRules)[];
const shownOfAwards: readonly string[] = ["policy", "perGroup", "minimumField"];

const without = <T extends object>(whole: T, names: readonly string[]): Partial<T> =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as Partial<T>;

/** What a form is read over: the rules that stand, and the locked scheme they have to fit. */
export type ReadOver = {
  readonly standing: SkillRules;
  /** The form holds the fields of judging rules that are the skill's own. */
  readonly own: boolean;
  readonly locked: Scheme | null;
  /** The sentence of a refusal in the reader's language. */
  readonly sentence: (refusal: Refusal) => string;
};

/** The form read over what stands. Where it does not fit the locked scheme, every place is told at its field. */
export const rulesForm = (words: Words["manage"], over: ReadOver) =>
  z
    .intersection(
      z.intersection(judgingForm(words.skill), awardForm(words)),
      z.intersection(
        z.intersection(scoringForm(words, over), panelForm(words.panels)),
        over.own ? setForm(words) : standingSet(over.standing),
      ),
    )
    .transform(({ openBoard, awards, ...posted }): { openBoard: boolean; rules: SkillRules } => ({
      openBoard,
      rules: {
        ...without(over.standing, shown),
        ...posted,
        awards: { ...without(over.standing.awards, shownOfAwards), ...awards },
      },
    }));

const standingSet = (standing: SkillRules) => z.object({}).transform(() => setRulesOf(standing));

function judgingForm(words: Words["manage"]["skill"]) {
  const between = (from: number, to: number) => whole(from, to, say(words.range, { from, to }));
  const judging = z
    .object({
      codingLayers: between(0, 3),
      confirm: z.enum(confirm.options),
      onSite: ticked,
      recheck: z.enum(["none", "sampled"]),
      topAll: between(0, 999).default(10),
      sharePercent: between(0, 100).default(15),
      limitPercent: between(0, 100).default(5),
      doubts: z.enum(["none", "asked"]),
      percent: between(1, 100).default(50),
      others: between(3, 999).default(5),
      daySignatures: ticked,
      codePrefix: z
        .string()
        .trim()
        .regex(/^[A-Z]{1,2}$/, words.codePrefixWrong),
      openBoard: ticked,
    })
    .transform(({ recheck, topAll, sharePercent, limitPercent, doubts, percent, others, ...rules }) => ({
      ...rules,
      ...(recheck === "sampled" && { recheck: { topAll, sharePercent, limitPercent } }),
      ...(doubts === "asked" && { doubts: { percent, others } }),
    }));
  const sampled = chosenWith("recheck", "sampled", ["topAll", "sharePercent", "limitPercent"]);
  const asked = chosenWith("doubts", "asked", ["percent", "others"]);
  return z.preprocess((posted) => asked(sampled(posted)), judging);
}
