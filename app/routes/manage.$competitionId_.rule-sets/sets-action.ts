// Adding, changing and removing a judging-rule set: each posts one form and comes back to the page.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { line } from "#app/manage/form-fields.ts";
import { setForm } from "#app/manage/set-form.ts";
import type { Outcome } from "#domain/outcome.ts";
import { refusalSentence } from "#words/refusals.ts";

const done = { add: "added", change: "changed", remove: "removed" } as const;
type Done = (typeof done)[keyof typeof done];

/** What the page says was done, as its address names it. */
export const doneOf = (named: string | null): Done | null =>
  Object.values(done).find((one) => one === named) ?? null;

const nameForm = z.object({ name: line(40) });
const whichForm = z.object({ ruleSetId: idField() });

export async function setsAction({ context, request, params }: ActionFunctionArgs) {
  const competitionId = params["competitionId"]!;
  const organizer = await permit(context, request, "competitions.configure", { competitionId });
  const posted = await postedForm(context, request);
  const { competitions } = context.services;
  const formOf = () => {
    const { manage } = context.words;
    const form = z.intersection(nameForm, setForm(manage));
    return readForm(
      context,
      posted,
      form.transform(({ name, ...rules }) => ({ name, rules })),
    );
  };
  const answer = (intent: keyof typeof done, outcome: Outcome) => {
    if (outcome.ok) return redirect(`/manage/${competitionId}/rule-sets?done=${done[intent]}`);
    const sentence = refusalSentence(outcome.refusal, context.language);
    const fields: Record<string, string> =
      outcome.refusal.code === "rule-set.name-taken" ? { name: sentence } : {};
    return problem(context, posted, outcome.refusal, fields);
  };

  const intent = posted.get("intent");
  switch (intent) {
    case "add": {
      const read = formOf();
      return read.ok ? answer(intent, await competitions.addRuleSet(organizer, read.value)) : read.problem;
    }
    case "change": {
      const which = readForm(context, posted, whichForm);
      if (!which.ok) return which.problem;
      const read = formOf();
      if (!read.ok) return read.problem;
      return answer(intent, await competitions.changeRuleSet(organizer, which.value.ruleSetId, read.value));
    }
    case "remove": {
      const which = readForm(context, posted, whichForm);
      if (!which.ok) return which.problem;
      return answer(intent, await competitions.removeRuleSet(organizer, which.value.ruleSetId));
    }
    default:
      return problem(context, posted, { code: "input.invalid" });
  }
}
