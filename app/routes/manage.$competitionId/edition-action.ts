// What an organizer does in the workspace: advance the edition, add a skill, add a delegation, fix how delegations are ranked.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { line, lineOrNone, separated, ticked, whole } from "#app/manage/form-fields.ts";
import { delegationMethods } from "#domain/awards/delegations.ts";
import { competitionStates } from "#domain/competitions/competition.ts";
import { categories } from "#domain/competitions/skill.ts";
import { delegationKinds, divisions } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";

const advanceForm = z.object({ to: z.enum(competitionStates) });

const skillForm = (range: string) =>
  z.object({
    number: whole(1, 999, say(range, { from: 1, to: 999 })),
    name: line(60),
    occupation: lineOrNone(60),
    category: z.enum(categories),
    venue: z.string().trim().max(80).default(""),
    groups: z.string().max(200).default("").transform(separated),
    codingLayers: z.enum(["0", "1"]).default("1").transform(Number),
    confirm: z.enum(["none", "second", "blind"]).default("none"),
    openBoard: ticked,
  });

const divisionCodes = divisions.map(({ code }) => code);
const delegationForm = z.object({
  name: line(60),
  kind: z.enum(delegationKinds),
  division: z
    .enum(["", ...divisionCodes])
    .default("")
    .transform((code) => code || null),
});

const delegationRules = (range: string) =>
  z.object({
    method: z.enum(delegationMethods),
    coachRanks: whole(0, 99, say(range, { from: 0, to: 99 })),
  });

export async function editionAction({ request, params, context }: ActionFunctionArgs) {
  const competitionId = params["competitionId"]!;
  const organizer = await permit(context, request, "competitions.configure", { competitionId });
  const posted = await postedForm(context, request);
  const { competitions } = context.services;
  const here = redirect(`/manage/${competitionId}`);

  switch (posted.get("intent")) {
    case "advance": {
      const read = readForm(context, posted, advanceForm);
      if (!read.ok) return read.problem;
      const moved = await competitions.advanceCompetition(organizer, read.value.to);
      return moved.ok ? here : problem(context, posted, moved.refusal);
    }
    case "add-skill": {
      const read = readForm(context, posted, skillForm(context.words.manage.skill.range));
      if (!read.ok) return read.problem;
      const { codingLayers, confirm, ...form } = read.value;
      const added = await competitions.addSkill(organizer, { ...form, rules: { codingLayers, confirm } });
      if (added.ok) return redirect(`/manage/skills/${added.value.skillId}`);
      return problem(context, posted, added.refusal, {
        number: refusalSentence(added.refusal, context.language),
      });
    }
    case "add-delegation": {
      const read = readForm(context, posted, delegationForm);
      if (!read.ok) return read.problem;
      const added = await competitions.addDelegation(organizer, read.value);
      if (added.ok) return redirect(`/manage/${competitionId}?add=delegation`);
      return problem(context, posted, added.refusal, {
        name: refusalSentence(added.refusal, context.language),
      });
    }
    case "delegation-rules": {
      const read = readForm(context, posted, delegationRules(context.words.manage.skill.range));
      if (!read.ok) return read.problem;
      const set = await competitions.setDelegationRules(organizer, read.value);
      return set.ok
        ? redirect(`/manage/${competitionId}?done=delegation-rules`)
        : problem(context, posted, set.refusal);
    }
    default:
      return problem(context, posted, { code: "input.invalid" });
  }
}
