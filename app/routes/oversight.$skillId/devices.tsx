// The device of every seat: heard of now or since when not, and what it keeps unsent.
import { briefTime } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { Badge, Card, type RowItem, RowList } from "#app/kit/index.ts";
import { deviceIn } from "#domain/live/day.ts";
import type { View } from "#domain/live/diff.ts";
import { say } from "#words/language.ts";
import type { Wall, WallWords } from "./wall-page.tsx";

type Props = { seats: Wall["seats"]; view: View; words: WallWords };

export function Devices({ seats, view, words }: Props) {
  const { now } = useShell();
  const told = words.onTheDay;
  if (seats.length === 0) return null;
  return (
    <Card id="devices" title={told.devices}>
      <RowList
        label={told.devices}
        items={seats.map(({ number, reserve }): RowItem => {
          const device = deviceIn(view, number);
          const waiting = device && device.waiting > 0 ? say(told.waiting, { n: device.waiting }) : undefined;
          return {
            key: String(number),
            title: say(reserve ? told.reserve : told.seat, { n: number }),
            detail: waiting,
            value: !device ? (
              <Badge shape="ring">{told.unheard}</Badge>
            ) : device.state === "online" ? (
              <Badge tone="celadon" shape="dot">
                {told.online}
              </Badge>
            ) : (
              <Badge tone="amber" shape="bang">
                {say(told.offline, { time: briefTime(device.since, now) })}
              </Badge>
            ),
          };
        })}
      />
    </Card>
  );
}

/** Seats whose device has fallen silent with marks on it, for the list of what needs a person. */
export const silentSeats = ({ seats, view, words, now }: Props & { now: Date }): RowItem[] =>
  seats.flatMap(({ number }) => {
    const device = deviceIn(view, number);
    if (device?.state !== "offline" || device.waiting === 0) return [];
    const { offlineWaiting, offlineSeat } = words.onTheDay;
    return [
      {
        title: say(offlineSeat, { n: number }),
        detail: say(offlineWaiting, { time: briefTime(device.since, now), waiting: device.waiting }),
        tone: "cinnabar",
        to: "#devices",
      },
    ];
  });
