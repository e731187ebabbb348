// The server's time in the browser: live screens never trust the clock of the device they stand on.
import { useEffect, useRef, useState } from "react";
import { useShell } from "#app/frame.tsx";
import { keptAt } from "./kept-copy.ts";

/** A function that answers the server's time now, measured whenever a page arrives. */
export function useServerClock(): () => Date {
  const { now } = useShell();
  useEffect(() => measure(now), [now]);
  return useRef(() => new Date(Date.now() + measured.offset)).current;
}

/** The server's time, told anew every second; the instant of the page itself until then. */
export function useTicking(): Date {
  const { now } = useShell();
  const clock = useServerClock();
  const [shown, setShown] = useState(() => new Date(now));
  useEffect(() => {
    const timer = setInterval(() => setShown(clock()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return shown;
}

let measured = { now: "", offset: 0 };

/**
 * Compares the time in a page's data with when they came in: the document's own arrival (of a kept copy the first one),
 * or just now for a later page.
 */
function measure(now: string): void {
  if (measured.now === now) return;
  const [document] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const first = measured.now === "";
  const arrived =
    (first && keptAt()) || (first && document ? performance.timeOrigin + document.responseStart : Date.now());
  measured = { now, offset: Date.parse(now) - arrived };
}
