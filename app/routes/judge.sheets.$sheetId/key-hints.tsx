// The keys of the sheet, said once at its end; not shown where there is only a thumb. Where nothing is taken, only the way on.
import { KeyHint } from "#app/kit/index.ts";
import { entryOf } from "#app/sheet/entry-of.ts";
import type { Aspect } from "#domain/schemes/aspect.ts";
import type { SheetWords } from "./sheet-page.tsx";

type Hint = readonly [keys: readonly string[], does: string];

/** `aspects`: those that take a mark now. */
export function KeyHints({ aspects, words }: { aspects: readonly Aspect[]; words: SheetWords }) {
  const { sheet } = words;
  const next: Hint = [["N"], sheet.keyNext];
  const hints: Hint[] =
    aspects.length === 0
      ? [next]
      : [
          ...choices(aspects, sheet),
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

function choices(aspects: readonly Aspect[], sheet: SheetWords["sheet"]): Hint[] {
  const ways = aspects.map((aspect) => entryOf(aspect, sheet));
  const looks = new Set(ways.map((way) => (way.by === "choice" ? way.looks : null)));
  const kinds = new Set(aspects.map((aspect) => aspect.kind));
  const met = aspects.some((aspect) => aspect.kind === "measurement" && !aspect.how);
  return [
    ...(looks.has("levels") ? [hint(["0", "1", "2", "3"], sheet.keyLevel)] : []),
    ...(met ? [hint(["1", "0"], sheet.keyMeasure)] : []),
    ...(kinds.has("veto") ? [hint(["1", "0"], sheet.keyVeto)] : []),
    ...(looks.has("marks") ? [hint(["→", "Space"], sheet.keyList)] : []),
    ...(ways.some((way) => way.by === "number" && way.steppers) ? [hint(["+", "−"], sheet.keyStep)] : []),
  ];
}

const hint = (keys: readonly string[], does: string): Hint => [keys, does];
