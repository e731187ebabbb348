// The rules of a skill as the organizer's form posts them, and what becomes of the rules that stand: those the form shows
// are replaced, those it does not show stay as they are.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { ticked, whole } from "#app/manage/form-fields.ts";
import { setForm } from "#app/manage/set-form.ts";
import { setRulesOf } from "#domain/competitions/rule-set.ts";
import { type SkillRules, skillRules } from "#domain/competitions/rules.ts";
import { readTieChain } from "#domain/competitions/tie-chain.ts";
import { say } from "#words/language.ts";
import { awardForm } from "./award-form.ts";
import { readComponents } from "./component-rows.ts";
import { readModules } from "./module-rows.ts";
import { panelForm } from "./panel-rows.ts";
import { readStages } from "./stage-rows.ts";

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

/** The form read over the rules that stand; `own`: it holds the fields of judging rules that are the skill's own. */
export const rulesForm = (words: Words["manage"], standing: SkillRules, own: boolean) =>
  z
    .intersection(
      z.intersection(judgingForm(words.skill), awardForm(words)),
      z.intersection(
        z.intersection(scoringForm(words, standing), panelForm(words.panels)),
        own ? setForm(words) : standingSet(standing),
      ),
    )
    .transform(({ openBoard, awards, ...posted }): { openBoard: boolean; rules: SkillRules } => ({
      openBoard,
      rules: {
        ...without(standing, shown),
        ...posted,
        awards: { ...without(standing.awards, shownOfAwards), ...awards },
      },
    }));

const standingSet = (standing: SkillRules) => z.object({}).transform(() => setRulesOf(standing));

function judgingForm(words: Words["manage"]["skill"]) {
  const between = (from: number, to: number) => whole(from, to, say(words.range, { from, to }));
  return z
    .object({
      codingLayers: between(0, 3),
      confirm: z.enum(confirm.options),
      onSite: ticked,
      recheck: z.enum(["none", "sampled"]),
      topAll: between(0, 999),
      sharePercent: between(0, 100),
      limitPercent: between(0, 100),
      doubts: z.enum(["none", "asked"]),
      percent: between(1, 100),
      others: between(3, 999),
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
}

/** Components, modules, stages, ranks: tie chains are read last, since they may name parts of the same form. */
function scoringForm(words: Words["manage"], standing: SkillRules) {
  const { skill, scoringRules: said, skillParts } = words;
  const between = (from: number, to: number) => whole(from, to, say(skill.range, { from, to }));
  return z
    .looseObject({
      belowPassLine: z.enum(["no-award", "no-rank"]).default("no-award"),
      tieChain: z.string().max(400).default(""),
      noSharedRanks: ticked,
      minField: z.union([z.literal("").transform(() => null), between(0, 999)]).default(null),
    })
    .transform((posted, context) => {
      const components = readComponents(posted, context, said.components);
      const modules =
        "moduleName1" in posted ? readModules(posted, context, skillParts.rows) : (standing.modules ?? []);
      const contestStages =
        "stageName1" in posted
          ? readStages(posted, context, { components, modules }, skillParts)
          : (standing.contestStages ?? []);
      const { chain, unread } = readTieChain(posted.tieChain, { components, modules });
      if (unread.length > 0 || chain.length > 12) {
        const message = say(said.ties.unread, { unread: unread.join("、") });
        context.addIssue({ code: "custom", path: ["tieChain"], message });
      }
      return {
        tieChain: [...chain],
        ...(components.length > 0 && { components }),
        ...(components.some(({ passLine }) => passLine !== undefined) && {
          belowPassLine: posted.belowPassLine,
        }),
        ...(modules.length > 0 && { modules }),
        ...(contestStages.length > 0 && { contestStages }),
        ...(posted.noSharedRanks && { noSharedRanks: true }),
        ...(posted.minField !== null && { minField: posted.minField }),
      };
    });
}
