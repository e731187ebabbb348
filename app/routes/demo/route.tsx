// The guide to the demonstration: every role one click away, in the order of a competition; elsewhere this page does not exist.

import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { sessionCookie } from "#app/cookies.ts";
import { useDates } from "#app/dates.ts";
import { postedForm } from "#app/form-answer.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse, refusalResponse } from "#app/gate.ts";
import { Card, Grid, PageHead, Row, Section, Stack, SubmitButton } from "#app/kit/index.ts";
import type { Role } from "#domain/access/roles.ts";
import { say } from "#words/language.ts";
import { StepCard } from "./step-card.tsx";
import { homes, playersOf, steps } from "./steps.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visitors = orRefuse(context, request, await context.services.demonstration.listVisitors());
  return {
    words: context.words.open.demo,
    now: context.services.now().toISOString(),
    password: context.services.demonstration.signingPassword() ?? "",
    steps: steps.map(({ key, roles }) => ({ key, players: playersOf(visitors, roles) })),
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ context, request }: ActionFunctionArgs) {
  const posted = await postedForm(context, request);
  switch (posted.get("intent")) {
    case "enter":
      return enter(context, request, String(posted.get("login") ?? ""), String(posted.get("role") ?? ""));
    case "next-day":
      orRefuse(context, request, await context.services.demonstration.walkOneWorkingDay());
      return redirect("/demo");
    default:
      throw refusalResponse(context, { code: "input.invalid" });
  }
}

/** Signs in as somebody of the demonstration and opens the home of the role, or of their first one. */
async function enter(
  context: ActionFunctionArgs["context"],
  request: Request,
  login: string,
  role: string,
): Promise<Response> {
  const visitors = orRefuse(context, request, await context.services.demonstration.listVisitors());
  if (context.secure === "insecure") throw refusalResponse(context, { code: "access.insecure" });
  const opened = orRefuse(context, request, await context.services.demonstration.stepInto(login));
  const roles = visitors.find((one) => one.login === login)?.roles.map((one) => one.role) ?? [];
  const chosen = (roles.includes(role) ? role : roles[0]) as Role | undefined;
  return redirect(chosen ? homes[chosen] : "/", {
    headers: { "Set-Cookie": sessionCookie(context, opened) },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.title }];

export default function Demo() {
  const { words, now, password, steps } = useLoaderData<typeof loader>();
  const dates = useDates();
  const { shell } = useShell();
  return (
    <Frame>
      <PageHead title={words.title} lead={say(words.lead, { password })} />
      <Stack gap="loose">
        <Card title={`${words.now}　${dates.moment(now)}`} lead={words.nextLead}>
          <Form method="post">
            <Row>
              <SubmitButton
                name="intent"
                value="next-day"
                variant="secondary"
                pendingLabel={shell.kit.working}
              >
                {words.next}
              </SubmitButton>
            </Row>
          </Form>
        </Card>
        <Section title={words.walk}>
          <Grid min="large">
            {steps.map((step, place) => (
              <StepCard key={step.key} step={step} place={place + 1} words={words} />
            ))}
          </Grid>
        </Section>
      </Stack>
    </Frame>
  );
}
