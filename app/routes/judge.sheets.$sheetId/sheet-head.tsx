// The identity bar with the line and the server's time; it ticks alone, so that the sheet below does not redraw each second.
import { ConnectionMark, SheetBar } from "#app/kit/index.ts";
import { useTicking } from "#app/live/server-clock.ts";
import type { Marking } from "#app/live/use-marking.ts";
import { dueFact } from "#app/sheet/due-fact.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import type { Sheet } from "#server/marking/load-sheet.ts";
import { say } from "#words/language.ts";
import type { SheetWords } from "./sheet-page.tsx";

export function SheetHead(props: { sheet: Sheet; words: SheetWords; marking: Marking }) {
  const { sheet, words } = props;
  const { connection, pending, panel } = props.marking;
  const now = useTicking();
  return (
    <SheetBar
      codeLabel={words.sheet.code}
      code={sheet.contestant.code}
      facts={[
        { label: words.sheet.skill, value: `${sheet.skill.number} ${sheet.skill.name}` },
        { label: words.sheet.module, value: `${sheet.criterion.id} ${sheet.criterion.name}` },
        ...dueFact(panel, sheet.subcriterion.id, now, words.onTheDay),
        { label: words.sheet.seat, value: say(words.sheet.seatOf, { n: sheet.seat, of: sheet.seats }) },
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
