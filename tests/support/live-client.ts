// Browsers of a test: a real HTTP server with the live part, and Socket.IO clients that keep every packet they received.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { apply, type View } from "#domain/live/diff.ts";
import type {
  Audience,
  ClientToServer,
  MarkAck,
  ServerToClient,
  ViewChange,
  WatchAck,
} from "#domain/live/protocol.ts";
import type { Refusal } from "#domain/outcome.ts";
import { openSession } from "../../server/access/sign-in.ts";
import { attachLive } from "../../server/live/attach.ts";
import type { TestHouse } from "./house.ts";
import type { Person } from "./stage.ts";

export type LiveServer = {
  readonly url: string;
  /** A browser of this person, or of somebody who has not signed in; resolves once connected. */
  connect(
    person: Person | null,
    more?: { readonly token?: string; readonly origin?: string },
  ): Promise<LiveClient>;
  close(): Promise<void>;
};

/** The live part on a server of its own; `pages` answers what is no socket. */
export async function openLive(
  at: TestHouse,
  publicUrl?: string,
  pages?: RequestListener,
): Promise<LiveServer> {
  const http = createServer(pages);
  const attached = attachLive(at.house, http, publicUrl);
  await new Promise<void>((done) => void http.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const clients: LiveClient[] = [];
  return {
    url,
    async connect(person, more = {}) {
      const token = more.token ?? (person ? (await openSession(at.house, person.accountId)).token : null);
      const client = await openClient(url, {
        ...(token ? { cookie: `biansai=${token}` } : {}),
        ...(more.origin ? { origin: more.origin } : {}),
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.close();
      await attached.close();
    },
  };
}

/** What packets tell, without the names of chance in them (session ids, fingerprints): any two letters may stand in those. */
export const toldIn = (packets: readonly string[]): string =>
  packets.join("\n").replaceAll(/"(sid|from|to)":"[\w-]*"/g, '"$1":""');

type Followed = { view: View; to: string; seq: number };
export type LiveClient = {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  /** The text of every packet received since the connection was opened, acks included. */
  readonly packets: readonly string[];
  /** How often a step did not follow from what was held, so that the view was fetched again. */
  readonly refetched: () => number;
  watch(audience: Audience, skillId: string): Promise<WatchAck>;
  enter(command: unknown): Promise<MarkAck>;
  /** The view as this client holds it. */
  view(audience: Audience, skillId: string): View;
  /** Resolves when the held view is as the test waits for; the view is passed on each change. */
  until(audience: Audience, skillId: string, holds: (view: View) => boolean): Promise<View>;
  /** The next step of that audience does not arrive. */
  miss(audience: Audience): Promise<ViewChange>;
  /** Resolves with the reason when the server ends this session. */
  readonly ended: Promise<Refusal>;
  readonly disconnected: Promise<string>;
  close(): void;
};

/** Opens a socket; rejects with the error of the handshake. */
export async function openClient(
  url: string,
  extraHeaders: Record<string, string> = {},
): Promise<LiveClient> {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ["websocket"],
    forceNew: true,
    autoConnect: false,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    extraHeaders,
  });
  const packets: string[] = [];
  socket.io.on("open", () => {
    socket.io.engine.on("packet", (packet) => packets.push(String(packet.data ?? "")));
  });
  const held = new Map<string, Followed>();
  const waiting = new Set<() => void>();
  const missing = new Map<Audience, (change: ViewChange) => void>();
  let refetches = 0;
  const tell = (): void => {
    for (const look of [...waiting]) look();
  };
  const fetchView = async (audience: Audience, skillId: string): Promise<WatchAck> => {
    const answer: WatchAck = await socket.emitWithAck("watch", { audience, skillId });
    if (answer.ok) held.set(`${audience}:${skillId}`, { view: answer.view, to: answer.to, seq: answer.seq });
    tell();
    return answer;
  };
  socket.on("view", (change) => {
    const lost = missing.get(change.audience);
    if (lost) {
      missing.delete(change.audience);
      lost(change);
      return;
    }
    const own = held.get(`${change.audience}:${change.skillId}`);
    if (!own || own.to !== change.from) {
      refetches += 1;
      void fetchView(change.audience, change.skillId);
      return;
    }
    held.set(`${change.audience}:${change.skillId}`, {
      view: apply(own.view, change.diff),
      to: change.to,
      seq: change.seq,
    });
    tell();
  });
  const ended = new Promise<Refusal>((done) => void socket.once("ended", done));
  const disconnected = new Promise<string>((done) => void socket.once("disconnect", done));
  await new Promise<void>((done, fail) => {
    const giveUp = (reason: unknown): void => {
      socket.close();
      fail(reason instanceof Error ? reason : new Error(String(reason)));
    };
    socket.once("connect_error", giveUp);
    socket.io.once("close", giveUp);
    socket.once("connect", () => {
      socket.off("connect_error", giveUp);
      socket.io.off("close", giveUp);
      done();
    });
    socket.connect();
  });
  const view = (audience: Audience, skillId: string): View => held.get(`${audience}:${skillId}`)?.view ?? {};
  return {
    socket,
    packets,
    refetched: () => refetches,
    watch: fetchView,
    enter: (command) => socket.emitWithAck("mark:enter", command),
    view,
    until: (audience, skillId, holds) =>
      new Promise((done) => {
        const look = (): void => {
          if (!holds(view(audience, skillId))) return;
          waiting.delete(look);
          done(view(audience, skillId));
        };
        waiting.add(look);
        look();
      }),
    miss: (audience) => new Promise((done) => void missing.set(audience, done)),
    ended,
    disconnected,
    close: () => void socket.close(),
  };
}
