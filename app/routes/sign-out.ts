// Ends the session; only ever by POST.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { endedCookie } from "#app/cookies.ts";

export const loader = () => redirect("/");

export async function action({ context }: ActionFunctionArgs) {
  if (context.sessionToken) await context.services.access.signOut(context.sessionToken);
  return redirect("/", { headers: { "Set-Cookie": endedCookie(context) } });
}
