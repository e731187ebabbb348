// What a judge is told on the desk and on every sheet: another device of theirs goes on, and the chief judge's messages.
import { type FormEvent, useEffect, useRef, useState } from "react";
import { briefTime } from "#app/dates.ts";
import { useShell } from "#app/frame.tsx";
import { Button, Notice } from "#app/kit/index.ts";
import type { Device } from "#app/live/use-device.ts";
import { messagesIn, type PanelMessage } from "#domain/live/day.ts";
import type { View } from "#domain/live/diff.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

type Said = Words["judge"]["onTheDay"];

/** Two devices of one judge: the later one shows and says so, until a person goes on there. */
export function DeviceNotice({ device, words }: { device: Device; words: Said }) {
  const place = useRef<HTMLDivElement>(null);
  const { elsewhere } = device;
  const { now } = useShell();
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
        {say(words.elsewhereLead, { time: briefTime(elsewhere, now) })}
      </Notice>
    </div>
  );
}

/** The place of a skill's messages on the page; nothing is there once all are noted. */
export const unreadOf = (skillId: string): string => `unread-${skillId}`;

/** The messages of the chief judge that this seat has not noted yet. */
export function ChiefMessages(props: { skillId: string; seat: number; panel: View; words: Said }) {
  const { skillId, seat, panel, words } = props;
  const unread = messagesIn(panel).filter((one) => !one.read.includes(seat));
  if (unread.length === 0) return null;
  return (
    <div id={unreadOf(skillId)} className="stack tight">
      {unread.map((one) => (
        <Message key={one.id} skillId={skillId} message={one} words={words} />
      ))}
    </div>
  );
}

/** Noted by a post of its own: without a line it stays, and so does the sheet below it. */
function Message({ skillId, message, words }: { skillId: string; message: PanelMessage; words: Said }) {
  const { now, path } = useShell();
  const [step, setStep] = useState<"shown" | "sending" | "noted">("shown");
  const action = `/judge/messages/${message.id}`;
  const note = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setStep("sending");
    const body = new FormData(event.currentTarget);
    const headers = { Accept: "application/json" };
    const answer = await fetch(action, { method: "POST", body, headers }).catch(() => null);
    setStep(answer?.ok ? "noted" : "shown");
  };
  if (step === "noted") return null;
  return (
    <Notice
      live="status"
      title={say(words.fromChief, { time: briefTime(message.at, now) })}
      actions={
        <form method="post" action={action} onSubmit={(event) => void note(event)}>
          <input type="hidden" name="skillId" value={skillId} />
          <input type="hidden" name="to" value={path} />
          <Button type="submit" pending={step === "sending"}>
            {words.noted}
          </Button>
        </form>
      }
    >
      {message.text}
    </Notice>
  );
}
