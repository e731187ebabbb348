// The load generator of W3: real Socket.IO clients with the browser's own following of a view, noting when each step arrived.
import { setTimeout as pause } from "node:timers/promises";
import { io } from "socket.io-client";
import { follow } from "#app/live/follow.ts";
import type { LiveSocket } from "#app/live/socket.ts";
import { canonical } from "#domain/ledger/chain.ts";
import type { View } from "#domain/live/diff.ts";
import type { Audience, ViewChange } from "#domain/live/protocol.ts";
import { clockMs } from "../numbers.ts";
import { answerTo } from "../processes.ts";

export type Watching = { readonly audience: Audience; readonly skillId: string };
type Client = Watching & { readonly socket: LiveSocket; view: View | null; whole: number };

const clients: Client[] = [];
const bareSockets: LiveSocket[] = [];
const roomOf = ({ audience, skillId }: Watching): string => `${audience}:${skillId}`;
let arrived = new Map<string, number[]>();
let count = 0;

function note({ audience, skillId, seq }: ViewChange): void {
  const key = `${audience}:${skillId}#${seq}`;
  const known = arrived.get(key);
  if (known) known.push(clockMs());
  else arrived.set(key, [clockMs()]);
  count += 1;
}

async function connect(port: number): Promise<LiveSocket> {
  const socket: LiveSocket = io(`http://127.0.0.1:${port}`, {
    transports: ["websocket"],
    multiplex: false,
    reconnection: false,
  });
  await new Promise<void>((done, failed) => socket.once("connect", done).once("connect_error", failed));
  socket.on("view", note);
  return socket;
}

/** A hundred at a time, so that opening is not itself a storm. */
async function inHundreds<T>(items: readonly T[], each: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += 100)
    await Promise.all(items.slice(from, from + 100).map(each));
}

const acts = {
  watch: (port: number, wanted: readonly Watching[]): Promise<void> =>
    inHundreds(wanted, async ({ audience, skillId }) => {
      const client: Client = { audience, skillId, socket: await connect(port), view: null, whole: 0 };
      clients.push(client);
      await new Promise<void>((done) => {
        const connection = (state: string) => {
          if (state === "live") client.whole += 1;
        };
        const view = (seen: View) => {
          client.view = seen;
          done();
        };
        follow(client.socket, audience, skillId, { view, connection });
      });
    }),
  joinBare: (port: number, wanted: readonly Watching[]): Promise<void> =>
    inHundreds(wanted, async (one) => {
      const socket = await connect(port);
      bareSockets.push(socket);
      await new Promise<void>((done) =>
        (socket as unknown as { emit(...words: unknown[]): void }).emit("join", roomOf(one), done),
      );
    }),
  begin(): void {
    arrived = new Map();
    count = 0;
  },
  /** Waits until as many steps have arrived as must, ten seconds at most; a little longer shows those too many. */
  async settle(expected: number): Promise<void> {
    for (let waited = 0; count < expected && waited < 10_000; waited += 20) await pause(20);
    await pause(50);
  },
  take: () => ({ of: arrived, count }),
  /** The last view of every client, by room and content, and how often a client had to ask for the whole view again. */
  views(): { views: [room: string, view: string, clients: number][]; again: number; open: number } {
    const seen = new Map<string, number>();
    for (const client of clients) {
      const key = `${roomOf(client)}\n${canonical(client.view)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    return {
      views: [...seen].map(([key, n]) => [
        key.slice(0, key.indexOf("\n")),
        key.slice(key.indexOf("\n") + 1),
        n,
      ]),
      again: clients.reduce((sum, client) => sum + client.whole - 1, 0),
      open: clients.filter((client) => client.socket.connected).length,
    };
  },
};
export type SpectatorsLoadActs = typeof acts;

answerTo(acts, async () => {
  for (const socket of [...clients.map((client) => client.socket), ...bareSockets]) socket.disconnect();
});
