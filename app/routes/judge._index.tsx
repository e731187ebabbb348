// A judge's desks: for each seat what there is to mark, how far it is, and the next unmarked aspect as the one thing to do.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Frame } from "#app/frame.tsx";
import { EmptyState, PageHead } from "#app/kit/index.ts";
import { DeskCard } from "#app/sheet/desk-card.tsx";
import { KeptHere } from "#app/sheet/kept-here.tsx";
import { nextWork, seatsOf } from "#app/sheet/seats.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.words.desk.title ?? "" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const desks = await Promise.all(
    seatsOf(context, request).map(async (seat) => ({
      desk: await context.services.marking.loadDesk(seat),
      next: await nextWork(context, seat, null),
    })),
  );
  return { desks, words: context.words.judge };
}

export default function Desks() {
  const { desks, words } = useLoaderData<typeof loader>();
  const first = desks.find((one) => one.next)?.desk.skill.id;
  return (
    <Frame>
      <PageHead title={words.desk.title} lead={words.desk.lead} />
      <KeptHere words={words} contestants={desks.flatMap(({ desk }) => desk.contestants)} />
      {desks.length === 0 && <EmptyState title={words.desk.none}>{words.desk.noneLead}</EmptyState>}
      {desks.map(({ desk, next }) => (
        <DeskCard key={desk.skill.id} desk={desk} next={next} words={words} primary={desk.skill.id === first} />
      ))}
    </Frame>
  );
}
