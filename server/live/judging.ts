// mark:enter → parse → proof → service → ack. A mark is acknowledged after its commit and never before.
import { type MarkAck, markEnter } from "#domain/live/protocol.ts";
import { type Outcome, refuse } from "#domain/outcome.ts";
import { takeRecorderDesk, takeSeat } from "../access/proofs.ts";
import type { House } from "../house.ts";
import { enterMark } from "../marking/enter-mark.ts";
import type { Hand } from "../marking/hand.ts";
import { createBrake } from "./brake.ts";
import { actorNow, type LiveSocket } from "./handshake.ts";
import type { Intake } from "./intake.ts";
import type { Turns } from "./turns.ts";

const perSecond = 200;

export type EnterMark = typeof enterMark;

/** Answers this socket's marks. Malformed messages, foreign seats and floods are refused, never dropped silently. */
export function listenToJudge(
  house: House,
  skills: SkillIndex,
  turns: Turns,
  intake: Intake,
  socket: LiveSocket,
  enter: EnterMark = enterMark,
): void {
  const allowed = createBrake(perSecond);
  socket.on("mark:enter", async (message, ack) => {
    if (typeof ack !== "function") return;
    await intake.take(async () => ack(await answer(message).catch(failed)));
  });

  async function answer(message: unknown): Promise<MarkAck> {
    if (!allowed()) return refuse("server.overloaded");
    const parsed = markEnter.safeParse(message);
    if (!parsed.success || parsed.data.aspectId.includes("\0")) return refuse("input.invalid");
    const command = parsed.data;
    const skillId = await skills.of(command.contestantId);
    if (!skillId) return refuse("marking.unknown-aspect");
    const hand = await handIn(skillId);
    if (!hand.ok) return hand;
    return turns.take(skillId, () => enter(house, hand.value, command)) ?? refuse("server.overloaded");
  }

  /** A judge's seat as it was shown, or as it stands now; else the desk of a recorder. */
  async function handIn(skillId: string): Promise<Outcome<Hand>> {
    const known = takeSeat(socket.data.actor, skillId);
    if (known.ok) return known;
    const actor = await actorNow(house, socket);
    const seat = takeSeat(actor, skillId);
    return seat.ok ? seat : takeRecorderDesk(house, actor, skillId);
  }
}

const failed = (error: unknown): MarkAck => {
  console.error(error);
  return refuse("server.overloaded");
};

export type SkillIndex = { of(contestantId: string): Promise<string | null> };

/** Which skill a contestant belongs to; it never changes, so it is remembered. */
export function createSkillIndex(house: House): SkillIndex {
  const known = new Map<string, string>();
  return {
    async of(contestantId) {
      const skillId = known.get(contestantId);
      if (skillId) return skillId;
      const [row] = await house.database.query<{ skill_id: string }>(
        "SELECT skill_id FROM contestant WHERE id = $1",
        [contestantId],
      );
      if (row) known.set(contestantId, row.skill_id);
      return row?.skill_id ?? null;
    },
  };
}
