// The recorder's desks: the skills whose paper sheets this person keys, and what keeps them from keying elsewhere.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse } from "#app/gate.ts";
import { Actions, Badge, ButtonLink, Card, EmptyState, Grid, Notice, PageHead } from "#app/kit/index.ts";
import { useKeptCopy } from "#app/live/kept-copy.ts";
import { useOutbox } from "#app/live/use-outbox.ts";
import { OfflineCopy } from "#app/sheet/offline-copy.tsx";
import { mayAnywhere } from "#domain/access/permissions.ts";
import { say } from "#words/language.ts";
import { refusalSentence } from "#words/refusals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.words.grid.record.title ?? "" },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, actor } = context;
  if (!actor || !mayAnywhere(actor.grants, "marking.record"))
    orRefuse(context, request, await services.access.authorize(actor, "marking.record"));
  return {
    skills: await services.marking.listRecorderDesks(actor!.accountId),
    words: context.words.judge,
  };
}

export default function RecorderDesks() {
  const { skills, words } = useLoaderData<typeof loader>();
  const { terms, language } = useShell();
  const drawn = useKeptCopy(useOutbox().line);
  const told = words.grid.record;
  return (
    <Frame>
      <PageHead title={told.title} lead={told.lead} />
      <OfflineCopy drawn={drawn} words={words} />
      {skills.length === 0 && <EmptyState title={told.none}>{told.noneLead}</EmptyState>}
      <Grid min="large">
        {skills.map(({ id, number, name, competition, stage, barred }) => (
          <Card
            key={id}
            title={say(words.desk.skill, { number: String(number).padStart(2, "0"), name })}
            lead={competition}
            badges={<Badge tone={stage === "scoring" ? "celadon" : "neutral"}>{terms.stage[stage]}</Badge>}
          >
            {barred ? (
              <Notice>{refusalSentence({ code: barred }, language)}</Notice>
            ) : (
              <Actions>
                <ButtonLink to={`/record/${id}`} variant={stage === "scoring" ? "primary" : "secondary"}>
                  {stage === "scoring" ? told.open : told.look}
                </ButtonLink>
                <ButtonLink to={`/oversight/${id}/confirm`}>{told.toConfirm}</ButtonLink>
              </Actions>
            )}
          </Card>
        ))}
      </Grid>
    </Frame>
  );
}
