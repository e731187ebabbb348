// Which device marks for a judge: a second one sees that and may take over; the chief judge's wall sees every device and what it keeps.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deviceIn } from "#domain/live/day.ts";
import type { Hold, HoldAck } from "#domain/live/protocol.ts";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, type LiveServer, openLive } from "../support/live-client.ts";
import { type CompetitionStage, codeOf, hire, raiseCompetition, type SkillStage } from "../support/stage.ts";

let at: TestHouse;
let live: LiveServer;
let competition: CompetitionStage;
let skill: SkillStage;
beforeAll(async () => {
  at = await openTestHouse();
  live = await openLive(at);
  competition = await raiseCompetition(at);
});
beforeEach(async () => {
  skill = await competition.addSkill({ competitors: 2 });
  await skill.reach("scoring");
});
afterAll(async () => {
  await live.close();
  await at.close();
});

const hold = (client: LiveClient, device: string, more: Partial<Hold> = {}): Promise<HoldAck> =>
  client.socket.emitWithAck("hold", { skillId: skill.skillId, device, waiting: 0, takeOver: false, ...more });
const takenOver = (client: LiveClient): Promise<{ skillId: string }> =>
  new Promise((done) => void client.socket.once("taken-over", done));
const seatOnWall = async (holds: (seat: ReturnType<typeof deviceIn>) => boolean, number = 1) => {
  const chief = await live.connect(skill.chief);
  await chief.watch("oversight", skill.skillId);
  return deviceIn(
    await chief.until("oversight", skill.skillId, (view) => holds(deviceIn(view, number))),
    number,
  );
};

describe("two devices of one judge", () => {
  test("the later one is told since when the other is there; taking over tells the first, which no longer holds", async () => {
    const [tablet, phone] = [randomUUID(), randomUUID()];
    const one = await live.connect(skill.judges[0]!);
    const two = await live.connect(skill.judges[0]!);
    const first = await hold(one, tablet);
    expect(first).toMatchObject({ ok: true, held: true });
    expect(await hold(two, phone)).toEqual({ ...first, held: false });
    const told = takenOver(one);
    expect(await hold(two, phone, { takeOver: true })).toMatchObject({ held: true });
    expect(await told).toEqual({ skillId: skill.skillId });
    expect(await hold(one, tablet)).toMatchObject({ held: false });
  });

  test("two tabs of one device are one; it is offline only when both have gone", async () => {
    const device = randomUUID();
    const one = await live.connect(skill.judges[0]!);
    const two = await live.connect(skill.judges[0]!);
    for (const tab of [one, two]) expect(await hold(tab, device)).toMatchObject({ held: true });
    one.close();
    expect(await hold(two, device, { waiting: 3 })).toMatchObject({ held: true });
    expect(await seatOnWall((seat) => seat?.waiting === 3)).toMatchObject({ state: "online" });
    two.close();
    expect(await seatOnWall((seat) => seat?.state === "offline")).toMatchObject({ waiting: 3 });
  });

  test.each([
    ["left", 0, true],
    ["fell silent", 0, true],
    ["left", 3, false],
    ["fell silent", 3, false],
  ])(
    "a device that %s with %i marks unsent is replaced without a question: %s",
    async (how, waiting, held) => {
      const one = await live.connect(skill.judges[0]!);
      await hold(one, randomUUID(), { waiting });
      if (how === "left") {
        one.close();
        await seatOnWall((seat) => seat?.state === "offline");
      } else at.clock.passMs(31_000);
      const two = await live.connect(skill.judges[0]!);
      expect(await hold(two, randomUUID())).toMatchObject({ held });
    },
  );

  test("a device that fell silent, came back and left is offline at once: no line of it is remembered", async () => {
    const device = randomUUID();
    const one = await live.connect(skill.judges[0]!);
    await hold(one, device);
    at.clock.passMs(31_000);
    await seatOnWall((seat) => seat?.state === "offline");
    one.close();
    const two = await live.connect(skill.judges[0]!);
    await hold(two, device);
    await seatOnWall((seat) => seat?.state === "online");
    two.close();
    expect(await seatOnWall((seat) => seat?.state === "offline")).toMatchObject({ waiting: 0 });
  });

  test("marks of the device that lost the seat are still taken: what is kept there is not lost", async () => {
    const one = await live.connect(skill.judges[0]!);
    const two = await live.connect(skill.judges[0]!);
    await hold(one, randomUUID());
    await hold(two, randomUUID(), { takeOver: true });
    const [work] = await skill.contestants();
    expect(codeOf(await one.enter(skill.command(work!.id, "A1.1", "17.5")))).toBe("ok");
  });
});

describe("what the wall sees", () => {
  test("each seat's device, what it keeps and when it fell silent; nobody else sees it", async () => {
    const judge = await live.connect(skill.judges[1]!);
    await judge.watch("panel", skill.skillId);
    await hold(judge, randomUUID(), { waiting: 7 });
    expect(await seatOnWall((seat) => seat !== null, 2)).toMatchObject({ state: "online", waiting: 7 });
    judge.close();
    const { state, since } = (await seatOnWall((seat) => seat?.state === "offline", 2))!;
    expect({ state, since }).toEqual({ state: "offline", since: at.clock.now().toISOString() });
    expect(judge.packets.join()).not.toContain("seat:");
  });
});

describe("is refused", () => {
  test("without a session, without a seat, for another skill, malformed", async () => {
    const stranger = await live.connect(null);
    expect(codeOf(await hold(stranger, randomUUID()))).toBe("access.sign-in-first");
    const other = await live.connect(await hire(at, "shenren"));
    expect(codeOf(await hold(other, randomUUID()))).toBe("access.not-allowed");
    const judge = await live.connect(skill.judges[0]!);
    const elsewhere = await competition.addSkill();
    expect(codeOf(await hold(judge, randomUUID(), { skillId: elsewhere.skillId }))).toBe(
      "access.not-allowed",
    );
    for (const wrong of [{ device: "tablet" }, { waiting: -1 }, { waiting: 1.5 }])
      expect(codeOf(await hold(judge, randomUUID(), wrong))).toBe("input.invalid");
  });
});
