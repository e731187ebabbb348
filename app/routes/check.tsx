// The certificate check for anybody: number and name together, one uniform refusal, and nothing about entitlements.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { type FormProblem, postedForm, problem, readForm } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import {
  Badge,
  ButtonLink,
  Card,
  Facts,
  FormActions,
  FormStack,
  Notice,
  PageHead,
  Stack,
  SubmitButton,
  TextField,
} from "#app/kit/index.ts";
import type { PublicCheck } from "#server/credentials/public-check.ts";
import { say } from "#words/language.ts";

const form = z.object({ number: z.string().min(1).max(60), name: z.string().min(1).max(80) });

/** A number may come with the address (a scanned certificate); a name never does. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const number = (new URL(request.url).searchParams.get("number") ?? "").slice(0, 60);
  return { words: context.words.open.check, number };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  const read = readForm(context, posted, form);
  if (!read.ok) return read.problem;
  const checked = await context.services.credentials.publicCheck(read.value);
  return checked.ok ? { found: checked.value } : problem(context, posted, checked.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.title }];

export default function Check() {
  const { words, number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | { found: PublicCheck } | undefined;
  const found = answer && "found" in answer ? answer.found : null;
  const refused = answer && "message" in answer ? answer : undefined;
  return (
    <Frame>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        {found ? (
          <Found found={found} words={words} />
        ) : (
          <Card>
            <Form method="post" action="/check">
              <FormStack id="check">
                <Refused problem={refused} />
                <TextField
                  label={words.number}
                  name="number"
                  hint={words.numberHint}
                  required
                  mono
                  width="medium"
                  autoComplete="off"
                  defaultValue={refused?.values["number"] ?? number}
                  error={refused?.fields["number"]}
                />
                <TextField
                  label={words.name}
                  name="name"
                  required
                  width="medium"
                  autoComplete="off"
                  defaultValue={refused?.values["name"]}
                  error={refused?.fields["name"]}
                />
                <FormActions>
                  <SubmitButton>{words.submit}</SubmitButton>
                </FormActions>
              </FormStack>
            </Form>
          </Card>
        )}
        <Notice>{words.note}</Notice>
      </Stack>
    </Frame>
  );
}

function Found({ found, words }: { found: PublicCheck; words: Words["open"]["check"] }) {
  const { terms } = useShell();
  const dates = useDates();
  const valid = found.status === "valid";
  const grade = terms.grade[found.grade as keyof typeof terms.grade] ?? found.grade;
  return (
    <Card
      title={`${words.result} · ${found.number}`}
      edge
      tone={valid ? "celadon" : "cinnabar"}
      badges={
        <Badge tone={valid ? "celadon" : "cinnabar"} shape={valid ? "check" : "cross"}>
          {`${valid ? words.valid : words.revoked} · ${say(words.asOf, { time: dates.moment(found.at) })}`}
        </Badge>
      }
      lead={!valid && words.revokedNote}
    >
      <Facts
        items={[
          { label: words.holder, value: found.name },
          { label: words.award, value: grade },
          { label: words.skill, value: found.skill },
          { label: words.competition, value: found.competition, wide: true },
          ...(found.conferredAt
            ? [{ label: words.conferred, value: dates.day(dates.today(found.conferredAt)) }]
            : []),
        ]}
      />
      <FormActions>
        <ButtonLink to="/check">{words.again}</ButtonLink>
      </FormActions>
    </Card>
  );
}
