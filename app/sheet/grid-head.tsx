// Above a grid the identity bar with the line and the server's time, which ticks alone; below it the keys, said once.
import { ConnectionMark, KeyHint, SheetBar } from "#app/kit/index.ts";
import { useTicking } from "#app/live/server-clock.ts";
import type { Sheets } from "#app/live/use-sheets.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import type { MarkGrid } from "#server/marking/load-grid.ts";
import { say } from "#words/language.ts";
import { dueFact } from "./due-fact.ts";
import type { GridWords } from "./grid-rows.ts";

export function GridHead(props: { grid: MarkGrid; words: GridWords; sheets: Sheets }) {
  const { grid, words } = props;
  const { connection, pending, panel } = props.sheets;
  const now = useTicking();
  return (
    <SheetBar
      codeLabel={words.grid.sub}
      code={grid.subcriterion.id}
      facts={[
        { label: words.sheet.skill, value: `${grid.skill.number} ${grid.skill.name}` },
        { label: words.sheet.module, value: `${grid.criterion.id} ${grid.criterion.name}` },
        grid.seat === null
          ? { label: words.grid.role, value: words.grid.recorder }
          : { label: words.sheet.seat, value: say(words.grid.rowSeat, { n: grid.seat }) },
        ...dueFact(panel, grid.subcriterion.id, now, words.onTheDay),
        { label: words.grid.works, value: String(grid.sheets.length) },
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

export function GridKeys({ words }: { words: GridWords }) {
  const told = words.grid;
  const hints: readonly (readonly [readonly string[], string])[] = [
    [["0–9", "Enter"], told.keyType],
    [["Tab", "←", "→", "↑", "↓"], told.keyWalk],
    [["Del"], told.keyClear],
    [["N"], told.keyNext],
    [["Esc"], told.keyLeave],
  ];
  return (
    <ul className="sheet-hints no-print" aria-label={told.keys}>
      {hints.map(([keys, does]) => (
        <li key={does}>
          <KeyHint keys={keys} /> {does}
        </li>
      ))}
    </ul>
  );
}
