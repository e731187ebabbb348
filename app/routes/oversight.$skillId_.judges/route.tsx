// How the judges of a skill mark against each other, for the chief judge and the supervisor: advice, never a reason to act.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Card, EmptyState, Facts, Notice, PageHead, Stack } from "#app/kit/index.ts";
import { originOf, WayBack } from "#app/way-back.tsx";
import { may } from "#domain/access/permissions.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { apart, leastMarks, leastOwnUnit } from "#domain/results/judge-statistics.ts";
import { say } from "#words/language.ts";
import { JudgeChart } from "./JudgeChart.tsx";
import { JudgeTable } from "./JudgeTable.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.title} · ${data.skill}` : "" },
];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const skillId = params["skillId"]!;
  const reader = await permit(context, request, "results.read-judges", { skillId });
  const skill = await context.services.competitions.readSkill(skillId);
  return {
    skillId,
    skill: skill ? skillTitle(skill) : "",
    statistics: await context.services.results.readJudgeStatistics(reader),
    from: originOf(
      request,
      may(reader.actor.grants, "marking.oversee", reader.scope) ? ["oversight", "desk"] : ["desk"],
    ),
    words: { ...context.words.judge.statistics, semicolon: context.words.terms.particulars.semicolon },
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Judges() {
  const { skillId, skill, statistics, from, words } = useLoaderData<typeof loader>();
  const { rows } = statistics;
  return (
    <Frame>
      <PageHead title={words.title} lead={skill} actions={<WayBack to={from} skillId={skillId} />} />
      <Stack>
        <Notice title={words.advice}>{words.counted}</Notice>
        {rows.length === 0 ? (
          <EmptyState title={words.none}>{words.noneLead}</EmptyState>
        ) : (
          <>
            <JudgeChart rows={rows} words={words} />
            <Card title={words.table} lead={say(words.tooFew, { n: leastMarks })} flush>
              <JudgeTable {...statistics} words={words} />
            </Card>
            <Card title={words.howToRead}>
              <Facts
                items={[
                  { label: words.severity, value: words.severityMeans, wide: true },
                  { label: words.deviation, value: words.deviationMeans, wide: true },
                  { label: words.agreement, value: words.agreementMeans, wide: true },
                  {
                    label: words.ownUnit,
                    value: say(words.ownUnitMeans, { own: leastOwnUnit, others: leastMarks }),
                    wide: true,
                  },
                  {
                    label: words.apart,
                    value: say(words.apartMeans, { percent: apart.mul(100).toString() }),
                    wide: true,
                  },
                ]}
              />
            </Card>
          </>
        )}
      </Stack>
    </Frame>
  );
}
