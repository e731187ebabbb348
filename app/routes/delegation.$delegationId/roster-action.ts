// What a leader does: enter a competitor, correct what was returned, withdraw, send the competitor's link.
import { type ActionFunctionArgs, type AppLoadContext, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { line, lineOrNone } from "#app/manage/form-fields.ts";
import type { Refusal } from "#domain/outcome.ts";
import { identities } from "#domain/people/organizations.ts";
import { refusalSentence } from "#words/refusals.ts";

const registrationId = idField();
const entryForm = z.object({
  skillId: idField(),
  name: line(60),
  residentId: line(40),
  identity: z.enum(identities),
  unit: line(80),
  group: lineOrNone(40),
  coach: lineOrNone(60),
});
const correctionForm = z.object({
  registrationId,
  identity: z.enum(identities),
  unit: line(80),
  group: lineOrNone(40),
  coach: lineOrNone(60),
});
const oneForm = z.object({ registrationId });

/** The one-time link, told once. */
export type Invited = { readonly registrationId: string; readonly link: string };

export async function rosterAction({ request, params, context }: ActionFunctionArgs) {
  const delegationId = params["delegationId"]!;
  const leader = await permit(context, request, "registrations.submit", { delegationId });
  const posted = await postedForm(context, request);
  const { registrations } = context.services;
  const here = `/delegation/${delegationId}`;

  /** With the corrected fields, or, where none were posted, as it stands. */
  const resubmit = async () => {
    if (!posted.has("unit")) {
      const read = readForm(context, posted, oneForm);
      return read.ok
        ? registrations.moveOwnRegistration(leader, read.value.registrationId, "submitted")
        : read.problem;
    }
    const read = readForm(context, posted, correctionForm);
    return read.ok
      ? registrations.correctRegistration(leader, read.value.registrationId, read.value)
      : read.problem;
  };

  switch (posted.get("intent")) {
    case "submit": {
      const read = readForm(context, posted, entryForm);
      if (!read.ok) return withoutId(context, posted, { code: "input.invalid" }, read.problem.data.fields);
      const { skills } = await registrations.readRoster(leader);
      const grouped = skills.some((skill) => skill.id === read.value.skillId && skill.groups.length > 0);
      const entered = await registrations.submitRegistration(leader, {
        ...read.value,
        group: grouped ? read.value.group : null,
      });
      if (entered.ok) return redirect(`${here}?done=submitted#add`);
      return withoutId(context, posted, entered.refusal, fieldOf(context, entered.refusal));
    }
    case "resubmit": {
      const moved = await resubmit();
      if ("data" in moved) return moved;
      return moved.ok ? redirect(here) : problem(context, posted, moved.refusal);
    }
    case "withdraw": {
      const read = readForm(context, posted, oneForm);
      if (!read.ok) return read.problem;
      const moved = await registrations.moveOwnRegistration(leader, read.value.registrationId, "withdrawn");
      return moved.ok ? redirect(here) : problem(context, posted, moved.refusal);
    }
    case "invite": {
      const read = readForm(context, posted, oneForm);
      if (!read.ok) return read.problem;
      const invited = await registrations.inviteCompetitor(leader, read.value.registrationId);
      if (!invited.ok) return problem(context, posted, invited.refusal);
      const link = `${new URL(request.url).origin}/invite/${invited.value.token}`;
      return data({ registrationId: read.value.registrationId, link } satisfies Invited);
    }
    default:
      return problem(context, posted, { code: "input.invalid" });
  }
}

/** A refused entry keeps what was typed but the resident ID: in full it stands in no answer. */
function withoutId(
  context: AppLoadContext,
  form: FormData,
  refusal: Refusal,
  fields: Record<string, string>,
) {
  form.delete("residentId");
  return problem(context, form, refusal, fields);
}

/** The field a refusal is about: names, IDs, and the skill where registration is closed. */
function fieldOf(context: AppLoadContext, refusal: Refusal): Record<string, string> {
  const sentence = refusalSentence(refusal, context.language);
  if (refusal.code.startsWith("people.name-")) return { name: sentence };
  if (refusal.code.startsWith("people.id-") || refusal.code === "registration.duplicate")
    return { residentId: sentence };
  return refusal.code === "registration.closed" ? { skillId: sentence } : {};
}
