// The deeds of the register: a claim entered, checked by one verifier, made final by another, or rejected with its reason.
import { type ActionFunctionArgs, type AppLoadContext, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { dateField, line, lineOrNone, ticked, whole } from "#app/manage/form-fields.ts";
import { categories, competitions, grades, honours, roles } from "#domain/entitlements/vocabulary.ts";
import type { Outcome, Refusal } from "#domain/outcome.ts";
import type { ExternalAwardForm } from "#server/awards/register-external.ts";
import { refusalSentence } from "#words/refusals.ts";

const claim = (context: AppLoadContext) => {
  const { shell, hr } = context.words;
  const both = {
    name: line(60),
    residentId: line(40),
    edition: lineOrNone(120),
    skill: lineOrNone(120),
    wonOn: z.union([z.literal(""), dateField(shell.errors)]).optional(),
    evidence: line(1000),
  };
  return z.discriminatedUnion("kind", [
    z.object({
      ...both,
      kind: z.literal("competition"),
      competition: z.enum(competitions),
      grade: z.enum(grades),
      role: z.enum(roles).default("competitor"),
      category: z.enum(categories).default("official"),
      teamSize: whole(1, 20, hr.external.teamSizeWrong).default(1),
    }),
    z.object({ ...both, kind: z.literal("honour"), honour: z.enum(honours) }),
  ]);
};
type Claim = z.output<ReturnType<typeof claim>>;

const step = z.object({
  externalAwardId: idField(),
  identityMatched: ticked,
  reason: z.string().trim().max(400).default(""),
});
const doneBy = { verify: "verified", finalize: "finalized", reject: "rejected" } as const;

export async function registerAction({ request, context }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  const intent = posted.get("intent");
  if (intent === "register") return enter(context, request, posted);
  if (intent !== "verify" && intent !== "finalize" && intent !== "reject")
    return problem(context, posted, { code: "input.invalid" });
  const verifier = await permit(context, request, "awards.verify-external");
  const read = readForm(context, posted, step);
  if (!read.ok) return read.problem;
  const { externalAwardId, ...verification } = read.value;
  const taken: Outcome = await context.services.awards.verifyExternalAward(verifier, externalAwardId, {
    step: intent,
    ...verification,
  });
  return taken.ok ? redirect(`/hr/awards?done=${doneBy[intent]}`) : problem(context, posted, taken.refusal);
}

async function enter(context: AppLoadContext, request: Request, posted: FormData) {
  const officer = await permit(context, request, "awards.register-external");
  const read = readForm(context, posted, claim(context));
  if (!read.ok) return withoutId(context, posted, { code: "input.invalid" }, read.problem.data.fields);
  const entered = await context.services.awards.registerExternalAward(officer, formOf(read.value));
  if (entered.ok) return redirect("/hr/awards?done=registered");
  const fields = fieldOf(entered.refusal, refusalSentence(entered.refusal, context.language));
  return withoutId(context, posted, entered.refusal, fields);
}

/** A refused claim keeps what was typed but the resident ID: in full it stands in no answer. */
function withoutId(
  context: AppLoadContext,
  form: FormData,
  refusal: Refusal,
  fields: Record<string, string>,
) {
  form.delete("residentId");
  return problem(context, form, refusal, fields);
}

const formOf = (claimed: Claim): ExternalAwardForm => {
  const { name, residentId, edition, skill, wonOn, evidence } = claimed;
  const common = { name, residentId, edition, skill, wonOn: wonOn || null, evidence };
  if (claimed.kind === "honour") return { ...common, subject: { kind: "honour", honour: claimed.honour } };
  const { competition, grade, role, category, teamSize } = claimed;
  return { ...common, subject: { kind: "competition", competition, grade, role, category, teamSize } };
};

/** The field a refusal of the service speaks of. */
function fieldOf({ code }: Refusal, sentence: string): Record<string, string> {
  if (code.startsWith("people.id-") || code === "people.name-differs") return { residentId: sentence };
  return code.startsWith("people.name-") ? { name: sentence } : {};
}
