// The skills that a chief judge oversees or a recorder confirms in.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import { orRefuse, permit } from "#app/gate.ts";
import { Actions, Badge, ButtonLink, Card, EmptyState, Grid, PageHead, ProgressBar } from "#app/kit/index.ts";
import { mayAnywhere } from "#domain/access/permissions.ts";
import { byEdition } from "#domain/competitions/competition.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import type { WaitingVersion } from "#server/schemes/versions.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.oversight.title ?? "" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, actor } = context;
  if (!actor || !mayAnywhere(actor.grants, "marking.confirm")) {
    orRefuse(context, request, await services.access.authorize(actor, "marking.confirm"));
  }
  const own = actor!.grants.filter(
    (grant) => grant.skillId && (grant.role === "chief-judge" || grant.role === "recorder"),
  );
  const ids = [...new Set(own.map((grant) => grant.skillId!))];
  const skills = await Promise.all(
    ids.map(async (id) => {
      const roles = own.filter((grant) => grant.skillId === id).map((grant) => grant.role);
      const skill = await services.competitions.readSkill(id);
      const waiting = await services.marking.awaitingConfirmation(
        await permit(context, request, "marking.confirm", { skillId: id }),
      );
      return (
        skill && {
          id,
          number: skill.number,
          name: skill.name,
          competition: skill.competition,
          stage: skill.stage,
          progress: skill.progress,
          roles,
          waiting: waiting.length,
          revised:
            roles.includes("chief-judge") &&
            isForMe(
              await services.schemes.waitingVersion(
                await permit(context, request, "marking.oversee", { skillId: id }),
              ),
            ),
        }
      );
    }),
  );
  return {
    skills: byEdition(skills.filter((one) => one !== null)).sort(
      (a, b) => Number(b.stage === "scoring") - Number(a.stage === "scoring"),
    ),
    words: context.words.judge,
  };
}

/** Whether a revision of the scheme can be put into force by whoever reads this. */
const isForMe = (version: WaitingVersion | null): boolean => version?.ready === true && !version.writtenByMe;

export default function Oversight() {
  const { skills, words } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const told = words.oversight;
  return (
    <Frame>
      <PageHead title={told.title} lead={told.lead} />
      {skills.length === 0 && <EmptyState title={told.none}>{told.noneLead}</EmptyState>}
      <Grid min="large">
        {skills.map(({ id, number, name, competition, stage, progress, roles, waiting, revised }) => (
          <Card
            key={id}
            title={skillTitle({ number, name })}
            lead={competition.name}
            badges={
              <>
                <Badge tone={stage === "scoring" ? "celadon" : "neutral"}>{terms.stage[stage]}</Badge>
                {revised && <Badge tone="amber">{words.wall.version.chip}</Badge>}
                {roles.map((role) => (
                  <Badge key={role}>{terms.role[role]}</Badge>
                ))}
              </>
            }
          >
            {progress.of > 0 && (
              <ProgressBar
                value={progress.marked}
                max={progress.of}
                label={words.wall.progress}
                text={say(words.desk.progressText, { done: progress.marked, of: progress.of })}
              />
            )}
            <Actions>
              {roles.includes("chief-judge") && (
                <ButtonLink to={`/oversight/${id}`} variant={skills.length === 1 ? "primary" : "secondary"}>
                  {told.open}
                </ButtonLink>
              )}
              {(waiting > 0 || roles.includes("recorder")) && (
                <ButtonLink to={`/oversight/${id}/confirm`}>
                  {told.confirm} · {say(told.confirmN, { n: waiting })}
                </ButtonLink>
              )}
              {roles.includes("recorder") && stage === "scoring" && (
                <ButtonLink to={`/record/${id}`} variant="quiet">
                  {words.grid.record.toRecord}
                </ButtonLink>
              )}
            </Actions>
          </Card>
        ))}
      </Grid>
    </Frame>
  );
}
