// The open board on the hall screen: what is locked, as of when, and that it is not final; longer boards turn with the pages.
import { useDates } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { HallPanel } from "#app/kit/index.ts";
import { useView } from "#app/live/use-view.ts";
import { readBoard } from "#app/skill/board.ts";
import { OpenBoard } from "#app/skill/open-board.tsx";
import { say } from "#words/language.ts";
import type { Loaded } from "./route.tsx";

const mostRows = 9;

export function BoardPanel(props: {
  skill: NonNullable<Loaded["chosen"]>;
  turn: number;
  words: Loaded["words"];
}) {
  const { skill, words } = props;
  const { terms } = useShell();
  const dates = useDates();
  const { view, state, at } = useView("board", skill.id, skill.view);
  const board = readBoard(view);
  const parts = Math.max(1, Math.ceil(board.places.length / mostRows));
  const size = Math.ceil(board.places.length / parts);
  const from = (props.turn % parts) * size;
  return (
    <HallPanel
      title={skill.name}
      mark={terms.finality.live}
      start={board.locked ? say(words.open, board.locked) : words.live[state]}
      end={at && say(words.live.asOf, { time: dates.time(at) })}
    >
      {board.places.length > 0 && (
        <OpenBoard
          caption={say(words.board.title, { skill: skill.name })}
          board={board}
          words={words.board}
          size="hall"
          part={[from, from + size]}
        />
      )}
    </HallPanel>
  );
}
