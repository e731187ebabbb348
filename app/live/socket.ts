// The tab's one socket. Socket.IO is fetched when the first live part asks for it, so that pages for reading stay small.
import type { Socket } from "socket.io-client";
import type { ClientToServer, ServerToClient } from "#domain/live/protocol.ts";

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

const againAfterMs = 1500;
let opened: Promise<LiveSocket> | undefined;
let openedAs: string | null = null;

/** The shared socket; its session is proved in the handshake, so another `who` than before makes it shake hands again. */
export function liveSocket(who: string | null = openedAs): Promise<LiveSocket> {
  const another = opened !== undefined && who !== openedAs;
  openedAs = who;
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  if (another) void opened.then((socket) => socket.disconnect().connect());
  return opened;
}

async function open(): Promise<LiveSocket> {
  const { io } = await import("socket.io-client");
  const socket: LiveSocket = io({ reconnectionDelay: 500, reconnectionDelayMax: 5000, timeout: 8000 });
  // When the server ends a socket (a session or role ended), Socket.IO stays away; a new handshake shows what is still allowed.
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") setTimeout(() => socket.connect(), againAfterMs);
  });
  return socket;
}
