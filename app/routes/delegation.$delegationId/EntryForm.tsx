// One more competitor: skill, name and resident ID as on the card, identity and unit.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  Card,
  FormActions,
  FormRow,
  FormStack,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { CoachField, GroupField, IdentityField } from "./EntryFields.tsx";
import type { RosterPage } from "./route.tsx";

type Props = {
  skills: RosterPage["skills"];
  words: Words["manage"]["delegation"];
  refused: FormProblem | undefined;
};

export function EntryForm({ skills, words, refused }: Props) {
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  const grouped = skills.filter((skill) => skill.groups.length > 0);
  return (
    <Card id="add" title={words.add} lead={words.addLead}>
      <Form method="post">
        <FormStack id="entry">
          <Refused problem={refused} form="entry" />
          <FormRow>
            <SelectField
              {...field("skillId")}
              label={words.skill}
              required
              placeholder={words.skillPlaceholder}
              options={skills.map((skill) => ({ value: skill.id, label: nameOf(skill) }))}
            />
            {grouped.length > 0 && (
              <GroupField
                {...field("group")}
                words={words}
                options={grouped.map((skill) => ({ label: nameOf(skill), options: skill.groups }))}
              />
            )}
          </FormRow>
          <FormRow>
            <TextField
              {...field("name")}
              label={words.name}
              hint={words.nameHint}
              required
              autoComplete="off"
              maxLength={60}
            />
            <TextField
              {...field("residentId")}
              defaultValue={undefined}
              label={words.residentId}
              hint={words.residentIdHint}
              required
              mono
              autoComplete="off"
              maxLength={40}
            />
          </FormRow>
          <FormRow>
            <IdentityField {...field("identity")} words={words} />
            <TextField {...field("unit")} label={words.unit} hint={words.unitHint} required maxLength={80} />
            <CoachField {...field("coach")} words={words} />
          </FormRow>
          <FormActions>
            <SubmitButton name="intent" value="submit">
              {words.submit}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}

const nameOf = (skill: { number: number; name: string }): string => skillTitle(skill);
