// A recorder's marks over the wire: keyed for a seat, seen by the panel; a judge names no seat, and no tablet's level is told.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, type LiveServer, openLive } from "../support/live-client.ts";
import { type CompetitionStage, codeOf, must, raiseCompetition, type SkillStage } from "../support/stage.ts";

let at: TestHouse;
let live: LiveServer;
let competition: CompetitionStage;
let skill: SkillStage;
let id: string;

beforeAll(async () => {
  at = await openTestHouse();
  live = await openLive(at);
  competition = await raiseCompetition(at);
});
beforeEach(async () => {
  skill = await competition.addSkill({ competitors: 1, rules: { confirm: "second" } });
  await skill.reach("scoring");
  id = (await skill.contestants())[0]!.id;
});
afterAll(async () => {
  await live.close();
  await at.close();
});

const onPanel = async (person = skill.recorder): Promise<LiveClient> => {
  const client = await live.connect(person);
  const audience = person === skill.recorder ? "recorder" : "panel";
  expect(codeOf(await client.watch(audience, skill.skillId))).toBe("ok");
  return client;
};
const given = (count: number) => (view: Record<string, unknown>) =>
  (view[`${id}/A1.3`] as { given?: number } | undefined)?.given === count;

test("what a recorder keys for the seats reaches the panel of the judges", async () => {
  const [recorder, judge] = [await onPanel(), await onPanel(skill.judges[0]!)];
  expect(codeOf(await recorder.enter(skill.command(id, "A1.1", "17.5", { seat: 0 })))).toBe("ok");
  for (const seat of [1, 2, 3])
    expect(codeOf(await recorder.enter(skill.command(id, "A1.3", "2", { seat })))).toBe("ok");
  const view = await judge.until("panel", skill.skillId, given(3));
  expect(view[`${id}/A1.3`]).toMatchObject({ state: "agreed", levels: [2, 2, 2] });
  expect(view[`${id}/A1.1`]).toMatchObject({ value: "17.5" });
});

test("a judge who names a seat is refused, even the own one; without a seat the mark is taken as before", async () => {
  const judge = await onPanel(skill.judges[1]!);
  for (const seat of [0, 1, 2])
    expect(codeOf(await judge.enter(skill.command(id, "A1.3", "2", { seat })))).toBe("access.not-allowed");
  expect(await at.database.prisma.markRevision.count({ where: { skillId: skill.skillId } })).toBe(0);
  expect(codeOf(await judge.enter(skill.command(id, "A1.3", "2")))).toBe("ok");
});

test.each([-1, 16, 1.5, "1", null])("a seat that is %s is no seat", async (seat) => {
  const recorder = await live.connect(skill.recorder);
  expect(codeOf(await recorder.enter({ ...skill.command(id, "A1.3", "2"), seat }))).toBe("input.invalid");
});

test("who is seated as a judge has no recorder's desk, and the panel is theirs as a judge's alone", async () => {
  must(
    await at.services.competitions.seatJudge(await skill.permit(skill.organizer, "competitions.configure"), {
      accountId: skill.recorder.accountId,
      number: 4,
    }),
  );
  const both = await live.connect(skill.recorder);
  expect(codeOf(await both.watch("panel", skill.skillId))).toBe("ok");
  expect(codeOf(await both.watch("recorder", skill.skillId))).toBe("marking.judge-may-not-record");
  expect(codeOf(await both.enter(skill.command(id, "A1.3", "2", { seat: 1 })))).toBe("access.not-allowed");
});

test("no packet of the recorder holds a level of a tablet while the round is open, not even the refusal", async () => {
  const [recorder, judge] = [await onPanel(), await onPanel(skill.judges[0]!)];
  expect(codeOf(await judge.enter(skill.command(id, "A1.3", "3")))).toBe("ok");
  await recorder.until("recorder", skill.skillId, given(1));
  for (const expectedVersion of [0, 1])
    expect(codeOf(await recorder.enter(skill.command(id, "A1.3", "1", { seat: 1, expectedVersion })))).toBe(
      "marking.level-taken",
    );
  expect(codeOf(await recorder.enter(skill.command(id, "A1.3", "1", { seat: 2 })))).toBe("ok");
  await recorder.until("recorder", skill.skillId, given(2));
  const text = recorder.packets.join("\n");
  expect(text).not.toMatch(/"(value|theirs|mark)":"3"|"levels":\[/);
  expect(text).toContain('"value":"1"');
});

test("a role revoked while the socket is open ends the desk at once", async () => {
  const recorder = await onPanel();
  const grant = await at.database.prisma.roleGrant.findFirstOrThrow({
    where: { accountId: skill.recorder.accountId, role: "recorder" },
  });
  await at.database.query("UPDATE role_grant SET revoked_at = now() WHERE id = $1", [grant.id]);
  expect(codeOf(await recorder.enter(skill.command(id, "A1.1", "1")))).toBe("access.not-allowed");
});

test("where nobody checks the sheets a recorder is told nothing of the panel, and never as one of it", async () => {
  const alone = await competition.addSkill({ competitors: 1 });
  await alone.reach("scoring");
  const recorder = await live.connect(alone.recorder);
  expect(codeOf(await recorder.watch("recorder", alone.skillId))).toBe("marking.recorder-needs-check");
  expect(codeOf(await recorder.watch("panel", alone.skillId))).toBe("access.not-allowed");
  const judge = await live.connect(alone.judges[0]!);
  expect(codeOf(await judge.watch("recorder", alone.skillId))).toBe("access.not-allowed");
});

test("where the paper is keyed again unseen, a recorder's client never receives a mark of a judge", async () => {
  const blind = await competition.addSkill({ competitors: 1, rules: { confirm: "blind" } });
  await blind.reach("scoring");
  const work = (await blind.contestants())[0]!.id;
  const recorder = await live.connect(blind.recorder);
  expect(codeOf(await recorder.watch("recorder", blind.skillId))).toBe("ok");
  await blind.markOne(work);
  const view = await recorder.until(
    "recorder",
    blind.skillId,
    (held) => (held[`${work}/A1.3`] as { state?: string } | undefined)?.state === "agreed",
  );
  expect(view[`${work}/A1.1`]).toMatchObject({ state: "agreed", value: null });
  expect(view[`${work}/A1.3`]).toMatchObject({ mark: null, levels: null });
  expect(recorder.packets.join()).not.toMatch(/"mark":"|"value":"|"levels":\[/);
  const over = blind.command(work, "A1.1", "3", { seat: 0, expectedVersion: 1 });
  expect(codeOf(await recorder.enter(over))).toBe("marking.level-taken");
});
