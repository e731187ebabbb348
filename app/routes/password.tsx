// Changing one's password; the first stop for whoever signed in with a one-time password.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { sessionCookie } from "#app/cookies.ts";
import { type FormProblem, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import { BareShell, Card, FormActions, FormStack, PasswordField, SubmitButton } from "#app/kit/index.ts";

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
  const posted = await request.formData();
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
  const { shell, demo } = useShell();
  return (
    <BareShell demo={demo ? shell.demo : undefined}>
      <Card title={words.title} lead={first && words.first} level={1}>
        <Form method="post">
          <FormStack id="password">
            <Refused problem={refused} />
            <PasswordField
              label={words.current}
              name="currentPassword"
              autoComplete="current-password"
              required
              error={refused?.fields["currentPassword"]}
            />
            <PasswordField
              label={words.next}
              name="nextPassword"
              hint={words.hint}
              autoComplete="new-password"
              required
              error={refused?.fields["nextPassword"]}
            />
            <FormActions>
              <SubmitButton wide>{words.submit}</SubmitButton>
            </FormActions>
          </FormStack>
        </Form>
      </Card>
    </BareShell>
  );
}
