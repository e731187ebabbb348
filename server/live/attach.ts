// Socket.IO on the HTTP server: limits, handshake, and the listeners of each socket.
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { House } from "../house.ts";
import { createBroadcaster } from "./broadcast.ts";
import { guard, isOwnOrigin, type Live } from "./handshake.ts";
import { createSkillIndex, type EnterMark, listenToJudge } from "./judging.ts";
import { createTurns } from "./turns.ts";
import { createOpenSkills, listenToWatcher } from "./watching.ts";

/** Attaches the live part; `close` stops taking sockets and ends the open ones. */
export function attachLive(
  house: House,
  http: HttpServer,
  publicUrl: string | undefined,
  enter?: EnterMark,
): { live: Live; close(): Promise<void> } {
  const live: Live = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 16 * 1024,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request, publicUrl)),
  });
  guard(house, live);
  const broadcaster = createBroadcaster(house, live);
  const skills = createSkillIndex(house);
  const turns = createTurns();
  const openSkills = createOpenSkills(house);
  live.on("connection", (socket) => {
    listenToJudge(house, skills, turns, socket, enter);
    listenToWatcher(house, broadcaster, openSkills, socket);
  });
  return {
    live,
    async close() {
      broadcaster.stop();
      live.disconnectSockets(true);
      await live.close();
    },
  };
}
