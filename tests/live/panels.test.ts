// Panels over the wire: a judge's client receives nothing of what another panel marks, not even that something changed there.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveServer, openLive, toldIn } from "../support/live-client.ts";
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

const panels: SkillRules["panels"] = [
  { id: "one", name: "外观组", seats: [1, 2, 3], subcriteria: ["A1"] },
  { id: "two", name: "质量组", seats: [4], subcriteria: ["B1"] },
];
const value = (cell: string, wanted: string) => (view: Record<string, unknown>) =>
  (view[cell] as { value?: string } | undefined)?.value === wanted;

test("marks of the other panel reach its judges and never this one; a foreign entry is refused", async () => {
  const competition = await raiseCompetition(at);
  const skill = await competition.addSkill({ competitors: 1, judges: 4, rules: { panels } });
  await skill.reach("scoring");
  const { id } = (await skill.contestants())[0]!;
  const [first, second, fourth] = await Promise.all(
    [0, 1, 3].map((place) => live.connect(skill.judges[place]!)),
  );
  for (const client of [first!, second!, fourth!])
    expect(codeOf(await client.watch("panel", skill.skillId))).toBe("ok");
  expect(codeOf(await fourth!.enter(skill.command(id, "B1.1", "40.5")))).toBe("ok");
  expect(codeOf(await first!.enter(skill.command(id, "B1.2", "15")))).toBe("marking.other-panel");
  await fourth!.until("panel", skill.skillId, value(`${id}/B1.1`, "40.5"));
  // A mark of the own panel comes after the other's: whatever of it had been sent would have arrived before.
  expect(codeOf(await second!.enter(skill.command(id, "A1.1", "17.5")))).toBe("ok");
  const own = await first!.until("panel", skill.skillId, value(`${id}/A1.1`, "17.5"));
  expect(Object.keys(own).filter((key) => key.includes("/"))).toEqual([`${id}/A1.1`]);
  expect(toldIn(first!.packets)).not.toMatch(/B1|40\.5/);
  expect(toldIn(second!.packets)).not.toMatch(/B1|40\.5/);
  expect(toldIn(fourth!.packets)).not.toMatch(/A1|17\.5/);
  const views = first!.packets.filter((packet) => packet.includes('"view"'));
  expect(views.filter((packet) => packet.includes('"diff"'))).toHaveLength(1);
});

test("panels set after a judge began to follow hold for that judge too", async () => {
  const competition = await raiseCompetition(at);
  const skill = await competition.addSkill({ competitors: 1, judges: 4 });
  const early = await live.connect(skill.judges[0]!);
  expect(codeOf(await early.watch("panel", skill.skillId))).toBe("ok");
  const configure = await skill.permit(skill.organizer, "competitions.configure");
  const { rules } = await at.services.competitions.readSkillSetUp(configure);
  must(
    await at.services.competitions.changeRules(configure, { rules: { ...rules, panels }, openBoard: false }),
  );
  await skill.reach("scoring");
  const { id } = (await skill.contestants())[0]!;
  expect(codeOf(await skill.enter(4, id, "B1.1", "40.5"))).toBe("ok");
  expect(codeOf(await skill.enter(1, id, "A1.1", "17.5"))).toBe("ok");
  await early.until("panel", skill.skillId, value(`${id}/A1.1`, "17.5"));
  expect(toldIn(early.packets)).not.toMatch(/B1\.|40\.5/);
});

test("a reserve who is called follows what the seat's panel marks from the next watch on", async () => {
  const competition = await raiseCompetition(at);
  const skill = await competition.addSkill({ competitors: 1, judges: 4, rules: { panels } });
  const reserve = await hire(at, "houbu");
  const configure = await skill.permit(skill.organizer, "competitions.configure");
  const seat = { accountId: reserve.accountId, number: 5, reserve: true };
  must(await at.services.competitions.seatJudge(configure, seat));
  await skill.reach("scoring");
  const { id } = (await skill.contestants())[0]!;
  expect(codeOf(await skill.enter(4, id, "B1.1", "40.5"))).toBe("ok");
  const stand = await live.connect(reserve);
  expect(codeOf(await stand.watch("panel", skill.skillId))).toBe("ok");
  expect(toldIn(stand.packets)).not.toMatch(/B1/);
  must(
    await at.services.marking.declareConflict(await skill.seat(4), {
      contestantId: id,
      kind: "kin",
      reason: "亲属",
    }),
  );
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  const [conflict] = (await at.services.marking.listConflicts(oversee)).conflicts;
  const called = new Promise((done) => void stand.socket.once("called", done));
  must(
    await at.services.marking.callReserve(oversee, {
      declarationId: conflict!.id,
      accountId: reserve.accountId,
    }),
  );
  await called;
  expect(codeOf(await stand.watch("panel", skill.skillId))).toBe("ok");
  expect(codeOf(await stand.enter(skill.command(id, "B1.1", "36", { expectedVersion: 2 })))).toBe("ok");
  await stand.until("panel", skill.skillId, value(`${id}/B1.1`, "36"));
  expect(toldIn(stand.packets)).not.toMatch(/A1/);
});

test("who came through to a final that another panel marks is told to nobody of this one", async () => {
  const competition = await raiseCompetition(at);
  const contestStages: SkillRules["contestStages"] = [
    { id: "heat", name: "初赛", criteria: ["A"], advance: 1 },
    { id: "final", name: "决赛", criteria: ["B"] },
  ];
  const skill = await competition.addSkill({ competitors: 2, judges: 4, rules: { panels, contestStages } });
  await skill.reach("scoring");
  const [one, two] = (await skill.contestants()).map(({ id }) => id);
  const heat = await live.connect(skill.judges[0]!);
  const final = await live.connect(skill.judges[3]!);
  for (const client of [heat, final]) expect(codeOf(await client.watch("panel", skill.skillId))).toBe("ok");
  expect(final.view("panel", skill.skillId)).toMatchObject({
    [`ahead:${one}`]: ["B1"],
    [`ahead:${two}`]: ["B1"],
  });
  for (const [id, merit] of [
    [one!, 0],
    [two!, 2],
  ] as const) {
    await skill.markOne(id, merit, ["A1.1", "A1.2"]);
    for (const place of [1, 2, 3]) expect(codeOf(await skill.enter(place, id, "A1.3", "2"))).toBe("ok");
  }
  await final.until("panel", skill.skillId, (view) => !(`ahead:${one}` in view));
  await heat.until("panel", skill.skillId, (view) => `${two}/A1.3` in view);
  expect(final.view("panel", skill.skillId)[`ahead:${two}`]).toEqual(["B1"]);
  expect(toldIn(heat.packets)).not.toMatch(/ahead|B1/);
});

test("what was told is looked at without the names of chance, where any letters may stand", () => {
  const packets = [
    '0{"sid":"UiUJ08ySA1NTVnVcAAAA"}',
    '2["view",{"audience":"panel","seq":1,"from":"lcXA1k7udkw1zxT3Vpx6HF","to":"-KTZkDuMTlO110jmp3Y_A1","diff":{"set":{},"gone":[]}}]',
  ];
  expect(toldIn(packets)).not.toMatch(/A1/);
  const leak = '2["view",{"from":"","to":"","diff":{"set":{"ahead:c":["A1"]},"gone":["c/B1.1"]}}]';
  expect(toldIn([leak])).toBe(leak);
});
