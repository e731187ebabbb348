// Changing one's password; the first stop for whoever signed in with a one-time password.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { sessionCookie } from "#app/cookies.ts";
import { DoorPage, SecretField } from "#app/door-page.tsx";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";

const form = z.object({
  currentPassword: z.string().min(1).max(400),
  nextPassword: z.string().min(1).max(400),
});

export function loader({ context }: LoaderFunctionArgs) {
  if (!context.actor) throw redirect("/sign-in?to=/password");
  return { words: context.words.shell.password, first: context.actor.mustChange };
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (!context.actor) throw redirect("/sign-in?to=/password");
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const { currentPassword, nextPassword } = read.value;
  const opened = await context.services.access.changePassword(context.actor, currentPassword, nextPassword);
  if (!opened.ok) return problem(context, posted, opened.refusal);
  return redirect("/", { headers: { "Set-Cookie": sessionCookie(context, opened.value) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.title }];

export default function Password() {
  const { words, first } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  return (
    <DoorPage
      id="password"
      title={words.title}
      lead={first && words.first}
      submit={words.submit}
      refused={refused}
    >
      <SecretField name="currentPassword" label={words.current} refused={refused} />
      <SecretField name="nextPassword" label={words.next} hint={words.hint} refused={refused} isNew />
    </DoorPage>
  );
}
