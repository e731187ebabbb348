// Who has signed a day and who has not; signatures of an earlier content stay readable as what they were.
import { useDates } from "#app/dates.ts";
import { Badge, Card, RowList } from "#app/kit/index.ts";
import type { ShownDay } from "#server/results/read-days.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";
import { SigningBadge } from "./days.tsx";

type Said = Words["judge"]["signing"];

export function DaySignatures({ shown, words }: { shown: ShownDay; words: Said }) {
  const dates = useDates();
  return (
    <Card title={words.signatures}>
      <RowList
        label={words.signatures}
        items={[
          ...shown.signers.map((one) => ({
            key: String(one.seat),
            title: say(words.signedBy, { seat: one.seat, name: one.name }),
            detail: one.signed ? dates.moment(one.signed.at) : words.unsigned,
            value: <SigningBadge state={one.signing} words={words} />,
          })),
          ...shown.earlier.map((one) => ({
            key: `${one.seat}~${one.hash}`,
            title: say(words.signedBy, { seat: one.seat, name: one.name }),
            detail: `${dates.moment(one.at)} · ${say(words.earlier, { hash: one.hash.slice(0, 8) })}`,
            value: <Badge shape="differ">{words.changed}</Badge>,
          })),
        ]}
      />
    </Card>
  );
}
