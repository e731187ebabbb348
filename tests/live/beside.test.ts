// What stands beside the chief judge's view: that the floor recorded or a judge signed is told at once, and nothing more than that.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, type LiveServer, openLive } from "../support/live-client.ts";
import { codeOf, hire, must, raiseCompetition } from "../support/stage.ts";

let at: TestHouse;
let live: LiveServer;

beforeAll(async () => {
  at = await openTestHouse();
  live = await openLive(at);
});
afterAll(async () => {
  await live.close();
  await at.close();
});

const told = (client: LiveClient): Promise<unknown> =>
  new Promise((done) => void client.socket.once("beside", done));

test("a record of the floor is told to the chief judge as a bare sign; judges, spectators and another skill hear nothing", async () => {
  const competition = await raiseCompetition(at);
  const [skill, other] = [
    await competition.addSkill({ competitors: 1 }),
    await competition.addSkill({ competitors: 1 }),
  ];
  const configure = await skill.permit(skill.organizer, "competitions.configure");
  must(await at.services.competitions.advanceCompetition(configure, "drawing"));
  await skill.reach("scoring");
  await other.reach("scoring");
  const floor = await hire(at, "xianchang", { role: "floor-judge", skillId: skill.skillId });
  const chief = await live.connect(skill.chief);
  const judge = await live.connect(skill.judges[0]!);
  const spectator = await live.connect(null);
  expect(codeOf(await chief.watch("oversight", skill.skillId))).toBe("ok");
  expect(codeOf(await judge.watch("panel", skill.skillId))).toBe("ok");
  expect(codeOf(await spectator.watch("progress", skill.skillId))).toBe("ok");
  const before = chief.packets.length;
  const sign = told(chief);
  const permit = await skill.permit(floor, "floor.record");
  must(
    await at.services.floor.addRecord(permit, {
      id: crypto.randomUUID(),
      kind: "incident",
      registrationId: null,
      text: "三号工位断电",
    }),
  );
  expect(await sign).toEqual({ skillId: skill.skillId });
  expect(chief.packets.slice(before).join()).not.toMatch(/断电|incident|kind/);
  const ownSign = told(await otherChief());
  must(
    await at.services.marking.tellPanel(await other.permit(other.chief, "marking.oversee"), {
      id: crypto.randomUUID(),
      text: "开始",
    }),
  );
  expect(await ownSign).toEqual({ skillId: other.skillId });
  for (const client of [judge, spectator]) expect(client.packets.join()).not.toContain("beside");
  expect(chief.packets.join()).not.toContain(other.skillId);

  async function otherChief(): Promise<LiveClient> {
    const client = await live.connect(other.chief);
    expect(codeOf(await client.watch("oversight", other.skillId))).toBe("ok");
    return client;
  }
});
