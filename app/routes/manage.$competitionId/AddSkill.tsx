// A new skill: what it is, where, and the few rules that are decided at once; the rest is set up on its own page.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import {
  ButtonLink,
  Card,
  CheckField,
  FormActions,
  FormRow,
  FormStack,
  NumberField,
  RadioCards,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import { offeredRules } from "#domain/competitions/rules.ts";
import { categories } from "#domain/competitions/skill.ts";

type Props = { words: Words["manage"]; editionId: string; refused: FormProblem | undefined };

export function AddSkill({ words, editionId, refused }: Props) {
  const { terms } = useShell();
  const said = words.workspace;
  const field = (name: string, offered?: string) => ({
    name,
    defaultValue: refused?.values[name] ?? offered,
    error: refused?.fields[name],
  });
  return (
    <Card title={said.addSkill} edge tone="celadon">
      <Form method="post">
        <FormStack id="add-skill">
          <Refused problem={refused} form="add-skill" />
          <FormRow>
            <NumberField
              {...field("number")}
              label={said.skillNumber}
              hint={said.skillNumberHint}
              required
              whole
              autoFocus
            />
            <TextField {...field("name")} label={said.skillName} required maxLength={60} />
          </FormRow>
          <FormRow>
            <SelectField
              {...field("category", "world-skills")}
              label={said.category}
              required
              options={categories.map((value) => ({ value, label: terms.category[value] }))}
            />
            <TextField {...field("occupation")} label={said.occupation} optional maxLength={60} />
          </FormRow>
          <FormRow>
            <TextField {...field("venue")} label={said.venue} hint={said.venueHint} optional maxLength={80} />
            <TextField
              {...field("groups")}
              label={said.groups}
              hint={said.groupsHint}
              optional
              maxLength={200}
            />
          </FormRow>
          <RadioCards
            {...field("codingLayers", String(offeredRules.codingLayers))}
            label={said.codingLayers}
            columns={2}
            options={(["1", "0"] as const).map((value) => ({ value, label: said.coding[value] }))}
          />
          <SelectField
            {...field("confirm", offeredRules.confirm)}
            label={said.confirm}
            options={(["none", "second", "blind"] as const).map((value) => ({
              value,
              label: terms.confirm[value],
            }))}
          />
          <CheckField
            name="openBoard"
            label={said.openBoard}
            hint={said.openBoardHint}
            defaultChecked={refused?.values["openBoard"] !== undefined}
          />
          <FormActions>
            <SubmitButton name="intent" value="add-skill">
              {said.createSkill}
            </SubmitButton>
            <ButtonLink to={`/manage/${editionId}`}>{words.cancel}</ButtonLink>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
