// Home: what is under way, what was, and a search that leads to any skill in two clicks.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import {
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  PageHead,
  SearchField,
  Section,
  Stack,
} from "#app/kit/index.ts";
import { isFound } from "#app/skill/find.ts";
import { isOver } from "#domain/competitions/competition.ts";
import { CompetitionCard, type ListedCompetition, PastCompetitions } from "./competitions.tsx";
import { Findings, type FoundSkill } from "./findings.tsx";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { competitions } = context.services;
  const rows = await competitions.listCompetitions();
  const listed = rows.map(
    ({ createdAt: _, noticeWorkingDays: _days, county: _county, ...row }) => row,
  ) as ListedCompetition[];
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 80);
  const found: FoundSkill[] = [];
  for (const { id, name } of q ? listed : []) {
    const skills = (await competitions.readCompetition(id))?.skills ?? [];
    for (const skill of skills.filter((one) => isFound(one, q))) {
      found.push({
        id: skill.id,
        number: skill.number,
        name: skill.name,
        stage: skill.stage,
        competition: name,
      });
    }
  }
  const isPast = ({ state }: ListedCompetition) => isOver(state);
  return {
    words: context.words.open.home,
    q,
    found,
    current: listed.filter((one) => !isPast(one)),
    past: listed.filter(isPast),
  };
}

export default function Home() {
  const { words, q, found, current, past } = useLoaderData<typeof loader>();
  return (
    <Frame>
      <PageHead title={words.title} lead={words.lead} />
      <Columns aside={<Entries />}>
        <Stack gap="loose">
          <SearchField label={words.search} submitLabel={words.searchSubmit} defaultValue={q} key={q} />
          {q && <Findings q={q} found={found} words={words} />}
          <Section title={words.current}>
            {current.map((competition) => (
              <CompetitionCard key={competition.id} competition={competition} words={words} />
            ))}
            {current.length === 0 && (
              <EmptyState title={past.length === 0 ? words.empty : words.noneCurrent}>
                {past.length === 0 ? words.emptyNext : words.noneCurrentNext}
              </EmptyState>
            )}
          </Section>
          {past.length > 0 && <PastCompetitions competitions={past} words={words} />}
        </Stack>
      </Columns>
    </Frame>
  );
}

function Entries() {
  const { words } = useLoaderData<typeof loader>();
  const { who, demo } = useShell();
  return (
    <>
      {demo && (
        <Card title={words.demo} lead={words.demoLead} tone="celadon" edge>
          <ButtonLink to="/demo" wide>
            {words.demoGo}
          </ButtonLink>
        </Card>
      )}
      <Card title={words.check} lead={words.checkLead}>
        <ButtonLink to="/check" wide>
          {words.checkGo}
        </ButtonLink>
      </Card>
      {!who && (
        <Card title={words.staff} lead={words.staffLead}>
          <ButtonLink to="/sign-in" wide>
            {words.staffGo}
          </ButtonLink>
        </Card>
      )}
    </>
  );
}
