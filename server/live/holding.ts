// Which device marks for a judge: a lease that a second device sees and may take over, and what the chief judge's wall says of it.
// It is advice between two devices of one person: what keeps marks whole is the version of each cell.
import { noDevices, type SeatDevice } from "#domain/live/day.ts";
import { type Hold, type HoldAck, hold } from "#domain/live/protocol.ts";
import { refuse } from "#domain/outcome.ts";
import { type JudgeSeat, takeSeat } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { createBrake } from "./brake.ts";
import { actorNow, type Live, type LiveSocket } from "./handshake.ts";

const perSecond = 20;
/** A device says every ten seconds that it is there; after this it counts as offline. */
const silentMs = 30_000;
const lookMs = 5_000;

type Held = {
  readonly accountId: string;
  readonly device: string;
  readonly since: Date;
  readonly sockets: Set<string>;
  heardAt: Date;
  told: SeatDevice;
};
export type Holdings = {
  /** The devices of a skill's seats as they are known now. */
  of(skillId: string): ReadonlyMap<number, SeatDevice>;
  claim(socketId: string, seat: JudgeSeat, message: Hold): HoldAck;
  /** A line has ended: its devices are offline unless another tab of theirs still has one. */
  leave(socketId: string): void;
  stop(): void;
};

export function createHoldings(house: House, live: Live): Holdings {
  const skills = new Map<string, Map<number, Held>>();
  const timer = setInterval(() => each((held) => isSilent(held)), lookMs);
  timer.unref();

  const isSilent = (held: Held): boolean => house.clock.wall().getTime() - held.heardAt.getTime() > silentMs;

  /** Every device of which `gone` says so becomes offline. */
  function each(gone: (held: Held) => boolean): void {
    for (const [skillId, seats] of skills) {
      for (const held of seats.values())
        if (held.told.state === "online" && gone(held)) tell(skillId, held, "offline");
    }
  }

  function tell(skillId: string, held: Held, state: SeatDevice["state"], waiting = held.told.waiting): void {
    if (held.told.state === state && held.told.waiting === waiting) return;
    const since = held.told.state === state ? held.told.since : house.clock.now().toISOString();
    held.told = { state, since, waiting };
    house.announcements.emit("devices-changed", { skillId });
  }

  function begin(socketId: string, seat: JudgeSeat, message: Hold): Held {
    const now = house.clock.now();
    const held: Held = {
      accountId: seat.actor.accountId,
      device: message.device,
      since: now,
      sockets: new Set([socketId]),
      heardAt: house.clock.wall(),
      told: { state: "online", since: now.toISOString(), waiting: message.waiting },
    };
    const seats = skills.get(seat.skillId) ?? new Map<number, Held>();
    skills.set(seat.skillId, seats.set(seat.number, held));
    house.announcements.emit("devices-changed", { skillId: seat.skillId });
    return held;
  }

  /** Whether another device of the same judge stands in the way: it is there, or it went with marks that it has not sent. */
  const isElsewhere = (held: Held, seat: JudgeSeat, message: Hold): boolean =>
    held.device !== message.device &&
    held.accountId === seat.actor.accountId &&
    ((held.told.state === "online" && !isSilent(held)) || held.told.waiting > 0);

  return {
    of(skillId) {
      const seats = skills.get(skillId);
      return seats ? new Map([...seats].map(([number, held]) => [number, held.told])) : noDevices;
    },
    claim(socketId, seat, message) {
      const held = skills.get(seat.skillId)?.get(seat.number);
      if (held && isElsewhere(held, seat, message) && !message.takeOver) {
        return { ok: true, held: false, since: held.since.toISOString() };
      }
      if (held?.device !== message.device || held.accountId !== seat.actor.accountId) {
        for (const other of held?.sockets ?? []) live.to(other).emit("taken-over", { skillId: seat.skillId });
        return { ok: true, held: true, since: begin(socketId, seat, message).since.toISOString() };
      }
      held.sockets.add(socketId);
      held.heardAt = house.clock.wall();
      tell(seat.skillId, held, "online", message.waiting);
      return { ok: true, held: true, since: held.since.toISOString() };
    },
    leave(socketId) {
      for (const seats of skills.values()) for (const held of seats.values()) held.sockets.delete(socketId);
      each((held) => held.sockets.size === 0);
    },
    stop: () => clearInterval(timer),
  };
}

/** Answers this socket's `hold`; without a seat it is refused. */
export function listenToDevice(house: House, holdings: Holdings, socket: LiveSocket): void {
  const allowed = createBrake(perSecond);
  socket.on("hold", async (message, ack) => {
    if (typeof ack !== "function") return;
    ack(await answer(message).catch(failed));
  });
  socket.on("disconnect", () => holdings.leave(socket.id));

  async function answer(message: unknown): Promise<HoldAck> {
    if (!allowed()) return refuse("server.overloaded");
    const parsed = hold.safeParse(message);
    if (!parsed.success) return refuse("input.invalid");
    const skillId = parsed.data.skillId;
    let seat = takeSeat(socket.data.actor, skillId);
    if (!seat.ok) seat = takeSeat(await actorNow(house, socket), skillId);
    if (!seat.ok) return seat;
    if (!socket.connected) return refuse("server.overloaded");
    return holdings.claim(socket.id, seat.value, parsed.data);
  }
}

const failed = (error: unknown): HoldAck => {
  console.error(error);
  return refuse("server.overloaded");
};
