// What an organizer decides about a skill before marking: rules, seats, the field of an open skill, the start.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { lineOrNone, ticked, whole } from "#app/manage/form-fields.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";
import { saveRules } from "./save-rules.ts";

const seatForm = (words: Words["manage"]["skill"]) =>
  z.object({
    accountId: idField(words.seatPlaceholder),
    number: whole(1, 99, say(words.range, { from: 1, to: 99 })),
    reserve: ticked,
    unit: lineOrNone(80),
  });

export async function skillAction({ request, params, context }: ActionFunctionArgs) {
  const skillId = params["skillId"]!;
  const organizer = await permit(context, request, "competitions.configure", { skillId });
  const posted = await postedForm(context, request);
  const { competitions, draws, marking } = context.services;
  const words = context.words.manage.skill;
  const here = `/manage/skills/${skillId}`;

  switch (posted.get("intent")) {
    case "rules":
      return saveRules(context, organizer, skillId, posted);
    case "seat": {
      const read = readForm(context, posted, seatForm(words));
      if (!read.ok) return read.problem;
      const seated = await competitions.seatJudge(organizer, read.value);
      if (seated.ok) return redirect(`${here}#seats`);
      return problem(context, posted, seated.refusal, {
        number: refusalSentence(seated.refusal, context.language),
      });
    }
    case "end-seat": {
      const read = readForm(context, posted, z.object({ seatId: idField(words.seatPlaceholder) }));
      if (!read.ok) return read.problem;
      const ended = await competitions.endSeat(organizer, read.value.seatId);
      return ended.ok ? redirect(`${here}#seats`) : problem(context, posted, ended.refusal);
    }
    case "fix-field": {
      const fixed = await draws.fixField(organizer);
      return fixed.ok ? redirect(here) : problem(context, posted, fixed.refusal);
    }
    case "open-scoring": {
      const opened = await marking.openScoring(organizer);
      return opened.ok ? redirect(here) : problem(context, posted, opened.refusal);
    }
    default:
      return problem(context, posted, { code: "input.invalid" });
  }
}
