// Delegations compared for the organizer over the published skills: five reports, the best of each, coaches, exports.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import {
  Badge,
  ButtonLink,
  Card,
  Columns,
  Crumbs,
  DataTable,
  EmptyState,
  PageHead,
  Tabs,
} from "#app/kit/index.ts";
import { comparisons } from "#domain/awards/delegations.ts";
import { say } from "#words/language.ts";
import { BestOfDelegations } from "./BestOfDelegations.tsx";
import { Coaches } from "./Coaches.tsx";
import { comparisonColumns } from "./comparison-columns.ts";
import { comparisonView, readComparison } from "./comparison-view.ts";
import { Files } from "./Files.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organizer = await permit(context, request, "competitions.configure", {
    competitionId: params["competitionId"]!,
  });
  const { manage, open, terms } = context.words;
  const read = await context.services.awards.readComparisons(organizer);
  return {
    words: manage.reports,
    ranking: open.ranking,
    crumbs: { label: manage.crumbs, editions: manage.editions.title },
    note: terms.scale700.note,
    view: comparisonView(read, readComparison(request.url)),
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ComparedDelegations() {
  const { words, ranking, crumbs, note, view } = useLoaderData<typeof loader>();
  const { competition, published, of, skills } = view;
  const progress = say(ranking.published, { n: published, of });
  return (
    <Frame wide>
      <PageHead
        title={words.title}
        lead={words.lead}
        badges={skills.length > 0 && <Badge>{progress}</Badge>}
        above={
          <Crumbs
            label={crumbs.label}
            items={[
              { to: "/manage", label: crumbs.editions },
              { to: `/manage/${competition.id}`, label: competition.name },
              { label: words.title },
            ]}
          />
        }
        actions={
          published > 0 && (
            <ButtonLink to={`/competitions/${competition.id}/delegations`}>{words.toRanking}</ButtonLink>
          )
        }
      />
      {skills.length === 0 ? (
        <EmptyState title={progress} />
      ) : (
        <>
          <Tabs
            label={words.reports}
            items={comparisons.map((by) => ({
              to: `/manage/${competition.id}/delegations?by=${by}`,
              label: words.by[by],
              active: by === view.by,
            }))}
          />
          <Card flush>
            <DataTable
              caption={`${words.title} · ${words.by[view.by]}`}
              columns={comparisonColumns(view, words, ranking)}
              rows={view.rows}
              rowKey={(row) => row.id}
              dense
              compact
            />
          </Card>
          <small>{note}</small>
          <Columns aside={<Files competitionId={competition.id} skills={skills} words={words} />}>
            <BestOfDelegations best={view.best} words={words} ranking={ranking} />
            <Coaches coaches={view.coaches} coachRanks={competition.coachRanks} words={words.coaches} />
          </Columns>
        </>
      )}
    </Frame>
  );
}
