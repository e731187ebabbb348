// Number, name and purpose: what an officer must have in front of them before the register answers.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import { FormActions, FormStack, SelectField, SubmitButton, TextField } from "#app/kit/index.ts";

export function CheckForm({
  words,
  refused,
}: {
  words: Words["hr"]["check"];
  refused: FormProblem | undefined;
}) {
  const { terms } = useShell();
  const typed = refused?.values ?? {};
  const wrong = refused?.fields ?? {};
  return (
    <Form method="post" action="/hr?index">
      <FormStack>
        <Refused problem={refused} />
        <TextField
          label={words.number}
          name="number"
          mono
          required
          hint={words.numberHint}
          autoComplete="off"
          maxLength={40}
          defaultValue={typed["number"]}
          error={wrong["number"]}
        />
        <TextField
          label={words.name}
          name="name"
          required
          autoComplete="off"
          maxLength={60}
          defaultValue={typed["name"]}
          error={wrong["name"]}
        />
        <SelectField
          label={words.purpose}
          name="purpose"
          required
          hint={words.purposeHint}
          placeholder={words.choose}
          options={Object.entries(terms.purpose).map(([value, label]) => ({ value, label }))}
          defaultValue={typed["purpose"]}
          error={wrong["purpose"]}
        />
        <FormActions>
          <SubmitButton wide>{words.submit}</SubmitButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
