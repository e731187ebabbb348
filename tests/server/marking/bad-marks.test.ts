// Bad input of reliability.md, "Marks": every one refused with its own code, and none leaves a trace.
import { expect, test } from "vitest";
import type { TestHouse } from "../../support/house.ts";
import { skillForAll } from "../../support/opening.ts";
import { codeOf, must, raiseCompetition, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let contestantId: string;

skillForAll("scoring", { competitors: 2 }, async (opened) => {
  ({ at, skill } = opened);
  contestantId = (await skill.contestants())[0]!.id;
});

const number = "marking.not-a-number";
test.each([
  ["above the maximum", "A1.1", "20.01", "marking.above-max"],
  ["above the maximum by the last decimal", "A1.1", "20.000001", "marking.above-max"],
  ["far above the maximum", "A1.1", "999999999", "marking.above-max"],
  ["negative", "A1.1", "-1", "marking.below-zero"],
  ["minus zero", "A1.1", "-0", number],
  ["minus zero with decimals", "A1.1", "-0.0", number],
  ["a wrong step", "A1.1", "12.3", "marking.wrong-step"],
  ["a wrong step of 0.15", "B1.1", "0.1", "marking.wrong-step"],
  ["an exponent", "A1.1", "1e1", number],
  ["1e309", "A1.1", "1e309", number],
  ["NaN", "A1.1", "NaN", number],
  ["Infinity", "A1.1", "Infinity", number],
  ["full-width digits", "A1.1", "１２", number],
  ["Arabic digits", "A1.1", "١٢", number],
  ["a comma", "A1.1", "12,5", number],
  ["hexadecimal", "A1.1", "0x10", number],
  ["a plus sign", "A1.1", "+12", number],
  ["spaces", "A1.1", " 12 ", number],
  ["a line end", "A1.1", "12\n", number],
  ["nothing", "A1.1", "", number],
  ["NUL", "A1.1", "12\u0000", number],
  ["a fraction", "A1.1", "1/2", number],
  ["seven decimals", "A1.1", "1.0000000", number],
  ["a point without digits", "A1.1", "12.", number],
  ["half of a measurement", "A1.2", "5", "marking.not-full-or-zero"],
  ["more than a measurement", "A1.2", "10.5", "marking.above-max"],
  ["level 4", "A1.3", "4", "marking.not-a-level"],
  ["level 1.5", "A1.3", "1.5", "marking.not-a-level"],
  ["level 2.0", "A1.3", "2.0", "marking.not-a-level"],
  ["level -1", "A1.3", "-1", "marking.below-zero"],
  ["level 02", "A1.3", "02", "marking.not-a-level"],
])("%s is refused", async (_what, aspectId, value, code) => {
  expect(codeOf(await skill.enter(1, contestantId, aspectId, value))).toBe(code);
  expect(await at.database.prisma.markRevision.count()).toBe(0);
  expect(await at.database.prisma.markCell.count()).toBe(0);
});

test.each([
  ["the maximum itself", "A1.1", "20.00", "20"],
  ["zero", "A1.2", "0", "0"],
  ["one step of 0.15", "B1.1", "0.15", "0.15"],
  ["a step with trailing zeros", "B1.2", "15.000000", "15"],
])("%s is accepted", async (_what, aspectId, value, kept) => {
  expect(codeOf(await skill.enter(1, contestantId, aspectId, value))).toBe("ok");
  const [cell] = await at.database.query(
    "SELECT trim_scale(value)::text AS value FROM mark_cell WHERE contestant_id = $1 AND aspect_id = $2",
    [contestantId, aspectId],
  );
  expect(cell).toEqual({ value: kept });
});

test("a second round of a mark that has no rounds is refused", async () => {
  const [, second] = await skill.contestants();
  expect(codeOf(await skill.enter(1, second!.id, "A1.1", "12", { round: 2 }))).toBe("marking.round-not-open");
});

test("an absent competitor is not marked, and one with marks cannot become absent", async () => {
  const [first, second] = await skill.contestants();
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  expect(
    codeOf(
      await at.services.marking.setContestantStatus(oversee, {
        contestantId: second!.id,
        status: "absent",
        reason: " \u200b\u3164",
      }),
    ),
  ).toBe("registration.reason-needed");
  must(
    await at.services.marking.setContestantStatus(oversee, {
      contestantId: second!.id,
      status: "absent",
      reason: "未检录",
    }),
  );
  expect(codeOf(await skill.enter(1, second!.id, "A1.1", "12"))).toBe("marking.competitor-out");
  expect(
    codeOf(
      await at.services.marking.setContestantStatus(oversee, {
        contestantId: first!.id,
        status: "absent",
        reason: "未检录",
      }),
    ),
  ).toBe("marking.has-marks");
});

test("before marking is opened and after a sub-criterion is locked, marks are refused", async () => {
  const early = await (await raiseCompetition(at)).addSkill({ competitors: 1 });
  await early.reach("drawn");
  const [one] = await early.contestants();
  expect(codeOf(await early.enter(1, one!.id, "A1.1", "12"))).toBe("marking.not-open");
  await early.reach("scoring");
  await early.markOne(one!.id);
  must(await at.services.marking.lockSubcriterion(await early.permit(early.chief, "marking.oversee"), "A1"));
  expect(codeOf(await early.enter(1, one!.id, "A1.1", "12", { expectedVersion: 1 }))).toBe(
    "marking.sheet-locked",
  );
  expect(codeOf(await early.enter(1, one!.id, "B1.1", "12", { expectedVersion: 1 }))).toBe("ok");
  must(await at.services.marking.lockSubcriterion(await early.permit(early.chief, "marking.oversee"), "B1"));
  must(await at.services.results.completeResult(await early.permit(early.chief, "marking.oversee")));
  expect(codeOf(await early.enter(1, one!.id, "B1.1", "12.15", { expectedVersion: 2 }))).toBe(
    "marking.not-open",
  );
});
