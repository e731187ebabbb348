// The recorder's desks: the skills whose paper sheets this person keys, and what keeps them from keying elsewhere.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse } from "#app/gate.ts";
import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  EmptyState,
  Grid,
  PageHead,
  RowList,
  Section,
} from "#app/kit/index.ts";
import { useKeptCopy } from "#app/live/kept-copy.ts";
import { useOutbox } from "#app/live/use-outbox.ts";
import { KeptHere } from "#app/sheet/kept-here.tsx";
import { OfflineCopy } from "#app/sheet/offline-copy.tsx";
import { mayAnywhere } from "#domain/access/permissions.ts";
import { skillTitle } from "#domain/competitions/skill.ts";

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
  const { terms } = useShell();
  const drawn = useKeptCopy(useOutbox().line);
  const told = words.grid.record;
  const open = skills.filter((one) => one.stage === "scoring" && !one.barred);
  const others = skills.filter((one) => !open.includes(one));
  const reasons = [...new Set(others.map((one) => one.barred))];
  const titleOf = (number: number, name: string): string => skillTitle({ number, name });
  return (
    <Frame>
      <PageHead title={told.title} lead={told.lead} />
      <OfflineCopy drawn={drawn} words={words} />
      <KeptHere words={words} contestants={skills.flatMap(({ contestants }) => contestants)} home="/record" />
      {skills.length === 0 && <EmptyState title={told.none}>{told.noneLead}</EmptyState>}
      <Grid min="large">
        {open.map(({ id, number, name, competition, stage }) => (
          <Card
            key={id}
            title={titleOf(number, name)}
            lead={competition}
            badges={<Badge tone="celadon">{terms.stage[stage]}</Badge>}
          >
            <Actions>
              <ButtonLink to={`/record/${id}`} variant="primary">
                {told.open}
              </ButtonLink>
              <ButtonLink to={`/oversight/${id}/confirm`}>{told.toConfirm}</ButtonLink>
            </Actions>
          </Card>
        ))}
      </Grid>
      {reasons.map((reason) => {
        const title = reason ? told.barred[reason].title : words.desk.others;
        return (
          <Section key={reason} title={title} lead={reason && told.barred[reason].lead}>
            <RowList
              label={title}
              items={others
                .filter((one) => one.barred === reason)
                .map(({ id, number, name, competition, stage }) => ({
                  key: id,
                  title: titleOf(number, name),
                  detail: competition,
                  value: terms.stage[stage],
                  to: reason ? undefined : `/record/${id}`,
                }))}
            />
          </Section>
        );
      })}
    </Frame>
  );
}
