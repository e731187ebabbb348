// Remembers the language for a year and returns to the page.

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { postedForm } from "#app/form-answer.ts";
import { readLanguage } from "#words/language.ts";
import { ownPath } from "./sign-in.tsx";

export const loader = () => redirect("/");

export async function action({ context, request }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  const language = readLanguage(String(posted.get("language")));
  const cookie = `language=${language}; Path=/; SameSite=Lax; Max-Age=31536000`;
  return redirect(ownPath(String(posted.get("to"))), { headers: { "Set-Cookie": cookie } });
}
