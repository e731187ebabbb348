// Brings the outbox and the socket together, once per tab and login: sends when there is a line, tells what is still here.
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import { placeName } from "#domain/marking/record.ts";
import type { Refusal } from "#domain/outcome.ts";
import type { Connection } from "./follow.ts";
import type { Acknowledged, Intention } from "./intention.ts";
import { type Answered, NotNow, type Outbox, openOutbox } from "./outbox.ts";
import { keepSaved } from "./saved-here.ts";
import { liveSocket } from "./socket.ts";

export type SenderState = {
  readonly intentions: readonly Intention[];
  readonly line: Connection;
  /** Why this page can send no more: signed out, or somebody else signed in here. */
  readonly ended: Refusal | null;
};
export type Sender = {
  readonly outbox: Outbox;
  state(): SenderState;
  /** Called after each change of the state; with the server's answer, when one came. */
  listen(listener: (answered?: Answered) => void): () => void;
  flush(): void;
};

const savedOf = (
  { contestantId, aspectId, seat, round }: MarkEnter,
  { version, value, at }: Acknowledged,
) => ({
  contestantId,
  aspectId: placeName(aspectId, seat),
  round,
  version,
  value,
  at,
});
const answerWithinMs = 8_000;
const tryAgainMs = 4_000;
const signInFirst: Refusal = { code: "access.sign-in-first" };
const senders = new Map<string, Promise<Sender>>();
let current: string | null = null;

/** The sender of this login; the one of a login that was here before sends no more. */
export function senderFor(login: string): Promise<Sender> {
  current = login;
  const known = senders.get(login) ?? startSender(login);
  senders.set(login, known);
  known.catch(() => senders.delete(login));
  return known;
}

async function startSender(login: string): Promise<Sender> {
  const outbox = await openOutbox(login);
  const listeners = new Set<(answered?: Answered) => void>();
  let state: SenderState = { intentions: outbox.all(), line: "connecting", ended: null };
  const become = (next: Partial<SenderState>, answered?: Answered): void => {
    state = { ...state, ...next };
    for (const listener of listeners) listener(answered);
  };
  const reach = liveSocket(login);

  async function send(message: MarkEnter): Promise<MarkAck> {
    const socket = await reach;
    if (!socket.connected || current !== login) throw new Error("no line");
    const ack = await socket
      .timeout(answerWithinMs)
      .emitWithAck("mark:enter", message)
      .catch((late: unknown) => {
        offline();
        throw late;
      });
    // Before it leaves the outbox: a reload without a line finds it in one of the two. Losing this store loses no mark.
    if (ack.ok) await keepSaved(login, savedOf(message, ack)).catch(() => {});
    return ack;
  }
  function flush(): void {
    if (state.line !== "live" || state.ended || current !== login) return;
    outbox.drain(send).catch((error: unknown) => {
      if (error instanceof NotNow && error.refusal.code === signInFirst.code) become({ ended: signInFirst });
    });
  }
  /** The line counts as live only when the session behind the cookie is still this login's. */
  async function connected(): Promise<void> {
    const answer = await fetch("/judge/who");
    const session = (await answer.json()) as { login: string | null };
    become(session.login === login ? { line: "live", ended: null } : { line: "offline", ended: signInFirst });
    flush();
  }
  const offline = (): void => become({ line: "offline" });

  outbox.listen((answered) => become({ intentions: outbox.all() }, answered));
  reach.then((socket) => {
    socket.on("connect", () => void connected().catch(offline));
    socket.on("disconnect", offline);
    socket.on("connect_error", offline);
    socket.on("ended", (refusal) => become({ line: "offline", ended: refusal }));
    const again = () => void (socket.connected && connected().catch(offline));
    // A line that has gone is heard of late: the device knows it at once, and an answer that stays out tells it too.
    window.addEventListener("offline", offline);
    window.addEventListener("online", again);
    again();
    setInterval(() => {
      if (state.line === "offline" && !state.ended && navigator.onLine) again();
      else if (state.intentions.some((one) => one.standing !== "conflict")) flush();
    }, tryAgainMs);
  }, offline);

  return {
    outbox,
    state: () => state,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush,
  };
}
