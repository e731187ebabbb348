// A judge's device: a socket that sends an intention under the same id until it is answered, and follows the panel's view
// with the page's own code. Thrown away and opened again, it knows what its outbox log holds and nothing else.
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { io } from "socket.io-client";
import { follow } from "#app/live/follow.ts";
import { isPassing } from "#app/live/intention.ts";
import type { LiveSocket } from "#app/live/socket.ts";
import type { View } from "#domain/live/diff.ts";
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import { cellOf, type OutboxLog, openLog } from "./outbox-log.ts";

export type Wanted = Pick<MarkEnter, "contestantId" | "aspectId" | "value">;
export type Post = {
  readonly url: string;
  readonly n: number;
  readonly token: string;
  readonly skillId: string;
  readonly logFile: string;
};
export type Device = {
  readonly n: number;
  readonly log: OutboxLog;
  /** The intention as a message, kept on the disk; `version` is what the judge has seen in the cell. */
  intend(wanted: Wanted, version?: number): MarkEnter;
  /** One try; rejects when no answer comes. */
  ask(command: MarkEnter): Promise<MarkAck>;
  /** Sends until it is answered for good, and keeps the answer. Rejects when the device is thrown away meanwhile. */
  deliver(command: MarkEnter): Promise<MarkAck>;
  /** Keeps an answer on the disk, and the version it tells. */
  keep(command: MarkEnter, ack: MarkAck): void;
  /** How often an intention was sent again. */
  readonly resent: number;
  /** Whether the panel's view becomes this within that time. */
  shows(view: View, withinMs: number): Promise<boolean>;
  throwAway(): void;
};

const answerWithinMs = 8_000;
const overloadedMs = 50;

export class ThrownAway extends Error {}

export function openDevice(post: Post): Device {
  const log = openLog(post.logFile);
  const socket: LiveSocket = io(post.url, {
    transports: ["websocket"],
    forceNew: true,
    query: { device: String(post.n) },
    extraHeaders: { cookie: `biansai=${post.token}` },
    reconnectionDelay: 50,
    reconnectionDelayMax: 400,
  });
  let view: View = {};
  let resent = 0;
  const looking = new Set<() => void>();
  const leave = follow(socket, "panel", post.skillId, {
    connection: () => undefined,
    view: (next) => {
      view = next;
      for (const look of looking) look();
    },
  });
  let giveUp: (error: Error) => void = () => undefined;
  const gone = new Promise<never>((_, fail) => {
    giveUp = fail;
  });
  gone.catch(() => undefined);
  const versions = new Map<string, number>();
  const connected = (): Promise<void> =>
    socket.connected ? Promise.resolve() : new Promise((done) => void socket.once("connect", () => done()));
  const ask = (command: MarkEnter): Promise<MarkAck> =>
    socket.timeout(answerWithinMs).emitWithAck("mark:enter", command);

  const learn = (command: MarkEnter, ack: MarkAck | null): void => {
    const cell = cellOf(command);
    if (ack?.ok) versions.set(cell, Math.max(versions.get(cell) ?? 0, ack.version));
  };
  for (const { command, ack } of log.entries) learn(command, ack);
  const keep = (command: MarkEnter, ack: MarkAck): void => {
    log.answered(command.requestId, ack);
    learn(command, ack);
  };

  return {
    n: post.n,
    log,
    keep,
    get resent() {
      return resent;
    },
    intend(wanted, version = versions.get(cellOf(wanted)) ?? 0) {
      const command = { requestId: randomUUID(), ...wanted, round: 1, expectedVersion: version };
      log.intend(command);
      return command;
    },
    ask,
    async deliver(command) {
      for (let tries = 0; ; tries += 1) {
        await Promise.race([connected(), gone]);
        if (tries > 0) resent += 1;
        const ack = await Promise.race([ask(command).catch(() => null), gone]);
        if (ack && (ack.ok || !isPassing(ack.refusal))) {
          keep(command, ack);
          return ack;
        }
        if (ack) await new Promise((done) => setTimeout(done, overloadedMs));
      }
    },
    shows: (wanted, withinMs) =>
      new Promise((done) => {
        const tell = (is: boolean): void => {
          clearTimeout(late);
          looking.delete(look);
          done(is);
        };
        const look = (): void => {
          if (isDeepStrictEqual(view, wanted)) tell(true);
        };
        const late = setTimeout(() => tell(false), withinMs);
        looking.add(look);
        look();
      }),
    throwAway() {
      giveUp(new ThrownAway());
      leave();
      socket.close();
    },
  };
}
