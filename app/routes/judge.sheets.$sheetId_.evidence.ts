// Where the sheet's script posts evidence: a list comes back, or the sentence that refuses. A larger body is taken here and at
// the sheet itself (server/http/app.ts); nothing of it is read before the judge is known.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { postedForm } from "#app/form-answer.ts";
import { refusalResponse } from "#app/gate.ts";
import { evidenceDeed } from "#app/sheet/evidence-deed.ts";
import { findSheet } from "#app/sheet/seats.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  await findSheet(context, request, params["sheetId"] ?? "");
  return redirect(`/judge/sheets/${params["sheetId"]}`);
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { seat, sheet } = await findSheet(context, request, params["sheetId"] ?? "");
  const contestantId = sheet.contestant.id;
  const posted = await postedForm(context, request);
  const done = await evidenceDeed(context, seat, contestantId, posted);
  if (!done.ok) return refusalResponse(context, done.refusal);
  const place = { contestantId, subcriterionId: sheet.subcriterion.id };
  return Response.json({ evidence: await context.services.marking.readEvidence(seat, place) });
}
