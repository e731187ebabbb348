// The delegations a leader enters competitors for; with one only, straight to it.
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { orRefuse, permit } from "#app/gate.ts";
import { Card, EmptyState, PageHead, RowList } from "#app/kit/index.ts";
import { refuse } from "#domain/outcome.ts";
import { say } from "#words/language.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, services, words } = context;
  if (!actor || actor.mustChange) return orRefuse(context, request, refuse("access.sign-in-first"));
  const led = actor.grants.flatMap((grant) => (grant.role === "delegation-leader" && grant.delegationId ? [grant.delegationId] : []));
  if (led.length === 0) return orRefuse(context, request, refuse("access.not-allowed"));
  if (led.length === 1) throw redirect(`/delegation/${led[0]}`);
  const rosters = await Promise.all(
    led.map(async (delegationId) => {
      const leader = await permit(context, request, "registrations.submit", { delegationId });
      return services.registrations.readRoster(leader);
    }),
  );
  return {
    words: words.manage.delegation,
    delegations: rosters.map(({ delegation, registrations }) => ({
      id: delegation.id,
      name: delegation.name,
      competition: delegation.competition.name,
      entered: registrations.length,
    })),
  };
}

export default function Delegations() {
  const { words, delegations } = useLoaderData<typeof loader>();
  return (
    <Frame>
      <PageHead title={words.title} lead={words.lead} />
      <Card>
        {delegations.length === 0 ? (
          <EmptyState title={words.none}>{words.noneNext}</EmptyState>
        ) : (
          <RowList
            label={words.title}
            items={delegations.map((one) => ({
              key: one.id,
              title: one.name,
              detail: one.competition,
              value: say(words.counted, { n: one.entered }),
              to: `/delegation/${one.id}`,
            }))}
          />
        )}
      </Card>
    </Frame>
  );
}
