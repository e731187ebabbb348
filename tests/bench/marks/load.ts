// The load generator of W2: one real Socket.IO client per judge, each sending its mark at the scheduled instant.
import { setTimeout as pause } from "node:timers/promises";
import { io } from "socket.io-client";
import type { LiveSocket } from "#app/live/socket.ts";
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import { clockMs } from "../numbers.ts";
import { answerTo } from "../processes.ts";

export type Sending = { readonly judge: number; readonly atMs: number; readonly mark: MarkEnter };
export type Sent = { readonly mark: MarkEnter; readonly latencyMs: number; readonly ack: MarkAck };
const sockets: LiveSocket[] = [];

const acts = {
  async connect(port: number, tokens: readonly string[]): Promise<void> {
    for (const token of tokens) {
      const options = {
        transports: ["websocket"],
        multiplex: false,
        reconnection: false,
        extraHeaders: { cookie: `biansai=${token}` },
      };
      const socket: LiveSocket = io(`http://127.0.0.1:${port}`, options);
      await new Promise<void>((done, failed) => socket.on("connect", done).on("connect_error", failed));
      sockets.push(socket);
    }
  },
  /** Sends every mark at its instant; latency counts from the instant scheduled to the ack. */
  async burst(sendings: readonly Sending[]): Promise<{ sent: Sent[]; lengthMs: number }> {
    const startMs = clockMs();
    const sent = await Promise.all(
      sendings.map(async ({ judge, atMs, mark }): Promise<Sent> => {
        const dueMs = startMs + atMs;
        await pause(dueMs - clockMs());
        const ack = await new Promise<MarkAck>((done) => sockets[judge]!.emit("mark:enter", mark, done));
        return { mark, latencyMs: clockMs() - dueMs, ack };
      }),
    );
    return { sent, lengthMs: clockMs() - startMs };
  },
};
export type MarksLoadActs = typeof acts;

answerTo(acts, async () => {
  for (const socket of sockets) socket.disconnect();
});
