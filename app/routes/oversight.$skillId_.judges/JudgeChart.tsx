// Where each judge stands between strict and lenient, with the middle half of the differences as a line.
import { AgreementDots } from "#app/charts/index.ts";
import { Card } from "#app/kit/index.ts";
import { say } from "#words/language.ts";
import { inWords, seatOf, signed } from "./figures.ts";
import type { Loaded } from "./route.tsx";

type Props = { rows: Loaded["statistics"]["rows"]; words: Loaded["words"] };

/** Percent of the scale drawn at least to either side. */
const leastExtent = 20;

export function JudgeChart({ rows, words }: Props) {
  const drawn = rows.flatMap(({ seatId, severity, middle, ...row }) =>
    severity === null || middle === null
      ? []
      : [
          {
            key: seatId,
            label: seatOf(row, words),
            mean: Number(severity),
            low: Number(middle.low),
            high: Number(middle.high),
            flagged: row.apart,
            flagLabel: words.apart,
            said: say(words.stands, { judge: seatOf(row, words), severity: inWords(severity, words) }),
          },
        ],
  );
  if (drawn.length === 0) return null;
  const extent = Math.max(
    leastExtent,
    ...drawn.flatMap(({ mean, low, high }) => [mean, low, high].map(Math.abs)),
  );
  return (
    <Card>
      <AgreementDots
        title={words.chart}
        description={drawn.map((row) => row.said).join(words.semicolon)}
        rows={drawn}
        extent={extent}
        lowLabel={say(words.strict, { percent: signed(String(-Math.ceil(extent))) })}
        zeroLabel="0"
        highLabel={say(words.lenient, { percent: signed(String(Math.ceil(extent))) })}
        note={words.chartNote}
      />
    </Card>
  );
}
