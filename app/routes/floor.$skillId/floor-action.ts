// What a floor judge does in the list: look somebody up, check them in, take a check-in or a record back.
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import type { ShownEntrant } from "#server/floor/read-floor.ts";
import { refusalSentence } from "#words/refusals.ts";

/** Whom a search found; `typed` is null for a resident ID, which no answer repeats. */
export type Found = { readonly entrants: readonly ShownEntrant[]; readonly typed: string | null };

const deed = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("search"), q: z.string().max(60) }),
  z.object({ intent: z.literal("check-in"), registrationId: idField() }),
  z.object({ intent: z.literal("undo"), registrationId: idField(), reason: z.string() }),
  z.object({ intent: z.literal("withdraw"), recordId: idField(), reason: z.string() }),
]);

const manyDigits = /\d(\D?\d){7}/;

export async function floorAction({ context, request, params }: ActionFunctionArgs) {
  const judge = await permit(context, request, "floor.record", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, deed);
  if (!read.ok) {
    // What was looked for may be a resident ID: no answer repeats it.
    posted.delete("q");
    return problem(context, posted, { code: "input.invalid" });
  }
  const { floor } = context.services;
  const here = `/floor/${params["skillId"]}`;
  const asked = read.value;
  switch (asked.intent) {
    case "search": {
      const found = await floor.findEntrants(judge, asked.q);
      if (!found.ok)
        return problem(context, new FormData(), found.refusal, {
          q: refusalSentence(found.refusal, context.language),
        });
      const typed = manyDigits.test(asked.q.normalize("NFKC")) ? null : asked.q.trim();
      return data({ entrants: found.value, typed } satisfies Found);
    }
    case "check-in": {
      const done = await floor.checkIn(judge, asked.registrationId);
      return done.ok
        ? redirect(`${here}?done=${asked.registrationId}`)
        : problem(context, posted, done.refusal);
    }
    case "undo": {
      const done = await floor.undoCheckIn(judge, asked.registrationId, asked.reason);
      return done.ok ? redirect(`${here}?done=undo`) : problem(context, posted, done.refusal);
    }
    case "withdraw": {
      const done = await floor.withdrawRecord(judge, asked.recordId, asked.reason);
      return done.ok
        ? redirect(`${here}?view=records&done=withdraw`)
        : problem(context, posted, done.refusal);
    }
  }
}
