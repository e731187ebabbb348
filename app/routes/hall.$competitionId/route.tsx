// The hall screen: every skill's progress, page by page, and the open board of one chosen skill; made to stand unattended.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { idIn } from "#app/address.ts";
import { dayOf, useDates } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { notFound } from "#app/gate.ts";
import { ConnectionMark, HallColumns, HallShell } from "#app/kit/index.ts";
import { useTicking } from "#app/live/server-clock.ts";
import { type Connection, useViews } from "#app/live/use-view.ts";
import { asView } from "#app/skill/progress.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import { PageTurner, usePages } from "./pages.tsx";
import { BoardPanel } from "./panel.tsx";
import { Tiles } from "./tiles.tsx";

const againEveryMs = 10 * 60_000;
const tilesBesideBoard = 8;
const tilesAlone = 16;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const competition = await context.services.competitions.readCompetition(
    idIn(context, params["competitionId"]),
  );
  if (!competition) throw notFound(context);
  const { open } = context.words;
  const skills = competition.skills.map(({ id, name, stage, openBoard, progress }) => ({
    id,
    name,
    stage,
    openBoard,
    progress,
  }));
  const asked = new URL(request.url).searchParams.get("skill");
  const boards = skills.filter((skill) => skill.openBoard);
  const live = boards.find(({ stage }) => hasReached(stage, "scoring") && !hasReached(stage, "announced"));
  const chosen = boards.find((skill) => skill.id === asked) ?? live ?? null;
  return {
    words: { ...open.hall, live: open.live, board: open.board },
    competition: { name: competition.name, startsOn: competition.startsOn, endsOn: competition.endsOn },
    skills,
    chosen: chosen && { ...chosen, view: await context.services.competitions.readBoard(chosen.id) },
  };
}
export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.competition.name} · ${data.words.progress}` },
];

export default function Hall() {
  const { words, competition, skills, chosen } = useLoaderData<typeof loader>();
  const { shell, demo } = useShell();
  const dates = useDates();
  const now = useTicking();
  const initial = Object.fromEntries(
    skills.map((skill) => [skill.id, asView({ ...skill.progress, stage: skill.stage })]),
  );
  const { views, state, at } = useViews(
    "progress",
    skills.map((skill) => skill.id),
    initial,
  );
  useHealing(state);
  const pages = usePages(skills.length, chosen ? tilesBesideBoard : tilesAlone);
  const today = dates.today(now);
  const day = dayOf(today, competition.startsOn, competition.endsOn);
  const subtitle = [dates.day(today), day && say(words.day, { n: day }), words.progress]
    .filter(Boolean)
    .join(" · ");
  const stale = at ? say(words.stale, { time: dates.time(at) }) : words.live.offline;
  const label =
    state === "offline" ? stale : `${words.live[state]} · ${say(words.skills, { n: skills.length })}`;
  const tiles = <Tiles skills={pages.shown(skills)} views={views} words={words} />;
  return (
    <HallShell
      title={competition.name}
      subtitle={subtitle}
      clock={dates.time(now)}
      status={<ConnectionMark plain state={state} label={label} />}
      demo={demo ? shell.demo : undefined}
      footer={(pages.count > 1 || !pages.running) && <PageTurner pages={pages} words={words} />}
    >
      <noscript>
        <meta httpEquiv="refresh" content="20" />
      </noscript>
      {chosen ? (
        <HallColumns aside={<BoardPanel key={chosen.id} skill={chosen} turn={pages.turn} words={words} />}>
          {tiles}
        </HallColumns>
      ) : (
        tiles
      )}
    </HallShell>
  );
}

/** Fetches the page's own data again after a lost connection came back, and now and then anyway. */
function useHealing(state: Connection): void {
  const { revalidate } = useRevalidator();
  const lost = useRef(false);
  useEffect(() => {
    if (state === "offline") lost.current = true;
    if (state === "live" && lost.current) {
      lost.current = false;
      revalidate();
    }
  }, [state, revalidate]);
  useEffect(() => {
    const timer = setInterval(revalidate, againEveryMs);
    return () => clearInterval(timer);
  }, [revalidate]);
}
