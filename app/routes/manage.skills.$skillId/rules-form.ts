// The rules of a skill as the organizer's form posts them, and what becomes of the rules that stand: those the form shows
// are replaced, those it does not show (modules, stages, small fields) stay as they are.
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { ticked, whole } from "#app/manage/form-fields.ts";
import { type SkillRules, skillRules } from "#domain/competitions/rules.ts";
import { readTieChain } from "#domain/competitions/tie-chain.ts";
import { say } from "#words/language.ts";
import { awardForm } from "./award-form.ts";
import { readComponents } from "./component-rows.ts";
import { panelForm } from "./panel-rows.ts";

const { confirm } = skillRules.shape;
const places = z.enum(["exact", "0", "1", "2", "3", "4"]).default("exact");

/** The form read over the rules that stand. */
export const rulesForm = (words: Words["manage"], standing: SkillRules) =>
  z
    .intersection(
      z.intersection(judgingForm(words.skill), awardForm(words)),
      z.intersection(scoringForm(words, standing.modules), panelForm(words.panels)),
    )
    .transform(({ openBoard, awards, ...posted }): { openBoard: boolean; rules: SkillRules } => ({
      openBoard,
      rules: { ...posted, ...unshown(standing, posted.rounding), awards: { ...standing.awards, ...awards } },
    }));

/** The rules that the form has no field for, beside those of the same kind that it has. */
function unshown(
  { modules, contestStages, rounding }: SkillRules,
  posted: SkillRules["rounding"],
): Partial<SkillRules> {
  const mean = rounding?.mean;
  return {
    ...(modules && { modules }),
    ...(contestStages && { contestStages }),
    ...(mean !== undefined && { rounding: { ...posted, mean } }),
  };
}

function judgingForm(words: Words["manage"]["skill"]) {
  const between = (from: number, to: number) => whole(from, to, say(words.range, { from, to }));
  return z
    .object({
      codingLayers: between(0, 3),
      confirm: z.enum(confirm.options),
      maxSpread: between(0, 3),
      judgementSeats: between(1, 15),
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

/** Components, rounding, ranks: the tie chain is read last, since it may name components of the same form. */
function scoringForm(words: Words["manage"], modules: SkillRules["modules"]) {
  const { skill, scoringRules: said } = words;
  const between = (from: number, to: number) => whole(from, to, say(skill.range, { from, to }));
  return z
    .looseObject({
      belowPassLine: z.enum(["no-award", "no-rank"]).default("no-award"),
      roundTotal: places,
      roundComponent: places,
      roundAspect: places,
      trimmed: z.enum(["none", "set"]).default("none"),
      seats: between(3, 15).default(5),
      minJudges: between(3, 15).default(5),
      tieChain: z.string().max(400).default(""),
      noSharedRanks: ticked,
      minField: z.union([z.literal("").transform(() => null), between(0, 999)]).default(null),
    })
    .transform((posted, context) => {
      const { seats, minJudges, belowPassLine } = posted;
      const components = readComponents(posted, context, said.components);
      const { chain, unread } = readTieChain(posted.tieChain, { components, modules });
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (unread.length > 0 || chain.length > 12)
        wrong("tieChain", say(said.ties.unread, { unread: unread.join("、") }));
      if (posted.trimmed === "set" && minJudges > seats) wrong("minJudges", said.trimmed.wrong);
      const rounding = {
        ...roundedTo("total", posted.roundTotal),
        ...roundedTo("component", posted.roundComponent),
        ...roundedTo("aspect", posted.roundAspect),
      };
      return {
        tieChain: [...chain],
        ...(components.length > 0 && { components }),
        ...(components.some(({ passLine }) => passLine !== undefined) && { belowPassLine }),
        ...(Object.keys(rounding).length > 0 && { rounding }),
        ...(posted.trimmed === "set" && { trimmed: { seats, minJudges } }),
        ...(posted.noSharedRanks && { noSharedRanks: true }),
        ...(posted.minField !== null && { minField: posted.minField }),
      };
    });
}

type Step = "total" | "component" | "aspect";

const roundedTo = (step: Step, to: z.output<typeof places>): Partial<Record<Step, number>> =>
  to === "exact" ? {} : { [step]: Number(to) };
