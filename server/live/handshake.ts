// Who is on the other end of a socket: the same session cookie as HTTP, and no foreign origin.
import type { IncomingMessage } from "node:http";
import { parse } from "node:querystring";
import type { TLSSocket } from "node:tls";
import type { Socket, Server as SocketServer } from "socket.io";
import type { ClientToServer, ServerToClient } from "#domain/live/protocol.ts";
import { type Actor, sessionEnd, whoIs } from "../access/actor.ts";
import type { House } from "../house.ts";

export type SocketData = { token: string | null; actor: Actor | null };
export type Live = SocketServer<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** The session token in a Cookie header: the __Host- cookie, or the loopback one. */
export function sessionToken(cookies: string | undefined): string | null {
  const jar = parse(cookies ?? "", "; ");
  const token = jar["__Host-biansai"] ?? jar.biansai;
  return typeof token === "string" && token !== "" ? token : null;
}

/**
 * A browser names the page's origin; it must be this host (or the public one behind a proxy). Programs send none.
 * Over HTTPS of our own a plain page of the same host is another origin: anybody on the network may have written it.
 */
export function isOwnOrigin(
  request: Pick<IncomingMessage, "headers" | "socket">,
  publicUrl: string | undefined,
): boolean {
  const { origin, host } = request.headers;
  if (!origin) return true;
  if (publicUrl && origin === new URL(publicUrl).origin) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return (
    from.host === host && (from.protocol === "https:" || !(request.socket as Partial<TLSSocket>).encrypted)
  );
}

/** Longest delay of a timer, ms; a session that lives longer is asked again then. */
const longestDelay = 2 ** 31 - 1;

/** Ends a socket with its session: what HTTP no longer answers, a line opened before does not either. */
async function endWithSession(house: House, socket: LiveSocket): Promise<void> {
  // Without a session, or with one that is over, the socket is the public's from the start.
  if (socket.data.actor === null) return;
  const endsAt = await sessionEnd(house, socket.data.token);
  if (endsAt === null) return;
  const left = Math.min(longestDelay, endsAt.getTime() - house.clock.wall().getTime());
  const timer = setTimeout(() => {
    socket.emit("ended", { code: "access.sign-in-first" });
    socket.disconnect(true);
  }, left);
  timer.unref();
  socket.on("disconnect", () => clearTimeout(timer));
}

/** The actor of a socket as the database says now: a role given or ended since it was opened counts at once. */
export async function actorNow(house: House, socket: LiveSocket): Promise<Actor | null> {
  socket.data.actor = await whoIs(house, socket.data.token);
  return socket.data.actor;
}

/** Attaches the actor to each new socket, and ends the sockets of an account whose session or role ended. */
export function guard(house: House, live: Live): void {
  live.use(async (socket, next) => {
    try {
      socket.data.token = sessionToken(socket.handshake.headers.cookie);
      await actorNow(house, socket);
      await endWithSession(house, socket);
      next();
    } catch (error) {
      // A database that does not answer must not end the process; a closed line comes back by itself, a refused one would not.
      console.error(error);
      socket.conn.close();
    }
  });
  house.announcements.on("access-ended", ({ accountId }) => {
    for (const socket of socketsOf(live, accountId)) {
      socket.emit("ended", { code: "access.sign-in-first" });
      socket.disconnect(true);
    }
  });
  house.announcements.on("judge-called", ({ accountId, skillId }) => {
    for (const socket of socketsOf(live, accountId)) socket.emit("called", { skillId });
  });
}

const socketsOf = (live: Live, accountId: string): LiveSocket[] =>
  [...live.sockets.sockets.values()].filter((socket) => socket.data.actor?.accountId === accountId);
