// The live board for spectators: ranks over the sub-criteria locked for everybody, or progress alone for a closed skill.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idIn } from "#app/address.ts";
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { Frame, useShell } from "#app/frame.tsx";
import { notFound } from "#app/gate.ts";
import {
  Badge,
  ButtonLink,
  Card,
  Columns,
  ConnectionMark,
  Crumbs,
  EmptyState,
  Notice,
  PageHead,
  ProgressBar,
} from "#app/kit/index.ts";
import { useView } from "#app/live/use-view.ts";
import { readBoard } from "#app/skill/board.ts";
import { OpenBoard } from "#app/skill/open-board.tsx";
import { asView, fromView, percentOf } from "#app/skill/progress.ts";
import { hasReached } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const skill = await context.services.competitions.readSkill(idIn(context, params["skillId"]));
  if (!skill) throw notFound(context);
  const { open } = context.words;
  const { id, name, competition, openBoard, stage, progress } = skill;
  return {
    words: {
      ...open.board,
      live: open.live,
      progress: open.skill.progress,
      progressLabel: open.skill.progressLabel,
    },
    crumbs: { label: open.competition.crumbs, home: open.competition.home },
    skill: { id, name, competition, openBoard, stage, progress },
    view: await context.services.competitions.readBoard(id),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && say(data.words.title, { skill: data.skill.name }) },
];

export default function LiveBoard() {
  const { words, crumbs, skill, view } = useLoaderData<typeof loader>();
  const { terms, now } = useShell();
  const dates = useDates();
  const heard = useView("board", skill.id, view);
  const progress = useView("progress", skill.id, asView({ ...skill.progress, stage: skill.stage }));
  const board = readBoard(heard.view);
  const marked = fromView(progress.view);
  const time = dates.time(heard.at ?? now);
  const told = say(words.progressLabel, marked);
  const over = hasReached(marked.stage, "announced");
  return (
    <Frame
      tools={
        <ConnectionMark
          state={heard.state}
          label={
            heard.state === "offline"
              ? `${words.live.offline} · ${say(words.live.asOf, { time })}`
              : words.live[heard.state]
          }
        />
      }
    >
      <noscript>
        <meta httpEquiv="refresh" content="20" />
        <p>{words.noscript}</p>
      </noscript>
      <PageHead
        above={
          <Crumbs
            label={crumbs.label}
            items={[
              { to: "/", label: crumbs.home },
              { to: `/competitions/${skill.competition.id}`, label: skill.competition.name },
              { to: `/skills/${skill.id}`, label: skill.name },
              { label: skill.openBoard ? terms.finality.live : words.progress },
            ]}
          />
        }
        title={skill.name}
        badges={
          <>
            {board.locked && <Badge>{say(words.locked, board.locked)}</Badge>}
            {skill.openBoard && (
              <Badge tone="amber" shape="bang">
                {terms.finality.live}
              </Badge>
            )}
            <Badge>{say(words.live.asOf, { time })}</Badge>
          </>
        }
        lead={skill.openBoard && words.note}
      />
      {over && (
        <Notice
          tone="celadon"
          live="status"
          actions={<ButtonLink to={`/skills/${skill.id}`}>{words.toSkill}</ButtonLink>}
        >
          {words.over}
        </Notice>
      )}
      <Columns
        asideFirstOnPhone
        aside={
          <Card title={words.progress} lead={say(words.stage, { stage: terms.stage[marked.stage] })}>
            <ProgressBar value={percentOf(marked)} label={told} text={`${percentOf(marked)}%`} />
            <p>{told}</p>
          </Card>
        }
      >
        {board.places.length > 0 ? (
          <Card flush>
            <OpenBoard caption={say(words.title, { skill: skill.name })} board={board} words={words} />
          </Card>
        ) : (
          <NoRows openBoard={skill.openBoard} heard={board.locked !== null} words={words} />
        )}
      </Columns>
    </Frame>
  );
}

/** Why there is no row: the board is closed, nothing is locked yet, or the server has not answered yet. */
function NoRows(props: {
  openBoard: boolean;
  heard: boolean;
  words: Words["open"]["board"] & { live: Words["open"]["live"] };
}) {
  const { openBoard, heard, words } = props;
  if (!openBoard) return <EmptyState title={words.closed}>{words.closedNext}</EmptyState>;
  if (!heard) return <EmptyState title={words.live.connecting}>{words.noneNext}</EmptyState>;
  return <EmptyState title={words.none}>{words.noneNext}</EmptyState>;
}
