// Entries that came back: the reason first, then what may be corrected, and one button.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import {
  Card,
  FormActions,
  FormRow,
  FormStack,
  Notice,
  Section,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import { CoachField, GroupField, IdentityField } from "./EntryFields.tsx";
import { Withdraw } from "./RosterActions.tsx";
import type { Entry } from "./route.tsx";

type Props = { rows: readonly Entry[]; words: Words["manage"]; refused: FormProblem | undefined };

export function Returned({ rows, words, refused }: Props) {
  const said = words.delegation;
  return (
    <Section title={say(said.returned, { n: rows.length })} lead={said.returnedLead}>
      {rows.map((row) => (
        <ReturnedEntry
          key={row.id}
          row={row}
          words={words}
          refused={refused?.values["registrationId"] === row.id ? refused : undefined}
        />
      ))}
    </Section>
  );
}

function ReturnedEntry({
  row,
  words,
  refused,
}: {
  row: Entry;
  words: Words["manage"];
  refused: FormProblem | undefined;
}) {
  const said = words.delegation;
  const field = (name: string, stands: string) => ({
    name,
    defaultValue: refused?.values[name] ?? stands,
    error: refused?.fields[name],
  });
  return (
    <Card
      level={3}
      tone="cinnabar"
      edge
      title={`${row.person.name} · ${skillTitle(row.skill)}`}
      actions={<Withdraw row={row} words={words} />}
    >
      <Notice tone="cinnabar" title={said.reason}>
        {row.reason}
      </Notice>
      <Form method="post">
        <FormStack id={`entry-${row.id}`}>
          <Refused problem={refused} form={`entry-${row.id}`} />
          <input type="hidden" name="registrationId" value={row.id} />
          <FormRow>
            <IdentityField {...field("identity", row.identity)} words={said} />
            <TextField {...field("unit", row.unit)} label={said.unit} required maxLength={80} />
            <CoachField {...field("coach", row.coach ?? "")} words={said} />
            {row.groups.length > 0 && (
              <GroupField {...field("group", row.group ?? "")} words={said} options={row.groups} />
            )}
          </FormRow>
          <FormActions>
            <SubmitButton name="intent" value="resubmit">
              {said.correctSubmit}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
