// One skill for anybody: where it stands, how much is marked, the result once it may be seen, and the proof of its draw.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idIn } from "#app/address.ts";
import { useDates } from "#app/dates.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { notFound } from "#app/gate.ts";
import { Badge, ButtonLink, Card, Columns, Crumbs, Facts, PageHead, Stack } from "#app/kit/index.ts";
import { StageBadge } from "#app/skill/badges.tsx";
import { type Category, skillNumber } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import { CourseOfSkill } from "./course.tsx";
import { DrawProof, shownDraw } from "./draw-proof.tsx";
import { LiveProgress } from "./live-progress.tsx";
import { Result } from "./result.tsx";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const skillId = idIn(context, params["skillId"]);
  const found = await context.services.competitions.readSkill(skillId);
  if (!found) throw notFound(context);
  const { draw, ...skill } = found;
  const { open } = context.words;
  return {
    words: { ...open.skill, live: open.live, crumbs: open.competition.crumbs, home: open.competition.home },
    drawWords: open.draw,
    skill: { ...skill, category: skill.category as Category },
    draw: draw && shownDraw(draw),
    result: await context.services.results.onSiteResult(skillId),
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.skill.name} · ${data.skill.competition.name}` },
];

export default function Skill() {
  const { words, drawWords, skill, draw, result } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const dates = useDates();
  const { competition } = skill;
  return (
    <Frame>
      <PageHead
        above={
          <Crumbs
            label={words.crumbs}
            items={[
              { to: "/", label: words.home },
              { to: `/competitions/${competition.id}`, label: competition.name },
              { label: skill.name },
            ]}
          />
        }
        title={skill.name}
        badges={
          <>
            <Badge>{`${say(words.number, { n: skillNumber(skill.number) })} · ${terms.category[skill.category]}`}</Badge>
            <StageBadge stage={skill.stage} />
          </>
        }
        actions={
          skill.openBoard && (
            <ButtonLink to={`/skills/${skill.id}/board`} variant={result ? "secondary" : "primary"}>
              {words.boardOpen}
            </ButtonLink>
          )
        }
      />
      <CourseOfSkill skill={skill} draw={draw} result={result} words={words} />
      <Columns
        aside={
          <>
            <LiveProgress skill={skill} words={words} />
            <Card title={words.facts}>
              <Facts
                plain
                items={[
                  { label: words.occupation, value: skill.occupation ?? words.unknown, wide: true },
                  { label: words.venue, value: skill.venue || words.unknown, wide: true },
                  { label: words.groups, value: skill.groups.join(" · ") || words.noGroups, wide: true },
                  {
                    label: words.competitors,
                    value: say(words.competitorsValue, { n: skill.entered }),
                    wide: true,
                  },
                  {
                    label: words.dates,
                    value: dates.span(competition.startsOn, competition.endsOn),
                    wide: true,
                  },
                ]}
              />
            </Card>
          </>
        }
      >
        <Stack gap="loose">
          <Result skill={skill} result={result} words={words} />
          {draw && <DrawProof draw={draw} words={drawWords} />}
        </Stack>
      </Columns>
    </Frame>
  );
}
