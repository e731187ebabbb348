// Beside the standings: the commitment of the draw and the window of the notice.
import type { Words } from "#app/context.ts";
import { useDates } from "#app/dates.ts";
import { Card, Facts } from "#app/kit/index.ts";
import type { DeskView } from "./desk-view.ts";

type Props = { desk: DeskView; words: Words["desk"] };

export function DrawCard({ desk, words }: Props) {
  const dates = useDates();
  const { draw } = desk;
  if (!draw) return null;
  const when = (instant: string | null) => (instant ? dates.moment(instant) : words.notYet);
  return (
    <Card title={words.draw} lead={words.drawLead}>
      <Facts
        plain
        items={[
          { label: words.committedAt, value: when(draw.committedAt) },
          { label: words.drawnAt, value: when(draw.drawnAt) },
          ...(draw.asked && !draw.openedAt ? [{ label: words.askedAt, value: words.asked }] : []),
          { label: words.openedAt, value: when(draw.openedAt) },
          {
            label: words.seedHash,
            value: <code className="break-anywhere">{draw.seedHash}</code>,
            wide: true,
          },
          {
            label: words.entryHash,
            value: <code className="break-anywhere">{draw.entryHash}</code>,
            wide: true,
          },
        ]}
      />
    </Card>
  );
}

export function NoticeCard({ desk, words }: Props) {
  const dates = useDates();
  const { notice } = desk;
  if (!notice) return null;
  return (
    <Card title={words.notice}>
      <Facts
        plain
        items={[
          { label: words.firstDay, value: dates.day(notice.firstDay) },
          { label: words.lastDay, value: dates.day(notice.lastDay) },
          { label: words.closes, value: dates.moment(notice.closesAt), wide: true },
        ]}
      />
    </Card>
  );
}
