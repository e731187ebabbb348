// The keys of the sheet, said once at its end; not shown where there is only a thumb. Where nothing is taken, only the way on.
import { KeyHint } from "#app/kit/index.ts";
import type { AspectKind } from "#domain/schemes/aspect.ts";
import type { SheetWords } from "./sheet-page.tsx";

type Hint = readonly [keys: readonly string[], does: string];

/** `kinds`: the aspects that take a mark now. */
export function KeyHints({ kinds, words }: { kinds: ReadonlySet<AspectKind>; words: SheetWords }) {
  const { sheet } = words;
  const next: Hint = [["N"], sheet.keyNext];
  const hints: Hint[] =
    kinds.size === 0
      ? [next]
      : [
          ...(kinds.has("judgement") ? [choose(["0", "1", "2", "3"], sheet.keyLevel)] : []),
          ...(kinds.has("measurement") ? [choose(["1", "0"], sheet.keyMeasure)] : []),
          ...(kinds.has("value") ? [choose(["+", "−"], sheet.keyStep)] : []),
          [["Tab"], sheet.keyWalk],
          [["Del"], sheet.keyClear],
          [["E"], words.evidence.name],
          next,
        ];
  return (
    <ul className="sheet-hints no-print" aria-label={sheet.keys}>
      {hints.map(([keys, does]) => (
        <li key={does}>
          <KeyHint keys={keys} /> {does}
        </li>
      ))}
    </ul>
  );
}

const choose = (keys: readonly string[], does: string): Hint => [keys, does];
