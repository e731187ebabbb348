// Following one view over the socket: the whole view once, then its steps; after any gap the whole view again.
import { apply, type View } from "#domain/live/diff.ts";
import type { Audience, ViewChange } from "#domain/live/protocol.ts";
import type { LiveSocket } from "./socket.ts";

export type Connection = "connecting" | "live" | "offline";
export type Listener = {
  readonly view: (view: View) => void;
  readonly connection: (state: Connection) => void;
};

const answerWithinMs = 8000;
const askAgainAfterMs = 4000;
const followers = new Map<string, number>();

/** Keeps `listener` told until the returned function is called. */
export function follow(
  socket: LiveSocket,
  audience: Audience,
  skillId: string,
  listener: Listener,
): () => void {
  const wanted = { audience, skillId };
  let current: { readonly fingerprint: string; readonly view: View } | null = null;
  let asked = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  function ask(): void {
    const turn = ++asked;
    current = null;
    clearTimeout(again);
    socket.timeout(answerWithinMs).emit("watch", wanted, (late, answer) => {
      if (turn !== asked) return;
      if (late || !answer.ok) {
        listener.connection("offline");
        again = setTimeout(() => socket.connected && ask(), askAgainAfterMs);
        return;
      }
      current = { fingerprint: answer.to, view: answer.view };
      listener.connection("live");
      listener.view(answer.view);
    });
  }

  function changed(change: ViewChange): void {
    if (change.audience !== audience || change.skillId !== skillId || current === null) return;
    if (change.from !== current.fingerprint) {
      ask();
      return;
    }
    current = { fingerprint: change.to, view: apply(current.view, change.diff) };
    listener.view(current.view);
  }

  /** A judge who is called to another seat may mark more from now on. */
  const called = (to: { readonly skillId: string }): void => {
    if (to.skillId === skillId && audience === "panel" && socket.connected) ask();
  };
  const lost = () => listener.connection("connecting");
  const failed = () => listener.connection("offline");
  socket.on("connect", ask);
  socket.on("view", changed);
  socket.on("called", called);
  socket.on("disconnect", lost);
  socket.on("connect_error", failed);
  count(wanted, 1);
  if (socket.connected) ask();

  return () => {
    asked = -1;
    clearTimeout(again);
    socket.off("connect", ask).off("view", changed).off("called", called);
    socket.off("disconnect", lost).off("connect_error", failed);
    if (count(wanted, -1) === 0) socket.emit("unwatch", wanted);
  };
}

/** Two parts of a page may follow the same view; only the last one that leaves says unwatch. */
function count({ audience, skillId }: { audience: Audience; skillId: string }, by: 1 | -1): number {
  const key = `${audience}:${skillId}`;
  const left = (followers.get(key) ?? 0) + by;
  followers.set(key, left);
  return left;
}
