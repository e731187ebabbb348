// A judge's desks by number: first what waits for this judge, then for each seat what there is to mark, how far it is, and the
// next unmarked aspect as the one thing to do.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame, useShell } from "#app/frame.tsx";
import { EmptyState, PageHead, RowList, Section } from "#app/kit/index.ts";
import { useKeptCopy } from "#app/live/kept-copy.ts";
import { useOutbox } from "#app/live/use-outbox.ts";
import { DeskCard } from "#app/sheet/desk-card.tsx";
import { KeptHere } from "#app/sheet/kept-here.tsx";
import { OfflineCopy } from "#app/sheet/offline-copy.tsx";
import { nextWork, seatsOf } from "#app/sheet/seats.ts";
import { Waiting } from "#app/sheet/waiting.tsx";
import { hasReached, type Stage, skillTitle } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.desk.title ?? "" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const desks = await Promise.all(
    seatsOf(context, request).map(async (seat) => ({
      desk: await context.services.marking.loadDesk(seat),
      next: await nextWork(context, seat, null),
      days: await context.services.results.listDaysToSign(seat),
    })),
  );
  return {
    desks: desks.sort(
      ({ desk: { skill: a } }, { desk: { skill: b } }) =>
        a.number - b.number || a.competition.localeCompare(b.competition, "zh"),
    ),
    words: context.words.judge,
  };
}

export default function Desks() {
  const { desks, words } = useLoaderData<typeof loader>();
  const { terms } = useShell();
  const drawn = useKeptCopy(useOutbox().line);
  const told = words.desk;
  const open = desks.filter(
    ({ desk: { skill }, days }) =>
      skill.stage === "scoring" || (days.length > 0 && !hasReached(skill.stage as Stage, "signed")),
  );
  const first = open.find((one) => one.next)?.desk.skill.id;
  const others = desks
    .filter((one) => !open.includes(one))
    .map(({ desk: { skill, seat, contestants } }) => ({
      key: skill.id,
      title: skillTitle(skill),
      detail: `${skill.competition} · ${say(told.seat, { n: seat })} · ${contestants.length > 0 ? told.print : told.notDrawn}`,
      value: terms.stage[skill.stage as Stage],
      to: contestants.length > 0 ? `/judge/skills/${skill.id}/print` : undefined,
    }));
  return (
    <Frame>
      <PageHead title={told.title} lead={told.lead} />
      <OfflineCopy drawn={drawn} words={words} />
      <KeptHere
        words={words}
        contestants={desks.flatMap(({ desk }) => [...desk.contestants, ...desk.avoided])}
      />
      {desks.length === 0 && <EmptyState title={told.none}>{told.noneLead}</EmptyState>}
      {desks.length > 0 && open.length === 0 && (
        <EmptyState title={told.notOpen}>{told.notOpenLead}</EmptyState>
      )}
      <Waiting desks={open} words={words} />
      {open.map(({ desk, next, days }) => (
        <DeskCard
          key={desk.skill.id}
          desk={desk}
          next={next}
          days={days}
          words={words}
          primary={desk.skill.id === first}
        />
      ))}
      {others.length > 0 && (
        <Section title={told.others}>
          <RowList items={others} label={told.others} />
        </Section>
      )}
    </Frame>
  );
}
