// The deeds of the rulings page: each posts one form, asks its service and comes back to the page.
import { type ActionFunctionArgs, type AppLoadContext, redirect } from "@remix-run/node";
import { z } from "zod";
import { penaltyFieldOf, penaltyParts, penaltyTyped } from "#app/floor/penalty-typed.ts";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { permit } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import type { Outcome } from "#domain/outcome.ts";
import type { Permit } from "#server/access/proofs.ts";
import type { PenaltyEffect } from "#server/marking/read-rulings.ts";
import { refusalSentence } from "#words/refusals.ts";

export type Previewed = {
  readonly effect: PenaltyEffect;
  readonly values: Readonly<Record<string, string>>;
};

const reason = z.string().max(400).default("");
const seat = z.coerce.number().int().min(1).max(99);
const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("preview-penalty"), contestantId: idField(), ...penaltyParts }),
  z.object({
    intent: z.literal("set-penalty"),
    id: idField(),
    contestantId: idField(),
    reason,
    ...penaltyParts,
  }),
  z.object({ intent: z.literal("withdraw-penalty"), penaltyId: idField(), reason }),
  z.object({ intent: z.literal("order"), reason }),
  z.object({
    intent: z.enum(["declare-missing", "take-back"]),
    contestantId: idField(),
    aspectId: z.string().min(1).max(16),
    seat,
    reason,
  }),
]);
type Asked = Exclude<z.output<typeof form>, { intent: "preview-penalty" }>;

const said = {
  "set-penalty": "penalty",
  "withdraw-penalty": "withdrawn",
  order: "order",
  "declare-missing": "missing",
  "take-back": "missing",
} as const satisfies Record<Asked["intent"], string>;
type Done = (typeof said)[Asked["intent"]];

/** What the page says was done, as its address names it. */
export const doneOf = (named: string | null): Done | null =>
  Object.values(said).find((done) => done === named) ?? null;

export async function rulingsAction({ context, request, params }: ActionFunctionArgs) {
  const oversee = await permit(context, request, "marking.oversee", { skillId: params["skillId"] });
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const asked = read.value;
  const refused = (refusal: Extract<Outcome, { ok: false }>["refusal"]) => {
    const field =
      refusal.code === "marking.reason-needed"
        ? "reason"
        : penaltyFieldOf(refusal.code, "level" in asked ? asked.level : undefined);
    const fields = field ? { [field]: refusalSentence(refusal, context.language) } : {};
    return problem(context, posted, refusal, fields);
  };
  if (asked.intent === "preview-penalty") {
    const { contestantId, ...typed } = asked;
    const { marking } = context.services;
    const previewed = await marking.previewPenalty(oversee, contestantId, penaltyTyped(typed));
    if (!previewed.ok) return refused(previewed.refusal);
    const values = Object.fromEntries([...posted].map(([name, value]) => [name, String(value)]));
    return { effect: previewed.value, values } satisfies Previewed;
  }
  const done = await rule(context, oversee, asked, orderIn(posted));
  return done.ok
    ? redirect(`/oversight/${params["skillId"]}/rulings?done=${said[asked.intent]}`)
    : refused(done.refusal);
}

/** Fields are named "place:1", "place:2". */
const orderIn = (posted: FormData): string[] =>
  [...posted]
    .filter(([name]) => /^place:\d{1,3}$/.test(name))
    .sort(([a], [b]) => Number(a.slice(6)) - Number(b.slice(6)))
    .map(([, id]) => String(id));

function rule(
  { services: { marking } }: AppLoadContext,
  oversee: Permit<"marking.oversee">,
  asked: Asked,
  order: readonly string[],
): Promise<Outcome> {
  switch (asked.intent) {
    case "set-penalty": {
      const { id, contestantId, reason, ...typed } = asked;
      const penalty = { id, reason, penalty: penaltyTyped(typed) };
      return marking.penalizeWork(oversee, contestantId, penalty);
    }
    case "withdraw-penalty":
      return marking.withdrawPenalty(oversee, asked.penaltyId, asked.reason);
    case "order":
      return marking.recordOrder(oversee, order, asked.reason);
    case "declare-missing":
    case "take-back":
      return marking.declareMissing(oversee, asked, asked.intent === "declare-missing", asked.reason);
  }
}
