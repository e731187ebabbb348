// The server's time in the browser: live screens never trust the clock of the device they stand on.
import { useEffect, useRef, useState } from "react";
import { useShell } from "#app/frame.tsx";

/** A function that answers the server's time now, measured whenever a page arrives. */
export function useServerClock(): () => Date {
  const { now } = useShell();
  const offset = useRef(0);
  useEffect(() => {
    offset.current = Date.parse(now) - arrivedAt();
    first = false;
  }, [now]);
  return useRef(() => new Date(Date.now() + offset.current)).current;
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

let first = true;

/** When the document itself came in, on the first page of a tab; a later page's data have come just now. */
function arrivedAt(): number {
  const [document] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return first && document ? performance.timeOrigin + document.responseStart : Date.now();
}
