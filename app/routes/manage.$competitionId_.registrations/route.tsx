// Every registration of an edition: filters in the address, one decision per row or several accepted after a review.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormProblem } from "#app/form-answer.ts";
import { Refused } from "#app/form-page.tsx";
import { Frame, useShell } from "#app/frame.tsx";
import { permit } from "#app/gate.ts";
import {
  Card,
  Crumbs,
  EmptyState,
  Notice,
  PageHead,
  Pager,
  SearchField,
  SelectField,
  Tabs,
} from "#app/kit/index.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { registrationStates } from "#domain/registrations/registration.ts";
import { say } from "#words/language.ts";
import { AcceptMany, ReviewMany } from "./AcceptMany.tsx";
import { decideAction, type ManyAccepted, type Review } from "./decide-action.ts";
import { RegistrationTable } from "./RegistrationTable.tsx";
import { listAddress, readFilters } from "./registration-filters.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const organizer = await permit(context, request, "registrations.decide", {
    competitionId: params["competitionId"]!,
  });
  const filters = readFilters(request.url);
  const { registrations } = context.services;
  const [overview, list] = await Promise.all([
    registrations.registrationOverview(organizer),
    registrations.listRegistrations(organizer, {
      page: filters.page,
      state: filters.state || undefined,
      skillId: filters.skillId || undefined,
      text: filters.q || undefined,
    }),
  ]);
  const accepted = Number(new URL(request.url).searchParams.get("accepted")) || 0;
  const rows = list.rows.map(({ submittedAt: _, ...row }) => row);
  return { words: context.words.manage, filters, overview, list: { ...list, rows }, accepted };
}

export const action = decideAction;

export default function Registrations() {
  const { words, filters, overview, list, accepted } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormProblem | Review | ManyAccepted | undefined;
  const { terms } = useShell();
  const said = words.registrations;
  const to = (change: Parameters<typeof listAddress>[2]) => listAddress(overview.id, filters, change);
  const shown = registrationStates.filter((state) => state !== "draft");
  const total = shown.reduce((sum, state) => sum + (overview.counts[state] ?? 0), 0);
  const review =
    answer && "review" in answer ? list.rows.filter((row) => answer.review.includes(row.id)) : [];
  return (
    <Frame wide>
      <PageHead
        title={said.title}
        lead={said.lead}
        above={
          <Crumbs
            label={words.crumbs}
            items={[
              { to: "/manage", label: words.editions.title },
              { to: `/manage/${overview.id}`, label: overview.name },
              { label: said.title },
            ]}
          />
        }
      />
      {answer && "message" in answer && <Refused problem={answer} />}
      {answer && "accepted" in answer && <Partly words={said} answer={answer} rows={list.rows} />}
      {!answer && accepted > 0 && (
        <Notice tone="celadon" live="status">
          {say(said.done, { n: accepted })}
        </Notice>
      )}
      {review.length > 0 && <ReviewMany words={words} rows={review} back={to({ page: filters.page })} />}
      <Tabs
        label={said.filters}
        items={[
          { to: to({ state: "" }), label: said.all, count: total, active: filters.state === "" },
          ...shown.map((state) => ({
            to: to({ state }),
            label: terms.registrationState[state],
            count: overview.counts[state] ?? 0,
            active: filters.state === state,
          })),
        ]}
      />
      <Card
        flush
        actions={
          <SearchField
            label={said.search}
            defaultValue={filters.q}
            submitLabel={words.search}
            keep={filters.state ? { state: filters.state } : {}}
          >
            <SelectField
              key={filters.skillId}
              label={said.skill}
              hideLabel
              name="skillId"
              placeholder={said.allSkills}
              defaultValue={filters.skillId}
              options={overview.skills.map((skill) => ({
                value: skill.id,
                label: skillTitle(skill),
              }))}
            />
          </SearchField>
        }
      >
        {list.rows.some((row) => row.state === "submitted") && review.length === 0 && (
          <AcceptMany words={said} />
        )}
        <RegistrationTable
          rows={list.rows}
          words={words}
          empty={<EmptyState title={said.empty}>{said.emptyNext}</EmptyState>}
        />
        {list.total > 0 && (
          <Pager
            label={said.pages}
            page={filters.page}
            pages={list.pages}
            summary={say(said.summary, { n: list.total, page: filters.page, pages: list.pages })}
            hrefFor={(page) => to({ page })}
          />
        )}
      </Card>
    </Frame>
  );
}

type Row = { id: string; person: { name: string } };

function Partly({
  words,
  answer,
  rows,
}: {
  words: { partly: string };
  answer: ManyAccepted;
  rows: readonly Row[];
}) {
  return (
    <Notice
      tone="amber"
      live="alert"
      title={say(words.partly, { n: answer.accepted, failed: answer.failed.length })}
    >
      <ul>
        {answer.failed.map(({ id, sentence }) => (
          <li key={id}>{`${rows.find((row) => row.id === id)?.person.name ?? ""} ${sentence}`}</li>
        ))}
      </ul>
    </Notice>
  );
}
