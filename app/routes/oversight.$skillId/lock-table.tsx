// Locking sub-criteria: what still holds each one is said before anybody asks, by code.
import { Badge, type Column, Confirm, DataTable } from "#app/kit/index.ts";
import type { SubStanding } from "#app/sheet/wall.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { say } from "#words/language.ts";
import type { WallWords } from "./wall-page.tsx";

const named = 3;

export function LockTable({
  subs,
  stage,
  words,
}: {
  subs: readonly SubStanding[];
  stage: Stage;
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
    { key: "done", head: told.done, numeric: true, cell: ({ done, of }) => `${done}/${of}` },
    { key: "state", head: told.state, cell: (one) => <Held one={one} stage={stage} words={words} /> },
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

function Held({ one, stage, words }: { one: SubStanding; stage: Stage; words: WallWords }) {
  const told = words.wall;
  if (one.locked) {
    return (
      <Badge tone="celadon" shape="lock">
        {told.locked}
      </Badge>
    );
  }
  if (one.held.length === 0) return stage === "scoring" ? <LockStep one={one} words={words} /> : null;
  return (
    <>
      {one.held.map(({ why, codes }) => {
        const few = codes.slice(0, named).join(told.comma);
        const said = codes.length > named ? say(told.andMore, { codes: few, n: codes.length }) : few;
        return (
          <Badge key={why} tone={why === "disagree" ? "cinnabar" : why === "awaiting" ? "amber" : "neutral"}>
            {say(told.blockedBy, { codes: said, why: told.why[why] })}
          </Badge>
        );
      })}
    </>
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
