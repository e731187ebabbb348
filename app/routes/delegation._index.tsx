// The delegations a leader enters competitors for; with one only, straight to it.
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { orRefuse, permit } from "#app/gate.ts";
import { Card, PageHead, RowList } from "#app/kit/index.ts";
import { CompetitionBadge } from "#app/skill/badges.tsx";
import { competitionStates } from "#domain/competitions/competition.ts";
import { refuse } from "#domain/outcome.ts";
import { say } from "#words/language.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, services, words } = context;
  if (!actor || actor.mustChange) throw orRefuse(context, request, refuse("access.sign-in-first"));
  const led = actor.grants.flatMap((grant) =>
    grant.role === "delegation-leader" && grant.delegationId ? [grant.delegationId] : [],
  );
  if (led.length === 0) throw orRefuse(context, request, refuse("access.not-allowed"));
  if (led.length === 1) throw redirect(`/delegation/${led[0]}`);
  const rosters = await Promise.all(
    led.map(async (delegationId) => {
      const leader = await permit(context, request, "registrations.submit", { delegationId });
      return services.registrations.readRoster(leader);
    }),
  );
  const order = (state: string): number =>
    state === "registration" ? -1 : competitionStates.findIndex((one) => one === state);
  const editions = [
    ...new Map(rosters.map(({ delegation: { competition } }) => [competition.id, competition])).values(),
  ];
  return {
    words: words.manage.delegation,
    editions: editions
      .sort((a, b) => order(a.state) - order(b.state))
      .map((edition) => ({
        ...edition,
        delegations: rosters
          .filter(({ delegation }) => delegation.competitionId === edition.id)
          .map(({ delegation, registrations }) => ({
            id: delegation.id,
            name: delegation.name,
            entered: registrations.length,
          })),
      })),
  };
}

export default function Delegations() {
  const { words, editions } = useLoaderData<typeof loader>();
  return (
    <Frame>
      <PageHead title={words.title} lead={words.lead} />
      {editions.map((edition) => (
        <Card key={edition.id} title={edition.name} badges={<CompetitionBadge state={edition.state} />}>
          <RowList
            label={edition.name}
            items={edition.delegations.map((one) => ({
              key: one.id,
              title: one.name,
              value: say(words.counted, { n: one.entered }),
              to: `/delegation/${one.id}`,
            }))}
          />
        </Card>
      ))}
    </Frame>
  );
}
