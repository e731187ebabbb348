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
  expect(codeOf(await client.watch("panel", skill.skillId))).toBe("ok");
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
  expect(view[`${id}/A1.1`]).toMatchObject({ mark: "17.5" });
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
  const both = await onPanel();
  expect(codeOf(await both.enter(skill.command(id, "A1.3", "2", { seat: 1 })))).toBe("access.not-allowed");
});

test("no packet of the recorder holds a level of a tablet while the round is open, not even the refusal", async () => {
  const [recorder, judge] = [await onPanel(), await onPanel(skill.judges[0]!)];
  expect(codeOf(await judge.enter(skill.command(id, "A1.3", "3")))).toBe("ok");
  await recorder.until("panel", skill.skillId, given(1));
  for (const expectedVersion of [0, 1])
    expect(codeOf(await recorder.enter(skill.command(id, "A1.3", "1", { seat: 1, expectedVersion })))).toBe(
      "marking.level-taken",
    );
  expect(codeOf(await recorder.enter(skill.command(id, "A1.3", "1", { seat: 2 })))).toBe("ok");
  await recorder.until("panel", skill.skillId, given(2));
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
