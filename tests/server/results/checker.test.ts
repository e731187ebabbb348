// The checker of a result is never who entered a mark of it (domain.md section 7), for the service and for the database.
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf } from "../../../server/access/actor.ts";
import { takeRecorderDesk } from "../../../server/access/proofs.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { type CompetitionStage, codeOf, hire, must, raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
});
afterAll(() => at.close());

test("a recorder who keyed a paper sheet does not sign the result as checked; another one does", async () => {
  const skill = await competition.addSkill({ competitors: 2, rules: { confirm: "second" } });
  await skill.reach("scoring");
  const keying = await hire(at, "dailu", { role: "recorder", skillId: skill.skillId });
  const actor = await actorOf(at.house, keying.accountId);
  const desk = must(await takeRecorderDesk(at.house, actor, skill.skillId));
  const [one] = await skill.contestants();
  const keyed = { ...skill.command(one!.id, "A1.1", "12.5"), seat: 0 };
  expect(codeOf(await at.services.marking.enterMark(desk, keyed))).toBe("ok");
  for (const aspect of ["A1.2", "A1.3", "B1.1", "B1.2"]) await skill.markOne(one!.id, 0, [aspect]);
  for (const other of (await skill.contestants()).slice(1)) await skill.markOne(other.id);
  await skill.confirmAll();
  await skill.lockAll();
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  must(await at.services.results.completeResult(oversee));

  expect(codeOf(await skill.sign(keying, "checked"))).toBe("results.checker-entered");
  await expect(
    at.database.query(
      "INSERT INTO sign_off (skill_id, kind, account_id, content_hash, at) VALUES ($1, 'checked', $2, 'x', now())",
      [skill.skillId, keying.accountId],
    ),
  ).rejects.toThrow("who entered a mark of this skill cannot sign it as checked");
  must(await skill.sign(skill.recorder, "checked"));
});
