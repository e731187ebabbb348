// One sheet: a contestant, by code alone, in one sub-criterion. Alive it writes through the outbox; without JavaScript each
// control is a form that posts here.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { idField } from "#app/id-field.ts";
import { evidenceDeed, isAboutEvidence } from "#app/sheet/evidence-deed.ts";
import { findSheet } from "#app/sheet/seats.ts";
import { foldTyped } from "#domain/marking/mark.ts";
import { conflictKinds } from "#domain/marking/substitution.ts";
import { say } from "#words/language.ts";
import { SheetPage } from "./sheet-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? say(data.words.sheet.title, { code: data.sheet.contestant.code, sub: data.sheet.subcriterion.id })
      : "",
  },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { seat, sheet } = await findSheet(context, request, params["sheetId"] ?? "");
  const place = { contestantId: sheet.contestant.id, subcriterionId: sheet.subcriterion.id };
  const requestIds = Object.fromEntries(
    sheet.subcriterion.aspects.map(({ id }) => [id, crypto.randomUUID()]),
  );
  return {
    sheet,
    requestIds,
    evidence: await context.services.marking.readEvidence(seat, place),
    opened: new URL(request.url).searchParams.get("evidence"),
    words: context.words.judge,
  };
}

const entry = z.object({
  aspectId: z.string().min(1).max(16),
  round: z.coerce.number().int().min(1).max(9),
  value: z.string().max(64).optional(),
  /** Pressed to take the mark back: the cell is unset again. */
  clear: z.string().optional(),
  expectedVersion: z.coerce.number().int().min(0),
  meant: z.string().max(32).optional(),
  requestId: idField(),
});

const declaration = z.object({ kind: z.enum(conflictKinds), reason: z.string().max(400).default("") });

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { seat, sheet } = await findSheet(context, request, params["sheetId"] ?? "");
  const posted = await postedForm(context, request);
  if (posted.get("intent") === "declare-conflict") {
    const declared = readForm(context, posted, declaration);
    if (!declared.ok) return declared.problem;
    const { kind, reason } = declared.value;
    const done = await context.services.marking.declareConflict(seat, {
      contestantId: sheet.contestant.id,
      kind,
      reason,
    });
    return done.ok ? redirect("/judge") : problem(context, posted, done.refusal);
  }
  if (isAboutEvidence(posted)) {
    const done = await evidenceDeed(context, seat, sheet.contestant.id, posted);
    if (!done.ok) return problem(context, posted, done.refusal);
    const at = encodeURIComponent(String(posted.get("aspectId")));
    return redirect(`/judge/sheets/${params["sheetId"]}?evidence=${at}#${at}`);
  }
  const read = readForm(context, posted, entry);
  if (!read.ok) return read.problem;
  const { clear, value = "", ...rest } = read.value;
  const command = { ...rest, contestantId: sheet.contestant.id, value: clear ? null : foldTyped(value) };
  const answer = await context.services.marking.enterMark(seat, command);
  if (!answer.ok) return problem(context, posted, answer.refusal);
  return redirect(`/judge/sheets/${params["sheetId"]}#${command.aspectId}`);
}

export default function SheetRoute() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { sheetId } = useParams();
  return <SheetPage key={sheetId} {...loaded} refused={refused} />;
}
