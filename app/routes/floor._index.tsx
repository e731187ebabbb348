// The skills on whose floor somebody judges, open ones first.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse } from "#app/gate.ts";
import { Badge, ButtonLink, Card, Grid, PageHead, ProgressBar } from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.title ?? "" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const floors = orRefuse(context, request, await context.services.floor.listFloors(context.actor));
  return { floors, words: context.words.floor };
}

export default function Floors() {
  const { floors, words } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  return (
    <Frame>
      <PageHead title={words.title} lead={words.lead} />
      <Grid min="large">
        {floors.map(({ id, number, name, venue, edition, stage, present, expected, open }, place) => (
          <Card
            key={id}
            title={skillTitle({ number, name })}
            lead={venue ? `${edition} · ${venue}` : edition}
            badges={<Badge tone={open ? "celadon" : "neutral"}>{terms.stage[stage]}</Badge>}
          >
            <ProgressBar
              value={present}
              max={expected}
              label={words.present}
              text={say(words.presentOf, { n: present, m: expected })}
            />
            <ButtonLink
              to={`/floor/${id}`}
              size="large"
              wide
              variant={open && place === 0 ? "primary" : "secondary"}
            >
              {words.open}
            </ButtonLink>
          </Card>
        ))}
      </Grid>
    </Frame>
  );
}
