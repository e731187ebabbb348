// The open board as rows: who stands where, and who moved when the latest sub-criterion was locked.
import { useRef } from "react";
import type { Words } from "#app/context.ts";
import { useShell } from "#app/frame.tsx";
import { type BoardRow, BoardTable } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import type { Board, Place } from "./board.ts";

type BoardWords = Words["open"]["board"];

export function OpenBoard(props: {
  caption: string;
  board: Board;
  words: BoardWords;
  size?: "page" | "hall";
  /** Only these places, by position; for a screen that pages. */
  part?: readonly [from: number, to: number];
}) {
  const { board, words } = props;
  const { terms } = useShell();
  const moves = useMoves(board);
  const rows = board.places.map((place): BoardRow => {
    const move = moves.get(place.code) ?? 0;
    return {
      key: place.code,
      rank: place.rank === null ? "—" : String(place.rank),
      code: place.code,
      total: place.total,
      move,
      moveLabel: say(move > 0 ? words.up : words.down, { n: Math.abs(move) }),
      note: place.rank === null ? terms.standing[place.status] : undefined,
    };
  });
  return (
    <BoardTable
      caption={props.caption}
      size={props.size}
      heads={{ rank: words.rank, who: words.who, total: words.total, move: words.move }}
      rows={props.part ? rows.slice(...props.part) : rows}
    />
  );
}

type Moves = ReadonlyMap<string, number>;

/** Places gained since the lock before this one; nobody has moved at the first. */
function useMoves(board: Board): Moves {
  const known = useRef<{ done: number; places: readonly Place[]; moves: Moves }>({
    done: 0,
    places: [],
    moves: new Map(),
  });
  const done = board.locked?.done ?? 0;
  if (done !== known.current.done) {
    const before = new Map(known.current.places.map((place) => [place.code, place.rank]));
    const moves = new Map(
      board.places.map(({ code, rank }) => [code, (before.get(code) ?? rank ?? 0) - (rank ?? 0)]),
    );
    known.current = { done, places: board.places, moves };
  }
  known.current.places = board.places;
  return known.current.moves;
}
