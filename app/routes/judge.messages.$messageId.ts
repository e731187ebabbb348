// A judge has noted a message of the chief judge: the script is told so, a form without JavaScript comes back to its page.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { postedForm } from "#app/form-answer.ts";
import { notFound, refusalResponse, seat } from "#app/gate.ts";
import { idField } from "#app/id-field.ts";
import { ownPath } from "./sign-in.tsx";

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
  // Only the script asks for JSON: a browser tells of a navigation by other headers on a secure address alone.
  const isScript = request.headers.get("accept") === "application/json";
  return isScript ? Response.json({ noted: message.data }) : redirect(ownPath(String(posted.get("to"))));
}
