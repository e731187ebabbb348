// Entering an award of another organizer: closed lists only, so nothing is guessed; the evidence is said in words.
import { Form } from "@remix-run/react";
import type { Words } from "#app/context.ts";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { useShell } from "#app/frame.tsx";
import {
  ButtonLink,
  Card,
  DateField,
  Fieldset,
  FormActions,
  FormRow,
  FormStack,
  NumberField,
  SelectField,
  SubmitButton,
  Tabs,
  TextAreaField,
  TextField,
} from "#app/kit/index.ts";
import {
  categoryNames,
  competitionNames,
  gradeNames,
  honourNames,
  roleNames,
} from "#domain/entitlements/names.ts";
import {
  categories,
  competitions,
  grades,
  honours,
  type Name,
  roles,
} from "#domain/entitlements/vocabulary.ts";

export const kinds = ["competition", "honour"] as const;
type Kind = (typeof kinds)[number];
type Props = { kind: Kind; words: Words["hr"]["external"]; refused: FormProblem | undefined };

export function RegisterForm({ kind, words, refused }: Props) {
  const typed = refused?.values ?? {};
  const wrong = refused?.fields ?? {};
  const field = (name: string) => ({ name, defaultValue: typed[name], error: wrong[name] });
  return (
    <Card
      title={words.enter}
      lead={words.enterLead}
      id="enter"
      actions={
        <ButtonLink to="/hr/awards" variant="quiet">
          {words.close}
        </ButtonLink>
      }
    >
      <Tabs
        label={words.kindLabel}
        items={kinds.map((one) => ({
          to: `/hr/awards?enter=${one}`,
          label: words.kinds[one],
          active: one === kind,
        }))}
      />
      <Form method="post" action={`/hr/awards?enter=${kind}`} key={kind}>
        <FormStack wide>
          <Refused problem={refused} />
          <input type="hidden" name="kind" value={kind} />
          <Fieldset legend={words.who}>
            <FormRow>
              <TextField
                {...field("name")}
                label={words.name}
                hint={words.nameHint}
                required
                maxLength={60}
                autoComplete="off"
              />
              <TextField
                {...field("residentId")}
                label={words.residentId}
                hint={words.residentIdHint}
                required
                mono
                maxLength={24}
                autoComplete="off"
              />
            </FormRow>
          </Fieldset>
          {kind === "competition" ? (
            <Contest words={words} field={field} typed={typed} />
          ) : (
            <HonourOnly words={words} field={field} />
          )}
          <TextAreaField
            {...field("evidence")}
            label={words.evidence}
            hint={words.evidenceHint}
            required
            rows={3}
            maxLength={1000}
          />
          <FormActions>
            <SubmitButton name="intent" value="register">
              {words.submit}
            </SubmitButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}

type FieldOf = (name: string) => {
  name: string;
  defaultValue: string | undefined;
  error: string | undefined;
};

function useOptions() {
  const { language } = useShell();
  return <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, Name>>) =>
    codes.map((value) => ({ value, label: names[value][language] }));
}

function Contest({
  words,
  field,
  typed,
}: {
  words: Props["words"];
  field: FieldOf;
  typed: FormProblem["values"];
}) {
  const options = useOptions();
  return (
    <Fieldset legend={words.what}>
      <FormRow>
        <SelectField
          {...field("competition")}
          label={words.competition}
          required
          placeholder={words.choose}
          options={options(competitions, competitionNames)}
        />
        <SelectField
          {...field("grade")}
          label={words.grade}
          required
          placeholder={words.choose}
          options={options(grades, gradeNames)}
        />
      </FormRow>
      <FormRow>
        <TextField
          {...field("edition")}
          label={words.edition}
          hint={words.editionHint}
          optional
          maxLength={120}
        />
        <TextField {...field("skill")} label={words.skill} optional maxLength={120} />
      </FormRow>
      <FormRow>
        <SelectField
          {...field("role")}
          defaultValue={typed["role"] ?? "competitor"}
          label={words.role}
          hint={words.roleHint}
          options={options(roles, roleNames)}
        />
        <SelectField
          {...field("category")}
          defaultValue={typed["category"] ?? "official"}
          label={words.category}
          options={options(categories, categoryNames)}
        />
      </FormRow>
      <FormRow>
        <NumberField
          {...field("teamSize")}
          defaultValue={typed["teamSize"] ?? "1"}
          label={words.teamSize}
          hint={words.teamSizeHint}
          unit={words.people}
          whole
        />
        <DateField {...field("wonOn")} label={words.wonOn} optional />
      </FormRow>
    </Fieldset>
  );
}

function HonourOnly({ words, field }: { words: Props["words"]; field: FieldOf }) {
  const options = useOptions();
  return (
    <Fieldset legend={words.what}>
      <FormRow>
        <SelectField
          {...field("honour")}
          label={words.honour}
          required
          placeholder={words.choose}
          options={options(honours, honourNames)}
        />
        <DateField {...field("wonOn")} label={words.wonOn} optional />
      </FormRow>
    </Fieldset>
  );
}
