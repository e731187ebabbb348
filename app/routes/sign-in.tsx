// Sign-in with login and password; where to go next is a path of this site only.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { sessionCookie } from "#app/cookies.ts";
import { DoorPage, NameField, SecretField } from "#app/door-page.tsx";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import { ButtonLink, Notice } from "#app/kit/index.ts";

const form = z.object({
  login: z.string().min(1).max(80),
  password: z.string().min(1).max(400),
  to: z.string().max(500).optional(),
});

/** A path on this site, never another origin ("//host" and "/\\host" are none). */
export function ownPath(to: string | null | undefined): string {
  const here = "http://here";
  if (!to?.startsWith("/") || !URL.canParse(to, here)) return "/";
  // Read as a browser would: tabs and line ends fall away, a backslash is a slash, anything else is written in ASCII.
  const { origin, pathname, search, hash } = new URL(to, here);
  return origin === here && !pathname.startsWith("//") ? pathname + search + hash : "/";
}

export function loader({ request, context }: LoaderFunctionArgs) {
  if (context.actor && !context.actor.mustChange) throw redirect("/");
  return { to: ownPath(new URL(request.url).searchParams.get("to")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  if (context.secure === "insecure") return problem(context, posted, { code: "access.insecure" });
  const opened = await context.services.access.signIn(read.value.login, read.value.password, context.address);
  if (!opened.ok) return problem(context, posted, opened.refusal);
  const to = opened.value.mustChange ? "/password" : ownPath(read.value.to);
  return redirect(to, { headers: { "Set-Cookie": sessionCookie(context, opened.value) } });
}

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { shell, demo } = useShell();
  const words = shell.signIn;
  const toDemo = (
    <Notice tone="celadon" actions={<ButtonLink to="/demo">{words.toDemo}</ButtonLink>}>
      {words.demo}
    </Notice>
  );
  return (
    <DoorPage
      id="sign-in"
      title={words.title}
      lead={words.lead}
      submit={words.submit}
      refused={refused}
      below={demo && toDemo}
    >
      <input type="hidden" name="to" value={to} />
      <NameField name="login" label={words.login} refused={refused} />
      <SecretField label={words.password} refused={refused} />
    </DoorPage>
  );
}
