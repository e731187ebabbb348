// The organizer's decisions: one registration with its reason, whether it competes for an award, or several accepted after the list was reviewed.
import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { refusalSentence } from "#words/refusals.ts";
import { listAddress, readFilters } from "./registration-filters.ts";

const uuid = idField();
const decision = z.object({
  registrationId: uuid,
  to: z.enum(["accepted", "returned", "rejected"]),
  reason: z.string().trim().max(300).default(""),
});

const awardRight = z.object({
  registrationId: uuid,
  awardRights: z.enum(["yes", "no"]),
  reason: z.string().max(400).default(""),
});

/** Asked before several are accepted: exactly these people. */
export type Review = { readonly review: readonly string[] };
/** What came of accepting several. */
export type ManyAccepted = {
  readonly accepted: number;
  readonly failed: readonly { readonly id: string; readonly sentence: string }[];
};

export async function decideAction({ request, params, context }: ActionFunctionArgs) {
  const competitionId = params["competitionId"]!;
  const organizer = await permit(context, request, "registrations.decide", { competitionId });
  const posted = await postedForm(context, request);
  const { registrations } = context.services;

  if (posted.get("intent") === "decide") {
    const read = readForm(context, posted, decision);
    if (!read.ok) return read.problem;
    const { registrationId, to, reason } = read.value;
    const done = await registrations.decideRegistration(organizer, registrationId, to, reason);
    return done.ok
      ? redirect(listAddress(competitionId, readFilters(request.url), pageOf(request.url)))
      : problem(context, posted, done.refusal);
  }

  if (posted.get("intent") === "award-rights") {
    const read = readForm(context, posted, awardRight);
    if (!read.ok) return read.problem;
    const { registrationId, awardRights, reason } = read.value;
    const done = await registrations.setAwardRights(organizer, registrationId, awardRights === "yes", reason);
    return done.ok
      ? redirect(listAddress(competitionId, readFilters(request.url), pageOf(request.url)))
      : problem(context, posted, done.refusal);
  }

  const ids = [...new Set(posted.getAll("registrationId").map(String))];
  if (posted.get("intent") !== "accept-many" || !ids.every((id) => uuid.safeParse(id).success))
    return problem(context, posted, { code: "input.invalid" });
  const said = context.words.manage.registrations;
  if (ids.length === 0) return refusedMany(said.noneTicked);
  if (!posted.has("count")) return data({ review: ids } satisfies Review);
  if (posted.get("count") !== String(ids.length)) return refusedMany(said.countDiffers);

  const failed: { id: string; sentence: string }[] = [];
  for (const id of ids) {
    const done = await registrations.decideRegistration(organizer, id, "accepted");
    if (!done.ok) failed.push({ id, sentence: refusalSentence(done.refusal, context.language) });
  }
  const accepted = ids.length - failed.length;
  if (failed.length > 0) return data({ accepted, failed } satisfies ManyAccepted);
  const back = listAddress(competitionId, readFilters(request.url), pageOf(request.url));
  return redirect(`${back}${back.includes("?") ? "&" : "?"}accepted=${accepted}`);
}

const pageOf = (url: string) => ({ page: readFilters(url).page });
const refusedMany = (message: string) =>
  data({ message, fields: {}, values: { intent: "accept-many" } }, { status: 422 });
