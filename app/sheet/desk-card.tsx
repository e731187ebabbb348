// One seat's desk: progress, the way on, and every sheet as a cell of a wall that is kept up to date by the panel's view.
import { useShell } from "#app/frame.tsx";
import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  ConnectionMark,
  Notice,
  ProgressBar,
  type WallCell,
  WallGrid,
  WallLegend,
} from "#app/kit/index.ts";
import { useDevice } from "#app/live/use-device.ts";
import { useFreshAfter } from "#app/live/use-fresh.ts";
import { useOutbox } from "#app/live/use-outbox.ts";
import { useView } from "#app/live/use-view.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import { type Stage, skillTitle } from "#domain/competitions/skill.ts";
import type { View } from "#domain/live/diff.ts";
import { sheetId } from "#domain/marking/lock.ts";
import type { Desk } from "#server/marking/load-sheet.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { ChiefMessages, DeviceNotice } from "./day-notices.tsx";
import { type DayToSign, OwnDays } from "./days.tsx";
import { drawnFor, isAhead, isLocked, outStatus, sheetStanding, stageOf } from "./panel.ts";
import type { NextWork } from "./seats.ts";

type Props = {
  desk: Desk;
  next: NextWork | null;
  days: readonly DayToSign[];
  words: Words["judge"];
  primary: boolean;
};

export function DeskCard({ desk, next, days, words, primary }: Props) {
  const { terms } = useShell();
  const { view, state, at } = useView("panel", desk.skill.id, desk.panel);
  const { sender, intentions } = useOutbox();
  const kept = intentions.filter((one) => one.skillId === desk.skill.id).length;
  const device = useDevice(desk.skill.id, sender ? kept : null);
  // The days are no part of the panel's view: a lock or a reopening tells that they have moved.
  const moved = days.length > 0 ? [view["locked"], view["reopened"], view["stage"]] : [];
  useFreshAfter(JSON.stringify([...drawnFor(view), ...moved]));
  const told = words.desk;
  const stage = stageOf(view) as Stage;
  const present = desk.contestants.filter((one) => outStatus(view, one.id) === null);
  const standings = present.flatMap((one) =>
    desk.subcriteria
      .filter((sub) => !isAhead(view, one.id, sub.id))
      .map((sub) => sheetStanding(view, one.id, sub.aspects)),
  );
  const done = standings.reduce((sum, one) => sum + one.agreed, 0);
  const of = standings.reduce((sum, one) => sum + one.of, 0);
  const disagreeing = standings.reduce((sum, one) => sum + one.disagreeing, 0);
  return (
    <Card
      title={skillTitle(desk.skill)}
      badges={
        <>
          <Badge>{say(told.seat, { n: desk.seat })}</Badge>
          <Badge
            tone={stage === "scoring" ? "celadon" : "neutral"}
            shape={stage === "scoring" ? "dot" : undefined}
          >
            {terms.stage[stage]}
          </Badge>
        </>
      }
      actions={
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
      <DeviceNotice device={device} words={words.onTheDay} />
      <ChiefMessages skillId={desk.skill.id} seat={desk.seat} panel={view} words={words.onTheDay} />
      {of > 0 && (
        <ProgressBar
          value={done}
          max={of}
          label={told.progress}
          text={say(told.progressText, { done, of })}
        />
      )}
      {desk.avoided.length > 0 && (
        <Notice
          title={say(words.conflict.avoided, {
            codes: desk.avoided.map((one) => one.code).join(words.wall.comma),
          })}
        />
      )}
      <OwnDays skillId={desk.skill.id} days={days} words={words.signing} />
      <DeskState stage={stage} next={next} words={words} open={disagreeing > 0} />
      <Actions>
        {stage === "scoring" && (next || disagreeing > 0) && (
          <ButtonLink
            to={`/judge/next?skill=${desk.skill.id}`}
            variant={primary ? "primary" : "secondary"}
            size="large"
          >
            {next ? say(told.nextTo, { code: next.code, sub: next.subcriterion }) : told.next}
          </ButtonLink>
        )}
        {desk.contestants.length > 1 && desk.subcriteria[0] && (
          <ButtonLink to={`/judge/panels/${desk.skill.id}/${next?.subcriterion ?? desk.subcriteria[0].id}`}>
            {words.grid.toGrid}
          </ButtonLink>
        )}
        {desk.contestants.length > 0 && (
          <ButtonLink to={`/judge/skills/${desk.skill.id}/print`}>{told.print}</ButtonLink>
        )}
      </Actions>
      {desk.contestants.length > 0 && desk.subcriteria.length > 0 && (
        <Wall desk={desk} view={view} words={words} />
      )}
    </Card>
  );
}

function DeskState({
  stage,
  next,
  words,
  open,
}: Pick<Props, "next" | "words"> & { stage: Stage; open: boolean }) {
  const { desk } = words;
  if (stage === "set-up" || stage === "drawn")
    return <Notice title={desk.notOpen}>{desk.notOpenLead}</Notice>;
  if (stage !== "scoring") return <Notice title={desk.over}>{desk.overLead}</Notice>;
  if (next || open) return null;
  return (
    <Notice tone="celadon" title={desk.done}>
      {desk.doneLead}
    </Notice>
  );
}

function Wall({ desk, view, words }: { desk: Desk; view: View; words: Words["judge"] }) {
  const { terms } = useShell();
  const told = words.desk;
  const open = desk.subcriteria.filter((sub) =>
    desk.contestants.some((one) => !isAhead(view, one.id, sub.id)),
  );
  const rows = open.map((sub) => {
    const locked = desk.contestants.every((one) => isLocked(view, one.id, sub.id));
    const cells = desk.contestants.map((one): WallCell => {
      const out = outStatus(view, one.id) as keyof typeof terms.contestantStatus | null;
      if (isAhead(view, one.id, sub.id)) {
        return { state: "none", label: say(told.cell, { sub: sub.id, code: one.code, state: told.ahead }) };
      }
      const standing = sheetStanding(view, one.id, sub.aspects);
      const state = out ? "none" : stateOf(standing);
      const percent = Math.floor((standing.agreed / Math.max(standing.of, 1)) * 100);
      const word = out
        ? say(told.out, { status: terms.contestantStatus[out] })
        : isLocked(view, one.id, sub.id)
          ? told.locked
          : state === "progress"
            ? say(told.progressText, { done: standing.agreed, of: standing.of })
            : told.states[state];
      const label = say(told.cell, { sub: sub.id, code: one.code, state: word });
      return {
        state,
        percent: state === "progress" ? percent : undefined,
        to: `/judge/sheets/${sheetId(one.id, sub.id)}`,
        label,
      };
    });
    const finished = cells.filter((cell) => cell.state === "confirmed").length;
    return {
      key: sub.id,
      code: sub.id,
      name: sub.name,
      cells,
      done: locked
        ? told.locked
        : `${finished}/${desk.contestants.filter((one) => !isAhead(view, one.id, sub.id)).length}`,
    };
  });
  return (
    <>
      <WallGrid
        caption={told.wall}
        corner={told.corner}
        columns={desk.contestants.map((one) => ({ key: one.id, label: one.code }))}
        rows={rows}
        doneHead={told.doneHead}
        words={told.states}
      />
      <WallLegend
        words={told.states}
        states={["confirmed", "progress", "none", "disagree"]}
        label={told.wall}
      />
    </>
  );
}

function stateOf({
  agreed,
  of,
  disagreeing,
  begun,
}: ReturnType<typeof sheetStanding>): "confirmed" | "progress" | "none" | "disagree" {
  if (disagreeing > 0) return "disagree";
  if (agreed === of) return "confirmed";
  return begun ? "progress" : "none";
}
