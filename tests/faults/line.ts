// The line between devices and server: a TCP proxy on loopback that can be cut at a byte, frozen, deafened and delayed.
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket, connect as tcp } from "node:net";

export type Direction = "up" | "down";
type Way = { readonly to: Socket; last: Promise<void> };
export type Link = {
  /** The device that opened it, from the handshake's address; known from the first bytes on. */
  readonly device: number;
  readonly open: boolean;
  /** Resolves when it is over. */
  readonly ended: Promise<void>;
  /** Ends both halves at once. */
  cut(): void;
  /** Ends both halves when so many more bytes have gone that way. */
  cutAfter(way: Direction, bytes: number): void;
  /** What the server says is no longer passed on. */
  deafen(): void;
  /** Nothing goes either way, and nobody is told; ends with `thaw`, or for the server's half alone with `abandon`. */
  freeze(): void;
  thaw(): void;
  /** Half open: the server's half ends, the device believes itself connected. */
  abandon(): void;
  /** From now on every piece is passed on after up to so many milliseconds, in order. */
  jitter(ms: number, luck: () => number): void;
};
export type Line = {
  readonly url: string;
  /** Where device `n` is led: to the n-th of these, round and round. */
  lead(ports: readonly number[]): void;
  /** The open link of a device, when it has one. */
  linkOf(device: number): Link | undefined;
  close(): Promise<void>;
};

const named = /[?&]device=(\d+)/;

export async function openLine(port = 0): Promise<Line> {
  let ports: readonly number[] = [];
  const links = new Set<Link>();
  const server = createServer({ noDelay: true }, (client) => {
    client.on("error", () => client.destroy());
    client.once("data", (first) => {
      client.pause();
      const device = Number(named.exec(first.toString("latin1"))?.[1] ?? 0);
      const target = ports[device % ports.length];
      if (target === undefined) return void client.destroy();
      const upstream = tcp({ port: target, host: "127.0.0.1", noDelay: true });
      const link = join(client, upstream, device, first);
      links.add(link);
      client.once("close", () => links.delete(link));
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead: (to) => {
      ports = to;
    },
    linkOf: (device) => [...links].reverse().find((link) => link.device === device && link.open),
    async close() {
      server.close();
      for (const link of links) link.cut();
      await once(server, "close");
    },
  };
}

/** Passes bytes on both ways until one half ends. */
function join(client: Socket, upstream: Socket, device: number, first: Buffer): Link {
  const ways: Record<Direction, Way> = {
    up: { to: upstream, last: Promise.resolve() },
    down: { to: client, last: Promise.resolve() },
  };
  const left: Record<Direction, number> = { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY };
  let deaf = false;
  let abandoned = false;
  let delay: (() => Promise<void>) | null = null;
  const cut = (): void => {
    client.destroy();
    upstream.destroy();
  };
  const pass = (way: Direction, bytes: Buffer): void => {
    if (deaf && way === "down") return;
    const piece = bytes.subarray(0, left[way]);
    left[way] -= piece.length;
    if (!ways[way].to.destroyed) ways[way].to.write(piece);
    if (left[way] <= 0) cut();
  };
  const carry = (way: Direction) => (bytes: Buffer) => {
    if (!delay) return pass(way, bytes);
    const own = ways[way].last.then(delay).then(() => pass(way, bytes));
    ways[way].last = own;
  };
  const ended = (): void => {
    if (!abandoned) cut();
  };
  upstream.on("error", ended).on("close", ended).on("data", carry("down"));
  client.on("close", cut).on("data", carry("up"));
  carry("up")(first);
  client.resume();
  return {
    device,
    ended: new Promise((done) => void client.once("close", () => done())),
    get open() {
      return !client.destroyed && !upstream.destroyed;
    },
    cut,
    cutAfter: (way, bytes) => {
      left[way] = Math.max(1, bytes);
    },
    deafen: () => {
      deaf = true;
    },
    freeze: () => {
      client.pause();
      upstream.pause();
    },
    thaw: () => {
      client.resume();
      upstream.resume();
    },
    abandon: () => {
      abandoned = true;
      client.pause();
      upstream.destroy();
    },
    jitter: (ms, luck) => {
      delay = () => new Promise((done) => setTimeout(done, luck() * ms));
    },
  };
}
