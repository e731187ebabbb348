// A judge has noted a message of the chief judge; without JavaScript the form comes back to the desk.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedForm, problem, readForm } from "#app/form-answer.ts";
import { notFound, seat } from "#app/gate.ts";

const form = z.object({ skillId: z.uuid() });

export const loader = () => redirect("/judge");

export async function action({ context, request, params }: ActionFunctionArgs) {
  const message = z.uuid().safeParse(params["messageId"]);
  if (!message.success) throw notFound(context);
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const own = seat(context, request, read.value.skillId);
  const noted = await context.services.marking.noteReading(own, message.data);
  if (!noted.ok) return problem(context, posted, noted.refusal);
  return request.headers.get("sec-fetch-mode") === "navigate" ? redirect("/judge") : { noted: message.data };
}
