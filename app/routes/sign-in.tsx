// Sign-in with login and password; where to go next is a path of this site only.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { sessionCookie } from "#app/cookies.ts";
import { type FormProblem, problem, readForm } from "#app/form-answer.ts";
import { useShell } from "#app/frame.tsx";
import {
  BareShell,
  ButtonLink,
  Card,
  ErrorSummary,
  FormActions,
  FormStack,
  Notice,
  PasswordField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";

const form = z.object({
  login: z.string().min(1).max(80),
  password: z.string().min(1).max(400),
  to: z.string().max(500).optional(),
});

/** A path on this site, never another origin ("//host" and "/\\host" are none). */
export const ownPath = (to: string | null | undefined): string => (to && /^\/(?![/\\])/.test(to) ? to : "/");

export function loader({ request, context }: LoaderFunctionArgs) {
  if (context.actor && !context.actor.mustChange) throw redirect("/");
  return { to: ownPath(new URL(request.url).searchParams.get("to")) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const posted = await request.formData();
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
  return (
    <BareShell demo={demo ? shell.demo : undefined}>
      <Card title={words.title} lead={words.lead}>
        <Form method="post">
          <FormStack>
            {refused && <ErrorSummary title={shell.errors.summary} items={[{ message: refused.message }]} />}
            <input type="hidden" name="to" value={to} />
            <TextField
              label={words.login}
              name="login"
              autoComplete="username"
              required
              defaultValue={refused?.values["login"]}
              error={refused?.fields["login"]}
            />
            <PasswordField
              label={words.password}
              name="password"
              autoComplete="current-password"
              required
              error={refused?.fields["password"]}
            />
            <FormActions>
              <SubmitButton wide>{words.submit}</SubmitButton>
            </FormActions>
          </FormStack>
        </Form>
      </Card>
      {demo && (
        <Notice tone="celadon" actions={<ButtonLink to="/demo">{words.toDemo}</ButtonLink>}>
          {words.demo}
        </Notice>
      )}
    </BareShell>
  );
}
