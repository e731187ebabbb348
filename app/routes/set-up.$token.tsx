// The first administrator of an empty database, by the one-time link that the first start printed.
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
import { orRefuse } from "#app/gate.ts";
import {
  BareShell,
  Card,
  FormActions,
  FormStack,
  PasswordField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";

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
  const posted = await request.formData();
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
  const { shell, demo } = useShell();
  return (
    <BareShell demo={demo ? shell.demo : undefined}>
      <Card title={words.title} lead={words.lead} level={1}>
        <Form method="post">
          <FormStack id="set-up">
            <Refused problem={refused} />
            <TextField
              label={words.login}
              name="login"
              hint={words.loginHint}
              autoComplete="username"
              required
              defaultValue={refused?.values["login"]}
              error={refused?.fields["login"]}
            />
            <TextField
              label={words.name}
              name="name"
              autoComplete="name"
              required
              defaultValue={refused?.values["name"]}
              error={refused?.fields["name"]}
            />
            <PasswordField
              label={words.password}
              name="password"
              hint={hint}
              autoComplete="new-password"
              required
              error={refused?.fields["password"]}
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
