// A conflict of interest over the wire: the refusal reaches the judge, the wall learns of the empty seat, nobody reads a level.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveServer, openLive } from "../support/live-client.ts";
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

test("declared while everybody is connected: refused to the judge, told to the wall, open to the reserve, no level and no reason in any packet", async () => {
  const competition = await raiseCompetition(at);
  const skill = await competition.addSkill({ competitors: 1 });
  const reserve = await hire(at, "houbu");
  const configure = await skill.permit(skill.organizer, "competitions.configure");
  must(
    await at.services.competitions.seatJudge(configure, {
      accountId: reserve.accountId,
      number: 4,
      reserve: true,
    }),
  );
  await skill.reach("scoring");
  const { id } = (await skill.contestants())[0]!;
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  const judges = await Promise.all(skill.judges.map((judge) => live.connect(judge)));
  const stand = await live.connect(reserve);
  const chief = await live.connect(skill.chief);
  for (const client of [...judges, stand])
    expect(codeOf(await client.watch("panel", skill.skillId))).toBe("ok");
  expect(codeOf(await chief.watch("oversight", skill.skillId))).toBe("ok");
  const cell = `${id}/A1.3`;
  const given = (count: number) => (view: Record<string, unknown>) =>
    (view[cell] as { given?: number } | undefined)?.given === count;
  for (const place of [0, 1])
    expect(codeOf(await judges[place]!.enter(skill.command(id, "A1.3", "3")))).toBe("ok");
  await stand.until("panel", skill.skillId, given(2));
  must(
    await at.services.marking.declareConflict(await skill.seat(2), {
      contestantId: id,
      kind: "kin",
      reason: "表兄弟",
    }),
  );
  await chief.until("oversight", skill.skillId, (view) => `vacant:${id}` in view);
  await stand.until("panel", skill.skillId, given(1));
  const again = skill.command(id, "A1.3", "3", { expectedVersion: 2 });
  expect(codeOf(await judges[1]!.enter(again))).toBe("marking.conflict-declared");
  expect(codeOf(await stand.enter(skill.command(id, "A1.3", "2", { expectedVersion: 2 })))).toBe(
    "marking.reserve-not-called",
  );
  const told = new Promise((done) => void stand.socket.once("called", done));
  const { conflicts } = await at.services.marking.listConflicts(oversee);
  must(
    await at.services.marking.callReserve(oversee, {
      declarationId: conflicts[0]!.id,
      accountId: reserve.accountId,
    }),
  );
  expect(await told).toEqual({ skillId: skill.skillId });
  await chief.until("oversight", skill.skillId, (view) => !(`vacant:${id}` in view));
  expect(codeOf(await stand.enter(skill.command(id, "A1.3", "2", { expectedVersion: 2 })))).toBe("ok");
  await stand.until("panel", skill.skillId, given(2));
  for (const client of [judges[2]!, chief])
    expect(client.packets.join("\n")).not.toMatch(/"value":|"mark":"|"levels":\[/);
  for (const client of [...judges, stand, chief])
    expect(client.packets.join("\n")).not.toMatch(/表兄弟|"kin"/);
  expect(codeOf(await judges[2]!.enter(skill.command(id, "A1.3", "3")))).toBe("ok");
  const shown = await stand.until(
    "panel",
    skill.skillId,
    (view) => (view[cell] as { state: string }).state === "agreed",
  );
  expect(shown[cell]).toMatchObject({ levels: [3, 2, 3], mark: "8.89" });
});
