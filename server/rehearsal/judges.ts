// Judges as real Socket.IO clients: one mark in flight each, sent again under the same id until it is acknowledged.

import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { ClientToServer, MarkAck, MarkEnter, ServerToClient } from "#domain/live/protocol.ts";

export type Acknowledged = { readonly command: MarkEnter; readonly version: number; readonly ms: number };
type JudgeSocket = Socket<ServerToClient, ClientToServer>;

/** Opens a judge's connection with the cookie of a signed-in visitor. */
export function connectJudge(url: string, cookie: string): JudgeSocket {
  return io(url, {
    transports: ["websocket"],
    extraHeaders: { cookie },
    reconnectionDelay: 100,
    reconnectionDelayMax: 1000,
  });
}

/** Enters marks one after the other; `pace` is awaited before each. A refusal of the server ends the rehearsal with its code. */
export async function enterAll(
  socket: JudgeSocket,
  marks: readonly Omit<MarkEnter, "requestId" | "round" | "expectedVersion">[],
  pace: () => Promise<void>,
  acknowledged: (ack: Acknowledged) => void,
): Promise<void> {
  for (const mark of marks) {
    await pace();
    const command: MarkEnter = { ...mark, requestId: randomUUID(), round: 1, expectedVersion: 0 };
    const started = performance.now();
    const answer = await send(socket, command);
    if (!answer.ok)
      throw new Error(
        `${mark.aspectId}：${answer.refusal.code} ${JSON.stringify(answer.refusal.params ?? {})}`,
      );
    acknowledged({ command, version: answer.version, ms: performance.now() - started });
  }
}

async function send(socket: JudgeSocket, command: MarkEnter): Promise<MarkAck> {
  for (;;) {
    if (!socket.connected) await Promise.race([once(socket as never, "connect"), pause(2_000)]);
    if (!socket.connected) continue;
    try {
      const answer = await socket.timeout(5_000).emitWithAck("mark:enter", command);
      if (answer.ok || answer.refusal.code !== "server.overloaded") return answer;
      await pause(100);
    } catch {
      // No answer within the time: the same intention goes out again under the same id.
    }
  }
}

/** A gate that lets `rate` marks a second through over all judges; no rate, no wait. */
export function pacer(rate: number | undefined): () => Promise<void> {
  if (!rate) return () => Promise.resolve();
  let next = performance.now();
  return async () => {
    const now = performance.now();
    next = Math.max(next + 1000 / rate, now - 1000 / rate);
    if (next > now) await pause(next - now);
  };
}
