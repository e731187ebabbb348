// Notes every broadcast of the product with the oldest announcement it carries: the floor replays them, latencies count from them.
import type { ViewChange } from "#domain/live/protocol.ts";
import type { Live } from "#server/live/handshake.ts";
import { clockMs } from "../numbers.ts";

export type Broadcast = {
  /** After the window's beginning. */
  readonly atMs: number;
  readonly room: string;
  readonly change: ViewChange;
  /** Shared clock: when the oldest mark in it was announced. */
  readonly oldestMs: number;
  /** Nothing had been sent of this skill for the gathering time: the design sends this one at once. */
  readonly quiet: boolean;
};
export type DeliveryTap = {
  begin(): number;
  announced(skillId: string, atMs: number): void;
  take(): Broadcast[];
};
type Batch = { readonly oldestMs: number; readonly quiet: boolean; readonly sentMs: number };

const gatherMs = 200;

/** Listens on the adapter that fans a room's packet out. */
export function tapDeliveries(live: Live): DeliveryTap {
  let noted: Broadcast[] | null = null;
  let startMs = 0;
  const pending = new Map<string, number>();
  const batches = new Map<string, Batch>();
  const { adapter } = live.sockets;
  const plain = adapter.broadcast.bind(adapter);
  adapter.broadcast = (packet, options) => {
    const [event, change] = packet.data as [string, ViewChange];
    const [room] = options.rooms;
    if (noted && event === "view" && room !== undefined) {
      const batch = batchOf(change.skillId);
      noted.push({
        atMs: clockMs() - startMs,
        room: String(room),
        change,
        oldestMs: batch.oldestMs,
        quiet: batch.quiet,
      });
    }
    plain(packet, options);
  };

  /** All audiences of a skill are sent in one turn: the first takes the waiting announcements, the others share them. */
  function batchOf(skillId: string): Batch {
    const before = batches.get(skillId);
    const oldestMs = pending.get(skillId);
    if (oldestMs === undefined && before) return before;
    const now = clockMs();
    const since = oldestMs ?? now;
    const batch = { oldestMs: since, quiet: since - (before?.sentMs ?? -gatherMs) >= gatherMs, sentMs: now };
    pending.delete(skillId);
    batches.set(skillId, batch);
    return batch;
  }

  return {
    begin() {
      noted = [];
      startMs = clockMs();
      return startMs;
    },
    announced(skillId, atMs) {
      if (!pending.has(skillId)) pending.set(skillId, atMs);
    },
    take() {
      const taken = noted ?? [];
      noted = null;
      return taken;
    },
  };
}
