// This device's hold on a judge's seat: it says that it is there and what it keeps, and hears when another device goes on
// or when the judge is called to another work.
import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useShell } from "#app/frame.tsx";
import { type LiveSocket, liveSocket } from "./socket.ts";

const everyMs = 10_000;
const answerWithinMs = 8_000;
const kept = "biansai-device";

/** The name of this browser on this device, made once; without storage it lasts as long as the page. */
let device: string | undefined;
function thisDevice(): string {
  if (device) return device;
  try {
    device = localStorage.getItem(kept) ?? crypto.randomUUID();
    localStorage.setItem(kept, device);
  } catch {
    device ??= crypto.randomUUID();
  }
  return device;
}

export type Device = {
  /** Since when (ISO) another device of this judge holds the seat; null while this one may mark. */
  readonly elsewhere: string | null;
  readonly takeOver: () => void;
};

/**
 * Holds the seat in a skill while the page is open; `waiting` is how much is kept unsent, null while that is not known yet.
 * Without a line nothing changes: who was marking goes on.
 */
export function useDevice(skillId: string, waiting: number | null): Device {
  const login = useShell().who?.login ?? null;
  const { revalidate } = useRevalidator();
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const latest = useRef({ waiting, ask: (_takeOver: boolean) => {} });
  latest.current.waiting = waiting;
  const known = waiting !== null;

  useEffect(() => {
    if (!login || !known) return;
    let over = false;
    let leave = () => {};
    liveSocket(login).then(
      (socket) => {
        if (!over) leave = hold(socket);
      },
      () => {},
    );
    function hold(socket: LiveSocket): () => void {
      const ask = (takeOver: boolean): void => {
        if (!socket.connected) return;
        const message = { skillId, device: thisDevice(), waiting: latest.current.waiting ?? 0, takeOver };
        socket.timeout(answerWithinMs).emit("hold", message, (late, answer) => {
          if (!over && !late && answer.ok) setElsewhere(answer.held ? null : answer.since);
        });
      };
      const again = () => ask(false);
      const lost = (event: { readonly skillId: string }) => event.skillId === skillId && again();
      latest.current.ask = ask;
      const called = (event: { readonly skillId: string }) => event.skillId === skillId && revalidate();
      socket.on("connect", again).on("taken-over", lost).on("called", called);
      const timer = setInterval(again, everyMs);
      again();
      return () => {
        clearInterval(timer);
        socket.off("connect", again).off("taken-over", lost).off("called", called);
      };
    }
    return () => {
      over = true;
      leave();
    };
  }, [skillId, login, known, revalidate]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of what is kept is told
  useEffect(() => latest.current.ask(false), [waiting]);
  return { elsewhere, takeOver: useCallback(() => latest.current.ask(true), []) };
}
