// Sends each audience its own view: the first change of a quiet skill at once, further ones within 200 ms together.
import type { Cell } from "#domain/marking/mark.ts";
import { inSnapshot } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { type Board, type Channel, channelName, createBoard, type Shown } from "./board.ts";
import type { Live } from "./handshake.ts";
import type { Holdings } from "./holding.ts";

const gatherMs = 200;
const tryAgainMs = 1_000;

export type Broadcaster = {
  /** The view of a channel now, or null for an unknown skill. */
  show(skillId: string, channel: Channel): Promise<Shown | null>;
  stop(): void;
};

/** The room of a skill's channel. */
export const room = (skillId: string, channel: Channel): string => `${skillId} ${channelName(channel)}`;
const overseers: Channel = { audience: "oversight", seats: null };

type Kept = {
  board: Board | null;
  loading: Promise<Board | null> | null;
  /** Something changed while it was loading: what is being read may be older, so it is read once more. */
  stale: boolean;
  pending: Cell[];
  /** Something else than marks changed since the last sending: perhaps nothing of any view. */
  beside: boolean;
  sentAt: number;
  timer: NodeJS.Timeout | null;
  again: NodeJS.Timeout | null;
};

/** Listens to what was committed and keeps a board for every skill somebody watches. */
export function createBroadcaster(house: House, live: Live, holdings: Pick<Holdings, "of">): Broadcaster {
  const kept = new Map<string, Kept>();

  function entered(event: { skillId: string; cells: readonly Cell[] }): void {
    const one = kept.get(event.skillId);
    if (!one) return;
    if (one.board) one.board.enter(event.cells);
    if (one.loading) one.pending.push(...event.cells);
    schedule(event.skillId, one);
  }

  function changed({ skillId }: { skillId: string }): void {
    const one = kept.get(skillId);
    if (!one) return;
    reload(skillId, one).then(
      () => {
        one.beside = true;
        schedule(skillId, one);
      },
      (error: unknown) => {
        // What could not be read now is read again: otherwise the watchers would keep an old stage or lock.
        console.error(error);
        one.again ??= setTimeout(() => {
          one.again = null;
          changed({ skillId });
        }, tryAgainMs);
      },
    );
  }

  function moved({ skillId }: { skillId: string }): void {
    const one = kept.get(skillId);
    if (!one?.board) return;
    one.board.seat(holdings.of(skillId));
    schedule(skillId, one);
  }

  function schedule(skillId: string, one: Kept): void {
    if (one.timer) return;
    const wait = Math.max(0, one.sentAt + gatherMs - performance.now());
    one.timer = setTimeout(() => {
      one.timer = null;
      one.sentAt = performance.now();
      if (one.board) send(skillId, one.board);
    }, wait);
  }

  function send(skillId: string, board: Board): void {
    const channels = board.channels();
    const watched = channels.some((channel) => live.sockets.adapter.rooms.has(room(skillId, channel)));
    if (!watched && !kept.get(skillId)?.loading) {
      kept.delete(skillId);
      return;
    }
    for (const channel of channels) {
      const members = live.sockets.adapter.rooms.get(room(skillId, channel));
      if (!members) {
        board.forget(channel);
        continue;
      }
      const change = board.step(channel);
      const { audience } = channel;
      if (change) live.to(room(skillId, channel)).emit("view", { audience, skillId, ...change });
    }
    const one = kept.get(skillId);
    if (!one?.beside) return;
    one.beside = false;
    live.to(room(skillId, overseers)).emit("beside", { skillId });
  }

  /** Loads (again) from the database; what changes meanwhile is taken in afterwards, however much it was. */
  function reload(skillId: string, one: Kept): Promise<Board | null> {
    if (one.loading) {
      one.stale = true;
      return one.loading;
    }
    one.loading = load(skillId, one).finally(() => {
      one.loading = null;
    });
    return one.loading;
  }

  async function load(skillId: string, one: Kept): Promise<Board | null> {
    do {
      one.stale = false;
      // One moment of the database: a lock is never shown with marks from before it.
      const state = await inSnapshot(house.database, (tx) => loadSkillState(tx, skillId));
      if (!state) return null;
      if (one.board) one.board.replace(state);
      else one.board = createBoard(state);
      one.board.seat(holdings.of(skillId));
      one.board.enter(one.pending.splice(0));
    } while (one.stale);
    return one.board;
  }

  house.announcements.on("cells-entered", entered);
  house.announcements.on("skill-changed", changed);
  house.announcements.on("devices-changed", moved);
  return {
    async show(skillId, channel) {
      const one = kept.get(skillId) ?? {
        board: null,
        loading: null,
        stale: false,
        pending: [],
        beside: false,
        sentAt: -gatherMs,
        timer: null,
        again: null,
      };
      kept.set(skillId, one);
      const board = one.board ?? (await (one.loading ?? reload(skillId, one)));
      if (!board) kept.delete(skillId);
      return board?.show(channel) ?? null;
    },
    stop() {
      house.announcements.off("cells-entered", entered);
      house.announcements.off("skill-changed", changed);
      house.announcements.off("devices-changed", moved);
      for (const { timer, again } of kept.values()) {
        if (timer) clearTimeout(timer);
        if (again) clearTimeout(again);
      }
    },
  };
}
