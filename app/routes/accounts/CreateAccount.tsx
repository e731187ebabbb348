// A new account, and its one-time password: large, once, with what to do with it.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { ButtonLink, Card, FormActions, FormStack, Stat, SubmitButton, TextField } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Created } from "./accounts-action.ts";

type Said = Words["manage"]["accounts"];

export function CreateAccount({ words, refused }: { words: Said; refused: FormProblem | undefined }) {
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  return (
    <Card title={words.create} lead={words.createLead}>
      <Form method="post" action="/accounts">
        <FormStack id="create">
          <Refused problem={refused} form="create" />
          <TextField
            {...field("login")}
            label={words.login}
            hint={words.loginHint}
            required
            autoComplete="off"
            maxLength={40}
          />
          <TextField
            {...field("name")}
            label={words.name}
            hint={words.nameHint}
            required
            autoComplete="off"
            maxLength={60}
          />
          <FormActions>
            <SubmitButton name="intent" value="create">
              {words.createSubmit}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}

export function CreatedAccount({ words, created }: { words: Said; created: Created }) {
  return (
    <Card
      title={say(words.created, { login: created.login })}
      tone="celadon"
      edge
      actions={<ButtonLink to={`/accounts?account=${created.accountId}#grant`}>{words.thenGrant}</ButtonLink>}
    >
      <div role="status">
        <Stat label={words.password} value={<code className="mono">{created.password}</code>} />
      </div>
      <p>{words.passwordText}</p>
    </Card>
  );
}
