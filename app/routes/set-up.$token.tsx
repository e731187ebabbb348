// The first administrator of an empty database, by the one-time link that the first start printed.
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

const form = z.object({
  login: z.string().min(1).max(80),
  name: z.string().min(1).max(80),
  password: z.string().min(1).max(400),
});

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  orRefuse(context, request, await context.services.access.readSetUpLink(params["token"] ?? ""));
  return { words: context.words.shell.setUp, hint: context.words.shell.password.hint };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  if (context.secure === "insecure") return problem(context, posted, { code: "access.insecure" });
  const opened = await context.services.access.firstAdministrator(params["token"] ?? "", read.value);
  if (!opened.ok) return problem(context, posted, opened.refusal);
  return redirect("/accounts", { headers: { "Set-Cookie": sessionCookie(context, opened.value) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.title }];

export default function SetUp() {
  const { words, hint } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  return (
    <DoorPage id="set-up" title={words.title} lead={words.lead} submit={words.submit} refused={refused}>
      <NameField name="login" label={words.login} hint={words.loginHint} refused={refused} />
      <NameField name="name" label={words.name} refused={refused} />
      <SecretField label={words.password} hint={hint} refused={refused} isNew />
    </DoorPage>
  );
}
