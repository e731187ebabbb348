// Saving the rules of a skill: what was filled in is read over what stands, and refused where somebody changed that meanwhile.
import { type AppLoadContext, redirect } from "@remix-run/node";
import { z } from "zod";
import { problem, readForm, sentencesByField } from "#app/form-answer.ts";
import { idField } from "#app/id-field.ts";
import { withSet } from "#domain/competitions/rule-set.ts";
import { rulesHash } from "#domain/competitions/rules-hash.ts";
import { seatMisfits } from "#domain/results/misfits.ts";
import { refusalSentence } from "#words/refusals.ts";
import { fieldAt } from "./misfit-fields.ts";
import { joinedRows } from "./posted-rows.ts";
import { rulesForm } from "./rules-form.ts";

/** The named set that the judging rules come from; empty: the skill has its own. */
const choiceForm = z.object({
  ruleSetId: z.union([z.literal("").transform(() => null), idField()]).default(null),
});

type Competitions = AppLoadContext["services"]["competitions"];
type Organizer = Parameters<Competitions["readSkillSetUp"]>[0];

/** The hash that the form was filled in over; a script that posts whole rules gives none. */
const seenIn = (posted: FormData): string | undefined => String(posted.get("seen") ?? "") || undefined;

export async function saveRules(
  context: AppLoadContext,
  organizer: Organizer,
  skillId: string,
  form: FormData,
) {
  const { competitions } = context.services;
  const posted = joinedRows(form);
  const setUp = await competitions.readSkillSetUp(organizer);
  const { rules: standing, schemeId, scheme, ruleSets } = setUp;
  const seen = seenIn(posted);
  // Asked again under the lock; asked here so that no other refusal comes before it and hides it.
  if (seen !== undefined && seen !== rulesHash(setUp))
    return problem(context, posted, { code: "skill.rules-changed-meanwhile" });
  const chosen = readForm(context, posted, choiceForm);
  if (!chosen.ok) return chosen.problem;
  const { ruleSetId } = chosen.value;
  const own = ruleSetId === null && posted.has("judgementSeats");
  const locked = schemeId === null ? null : scheme;
  const sentence = (refusal: Parameters<typeof refusalSentence>[0]) =>
    refusalSentence(refusal, context.language);
  const read = readForm(
    context,
    posted,
    rulesForm(context.words.manage, { standing, own, locked, sentence }),
  );
  if (!read.ok) return read.problem;
  const { rules, openBoard } = read.value;
  const set = ruleSets.find(({ id }) => id === ruleSetId);
  const unfit = locked ? seatMisfits(locked, set ? withSet(rules, set.rules) : rules) : [];
  if (unfit.length > 0) {
    const typed = Object.fromEntries(posted);
    const told = unfit.map(({ at, refusal }) => [fieldAt(at, typed), sentence(refusal)] as const);
    return problem(context, posted, unfit[0]!.refusal, sentencesByField(context, told));
  }
  const changed = await competitions.changeRules(organizer, { rules, openBoard, ruleSetId }, seen);
  return changed.ok
    ? redirect(`/manage/skills/${skillId}?saved=rules`)
    : problem(context, posted, changed.refusal);
}
