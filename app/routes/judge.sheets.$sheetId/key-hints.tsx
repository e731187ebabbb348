// The keys of the sheet, said once at its end; not shown where there is only a thumb.
import { KeyHint } from "#app/kit/index.ts";
import type { AspectKind } from "#domain/schemes/aspect.ts";
import type { SheetWords } from "./sheet-page.tsx";

export function KeyHints({ kinds, words }: { kinds: ReadonlySet<AspectKind>; words: SheetWords }) {
  const { sheet } = words;
  const hints: [readonly string[], string][] = [
    ...(kinds.has("judgement") ? [choose(["0", "1", "2", "3"], sheet.keyLevel)] : []),
    ...(kinds.has("measurement") ? [choose(["1", "0"], sheet.keyMeasure)] : []),
    [["Tab"], sheet.keyWalk],
    [["Del"], sheet.keyClear],
    [["E"], words.evidence.name],
    [["N"], sheet.keyNext],
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

const choose = (keys: readonly string[], does: string): [readonly string[], string] => [keys, does];
