// A delegation's roster: what was returned stands first, then the next competitor, then everybody with their state.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import { Badge, ButtonLink, Card, EmptyState, Notice, PageHead, Section } from "#app/kit/index.ts";
import { CompetitionBadge } from "#app/skill/badges.tsx";
import type { CompetitionState } from "#domain/competitions/competition.ts";
import type { RegistrationState } from "#domain/registrations/registration.ts";
import { say } from "#words/language.ts";
import { EntryForm } from "./EntryForm.tsx";
import { InviteLink } from "./InviteLink.tsx";
import { Returned } from "./Returned.tsx";
import { RosterTable } from "./RosterTable.tsx";
import { type Invited, rosterAction } from "./roster-action.ts";

const order: readonly RegistrationState[] = [
  "returned",
  "submitted",
  "accepted",
  "draft",
  "rejected",
  "withdrawn",
];
const place = (row: { state: string }): number => order.indexOf(row.state as RegistrationState);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const leader = await permit(context, request, "registrations.submit", {
    delegationId: params["delegationId"]!,
  });
  const { delegation, registrations, skills } = await context.services.registrations.readRoster(leader);
  return {
    words: context.words.manage,
    done: new URL(request.url).searchParams.get("done"),
    delegation: { id: delegation.id, name: delegation.name, competition: delegation.competition },
    rows: registrations
      .map(({ submittedAt: _, ...row }) => ({
        ...row,
        groups: skills.find((skill) => skill.id === row.skill.id)?.groups ?? [],
      }))
      .sort((a, b) => place(a) - place(b)),
    skills,
  };
}
export type RosterPage = Awaited<ReturnType<typeof loader>>;
export type Entry = RosterPage["rows"][number];

export const action = rosterAction;

export default function Roster() {
  const { words, done, delegation, rows, skills } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Invited | undefined;
  const { terms } = useShell();
  const said = words.delegation;
  const refused = answer && "message" in answer ? answer : undefined;
  const of = (intent: string) => (refused?.values["intent"] === intent ? refused : undefined);
  const returned = rows.filter((row) => row.state === "returned");
  const open = delegation.competition.state === "registration";
  const invited =
    answer && "link" in answer ? rows.find((row) => row.id === answer.registrationId) : undefined;
  return (
    <Frame>
      <PageHead
        title={delegation.name}
        lead={delegation.competition.name}
        badges={
          <>
            <CompetitionBadge state={delegation.competition.state} />
            <Badge>{say(said.counted, { n: rows.length })}</Badge>
          </>
        }
        actions={
          open && (
            <ButtonLink to="#add" variant="primary">
              {said.add}
            </ButtonLink>
          )
        }
      />
      {!(of("submit") && open) && !(of("resubmit") && returned.length > 0) && <Refused problem={refused} />}
      {answer && "link" in answer && invited && (
        <InviteLink words={said} name={invited.person.name} link={answer.link} />
      )}
      {returned.length > 0 && <Returned rows={returned} words={words} refused={of("resubmit")} />}
      <Section title={said.roster} lead={said.rosterLead}>
        <Card flush>
          <RosterTable
            rows={rows}
            words={words}
            empty={<EmptyState title={said.empty}>{open && said.emptyNext}</EmptyState>}
          />
        </Card>
      </Section>
      {done === "submitted" && !refused && (
        <Notice tone="celadon" live="status">
          {said.submitted}
        </Notice>
      )}
      {open || of("submit") ? (
        <EntryForm key={rows.length} skills={skills} words={said} refused={of("submit")} />
      ) : (
        <Notice tone="amber" title={said.closedTitle}>
          {say(said.closed, {
            state: terms.competitionState[delegation.competition.state as CompetitionState],
          })}
        </Notice>
      )}
    </Frame>
  );
}
