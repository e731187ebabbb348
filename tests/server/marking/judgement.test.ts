// Judgement (评价, domain.md 3.2): levels of three seats, unseen until all are in; a spread over 1 asks for another round.
import { describe, expect, test } from "vitest";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { codeOf, must, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let contestantId: string;

skillForEach("scoring", { competitors: 1 }, async (opened) => {
  ({ at, skill } = opened);
  contestantId = (await skill.contestants())[0]!.id;
});

const level = (place: number, value: string | null, round = 1, expectedVersion = 0) =>
  skill.enter(place, contestantId, "A1.3", value, { round, expectedVersion });
const panel = async () =>
  must(await at.services.marking.loadSheet(await skill.seat(3), contestantId, "A1")).panel[
    `${contestantId}/A1.3`
  ];

test("three levels within the spread agree: (s1+s2+s3)/9 × max, half-up to 0.01", async () => {
  for (const [place, value] of [
    [1, "3"],
    [2, "2"],
    [3, "3"],
  ] as const)
    expect(codeOf(await level(place, value))).toBe("ok");
  expect(await panel()).toEqual({ state: "agreed", round: 1, given: 3, mark: "8.89", levels: [3, 2, 3] });
});

describe("nobody reads a level before all seats are in", () => {
  test("not the colleagues, from their sheet or desk", async () => {
    await level(1, "3");
    await level(2, "1");
    const seat = await skill.seat(3);
    const sheet = must(await at.services.marking.loadSheet(seat, contestantId, "A1"));
    expect(sheet.panel[`${contestantId}/A1.3`]).toEqual({
      state: "pending",
      round: 1,
      given: 2,
      mark: null,
      levels: null,
    });
    expect(sheet.own).toEqual({});
    expect((await at.services.marking.loadDesk(seat)).panel).toEqual(sheet.panel);
    const own = must(await at.services.marking.loadSheet(await skill.seat(1), contestantId, "A1")).own;
    expect(own["A1.3"]).toMatchObject({ value: "3", version: 1 });
  });

  test("not the chief judge on the wall, nor whoever confirms, before the sheet is complete", async () => {
    await level(1, "3");
    await level(2, "1");
    const wall = await at.services.marking.readWall(await skill.permit(skill.chief, "marking.oversee"));
    expect(wall.view[`sheet:${contestantId}~A1`]).toEqual({ state: "progress", done: 0, of: 3 });
    expect(JSON.stringify(wall.view)).not.toContain("levels");
    for (const person of [skill.chief, skill.recorder]) {
      const sheet = await at.services.marking.readSheetToConfirm(
        await skill.permit(person, "marking.confirm"),
        { contestantId, subcriterionId: "A1" },
      );
      expect(codeOf(sheet)).toBe("marking.nothing-to-confirm");
    }
  });
});

test("a spread over 1 disagrees: the first round is kept, the second decides, the first stays closed", async () => {
  await level(1, "0");
  await level(2, "3");
  await level(3, "3");
  expect(await panel()).toEqual({ state: "disagreeing", round: 2, given: 0, mark: null, levels: [0, 3, 3] });
  expect(codeOf(await level(1, "2", 1, 1))).toBe("marking.round-not-open");
  expect(codeOf(await level(1, "2", 3))).toBe("marking.round-not-open");
  expect(codeOf(await level(1, "2", 2))).toBe("ok");
  expect(await panel()).toEqual({ state: "pending", round: 2, given: 1, mark: null, levels: [0, 3, 3] });
  await level(2, "3", 2);
  await level(3, "3", 2);
  expect(await panel()).toEqual({ state: "agreed", round: 2, given: 3, mark: "8.89", levels: [2, 3, 3] });
  const kept = await at.database.query(
    "SELECT trim_scale(value)::text AS value FROM mark_revision WHERE contestant_id = $1 AND round = 1 ORDER BY seat",
    [contestantId],
  );
  expect(kept).toEqual([{ value: "0" }, { value: "3" }, { value: "3" }]);
});

test("a round that is open can be corrected; an agreed one cannot, by nobody", async () => {
  await level(1, "1");
  expect(await level(1, "2", 1, 1)).toMatchObject({ ok: true, version: 2 });
  expect(await level(1, null, 1, 2)).toMatchObject({ ok: true, value: null });
  expect(await panel()).toMatchObject({ state: "unset", given: 0 });
  await level(1, "2", 1, 3);
  await level(2, "2");
  await level(3, "2");
  expect(codeOf(await level(1, "3", 1, 4))).toBe("marking.round-not-open");
  expect(codeOf(await level(1, "3", 2))).toBe("marking.round-not-open");
});

test("a judge writes the own seat's cell only, whatever the message says", async () => {
  await level(2, "3");
  const [cell] = await at.database.query("SELECT seat, entered_by FROM mark_cell WHERE contestant_id = $1", [
    contestantId,
  ]);
  expect(cell).toEqual({ seat: 2, entered_by: skill.judges[1]!.accountId });
});

test("a sheet whose judges disagree cannot be locked, and the code that stands in the way is named", async () => {
  await skill.markOne(contestantId, 0, ["A1.1", "A1.2"]);
  await level(1, "0");
  await level(2, "3");
  await level(3, "3");
  const { code } = (await skill.contestants())[0]!;
  expect(
    await at.services.marking.lockSubcriterion(await skill.permit(skill.chief, "marking.oversee"), "A1"),
  ).toEqual({
    ok: false,
    refusal: { code: "marking.lock-disagreeing", params: { code, sub: "A1" } },
  });
});

test("the desk says for which seat a round still waits, and the chief judge reads the round before it: never the one that is open", async () => {
  const desk = async (place: number) => at.services.marking.loadDesk(await skill.seat(place));
  const onWall = async () => {
    const oversee = await skill.permit(skill.chief, "marking.oversee");
    const sheet = await at.services.marking.readSheetOfWall(oversee, { contestantId, subcriterionId: "A1" });
    return must(sheet).aspects.find(({ id }) => id === "A1.3");
  };
  await level(1, "0");
  await level(2, "3");
  expect(await onWall()).toMatchObject({ state: "pending", round: 1, spread: null });
  await level(3, "3");
  expect(await onWall()).toMatchObject({ state: "disagreeing", round: 2, spread: [0, 3, 3] });
  expect(await desk(1)).toMatchObject({ judges: [contestantId], givenAgain: [] });
  await level(1, "1", 2);
  expect((await desk(1)).givenAgain).toEqual([`${contestantId}/A1.3/2`]);
  expect((await desk(2)).givenAgain).toEqual([]);
  expect(await onWall()).toMatchObject({ state: "pending", round: 2, spread: [0, 3, 3] });
  await level(2, "2", 2);
  await level(3, "2", 2);
  expect(await onWall()).toMatchObject({ state: "agreed", round: 2, spread: null });
});
