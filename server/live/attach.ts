// Socket.IO on the HTTP server: limits, handshake, and the listeners of each socket.
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { House } from "../house.ts";
import { createBroadcaster } from "./broadcast.ts";
import { guard, isOwnOrigin, type Live, type LiveSocket } from "./handshake.ts";
import { createHoldings, listenToDevice } from "./holding.ts";
import { createIntake, within } from "./intake.ts";
import { createSkillIndex, type EnterMark, listenToJudge } from "./judging.ts";
import { createTurns } from "./turns.ts";
import { createOpenSkills, listenToWatcher } from "./watching.ts";

const drainMs = 10_000;
const flushMs = 1_000;

/** Attaches the live part; `close` answers every mark already received (for `withinMs` at most) and then ends the lines. */
export function attachLive(
  house: House,
  http: HttpServer,
  publicUrl: string | undefined,
  enter?: EnterMark,
): { live: Live; close(withinMs?: number): Promise<void> } {
  const intake = createIntake();
  const live: Live = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: 16 * 1024,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    allowRequest: (request, decide) => decide(null, intake.open && isOwnOrigin(request, publicUrl)),
  });
  guard(house, live);
  const holdings = createHoldings(house, live);
  const broadcaster = createBroadcaster(house, live, holdings);
  const skills = createSkillIndex(house);
  const turns = createTurns();
  const openSkills = createOpenSkills(house);
  const lines = new Set<LiveSocket["conn"]>();
  live.engine.on("connection", (line: LiveSocket["conn"]) => {
    lines.add(line);
    line.once("close", () => lines.delete(line));
  });
  live.on("connection", (socket) => {
    listenToJudge(house, skills, turns, intake, socket, enter);
    listenToWatcher(house, broadcaster, openSkills, socket);
    listenToDevice(house, holdings, socket);
  });
  return {
    live,
    async close(withinMs = drainMs) {
      await intake.close(withinMs);
      broadcaster.stop();
      holdings.stop();
      // The line is closed, not the socket: a socket that is told to disconnect does not come back by itself.
      const ended = [...lines].map((line) => new Promise((done) => void line.once("close", done).close()));
      await within(flushMs, Promise.all(ended));
      await live.close();
    },
  };
}
