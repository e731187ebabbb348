// How the edition ranks its delegations and whose coaches it honours: a form until the first draw, then what was fixed.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import {
  Actions,
  ButtonLink,
  Card,
  Facts,
  FormActions,
  FormStack,
  NumberField,
  SelectField,
  SubmitButton,
} from "#app/kit/index.ts";
import { delegationMethods } from "#domain/awards/delegations.ts";
import { say } from "#words/language.ts";
import type { EditionView } from "./edition-view.ts";

type Props = {
  edition: EditionView;
  words: Words["manage"]["reports"]["rules"];
  refused: FormProblem | undefined;
};

export function DelegationRules({ edition, words, refused }: Props) {
  const { fixed } = edition.ranking;
  return (
    <Card id="delegation-rules" title={words.title} lead={fixed ? words.fixed : words.lead}>
      {fixed ? (
        <>
          <Refused problem={refused} />
          <Fixed edition={edition} words={words} />
          {edition.counts.published > 0 && (
            <Actions>
              <ButtonLink to={`/manage/${edition.id}/delegations`} size="small">
                {words.toReports}
              </ButtonLink>
            </Actions>
          )}
        </>
      ) : (
        <RulesForm edition={edition} words={words} refused={refused} />
      )}
    </Card>
  );
}

function Fixed({ edition, words }: Omit<Props, "refused">) {
  const { terms } = useShell();
  const { method, coachRanks } = edition.ranking;
  const coaches = coachRanks === 0 ? words.coachRanksNone : say(words.coachRanksSaid, { n: coachRanks });
  return (
    <Facts
      plain
      items={[
        { label: words.method, value: terms.delegationMethod[method], wide: true },
        { label: words.coachRanks, value: coaches, wide: true },
      ]}
    />
  );
}

function RulesForm({ edition, words, refused }: Props) {
  const { terms } = useShell();
  const field = (name: string, stands: string) => ({
    name,
    defaultValue: refused?.values[name] ?? stands,
    error: refused?.fields[name],
  });
  return (
    <Form method="post">
      <FormStack id="delegation-rules-form" wide>
        <Refused problem={refused} form="delegation-rules-form" />
        <SelectField
          {...field("method", edition.ranking.method)}
          label={words.method}
          required
          options={delegationMethods.map((value) => ({ value, label: terms.delegationMethod[value] }))}
        />
        <NumberField
          {...field("coachRanks", String(edition.ranking.coachRanks))}
          label={words.coachRanks}
          unit={words.coachRanksUnit}
          hint={words.coachRanksHint}
          required
          whole
        />
        <FormActions>
          <SubmitButton name="intent" value="delegation-rules" variant="secondary">
            {words.save}
          </SubmitButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
