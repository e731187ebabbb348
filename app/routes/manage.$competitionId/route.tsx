// The organizer's workspace of one edition: where it stands, every skill, what waits for whom, the delegations.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Badge, ButtonLink, Columns, Crumbs, Notice, PageHead } from "#app/kit/index.ts";
import { CompetitionBadge } from "#app/skill/badges.tsx";
import type { Tier } from "#domain/competitions/competition.ts";
import { nextState } from "#domain/competitions/competition.ts";
import { say } from "#words/language.ts";
import { AddDelegation } from "./AddDelegation.tsx";
import { AddSkill } from "./AddSkill.tsx";
import { Advance } from "./Advance.tsx";
import { DelegationRules } from "./DelegationRules.tsx";
import { Delegations } from "./Delegations.tsx";
import { EditionRail } from "./EditionRail.tsx";
import { editionAction } from "./edition-action.ts";
import { editionView, readSought } from "./edition-view.ts";
import { SetsLink } from "./SetsLink.tsx";
import { SkillsTable } from "./SkillsTable.tsx";
import { WaitingList } from "./WaitingList.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = { competitionId: params["competitionId"]! };
  await permit(context, request, "competitions.configure", scope);
  const overseer = await permit(context, request, "competitions.oversee", scope);
  const { competitions, notices, now } = context.services;
  const [edition, closings] = await Promise.all([
    competitions.readEdition(overseer),
    notices.noticeClosings(overseer),
  ]);
  const sought = readSought(request.url);
  return { words: context.words.manage, sought, edition: editionView(edition, sought, closings, now()) };
}

export const action = editionAction;

export default function Workspace() {
  const { words, sought, edition } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as FormProblem | undefined;
  const [query] = useSearchParams();
  const { terms } = useShell();
  const said = words.workspace;
  const of = (intent: string) => (refused?.values["intent"] === intent ? refused : undefined);
  const next = nextState(edition.state);
  const asked = edition.over ? null : query.get("add");
  const adding = of("add-skill") ? "skill" : of("add-delegation") ? "delegation" : asked;
  return (
    <Frame wide>
      <PageHead
        title={edition.name}
        above={
          <Crumbs
            label={words.crumbs}
            items={[{ to: "/manage", label: words.editions.title }, { label: edition.name }]}
          />
        }
        badges={
          <>
            <Badge>{`${terms.tier[edition.tier as Tier]} · ${edition.year}`}</Badge>
            <CompetitionBadge state={edition.state} />
          </>
        }
        actions={
          <>
            {edition.waiting.length > 0 && (
              <ButtonLink to="#waiting">{say(said.toWaiting, { n: edition.waiting.length })}</ButtonLink>
            )}
            {next && (
              <Advance
                words={words}
                next={next}
                waiting={edition.waiting.length}
                quiet={edition.counts.skills === 0}
              />
            )}
          </>
        }
      />
      <Refused problem={of("advance")} />
      {query.get("done") === "delegation-rules" && !refused && (
        <Notice tone="celadon" live="status">
          {words.reports.rules.saved}
        </Notice>
      )}
      <EditionRail edition={edition} words={said} />
      <Columns
        aside={
          <>
            <WaitingList edition={edition} words={said} />
            <DelegationRules
              key={Object.values(edition.ranking).join()}
              edition={edition}
              words={words.reports.rules}
              refused={of("delegation-rules")}
            />
            <Delegations edition={edition} words={said} />
            <SetsLink editionId={edition.id} words={words} />
          </>
        }
      >
        {adding === "skill" && <AddSkill words={words} editionId={edition.id} refused={of("add-skill")} />}
        {adding === "delegation" && (
          <AddDelegation
            key={edition.delegations.length}
            words={words}
            editionId={edition.id}
            refused={of("add-delegation")}
          />
        )}
        <SkillsTable edition={edition} words={words} sought={sought} />
      </Columns>
    </Frame>
  );
}
