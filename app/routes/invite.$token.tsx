// An accepted competitor takes up the leader's one-time link and chooses login and password.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { sessionCookie } from "#app/cookies.ts";
import { DoorPage, NameField, SecretField } from "#app/door-page.tsx";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { orRefuse } from "#app/gate.ts";
import { say } from "#words/language.ts";

const form = z.object({ login: z.string().min(1).max(80), password: z.string().min(1).max(400) });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { name } = orRefuse(
    context,
    request,
    await context.services.registrations.readInvitation(params["token"] ?? ""),
  );
  const { invite, setUp, password } = context.words.shell;
  return {
    words: { ...invite, lead: say(invite.lead, { name }) },
    fields: { ...setUp, passwordHint: password.hint },
  };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  if (context.secure === "insecure") return problem(context, posted, { code: "access.insecure" });
  const opened = await context.services.registrations.acceptInvitation(params["token"] ?? "", read.value);
  if (!opened.ok) return problem(context, posted, opened.refusal);
  return redirect("/me", { headers: { "Set-Cookie": sessionCookie(context, opened.value) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.title }];

export default function Invite() {
  const { words, fields } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  return (
    <DoorPage id="invite" title={words.title} lead={words.lead} submit={words.submit} refused={refused}>
      <NameField name="login" label={fields.login} hint={fields.loginHint} refused={refused} />
      <SecretField label={fields.password} hint={fields.passwordHint} refused={refused} isNew />
    </DoorPage>
  );
}
