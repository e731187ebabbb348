// Locking sub-criteria: what still holds each one is said before anybody asks, by code.
import {
  Actions,
  Badge,
  type Column,
  Confirm,
  DataTable,
  Row,
  SelectField,
  TextAreaField,
} from "#app/kit/index.ts";
import type { SubStanding, WallContestant } from "#app/sheet/wall.ts";
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import { dueIn } from "#domain/live/day.ts";
import type { View } from "#domain/live/diff.ts";
import { say } from "#words/language.ts";
import { DueStep } from "./due-step.tsx";
import type { WallWords } from "./wall-page.tsx";

const named = 3;

export function LockTable({
  subs,
  view,
  stage,
  contestants,
  words,
}: {
  subs: readonly SubStanding[];
  view: View;
  stage: Stage;
  contestants: readonly WallContestant[];
  words: WallWords;
}) {
  const told = words.wall;
  const columns: Column<SubStanding>[] = [
    {
      key: "sub",
      head: told.sub,
      grow: true,
      phone: "title",
      cell: ({ sub }) => `${sub.id} ${sub.name}`,
    },
    {
      key: "due",
      head: words.onTheDay.due,
      nowrap: true,
      cell: ({ sub, locked }) => (
        <DueStep
          sub={sub}
          due={dueIn(view, sub.id)}
          open={!locked && (stage === "drawn" || stage === "scoring")}
          words={words.onTheDay}
        />
      ),
    },
    { key: "done", head: told.done, numeric: true, cell: ({ done, of }) => `${done}/${of}` },
    {
      key: "state",
      head: told.state,
      nowrap: true,
      cell: (one) => <Held one={one} stage={stage} contestants={contestants} words={words} />,
    },
  ];
  return (
    <DataTable
      caption={told.locks}
      columns={columns}
      rows={subs}
      rowKey={({ sub }) => sub.id}
      dense
      stickyHead={false}
    />
  );
}

type Props = { one: SubStanding; stage: Stage; contestants: readonly WallContestant[]; words: WallWords };

function Held({ one, stage, contestants, words }: Props) {
  const told = words.wall;
  if (one.locked) {
    return (
      <Actions>
        <Badge tone="celadon" shape="lock">
          {told.locked}
        </Badge>
        {!hasReached(stage, "signed") && <ReopenStep one={one} contestants={contestants} words={words} />}
      </Actions>
    );
  }
  if (one.held.length === 0) return stage === "scoring" ? <LockStep one={one} words={words} /> : null;
  return (
    <Row>
      {one.held.map(({ why, codes }) => {
        const few = codes.slice(0, named).join(told.comma);
        const said = codes.length > named ? say(told.andMore, { codes: few, n: codes.length }) : few;
        return (
          <Badge
            key={why}
            tone={
              why === "disagree" || why === "differ" ? "cinnabar" : why === "awaiting" ? "amber" : "neutral"
            }
          >
            {say(told.blockedBy, { codes: said, why: told.why[why] })}
          </Badge>
        );
      })}
    </Row>
  );
}

function LockStep({ one, words }: { one: SubStanding; words: WallWords }) {
  const told = words.wall;
  return (
    <Confirm
      trigger={say(told.lockOne, { sub: one.sub.id })}
      triggerSize="small"
      title={say(told.lockTitle, { sub: one.sub.id })}
      value="lock"
      fields={{ subcriterionId: one.sub.id }}
      confirmLabel={told.lockYes}
      cancelLabel={told.cancel}
      danger
    >
      {say(told.lockText, { sub: one.sub.id })}
    </Confirm>
  );
}

function ReopenStep({ one, contestants, words }: Omit<Props, "stage">) {
  const told = words.wall;
  return (
    <Confirm
      trigger={say(told.reopen, { sub: one.sub.id })}
      triggerSize="small"
      triggerVariant="quiet"
      title={say(told.reopenTitle, { sub: one.sub.id })}
      value="reopen"
      fields={{ subcriterionId: one.sub.id }}
      confirmLabel={told.reopenYes}
      cancelLabel={told.cancel}
      inputs={
        <>
          <SelectField
            label={told.reopenWho}
            name="contestantId"
            required
            placeholder={told.choose}
            options={[
              ...contestants
                .filter((each) => each.status === "present")
                .map((each) => ({ value: each.id, label: each.code })),
              { value: "all", label: told.reopenAll },
            ]}
          />
          <TextAreaField
            label={told.reason}
            name="reason"
            hint={told.reopenReasonHint}
            maxLength={400}
            rows={2}
            required
          />
        </>
      }
    >
      {told.reopenText}
    </Confirm>
  );
}
