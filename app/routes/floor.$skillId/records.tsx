// The records of the floor, newest first: what, about whom, who wrote it; the withdrawn ones stay with the reason.
import { useDates } from "#app/dates.ts";
import { penaltySaid } from "#app/floor/record-words.ts";
import { Actions, Badge, ButtonLink, Card, EmptyState, type ShapeName, type Tone } from "#app/kit/index.ts";
import type { RecordKind } from "#domain/floor/record.ts";
import { say } from "#words/language.ts";
import type { FloorPage } from "./route.tsx";
import { TakeBack } from "./take-back.tsx";

const looks: Readonly<Record<RecordKind, { tone: Tone; shape: ShapeName }>> = {
  incident: { tone: "neutral", shape: "dot" },
  violation: { tone: "cinnabar", shape: "bang" },
  compensation: { tone: "amber", shape: "clock" },
};

export function Records(page: FloorPage) {
  const { floor, words } = page;
  const { records, open, skill } = floor;
  return (
    <>
      <Actions>
        {open.records && (
          <ButtonLink to={`/floor/${skill.id}/record`} variant="primary" size="large">
            {words.recordSkill}
          </ButtonLink>
        )}
        <ButtonLink to={`/floor/${skill.id}/report`} size="large">
          {words.report.open}
        </ButtonLink>
      </Actions>
      {records.length === 0 && <EmptyState title={words.noRecords}>{words.noRecordsText}</EmptyState>}
      {records.map((one) => (
        <RecordCard key={one.id} {...page} one={one} />
      ))}
    </>
  );
}

type Kept = FloorPage["floor"]["records"][number];

function RecordCard({ one, floor, words }: FloorPage & { one: Kept }) {
  const dates = useDates();
  const { tone, shape } = looks[one.kind];
  const { withdrawal, whom } = one;
  const mayWithdraw = one.kind === "violation" ? floor.open.violations : floor.open.records;
  return (
    <Card
      title={whom ? `${whom.number} ${whom.name}` : words.wholeSkill}
      lead={say(words.at, { time: dates.moment(one.at), by: one.by })}
      badges={
        <>
          <Badge tone={withdrawal ? "neutral" : tone} shape={shape}>
            {words.kind[one.kind]}
          </Badge>
          {withdrawal && <Badge shape="cross">{words.withdrawn}</Badge>}
        </>
      }
    >
      <RecordBody one={one} words={words} />
      {withdrawal && (
        <p>
          {say(words.withdrawnSaid, {
            time: dates.moment(withdrawal.at),
            by: withdrawal.by,
            reason: withdrawal.reason,
          })}
        </p>
      )}
      {!withdrawal && mayWithdraw && <Withdraw one={one} here={`/floor/${floor.skill.id}`} words={words} />}
    </Card>
  );
}

function RecordBody({ one, words }: { one: Kept; words: FloorPage["words"] }) {
  const body = (
    <>
      {one.minutes !== null && (
        <p>
          <strong>{say(words.minutesSaid, { n: one.minutes })}</strong>
        </p>
      )}
      {one.penalty && (
        <p>
          <strong>{penaltySaid(one.penalty, words)}</strong>
        </p>
      )}
      <p className="told">{one.text}</p>
    </>
  );
  return one.withdrawal ? <del className="withdrawn">{body}</del> : body;
}

function Withdraw({ one, here, words }: { one: Kept; here: string; words: FloorPage["words"] }) {
  return (
    <Actions>
      <TakeBack
        trigger={words.withdraw}
        title={words.withdrawTitle}
        action={`${here}?view=records`}
        intent="withdraw"
        fields={{ recordId: one.id }}
        yes={words.withdrawYes}
        words={words}
      >
        {words.withdrawText}
      </TakeBack>
    </Actions>
  );
}
