// The desk where one result is finished: what comes next and who must do it, the standings, the signatures, the awards.
import type { AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { ButtonLink, Columns, Crumbs, Notice, PageHead } from "#app/kit/index.ts";
import { DaysCard } from "#app/sheet/days.tsx";
import { Reopenings } from "#app/sheet/reopenings.tsx";
import { Rescorings } from "#app/sheet/rescorings.tsx";
import { StageBadge } from "#app/skill/badges.tsx";
import { may } from "#domain/access/permissions.ts";
import { hasReached, skillTitle } from "#domain/competitions/skill.ts";
import type { Permit } from "#server/access/proofs.ts";
import type { DayLine } from "#server/results/read-days.ts";
import { say } from "#words/language.ts";
import { DrawCard, NoticeCard } from "./Aside.tsx";
import { AwardPreview, Awards } from "./AwardPreview.tsx";
import { DeskRail } from "./DeskRail.tsx";
import { isDeed } from "./deeds.ts";
import { deskAction } from "./desk-action.ts";
import { readDesk } from "./desk-view.ts";
import { isToldInDialog, NextSteps } from "./NextStep.tsx";
import { Signatures } from "./Signatures.tsx";
import { Named, Standings } from "./Standings.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const overseer = await permit(context, request, "competitions.oversee", { skillId: params["skillId"]! });
  const done = new URL(request.url).searchParams.get("done");
  const desk = await readDesk(context, overseer);
  return {
    words: context.words.desk,
    judging: context.words.judge,
    desk,
    // Ranks by code before the signatures: for the chief judge and the supervisor alone.
    rescorings:
      desk.mayApprove || desk.mayOversee ? await context.services.marking.listRescorings(overseer) : [],
    reopenings: await context.services.marking.listReopenings(overseer),
    days: await readDays(context, request, overseer),
    done: isDeed(done) ? done : null,
    signingPassword: context.services.demonstration.signingPassword(),
  };
}

/** The judges' signatures of each day, for whoever reads the marks of a day. */
async function readDays(
  context: AppLoadContext,
  request: Request,
  { actor, scope }: Permit<"competitions.oversee">,
): Promise<readonly DayLine[]> {
  if (!may(actor.grants, "marking.read-days", scope)) return [];
  const reader = await permit(context, request, "marking.read-days", scope);
  return context.services.results.listDays(reader);
}

export const action = deskAction;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.list.title} · ${data.desk.skill.name}` : "" },
];

export default function Desk() {
  const { words, judging, desk, reopenings, rescorings, days, done, signingPassword } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const inDialog = isToldInDialog(desk, words, refused);
  const title = skillTitle(desk.skill);
  return (
    <Frame>
      <PageHead
        title={title}
        badges={<StageBadge stage={desk.stage} />}
        above={
          <Crumbs
            label={words.crumbs}
            items={[
              { to: "/desk", label: words.list.title },
              { label: desk.competition.name },
              { label: title },
            ]}
          />
        }
        actions={
          <>
            {hasReached(desk.stage, "announced") && (
              <ButtonLink to={`/skills/${desk.skill.id}`}>{words.toPublic}</ButtonLink>
            )}
            {desk.mayConfigure && desk.stage === "published" && (
              <ButtonLink to={`/manage/skills/${desk.skill.id}/mark-summary.csv`} reloadDocument download>
                {words.markSummary}
              </ButtonLink>
            )}
            {desk.mayReadFloor && (
              <ButtonLink to={`/floor/${desk.skill.id}/report?from=desk`}>{words.toFloor}</ButtonLink>
            )}
            {(desk.mayOversee || desk.mayApprove) && (
              <ButtonLink to={`/oversight/${desk.skill.id}/judges?from=desk`}>
                {judging.statistics.open}
              </ButtonLink>
            )}
            {desk.standings.length > 0 && (
              <ButtonLink to={`/desk/${desk.skill.id}/protocol`}>{words.protocol}</ButtonLink>
            )}
          </>
        }
      />
      <DeskRail desk={desk} words={words} />
      <Refused problem={inDialog ? undefined : refused} />
      {done && !refused && (
        <Notice tone="celadon" live="status">
          {words.done[done]}
        </Notice>
      )}
      {desk.tied.length > 0 && (!hasReached(desk.stage, "signed") || desk.stage === "decoded") && (
        <Notice
          tone="cinnabar"
          title={say(words.tied, { codes: desk.tied.join(words.and) })}
          actions={
            desk.mayOversee && (
              <ButtonLink to={`/oversight/${desk.skill.id}/rulings#ties`}>{words.toRulings}</ButtonLink>
            )
          }
        >
          {desk.stage === "decoded" ? words.tiedSince : words.tiedWhy}
        </Notice>
      )}
      <Reopenings rows={reopenings} words={judging.reopenings} mayDecide={desk.mayApprove} />
      <Rescorings rows={rescorings} words={judging} mayApply={desk.mayApprove} />
      <Columns
        asideFirstOnPhone
        aside={
          <>
            <NextSteps
              desk={desk}
              words={words}
              pad={judging.signing.pad}
              signingPassword={signingPassword}
              refused={refused}
            />
            {hasReached(desk.stage, "complete") && <Signatures desk={desk} words={words} />}
            <DaysCard skillId={desk.skill.id} from="desk" days={days} words={judging.signing} />
            <NoticeCard desk={desk} words={words} />
          </>
        }
      >
        <AwardPreview desk={desk} words={words} />
        <Awards desk={desk} words={words} />
        <Named desk={desk} words={words} />
        <Standings desk={desk} words={words} />
        <DrawCard desk={desk} words={words} />
      </Columns>
    </Frame>
  );
}
