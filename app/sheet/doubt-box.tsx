// A mark that looks like a slip: asked about before it is kept. A reason by one key, one tap or in own words keeps it.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button, Notice } from "#app/kit/index.ts";
import type { DoubtfulEntry } from "#app/live/use-sheets.ts";
import { longestReason } from "#domain/marking/doubts.ts";
import { hasWords } from "#domain/told.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

export function DoubtBox(props: {
  entry: DoubtfulEntry;
  onKeep: (reason: string) => void;
  onCorrect: () => void;
  words: Words["judge"];
}) {
  const { entry, onKeep, onCorrect } = props;
  const told = props.words.onTheDay.doubt;
  const [own, setOwn] = useState("");
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    first.current?.querySelector("button")?.focus({ preventScroll: true });
    first.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement;
    const reason = typing ? undefined : told.reasons[Number(event.key) - 1];
    if (event.key === "Escape") onCorrect();
    else if (typing && event.key === "Enter" && hasWords(own)) onKeep(own.trim());
    else if (reason) onKeep(reason);
    else if (!typing && !/^(\d|Delete|Backspace)$/.test(event.key)) return;
    else {
      // A digit that is no reason must not mark the aspect behind the question.
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are short cuts of the buttons inside
    <div className="doubt" onKeyDown={onKeyDown} ref={first}>
      <Notice
        tone="amber"
        live="alert"
        title={say(told[entry.doubt.kind], { usual: entry.doubt.usual, typed: entry.value })}
        actions={
          <>
            {told.reasons.map((reason, index) => (
              <Button key={reason} onClick={() => onKeep(reason)}>
                {index + 1} {reason}
              </Button>
            ))}
            <Button onClick={onCorrect} variant="quiet">
              {told.correct}
            </Button>
            <input
              type="text"
              className="input"
              aria-label={told.other}
              placeholder={told.other}
              maxLength={longestReason}
              value={own}
              onChange={(event) => setOwn(event.target.value)}
            />
            {hasWords(own) && (
              <Button onClick={() => onKeep(own.trim())}>{say(told.keep, { typed: entry.value })}</Button>
            )}
          </>
        }
      >
        {told.lead}
      </Notice>
    </div>
  );
}
