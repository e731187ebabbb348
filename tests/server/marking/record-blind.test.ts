// Keying paper sheets where they are keyed again unseen (confirm: blind): a recorder reads no mark of a judge.
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf } from "../../../server/access/actor.ts";
import { takeRecorderDesk } from "../../../server/access/proofs.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { codeOf, must, raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
beforeAll(async () => {
  at = await openTestHouse();
});
afterAll(() => at.close());

test("the grid shows a recorder none of the marks that judges gave, only that they stand, and takes nothing over them", async () => {
  const competition = await raiseCompetition(at);
  const rules = { confirm: "blind", doubts: { percent: 50, others: 3 } } as const;
  const skill = await competition.addSkill({ competitors: 2, rules });
  await skill.reach("scoring");
  const [work] = await skill.contestants();
  const actor = await actorOf(at.house, skill.recorder.accountId);
  const desk = must(await takeRecorderDesk(at.house, actor, skill.skillId));
  const key = (aspectId: string, value: string, expectedVersion = 0) =>
    at.services.marking.enterMark(
      desk,
      skill.command(work!.id, aspectId, value, { seat: 0, expectedVersion }),
    );
  expect(codeOf(await key("A1.2", "10"))).toBe("ok");
  await skill.markOne(work!.id, 0, ["A1.1", "A1.3"]);
  const shown = must(await at.services.marking.loadRecorderGrid(desk, "A1"));
  const [first] = shown.sheets;
  expect(Object.keys(first!.own)).toEqual(["A1.2"]);
  for (const place of ["A1.1", "A1.3/1", "A1.3/2", "A1.3/3"])
    expect(first!.shut[place]).toMatchObject({ refusal: { code: "marking.level-taken" } });
  expect(JSON.stringify(shown.panel)).not.toMatch(/"mark":"|"value":"|"levels":\[/);
  expect(shown.rules.doubts).toEqual(rules.doubts);
  expect(codeOf(await key("A1.1", "3", 1))).toBe("marking.level-taken");
});
