// The floor of W3: a bare Socket.IO server of the product's settings that sends the product's own payloads to rooms of equal size.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import type { ViewChange } from "#domain/live/protocol.ts";
import { clockMs } from "../numbers.ts";
import { answerTo } from "../processes.ts";
import { playOnTime } from "./on-time.ts";

type Payload = { readonly atMs: number; readonly room: string; readonly change: ViewChange };
const http = createServer();
const bare = new Server(http, {
  serveClient: false,
  maxHttpBufferSize: 16 * 1024,
  pingInterval: 10_000,
  pingTimeout: 8_000,
});
bare.on("connection", (socket) => {
  socket.on("join", (room: string, ack: () => void) => {
    void socket.join(room);
    ack();
  });
});

const acts = {
  async open(): Promise<number> {
    await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
    return (http.address() as AddressInfo).port;
  },
  /** Sends each payload at its instant; answers when on the shared clock that was, by room and number. */
  async replay(payloads: readonly Payload[], lengthMs: number): Promise<[string, number][]> {
    const startMs = clockMs();
    const sent: [string, number][] = [];
    await playOnTime(payloads, startMs, lengthMs, ({ room, change, atMs }) => {
      sent.push([`${room}#${change.seq}`, startMs + atMs]);
      bare.to(room).emit("view", change);
    });
    return sent;
  },
};
export type SpectatorsFloorActs = typeof acts;

answerTo(acts, async () => {
  bare.disconnectSockets(true);
  await bare.close();
});
