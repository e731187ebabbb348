// A new delegation: a county, a zone, an institution or an enterprise; the form stays open for the next one.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import {
  ButtonLink,
  Card,
  FormActions,
  FormRow,
  FormStack,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import { delegationKinds, divisions } from "#domain/people/organizations.ts";

type Props = { words: Words["manage"]; editionId: string; refused: FormProblem | undefined };

export function AddDelegation({ words, editionId, refused }: Props) {
  const { terms } = useShell();
  const said = words.workspace;
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  return (
    <Card title={said.addDelegation} edge tone="celadon">
      <Form method="post">
        <FormStack id="add-delegation">
          <Refused problem={refused} form="add-delegation" />
          <TextField {...field("name")} label={said.delegationName} required maxLength={60} autoFocus />
          <FormRow>
            <SelectField
              {...field("kind")}
              label={said.delegationKind}
              required
              options={delegationKinds.map((value) => ({ value, label: terms.delegationKind[value] }))}
            />
            <SelectField
              {...field("division")}
              label={said.division}
              hint={said.divisionHint}
              placeholder={said.noDivision}
              options={divisions.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </FormRow>
          <FormActions>
            <SubmitButton name="intent" value="add-delegation">
              {said.createDelegation}
            </SubmitButton>
            <ButtonLink to={`/manage/${editionId}`}>{words.cancel}</ButtonLink>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
