// The outbox in a page: what is still on this device, how the line stands, and the two ways to decide a conflict.
import { useEffect, useState } from "react";
import { useShell } from "#app/frame.tsx";
import type { Answered } from "./outbox.ts";
import { type Sender, type SenderState, senderFor } from "./sender.ts";

const nothing: SenderState = { intentions: [], line: "connecting", ended: null };

/** `sender` is null until the outbox is open, and stays null where this browser cannot store: then forms post themselves. */
export function useOutbox(onAnswer?: (answered: Answered) => void) {
  const login = useShell().who?.login ?? null;
  const [sender, setSender] = useState<Sender | null>(null);
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (!login) return;
    let over = false;
    let leave = () => {};
    senderFor(login).then(
      (opened) => {
        if (over) return;
        setSender(opened);
        setState(opened.state());
        leave = opened.listen((answered) => {
          setState(opened.state());
          if (answered) onAnswer?.(answered);
        });
      },
      () => {},
    );
    return () => {
      over = true;
      leave();
    };
  }, [login, onAnswer]);
  return { sender, ...state };
}
