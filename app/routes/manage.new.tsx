// A new edition: what it is called, of which tier, when and where; it starts as a draft nobody else sees.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import {
  ButtonLink,
  Card,
  Crumbs,
  DateField,
  FormActions,
  FormRow,
  FormStack,
  NumberField,
  PageHead,
  SelectField,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import { dateField, line, lineOrNone, whole } from "#app/manage/form-fields.ts";
import { organizedCounties } from "#app/manage/organizer-county.ts";
import { shanghaiDate } from "#domain/calendar.ts";
import { tiers } from "#domain/competitions/competition.ts";
import { divisions } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";

const formIn = ({ shell, manage }: Words) => {
  const between = (from: number, to: number) => whole(from, to, say(manage.create.range, { from, to }));
  return z.object({
    name: line(),
    tier: z.enum(tiers),
    year: between(2000, 2100),
    host: line(),
    county: lineOrNone(6),
    startsOn: dateField(shell.errors),
    endsOn: dateField(shell.errors),
    noticeWorkingDays: between(1, 60),
  });
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const counties = organizedCounties(context.actor);
  await permit(context, request, "competitions.create", { county: counties?.[0] });
  const places = divisions.filter(({ code }) => !counties || counties.includes(code));
  return {
    words: context.words.manage,
    year: shanghaiDate(context.services.now()).slice(0, 4),
    wholeCity: counties === null,
    counties: places.map(({ code, name }) => ({ value: code, label: name })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, formIn(context.words));
  if (!read.ok) return read.problem;
  const organizer = await permit(context, request, "competitions.create", { county: read.value.county });
  const made = await context.services.competitions.createCompetition(organizer, read.value);
  if (made.ok) return redirect(`/manage/${made.value.competitionId}`);
  const { refusal } = made;
  const reversed = refusal.code === "competition.dates-reversed";
  return problem(
    context,
    posted,
    refusal,
    reversed ? { endsOn: refusalSentence(refusal, context.language) } : {},
  );
}

export default function NewEdition() {
  const { words, year, wholeCity, counties } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const { terms } = useShell();
  const said = words.create;
  const field = (name: string) => ({
    name,
    defaultValue: refused?.values[name],
    error: refused?.fields[name],
  });
  return (
    <Frame>
      <PageHead
        title={said.title}
        lead={said.lead}
        above={
          <Crumbs
            label={words.crumbs}
            items={[{ to: "/manage", label: words.editions.title }, { label: said.title }]}
          />
        }
      />
      <Card>
        <Form method="post">
          <FormStack id="edition" wide>
            <Refused problem={refused} form="edition" />
            <TextField {...field("name")} label={said.name} hint={said.nameHint} required maxLength={120} />
            <FormRow>
              <SelectField
                {...field("tier")}
                label={said.tier}
                required
                defaultValue={refused?.values["tier"] ?? (wholeCity ? "city" : "county")}
                options={tiers.map((value) => ({ value, label: terms.tier[value] }))}
              />
              <NumberField
                {...field("year")}
                label={said.year}
                required
                whole
                defaultValue={refused?.values["year"] ?? year}
              />
              <SelectField
                {...field("county")}
                label={said.county}
                hint={said.countyHint}
                required={!wholeCity}
                placeholder={wholeCity ? said.noCounty : undefined}
                options={counties}
              />
            </FormRow>
            <TextField {...field("host")} label={said.host} required maxLength={120} />
            <FormRow>
              <DateField {...field("startsOn")} label={said.startsOn} required />
              <DateField {...field("endsOn")} label={said.endsOn} required />
              <NumberField
                {...field("noticeWorkingDays")}
                label={said.noticeWorkingDays}
                unit={said.noticeUnit}
                hint={said.noticeHint}
                required
                whole
                defaultValue={refused?.values["noticeWorkingDays"] ?? "5"}
              />
            </FormRow>
            <FormActions>
              <SubmitButton>{said.submit}</SubmitButton>
              <ButtonLink to="/manage">{words.cancel}</ButtonLink>
            </FormActions>
          </FormStack>
        </Form>
      </Card>
    </Frame>
  );
}
