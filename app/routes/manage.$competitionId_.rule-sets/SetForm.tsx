// The form of one judging-rule set, new or standing.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { FormActions, FormStack, SubmitButton, TextField } from "#app/kit/index.ts";
import { SetFields } from "#app/manage/SetFields.tsx";
import { fieldsOf } from "#app/manage/standing-fields.ts";
import type { SetRules } from "#domain/competitions/rule-set.ts";

export function SetForm(props: {
  form: string;
  intent: "add" | "change";
  ruleSetId?: string;
  name: string;
  rules: SetRules;
  submit: string;
  words: Words["manage"];
  refused: FormProblem | undefined;
  /** Beside the button. */
  children?: ReactNode;
}) {
  const { words, rules } = props;
  const { field } = fieldsOf(props.refused);
  return (
    <Form method="post" action={`?#${props.form}`} key={JSON.stringify([props.name, rules])}>
      <FormStack id={props.form}>
        {props.ruleSetId && <input type="hidden" name="ruleSetId" value={props.ruleSetId} />}
        <TextField
          {...field("name", props.name)}
          label={words.ruleSets.name}
          hint={words.ruleSets.nameHint}
          required
          maxLength={40}
        />
        <SetFields rules={rules} words={words} field={field} />
        <FormActions>
          <SubmitButton name="intent" value={props.intent}>
            {props.submit}
          </SubmitButton>
          {props.children}
        </FormActions>
      </FormStack>
    </Form>
  );
}
