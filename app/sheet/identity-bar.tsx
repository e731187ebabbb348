// The identity bar of a sheet or a grid with its time limit, the line and the server's time; it ticks alone, so that what
// stands below it does not redraw each second.
import { ConnectionMark, SheetBar } from "#app/kit/index.ts";
import type { Connection } from "#app/live/follow.ts";
import { useTicking } from "#app/live/server-clock.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import type { View } from "#domain/live/diff.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { dueFact } from "./due-fact.ts";

type Numbered = { readonly number: number; readonly name: string };
type Named = { readonly id: string; readonly name: string };

export function IdentityBar(props: {
  codeLabel: string;
  code: string;
  of: { readonly skill: Numbered; readonly criterion: Named; readonly subcriterion: { readonly id: string } };
  /** What else tells this sheet from another. */
  facts: readonly { readonly label: string; readonly value: string }[];
  marking: { readonly connection: Connection; readonly pending: number; readonly panel: View };
  words: Words["judge"];
}) {
  const { words } = props;
  const { skill, criterion, subcriterion } = props.of;
  const { connection, pending, panel } = props.marking;
  const now = useTicking();
  return (
    <SheetBar
      codeLabel={props.codeLabel}
      code={props.code}
      facts={[
        { label: words.sheet.skill, value: skillTitle(skill) },
        { label: words.sheet.module, value: `${criterion.id} ${criterion.name}` },
        ...dueFact(panel, subcriterion.id, now, words.onTheDay),
        ...props.facts,
      ]}
      connection={
        <ConnectionMark
          state={connection}
          label={words.line[connection]}
          pending={pending > 0 ? say(words.line.pending, { n: pending }) : undefined}
        />
      }
      clock={say(words.line.clock, { time: shanghaiTime(now) })}
    />
  );
}
