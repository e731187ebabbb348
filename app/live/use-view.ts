// Live views in a page: what the server drew first, then what it tells; with the state of the connection and since when.
import { useEffect, useState } from "react";
import { useShell } from "#app/frame.tsx";
import type { View } from "#domain/live/diff.ts";
import type { Audience } from "#domain/live/protocol.ts";
import { type Connection, follow } from "./follow.ts";
import { useServerClock } from "./server-clock.ts";
import { liveSocket } from "./socket.ts";

export type { Connection } from "./follow.ts";

type Views = Readonly<Record<string, View>>;
/** `at` is the server's time (ISO) of the newest thing heard; null before anything was. */
type Heard = { readonly views: Views; readonly state: Connection; readonly at: string | null };

const nothing: Heard = { views: {}, state: "connecting", at: null };

/** One view of a skill: `initial` until the server has answered, then always as it stands there. */
export function useView(audience: Audience, skillId: string, initial: View) {
  const { views, state, at } = useViews(audience, [skillId], { [skillId]: initial });
  return { view: views[skillId] ?? initial, state, at };
}

/** The same view of many skills over one connection, by skill. */
export function useViews(audience: Audience, skillIds: readonly string[], initial: Views): Heard {
  const who = useShell().who?.login ?? null;
  const clock = useServerClock();
  const [heard, setHeard] = useState(nothing);
  const wanted = skillIds.join(" ");
  useEffect(() => {
    let over = false;
    let leave: (() => void)[] = [];
    const ids = wanted === "" ? [] : wanted.split(" ");
    setHeard(nothing);
    const connection = (state: Connection) =>
      setHeard((before) => (before.state === state ? before : { ...before, state }));
    liveSocket(who).then(
      (socket) => {
        if (over) return;
        leave = ids.map((id) =>
          follow(socket, audience, id, {
            connection,
            view: (view) =>
              setHeard((before) => ({
                ...before,
                views: { ...before.views, [id]: view },
                at: clock().toISOString(),
              })),
          }),
        );
      },
      () => connection("offline"),
    );
    return () => {
      over = true;
      for (const one of leave) one();
    };
  }, [audience, wanted, who, clock]);
  return { ...heard, views: { ...initial, ...heard.views } };
}
