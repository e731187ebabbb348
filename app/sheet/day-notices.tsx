// What a judge is told on the desk and on every sheet: another device of theirs goes on, and the chief judge's messages.
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, Notice } from "#app/kit/index.ts";
import type { Device } from "#app/live/use-device.ts";
import { shanghaiTime } from "#domain/calendar.ts";
import { messagesIn, type PanelMessage } from "#domain/live/day.ts";
import type { View } from "#domain/live/diff.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["onTheDay"];

/** Two devices of one judge: the later one shows and says so, until a person goes on there. */
export function DeviceNotice({ device, words }: { device: Device; words: Said }) {
  const place = useRef<HTMLDivElement>(null);
  const { elsewhere } = device;
  // The page may stand at an aspect further down, where everything is closed without a word.
  useEffect(() => {
    if (elsewhere !== null) place.current?.scrollIntoView({ block: "center" });
  }, [elsewhere]);
  if (elsewhere === null) return null;
  return (
    <div ref={place}>
      <Notice
        tone="amber"
        live="status"
        title={words.elsewhere}
        actions={<Button onClick={device.takeOver}>{words.takeOver}</Button>}
      >
        {say(words.elsewhereLead, { time: shanghaiTime(new Date(elsewhere)).slice(0, 5) })}
      </Notice>
    </div>
  );
}

/** The messages of the chief judge that this seat has not noted yet. */
export function ChiefMessages(props: { skillId: string; seat: number; panel: View; words: Said }) {
  const { skillId, seat, panel, words } = props;
  const unread = messagesIn(panel).filter((one) => !one.read.includes(seat));
  return unread.map((one) => <Message key={one.id} skillId={skillId} message={one} words={words} />);
}

function Message({ skillId, message, words }: { skillId: string; message: PanelMessage; words: Said }) {
  const noted = useFetcher();
  if (noted.data !== undefined) return null;
  return (
    <Notice
      live="status"
      title={say(words.fromChief, { time: shanghaiTime(new Date(message.at)).slice(0, 5) })}
      actions={
        <noted.Form method="post" action={`/judge/messages/${message.id}`}>
          <input type="hidden" name="skillId" value={skillId} />
          <Button type="submit" pending={noted.state !== "idle"}>
            {words.noted}
          </Button>
        </noted.Form>
      }
    >
      {message.text}
    </Notice>
  );
}
