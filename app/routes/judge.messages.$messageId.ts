// A judge has noted a message of the chief judge; without JavaScript the form comes back to the desk.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { postedForm } from "#app/form-answer.ts";
import { notFound, refusalResponse, seat } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";

export const loader = () => redirect("/judge");

export async function action({ context, request, params }: ActionFunctionArgs) {
  const message = idField().safeParse(params["messageId"]);
  if (!message.success) throw notFound(context);
  const posted = await postedForm(context, request);
  const skillId = idField().safeParse(posted.get("skillId"));
  if (!skillId.success) throw refusalResponse(context, { code: "input.invalid" });
  const own = seat(context, request, skillId.data);
  const noted = await context.services.marking.noteReading(own, message.data);
  if (!noted.ok) throw refusalResponse(context, noted.refusal);
  const isPage = request.headers.get("sec-fetch-mode") === "navigate";
  return isPage ? redirect("/judge") : Response.json({ noted: message.data });
}
