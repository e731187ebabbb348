// What the wire may carry (domain.md section 6): every packet of every socket is kept, and searched for what it must not hold.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, type LiveServer, openLive } from "../support/live-client.ts";
import { type CompetitionStage, codeOf, must, raiseCompetition } from "../support/stage.ts";

let at: TestHouse;
let live: LiveServer;
let competition: CompetitionStage;

beforeAll(async () => {
  at = await openTestHouse();
  live = await openLive(at);
  competition = await raiseCompetition(at);
});
afterAll(async () => {
  await live.close();
  await at.close();
});

const text = (client: LiveClient): string => client.packets.join("\n");

test("no level of a colleague is in any packet a judge or the chief judge received before all seats are in", async () => {
  const skill = await competition.addSkill({ competitors: 1 });
  await skill.reach("scoring");
  const { id } = (await skill.contestants())[0]!;
  const judges = await Promise.all(skill.judges.map((judge) => live.connect(judge)));
  const chief = await live.connect(skill.chief);
  for (const judge of judges) expect(codeOf(await judge.watch("panel", skill.skillId))).toBe("ok");
  expect(codeOf(await chief.watch("oversight", skill.skillId))).toBe("ok");
  const cell = `${id}/A1.3`;
  const given = (count: number) => (view: Record<string, unknown>) =>
    (view[cell] as { given?: number } | undefined)?.given === count;

  // What may stand beside an open round are the levels of the round before, which everybody has seen already.
  for (const [round, levels, before] of [
    [1, ["0", "3", "1"], null],
    [2, ["2", "3", "3"], [0, 3, 1]],
  ] as const) {
    const seen = judges.map((judge) => judge.packets.length);
    const wall = chief.packets.length;
    for (const place of [0, 1]) {
      expect(codeOf(await judges[place]!.enter(skill.command(id, "A1.3", levels[place]!, { round })))).toBe(
        "ok",
      );
      await Promise.all(judges.map((judge) => judge.until("panel", skill.skillId, given(place + 1))));
    }
    for (const [place, judge] of judges.entries()) {
      const views = judge.packets.slice(seen[place]).flatMap(cellsIn(cell));
      expect(views.length).toBeGreaterThan(0);
      expect(views).toEqual(
        views.map((one) => ({ state: "pending", round, given: one.given, mark: null, levels: before })),
      );
    }
    const acks = judges[2]!.packets.slice(seen[2]).join();
    expect(acks).not.toMatch(/"value":/);
    expect(chief.packets.slice(wall).join()).not.toMatch(/levels|"value"|"mark"/);
    expect(codeOf(await judges[2]!.enter(skill.command(id, "A1.3", levels[2]!, { round })))).toBe("ok");
    await Promise.all(
      judges.map((judge) =>
        judge.until("panel", skill.skillId, (view) => (view[cell] as { state: string }).state !== "pending"),
      ),
    );
  }
  expect(judges[0]!.view("panel", skill.skillId)[cell]).toEqual({
    state: "agreed",
    round: 2,
    given: 3,
    mark: "8.89",
    levels: [2, 3, 3],
  });
});

/** What a packet says of one cell: in a whole view, or in a step's set. */
const cellsIn =
  (cell: string) =>
  (packet: string): { given: number }[] => {
    const start = packet.indexOf("[");
    if (start < 0) return [];
    const parts = JSON.parse(packet.slice(start)) as {
      view?: Record<string, never>;
      diff?: { set: Record<string, never> };
    }[];
    return parts
      .flatMap((part) => [part?.view?.[cell], part?.diff?.set[cell]])
      .filter((one) => one !== undefined);
  };

test("through a whole competition no packet of a judge, the chief judge or a spectator names a coded competitor before decoding", async () => {
  const skill = await competition.addSkill({ competitors: 4 });
  const people = await at.database.query<Record<string, string>>(
    "SELECT r.id, r.number, r.person_id, r.unit, p.name, p.id_masked FROM registration r JOIN person p ON p.id = r.person_id WHERE r.skill_id = $1",
    [skill.skillId],
  );
  await skill.reach("drawn");
  const judges = await Promise.all(skill.judges.map((judge) => live.connect(judge)));
  const chief = await live.connect(skill.chief);
  const spectator = await live.connect(null);
  const everybody = [...judges, chief, spectator];
  for (const client of everybody)
    for (const audience of ["progress", "board", "panel", "recorder", "oversight"] as const)
      await client.watch(audience, skill.skillId);
  await skill.reach("scoring");
  for (const one of await skill.contestants()) {
    for (const aspect of ["A1.1", "A1.2", "B1.1", "B1.2"])
      expect(codeOf(await judges[0]!.enter(skill.command(one.id, aspect, "0")))).toBe("ok");
    for (const judge of judges)
      expect(codeOf(await judge.enter(skill.command(one.id, "A1.3", "2")))).toBe("ok");
    expect(codeOf(await judges[1]!.enter(skill.command(one.id, "A1.1", "7")))).toBe("marking.stale");
  }
  await skill.lockAll();
  must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
  await skill.reach("signed");
  for (const judge of judges) await judge.until("panel", skill.skillId, (view) => view["stage"] === "signed");
  await chief.until("oversight", skill.skillId, (view) => view["stage"] === "signed");
  await spectator.until(
    "progress",
    skill.skillId,
    (view) => (view["progress"] as { stage: string }).stage === "signed",
  );
  const words = people.flatMap((one) => Object.values(one));
  expect(words).toHaveLength(24);
  for (const client of everybody) {
    expect(client.packets.length).toBeGreaterThan(4);
    expect(words.filter((word) => text(client).includes(word))).toEqual([]);
  }
  const codes = (await skill.contestants()).flatMap((one) => [one.id, one.code]);
  expect(codes.filter((word) => text(spectator).includes(word))).toEqual([]);
  expect(text(spectator)).not.toMatch(/"(mark|total|rank|levels|value)"/);
});

describe("spectators", () => {
  test("of a coded skill: progress only, and a board that stays empty even where the organizer opened one", async () => {
    const skill = await competition.addSkill({ competitors: 2, openBoard: true });
    await skill.reach("scoring");
    const spectator = await live.connect(null);
    expect(await spectator.watch("progress", skill.skillId)).toMatchObject({
      ok: true,
      view: { progress: { marked: 0, of: 10, stage: "scoring" } },
    });
    expect(await spectator.watch("board", skill.skillId)).toMatchObject({ ok: true, view: {} });
    for (const one of await skill.contestants()) await skill.markOne(one.id);
    await skill.lockAll();
    await spectator.until(
      "progress",
      skill.skillId,
      (view) => (view["progress"] as { marked: number }).marked === 10,
    );
    expect(spectator.view("board", skill.skillId)).toEqual({});
    expect(text(spectator)).not.toMatch(/R-0|"total"|"rank"/);
  });

  test("of an open skill whose board is not open: an empty board", async () => {
    const skill = await competition.addSkill({ competitors: 1, rules: { codingLayers: 0 } });
    await skill.reach("complete");
    expect(await (await live.connect(null)).watch("board", skill.skillId)).toMatchObject({
      ok: true,
      view: {},
    });
  });

  test("of an open board: rows only over the sub-criteria locked for everybody, and how many those are", async () => {
    const skill = await competition.addSkill({ competitors: 2, openBoard: true, rules: { codingLayers: 0 } });
    await skill.reach("scoring");
    const contestants = await skill.contestants();
    const spectator = await live.connect(null);
    expect(await spectator.watch("board", skill.skillId)).toMatchObject({
      view: { locked: { done: 0, of: 2 } },
    });
    await spectator.watch("progress", skill.skillId);
    for (const [place, one] of contestants.entries()) await skill.markOne(one.id, place);
    await spectator.until(
      "progress",
      skill.skillId,
      (view) => (view["progress"] as { marked: number }).marked === 10,
    );
    expect(spectator.view("board", skill.skillId)).toEqual({ locked: { done: 0, of: 2 } });
    must(
      await at.services.marking.lockSubcriterion(await skill.permit(skill.chief, "marking.oversee"), "B1"),
    );
    const half = await spectator.until("board", skill.skillId, (view) => Object.keys(view).length === 3);
    expect(half).toEqual({
      locked: { done: 1, of: 2 },
      [`row:${contestants[0]!.code}`]: { rank: 1, total: "60.00", status: "ranked" },
      [`row:${contestants[1]!.code}`]: { rank: 2, total: "58.50", status: "ranked" },
    });
    must(
      await at.services.marking.lockSubcriterion(await skill.permit(skill.chief, "marking.oversee"), "A1"),
    );
    const whole = await spectator.until(
      "board",
      skill.skillId,
      (view) => (view["locked"] as { done: number }).done === 2,
    );
    expect(whole[`row:${contestants[1]!.code}`]).toEqual({ rank: 2, total: "93.67", status: "ranked" });
  });

  test("fingerprint and sequence of the public views do not move with what is hidden", async () => {
    const skill = await competition.addSkill({ competitors: 1, openBoard: true, rules: { codingLayers: 0 } });
    await skill.reach("scoring");
    const { id } = (await skill.contestants())[0]!;
    const spectator = await live.connect(null);
    const panel = await live.connect(skill.judges[0]!);
    await panel.watch("panel", skill.skillId);
    await spectator.watch("progress", skill.skillId);
    const before = await spectator.watch("board", skill.skillId);
    await skill.markOne(id, 0, ["A1.1"]);
    await spectator.until(
      "progress",
      skill.skillId,
      (view) => (view["progress"] as { marked: number }).marked === 1,
    );
    const counted = await spectator.watch("progress", skill.skillId);
    await panel.enter(skill.command(id, "A1.1", "3", { expectedVersion: 1 }));
    await panel.until(
      "panel",
      skill.skillId,
      (view) => (view[`${id}/A1.1`] as { value: string }).value === "3",
    );
    expect(await spectator.watch("board", skill.skillId)).toEqual(before);
    expect(await spectator.watch("progress", skill.skillId)).toEqual(counted);
  });

  test("a skill of an edition that is still a draft is not found", async () => {
    const draft = await raiseCompetition(at);
    const skill = await draft.addSkill({ competitors: 1 });
    await at.database.query("UPDATE competition SET state = 'draft' WHERE id = $1", [draft.competitionId]);
    const spectator = await live.connect(null);
    for (const audience of ["progress", "board"] as const)
      expect(codeOf(await spectator.watch(audience, skill.skillId))).toBe("input.not-found");
  });
});
