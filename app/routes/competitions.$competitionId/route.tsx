// One competition: where it stands, its skills with filters in the address, its delegations.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idIn } from "#app/address.ts";
import { useDates } from "#app/dates.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { notFound } from "#app/gate.ts";
import { Badge, ButtonLink, Card, Columns, Crumbs, Facts, PageHead, Stack } from "#app/kit/index.ts";
import { CompetitionBadge } from "#app/skill/badges.tsx";
import { isFound } from "#app/skill/find.ts";
import type { CompetitionState, Tier } from "#domain/competitions/competition.ts";
import { categories, stages } from "#domain/competitions/skill.ts";
import { type DelegationKind, divisionName } from "#domain/people/organizations.ts";
import { say } from "#words/language.ts";
import { CourseOfCompetition } from "./course.tsx";
import { DelegationList } from "./delegations.tsx";
import { type ListedSkill, SkillTable } from "./skills.tsx";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = await context.services.competitions.readCompetition(idIn(context, params["competitionId"]));
  if (!found) throw notFound(context);
  const { skills, delegations, createdAt: _, ...competition } = found;
  const asked = new URL(request.url).searchParams;
  const filter = {
    q: (asked.get("q") ?? "").trim().slice(0, 80),
    stage: stages.find((stage) => stage === asked.get("stage")) ?? "",
    category: categories.find((category) => category === asked.get("category")) ?? "",
  };
  const shown = (skills as ListedSkill[]).filter(
    (skill) =>
      isFound(skill, filter.q) &&
      (filter.stage === "" || skill.stage === filter.stage) &&
      (filter.category === "" || skill.category === filter.category),
  );
  return {
    words: context.words.open.competition,
    competition: {
      ...competition,
      tier: competition.tier as Tier,
      state: competition.state as CompetitionState,
    },
    delegations: delegations.map(({ id, name, kind }) => ({ id, name, kind: kind as DelegationKind })),
    counts: {
      skills: skills.length,
      competitors: skills.reduce((sum, skill) => sum + skill.entered, 0),
      inNotice: skills.filter((skill) => skill.stage === "notice").length,
      published: skills.filter((skill) => skill.stage === "published").length,
    },
    filter,
    shown,
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.competition.name }];

export default function Competition() {
  const data = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const dates = useDates();
  const { words, competition, counts } = data;
  const facts = [
    { label: words.days, value: dates.span(competition.startsOn, competition.endsOn), wide: true },
    ...(competition.county
      ? [{ label: words.county, value: divisionName(competition.county) ?? competition.county, wide: true }]
      : []),
    {
      label: words.released,
      value: `${say(words.inNoticeOf, { n: counts.inNotice })} · ${say(words.publishedOf, { n: counts.published })}`,
      wide: true,
    },
    {
      label: words.noticeDays,
      value: say(words.noticeDaysValue, { n: competition.noticeWorkingDays }),
      wide: true,
    },
  ];
  return (
    <Frame>
      <PageHead
        above={
          <Crumbs
            label={words.crumbs}
            items={[{ to: "/", label: words.home }, { label: competition.name }]}
          />
        }
        title={competition.name}
        badges={
          <>
            <Badge>{say(words.year, { tier: terms.tier[competition.tier], year: competition.year })}</Badge>
            <CompetitionBadge state={competition.state} />
          </>
        }
        lead={competition.host}
        actions={
          competition.state === "judging" &&
          counts.skills > 0 && <ButtonLink to={`/hall/${competition.id}`}>{words.hall}</ButtonLink>
        }
      />
      <CourseOfCompetition
        competition={competition}
        counts={counts}
        delegations={data.delegations.length}
        words={words}
      />
      <Columns
        aside={
          <>
            <Card title={words.facts}>
              <Facts items={facts} plain />
            </Card>
            <DelegationList
              delegations={data.delegations}
              words={words}
              ranking={counts.published > 0 ? `/competitions/${competition.id}/delegations` : null}
            />
          </>
        }
      >
        <Stack>
          <SkillTable
            shown={data.shown}
            of={counts.skills}
            filter={data.filter}
            words={words}
            to={`/competitions/${competition.id}`}
          />
        </Stack>
      </Columns>
    </Frame>
  );
}
