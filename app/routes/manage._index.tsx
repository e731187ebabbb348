// All editions an organizer may work on, drafts included, and the way to a new one.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import {
  ButtonLink,
  Card,
  type Column,
  DataTable,
  EmptyState,
  PageHead,
  SearchField,
  TextLink,
} from "#app/kit/index.ts";
import { useDayWords } from "#app/manage/day-words.ts";
import { organizedCounties } from "#app/manage/organizer-county.ts";
import { CompetitionBadge } from "#app/skill/badges.tsx";
import type { Tier } from "#domain/competitions/competition.ts";
import { say } from "#words/language.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const county = organizedCounties(context.actor)?.[0];
  const organizer = await permit(context, request, "competitions.create", { county });
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim();
  const all = await context.services.competitions.listEditions(organizer);
  const editions = all
    .filter((one) => [one.name, one.host, String(one.year)].some((text) => text.includes(q)))
    .map(({ id, name, tier, host, state, startsOn, endsOn, _count }) => ({
      id,
      name,
      tier,
      host,
      state,
      startsOn,
      endsOn,
      ..._count,
    }));
  return { words: context.words.manage, q, any: all.length > 0, editions };
}

export default function Editions() {
  const { words, q, any, editions } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const { span } = useDayWords();
  const said = words.editions;
  const columns: Column<(typeof editions)[number]>[] = [
    {
      key: "name",
      head: said.name,
      strong: true,
      phone: "title",
      cell: (row) => <TextLink to={`/manage/${row.id}`}>{row.name}</TextLink>,
    },
    { key: "tier", head: said.tier, nowrap: true, cell: (row) => terms.tier[row.tier as Tier] },
    { key: "dates", head: said.dates, cell: (row) => span(row.startsOn, row.endsOn) },
    { key: "host", head: said.host, cell: (row) => row.host },
    { key: "skills", head: said.skills, numeric: true, cell: (row) => row.skills },
    {
      key: "delegations",
      head: said.delegations,
      numeric: true,
      nowrap: true,
      cell: (row) => row.delegations,
    },
    { key: "state", head: said.state, cell: (row) => <CompetitionBadge state={row.state} /> },
  ];
  const create = (
    <ButtonLink to="/manage/new" variant="primary">
      {said.create}
    </ButtonLink>
  );
  return (
    <Frame>
      <PageHead title={said.title} lead={said.lead} actions={any ? create : undefined} />
      {any ? (
        <Card
          flush
          title={said.list}
          actions={<SearchField label={said.search} defaultValue={q} submitLabel={words.search} />}
        >
          <DataTable
            caption={said.list}
            columns={columns}
            rows={editions}
            rowKey={(row) => row.id}
            empty={
              <EmptyState
                title={say(said.noMatch, { q })}
                action={<ButtonLink to="/manage">{said.all}</ButtonLink>}
              >
                {said.noMatchNext}
              </EmptyState>
            }
          />
        </Card>
      ) : (
        <Card>
          <EmptyState title={said.empty} action={create}>
            {said.emptyNext}
          </EmptyState>
        </Card>
      )}
    </Frame>
  );
}
