// Plays a script of instants: each item when it is due, several at once when the process was late.
import { setTimeout as pause } from "node:timers/promises";
import { clockMs } from "../numbers.ts";

/** Items in order of their instants after `startMs`; resolves `lengthMs` after it. */
export async function playOnTime<T extends { readonly atMs: number }>(
  script: readonly T[],
  startMs: number,
  lengthMs: number,
  play: (item: T) => void,
): Promise<void> {
  for (const item of script) {
    const wait = startMs + item.atMs - clockMs();
    if (wait > 0.5) await pause(wait);
    play(item);
  }
  await pause(startMs + lengthMs - clockMs());
}
