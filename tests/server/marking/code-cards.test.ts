// The cards to print: one per work present, its address holds the blind code and nothing that names a person.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
beforeAll(async () => {
  at = await openTestHouse();
});
afterAll(() => at.close());

test("a card per work present, by code alone", async () => {
  const skill = await (await raiseCompetition(at)).addSkill({ competitors: 3 });
  await skill.reach("scoring");
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  const [, second] = await skill.contestants();
  await at.services.marking.setContestantStatus(oversee, {
    contestantId: second!.id,
    status: "absent",
    reason: "未到场",
  });
  const told = await at.services.marking.readCodeCards(oversee, "https://biansai.example");
  expect(told.cards.map(({ code, address }) => [code, address])).toEqual(
    ["R-01", "R-03"].map((code) => [
      code,
      `https://biansai.example/judge/next?skill=${skill.skillId}&code=${code}`,
    ]),
  );
  expect(told.cards[0]!.path).toMatch(/^M4 4h1v1h-1z/);
  expect(JSON.stringify(told)).not.toMatch(new RegExp(skill.registrations.map((one) => one.name).join("|")));
});
