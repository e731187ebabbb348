// Copying a scheme from a template or from a skill of before into the draft.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Card, CheckField, FormActions, FormStack, SelectField, SubmitButton } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export type Sources = {
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  readonly skills: readonly {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly competition: string;
  }[];
};

type Props = {
  words: Words["manage"]["scheme"];
  address: string;
  sources: Sources;
  aspects: number;
  refused: FormProblem | undefined;
};

export function CopyCard({ words, address, sources, aspects, refused }: Props) {
  const said = words.copy;
  const editions = [...new Set(sources.skills.map(({ competition }) => competition))];
  return (
    <Card title={said.title} lead={said.lead} id="copy">
      <Form method="post" action={address} key={aspects}>
        <FormStack id="copy-from">
          <Refused problem={refused} form="copy-from" />
          <SelectField
            label={said.from}
            name="from"
            required
            placeholder={said.placeholder}
            defaultValue={refused?.values["from"] ?? ""}
            error={refused?.fields["from"]}
            options={[
              {
                label: said.templates,
                options: sources.templates.map(({ id, name }) => ({ value: id, label: name })),
              },
              ...editions.map((edition) => ({
                label: edition,
                options: sources.skills
                  .filter(({ competition }) => competition === edition)
                  .map((skill) => ({ value: skill.id, label: skillTitle(skill) })),
              })),
            ]}
          />
          {aspects > 0 && (
            <CheckField
              name="replace"
              required
              label={say(said.replace, { n: aspects })}
              error={refused?.fields["replace"]}
            />
          )}
          <FormActions>
            <SubmitButton variant="secondary" name="intent" value="copy">
              {said.submit}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
