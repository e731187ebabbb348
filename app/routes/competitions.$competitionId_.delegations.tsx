// The ranking of delegations for anybody: over the published skills alone, by the method that was fixed before the draw.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idIn } from "#app/address.ts";
import {
  enteredColumn,
  measureColumns,
  medalColumns,
  pointMeasures,
  type ShownDelegation,
  shownDelegation,
  whoColumns,
} from "#app/awards/medal-columns.tsx";
import type { Words } from "#app/context.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { notFound } from "#app/gate.ts";
import { Badge, Card, type Column, Crumbs, DataTable, EmptyState, Notice, PageHead } from "#app/kit/index.ts";
import type { DelegationMethod } from "#domain/awards/delegations.ts";
import { say } from "#words/language.ts";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const competitionId = idIn(context, params["competitionId"]);
  const found = await context.services.awards.readDelegationRanking(competitionId);
  if (!found) throw notFound(context);
  const { ranking, ...rest } = found;
  const { open } = context.words;
  return {
    words: open.ranking,
    crumbs: { label: open.competition.crumbs, home: open.competition.home },
    ...rest,
    rows: ranking.map(({ rank, ...one }) => shownDelegation(one, rank)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.words.title} · ${data.competition.name}` },
];

export default function DelegationRanking() {
  const { words, crumbs, competition, method, published, of, rows } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const progress = say(words.published, { n: published, of });
  return (
    <Frame>
      <PageHead
        above={
          <Crumbs
            label={crumbs.label}
            items={[
              { to: "/", label: crumbs.home },
              { to: `/competitions/${competition.id}`, label: competition.name },
              { label: words.title },
            ]}
          />
        }
        title={words.title}
        badges={published > 0 && <Badge>{terms.delegationMethod[method]}</Badge>}
      />
      {published === 0 ? (
        <EmptyState title={progress} />
      ) : (
        <>
          <Notice tone={published < of ? "amber" : "celadon"} title={progress}>
            {published < of && words.open}
          </Notice>
          <Card flush>
            <DataTable
              caption={words.title}
              compact
              columns={columnsOf(rows, method, words)}
              rows={rows}
              rowKey={(row) => row.id}
            />
          </Card>
          <small>{`${words.methodText[method]}${words.counted}`}</small>
        </>
      )}
    </Frame>
  );
}

function columnsOf(
  rows: readonly ShownDelegation[],
  method: DelegationMethod,
  words: Words["open"]["ranking"],
): Column<ShownDelegation>[] {
  const { points, average } = pointMeasures<ShownDelegation>(words);
  const measures =
    method === "average-points" ? measureColumns(average, points) : measureColumns(points, average);
  return [...whoColumns(rows, words), ...medalColumns(words), enteredColumn(words), ...measures];
}
