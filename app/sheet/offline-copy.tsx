// The quiet line on a page that came from this device and not from the server: since when it may be out of date.
import { useDates } from "#app/dates.ts";
import { useServerClock } from "#app/live/server-clock.ts";
import type { Words } from "#words/index.ts";
import { say } from "#words/language.ts";

/** `drawn`: when the server drew it; null for a fresh page. A copy of another day says which. */
export function OfflineCopy({ drawn, words }: { drawn: string | null; words: Words["judge"] }) {
  const dates = useDates();
  const clock = useServerClock();
  if (!drawn) return null;
  const time = dates.time(drawn).slice(0, 5);
  const today = dates.today(drawn) === dates.today(clock());
  return (
    <p className="offline-copy" role="status">
      {say(words.line.copy, { time: today ? time : `${dates.day(dates.today(drawn))} ${time}` })}
    </p>
  );
}
