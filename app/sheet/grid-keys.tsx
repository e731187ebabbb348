// The keys of the grid, said once below it.
import { KeyHint } from "#app/kit/index.ts";
import type { GridWords } from "./grid-rows.ts";

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
