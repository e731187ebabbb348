// The line of a stage that only the floor's penalties move at decoding: nobody is published in a final without a mark there.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { penalizeByNumber } from "../../support/penalize.ts";
import { codeOf, must, raiseCompetition, type SkillStage } from "../../support/stage.ts";

const contestStages: SkillRules["contestStages"] = [
  { id: "heat", name: "初赛", criteria: ["A"], advance: 1 },
  { id: "final", name: "决赛", criteria: ["B"] },
];

let at: TestHouse;
let skill: SkillStage;
let works: { id: string; code: string }[];

beforeAll(async () => {
  at = await openTestHouse();
});
afterAll(() => at.close());

/** The best of the heat alone has marks in the final; its penalty by number is heavier than its lead where `amount` says so. */
async function decodedWith(amount: string): Promise<void> {
  for (const [place, { id }] of works.entries()) await skill.markOne(id, 2 * place, ["A1.1", "A1.2", "A1.3"]);
  await skill.markOne(works[0]!.id, 0, ["B1.1", "B1.2"]);
  await penalizeByNumber(at, skill, works[0]!.id, amount);
  await skill.lockAll();
  must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
  await skill.reach("decoded");
}

beforeEach(async () => {
  const competition = await raiseCompetition(at);
  skill = await competition.addSkill({ competitors: 2, rules: { contestStages, onSite: true } });
  await skill.reach("scoring");
  works = await skill.contestants();
});

const organizer = () => skill.permit(skill.organizer, "results.publish");

test("a moved line keeps the result from being announced and the notice from opening, and the code is named", async () => {
  await decodedWith("5");
  const refusal = { code: "results.stage-line-moved", params: { codes: works[1]!.code } };
  expect(await at.services.notices.announceOnSite(await organizer())).toMatchObject({ refusal });
  await at.database.query("UPDATE skill SET rules = rules || '{\"onSite\":false}' WHERE id = $1", [
    skill.skillId,
  ]);
  expect(await at.services.notices.openNotice(await organizer())).toMatchObject({ refusal });
  expect(await skill.stage()).toBe("decoded");
});

test("a penalty that leaves the line where it was keeps nothing back", async () => {
  await decodedWith("0.5");
  expect(codeOf(await at.services.notices.announceOnSite(await organizer()))).toBe("ok");
});
