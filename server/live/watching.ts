// watch and unwatch: progress and open boards for anybody, the panel for its judges and recorder, oversight for the chief judge.
import type { SkillRules } from "#domain/competitions/rules.ts";
import { type Audience, type WatchAck, watch } from "#domain/live/protocol.ts";
import { mayRecord } from "#domain/marking/record.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { authorize, takeRecorderDesk, takeSeat } from "../access/proofs.ts";
import type { House } from "../house.ts";
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
    inOrder(async () => void (await socket.leave(room(audience, skillId))));
  });

  async function join(message: unknown): Promise<WatchAck> {
    const parsed = watch.safeParse(message);
    if (!parsed.success) return refuse("input.invalid");
    if (socket.rooms.size > mostRooms) return refuse("server.overloaded");
    const { audience } = parsed.data;
    const skillId = parsed.data.skillId;
    const admitted = await admit(audience, skillId);
    if (!admitted.ok) return admitted;
    await socket.join(room(audience, skillId));
    const shown = await broadcaster.show(skillId, audience).catch((error: unknown) => {
      console.error(error);
      return "failed" as const;
    });
    if (shown && shown !== "failed") return { ok: true, ...shown };
    await socket.leave(room(audience, skillId));
    return refuse(shown === null ? "input.not-found" : "server.overloaded");
  }

  async function admit(audience: Audience, skillId: string): Promise<Outcome> {
    if (audience === "panel") {
      const seat = takeSeat(await actorNow(house, socket), skillId);
      return seat.ok ? ok() : seat;
    }
    if (audience === "recorder") {
      const desk = await takeRecorderDesk(house, await actorNow(house, socket), skillId);
      return desk.ok ? mayRecord(await rulesOf(house, skillId)) : desk;
    }
    if (audience === "oversight") {
      const permit = await authorize(house, await actorNow(house, socket), "marking.oversee", { skillId });
      return permit.ok ? ok() : permit;
    }
    return (await openSkills.has(skillId)) ? ok() : refuse("input.not-found");
  }
}

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
