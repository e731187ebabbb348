// watch and unwatch: progress and open boards for anybody, the panel for its judges and recorder, oversight for the chief judge.
import type { SkillRules } from "#domain/competitions/rules.ts";
import { type Audience, type WatchAck, watch } from "#domain/live/protocol.ts";
import { mayRecord } from "#domain/marking/record.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { authorize, takeRecorderDesk, takeSeat } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { followedSeats } from "../marking/marking-seats.ts";
import { type Channel, channelName } from "./board.ts";
import { createBrake } from "./brake.ts";
import { type Broadcaster, room } from "./broadcast.ts";
import { actorNow, type LiveSocket } from "./handshake.ts";

const mostRooms = 200;
const perSecond = 200;

/** Lets this socket join the rooms it may; each answer carries the whole view as it stands. */
export function listenToWatcher(
  house: House,
  broadcaster: Broadcaster,
  openSkills: OpenSkills,
  socket: LiveSocket,
): void {
  const allowed = createBrake(perSecond);
  const joined = new Map<string, Channel>();
  // In the order of arrival: an unwatch that overtook its watch would leave a room not joined yet.
  let before: Promise<unknown> = Promise.resolve();
  const inOrder = (work: () => Promise<unknown>): void => {
    before = before.then(work);
  };
  socket.on("watch", (message, ack) => {
    if (typeof ack !== "function") return;
    if (!allowed()) return ack(refuse("server.overloaded"));
    inOrder(async () => {
      const answer = await join(message).catch((error: unknown): WatchAck => {
        console.error(error);
        return refuse("server.overloaded");
      });
      ack(answer);
    });
  });
  socket.on("unwatch", (message) => {
    const parsed = watch.safeParse(message);
    if (!parsed.success || !allowed()) return;
    const { audience, skillId } = parsed.data;
    inOrder(() => leave(audience, skillId));
  });

  async function join(message: unknown): Promise<WatchAck> {
    const parsed = watch.safeParse(message);
    if (!parsed.success) return refuse("input.invalid");
    if (socket.rooms.size > mostRooms) return refuse("server.overloaded");
    const { audience } = parsed.data;
    const skillId = parsed.data.skillId;
    const admitted = await admit(audience, skillId);
    if (!admitted.ok) return admitted;
    const channel: Channel = { audience, seats: admitted.value };
    if (!isSame(joined.get(`${audience} ${skillId}`), channel)) await leave(audience, skillId);
    await socket.join(room(skillId, channel));
    joined.set(`${audience} ${skillId}`, channel);
    const shown = await broadcaster.show(skillId, channel).catch((error: unknown) => {
      console.error(error);
      return "failed" as const;
    });
    if (shown && shown !== "failed") return { ok: true, ...shown };
    await leave(audience, skillId);
    return refuse(shown === null ? "input.not-found" : "server.overloaded");
  }

  /** Leaves what this socket follows of an audience, whatever part of it that was. */
  async function leave(audience: Audience, skillId: string): Promise<void> {
    const channel = joined.get(`${audience} ${skillId}`);
    if (!channel) return;
    joined.delete(`${audience} ${skillId}`);
    await socket.leave(room(skillId, channel));
  }

  /** Whether this socket may follow it, and as which seats: a judge only what these mark. */
  async function admit(audience: Audience, skillId: string): Promise<Outcome<readonly number[] | null>> {
    if (audience === "panel") {
      const seat = takeSeat(await actorNow(house, socket), skillId);
      return seat.ok ? ok(await followedSeats(house.database, seat.value)) : seat;
    }
    if (audience === "recorder") {
      const desk = await takeRecorderDesk(house, await actorNow(house, socket), skillId);
      const may = desk.ok ? mayRecord(await rulesOf(house, skillId)) : desk;
      return may.ok ? ok(null) : may;
    }
    if (audience === "oversight") {
      const permit = await authorize(house, await actorNow(house, socket), "marking.oversee", { skillId });
      return permit.ok ? ok(null) : permit;
    }
    return (await openSkills.has(skillId)) ? ok(null) : refuse("input.not-found");
  }
}

const isSame = (a: Channel | undefined, b: Channel): boolean =>
  a !== undefined && channelName(a) === channelName(b);

async function rulesOf(house: House, skillId: string): Promise<SkillRules> {
  const [skill] = await house.database.query<{ rules: SkillRules }>("SELECT rules FROM skill WHERE id = $1", [
    skillId,
  ]);
  return skill!.rules;
}

export type OpenSkills = { has(skillId: string): Promise<boolean> };

/** The skills anybody may watch. A competition that has left its draft never returns to it, so a yes is remembered. */
export function createOpenSkills(house: House): OpenSkills {
  const known = new Set<string>();
  return {
    async has(skillId) {
      if (known.has(skillId)) return true;
      const [open] = await house.database.query<{ id: string }>(
        "SELECT s.id FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.id = $1 AND c.state <> 'draft'",
        [skillId],
      );
      if (open) known.add(skillId);
      return open !== undefined;
    },
  };
}
