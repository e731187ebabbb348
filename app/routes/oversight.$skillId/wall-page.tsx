// The page of the wall, kept up to date by the oversight view.
import type { FormProblem } from "#app/form-answer.ts";
import { Frame, useShell } from "#app/frame.tsx";
import {
  Badge,
  ButtonLink,
  Card,
  Columns,
  ConnectionMark,
  Crumbs,
  Notice,
  PageHead,
  WallLegend,
} from "#app/kit/index.ts";
import { useFreshBeside } from "#app/live/use-fresh.ts";
import { useView } from "#app/live/use-view.ts";
import { type Conflicts, ConflictsCard } from "#app/sheet/conflicts.tsx";
import { DaysCard } from "#app/sheet/days.tsx";
import { Reopenings } from "#app/sheet/reopenings.tsx";
import { lockedSubs, readSub, wallStage } from "#app/sheet/wall.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import { hasReached, isCorrectable, skillTitle } from "#domain/competitions/skill.ts";
import { panelsOf } from "#domain/marking/seats.ts";
import type { ShownReopening } from "#server/marking/reopen.ts";
import type { DayLine } from "#server/results/read-days.ts";
import type { WaitingVersion } from "#server/schemes/versions.ts";
import type { Services } from "#server/services.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { Devices } from "./devices.tsx";
import { FloorFigures, type FloorOnWall } from "./floor-figures.tsx";
import { LockTable } from "./lock-table.tsx";
import { draftAbout, Messages, panelAbout } from "./messages.tsx";
import { NeedsPerson, type ShownBatch } from "./needs-person.tsx";
import { Ranks } from "./ranks.tsx";
import { SheetWall } from "./sheet-wall.tsx";
import { CompleteStep, StartStep, StatusStep } from "./steps.tsx";

export type Wall = Awaited<ReturnType<Services["marking"]["readWall"]>>;
export type WallWords = Words["judge"];

export function WallPage({
  wall,
  version,
  batches,
  messageId,
  about,
  reopenings,
  conflicts,
  floor,
  days,
  words,
  refused,
}: {
  wall: Wall;
  /** A version of the scheme that waits to be put into force. */
  version: WaitingVersion | null;
  batches: readonly ShownBatch[];
  /** Of the next message to the panel. */
  messageId: string;
  /** What the next message is to be about: a sheet or a sub-criterion. */
  about: string | null;
  reopenings: readonly ShownReopening[];
  conflicts: Conflicts;
  floor: FloorOnWall;
  days: readonly DayLine[];
  words: WallWords;
  refused: FormProblem | undefined;
}) {
  const { terms } = useShell();
  const { view, state, at } = useView("oversight", wall.skill.id, wall.view);
  useFreshBeside(wall.skill.id, state);
  const told = words.wall;
  const title = skillTitle(wall.skill);
  const stage = wallStage(view);
  const subs = wall.subcriteria.map((sub) => readSub(view, sub, wall.contestants));
  const open = subs.filter((one) => !one.locked).length;
  return (
    <Frame
      wide
      tools={
        <ConnectionMark
          state={state}
          label={
            state === "live" && at
              ? say(words.line.liveAt, { time: shanghaiTime(new Date(at)) })
              : words.line[state]
          }
        />
      }
    >
      <PageHead
        above={
          <Crumbs
            label={words.oversight.path}
            items={[{ to: "/oversight", label: words.oversight.title }, { label: title }]}
          />
        }
        title={title}
        badges={<Badge tone={stage === "scoring" ? "celadon" : "neutral"}>{terms.stage[stage]}</Badge>}
        actions={
          <>
            {wall.contestants.length > 0 && !hasReached(stage, "complete") && (
              <ButtonLink to={`/oversight/${wall.skill.id}/codes`}>{words.codeCards.open}</ButtonLink>
            )}
            {wall.rules.confirm !== "none" && (
              <ButtonLink to={`/oversight/${wall.skill.id}/confirm`}>{told.confirmPage}</ButtonLink>
            )}
            {hasReached(stage, "scoring") && (
              <ButtonLink to={`/oversight/${wall.skill.id}/judges`}>{words.statistics.open}</ButtonLink>
            )}
            {isCorrectable(stage) && (
              <>
                <ButtonLink to={`/oversight/${wall.skill.id}/rulings`}>{words.rulings.open}</ButtonLink>
                <ButtonLink to={`/oversight/${wall.skill.id}/rescoring`}>{words.rescoring.open}</ButtonLink>
              </>
            )}
            {(stage === "drawn" || stage === "scoring") && (
              <StatusStep contestants={wall.contestants} words={words} refused={refused} />
            )}
            {(stage === "set-up" || stage === "drawn") && (
              <StartStep words={words} blocked={stage === "set-up" ? terms.stage[stage] : undefined} />
            )}
            {stage === "scoring" && <CompleteStep words={words} open={open} />}
            {hasReached(stage, "complete") && (
              <ButtonLink to={`/desk/${wall.skill.id}`} variant="primary">
                {told.after}
              </ButtonLink>
            )}
          </>
        }
      />
      {refused && (
        <Notice tone="cinnabar" live="alert" title={told.refused}>
          {refused.message}
        </Notice>
      )}
      <Columns
        first={
          <NeedsPerson
            wall={wall}
            version={version}
            batches={batches}
            view={view}
            subs={subs}
            words={words}
          />
        }
        aside={
          <>
            <Devices seats={wall.seats} view={view} words={words} />
            <Messages
              id={messageId}
              draft={draftAbout(about, { wall, view, subs, words })}
              to={panelAbout(about, wall)}
              panels={panelsOf(wall.rules)}
              seats={wall.seats}
              view={view}
              stage={stage}
              words={words}
              refused={refused}
            />
            <Ranks wall={wall} view={view} words={words} />
            <FloorFigures floor={floor} skillId={wall.skill.id} stage={stage} />
          </>
        }
      >
        <ConflictsCard of={conflicts} words={words.conflict} />
        <WallLegend
          words={told.words}
          label={told.legend}
          states={[
            "confirmed",
            "awaiting",
            "progress",
            "none",
            "disagree",
            ...(wall.rules.confirm === "blind" ? (["differ"] as const) : []),
          ]}
        />
        <SheetWall wall={wall} view={view} subs={subs} words={words} />
        <Card
          id="locks"
          title={told.locks}
          lead={told.locksLead}
          flush
          badges={<Badge>{say(told.lockedOf, { n: lockedSubs(view).length, of: subs.length })}</Badge>}
        >
          <LockTable subs={subs} view={view} stage={stage} contestants={wall.contestants} words={words} />
        </Card>
        <DaysCard skillId={wall.skill.id} from="oversight" days={days} words={words.signing} />
        <Reopenings rows={reopenings} words={words.reopenings} />
      </Columns>
    </Frame>
  );
}
