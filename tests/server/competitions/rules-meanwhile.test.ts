// Rules filled in over what stood before are refused once they are others: a renumbered scheme, another save or a changed set.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { rulesHash } from "#domain/competitions/rules-hash.ts";
import { addCriterion } from "#domain/schemes/edit.ts";
import { move } from "#domain/schemes/move.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { type CompetitionStage, codeOf, must, permitFor, raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skillId: string;
let number = 300;

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
});
afterAll(() => at.close());

const rooms = () => at.services.competitions;
const organizer = () => permitFor(at, competition.organizer, "competitions.configure", { skillId });
const editor = () => permitFor(at, competition.organizer, "schemes.edit", { skillId });
const modules = [{ id: "weld", name: "焊接", criteria: ["B"] }];

/** A skill whose scheme is a draft of A and B, and whose rules name B. */
beforeEach(async () => {
  const { competitionId } = competition;
  const general = await permitFor(at, competition.organizer, "competitions.configure", { competitionId });
  const skill = { name: "规则先行", occupation: null, category: "local" as const, venue: "", groups: [] };
  const added = { ...skill, number: ++number, openBoard: false, rules: { ...offeredRules, modules } };
  skillId = must(await rooms().addSkill(general, added)).skillId;
  for (const name of ["理论", "焊接"])
    must(
      await at.services.schemes.editScheme(await editor(), (one) => addCriterion(one, { name, max: "50" })),
    );
});

/** The criterion comes first and is A from then on. */
const putFirst = async (id: string) =>
  must(
    await at.services.schemes.rearrangeScheme(await editor(), (one) => move(one, id, { under: "", at: 0 })),
  );
const standing = async () => rooms().readSkillSetUp(await organizer());
const seen = async (): Promise<string> => rulesHash(await standing());
const save = async (rules: Partial<SkillRules>, seenHash: string, more: object = {}): Promise<string> => {
  const whole = { ...(await standing()).rules, ...rules };
  return codeOf(
    await rooms().changeRules(await organizer(), { rules: whole, openBoard: false, ...more }, seenHash),
  );
};

test("what was seen is what stands: the rules are saved, and the next save needs the next look", async () => {
  const first = await seen();
  expect(await save({ codePrefix: "W" }, first)).toBe("ok");
  expect(await save({ codePrefix: "X" }, first)).toBe("skill.rules-changed-meanwhile");
  expect((await standing()).rules.codePrefix).toBe("W");
  expect(await save({ codePrefix: "X" }, await seen())).toBe("ok");
});

test("a scheme renumbered in between is followed by the rules, and not written over", async () => {
  const before = await seen();
  await putFirst("B");
  expect((await standing()).rules.modules).toEqual([{ ...modules[0], criteria: ["A"] }]);
  expect(await save({ modules }, before)).toBe("skill.rules-changed-meanwhile");
  expect((await standing()).rules.modules).toEqual([{ ...modules[0], criteria: ["A"] }]);
});

test("an open board and another set are seen too", async () => {
  const before = await seen();
  expect(await save({}, before, { openBoard: true })).toBe("ok");
  expect(await save({}, before)).toBe("skill.rules-changed-meanwhile");
  const { competitionId } = competition;
  const general = await permitFor(at, competition.organizer, "competitions.configure", { competitionId });
  const form = { name: "五人评价", rules: { maxSpread: 1, judgementSeats: 5 } };
  must(await rooms().addRuleSet(general, form));
  const [set] = await rooms().listRuleSets(general);
  expect(await save({}, await seen(), { ruleSetId: set!.id })).toBe("ok");
  const following = await seen();
  must(
    await rooms().changeRuleSet(general, set!.id, { ...form, rules: { ...form.rules, judgementSeats: 7 } }),
  );
  expect(await save({}, following)).toBe("skill.rules-changed-meanwhile");
});

test("who does not say what they saw is not asked: an import and a script write whole rules", async () => {
  const { rules } = await standing();
  expect(codeOf(await rooms().changeRules(await organizer(), { rules, openBoard: true }))).toBe("ok");
});

test("one place writes rules: with the numbers that were followed, the ledger says what became of them", async () => {
  await putFirst("B");
  const lines = await at.database.query<{ deed: string; payload: Record<string, unknown> }>(
    "SELECT deed, payload FROM ledger_line WHERE chain = $1 ORDER BY seq DESC LIMIT 1",
    [`skill:${skillId}`],
  );
  expect(lines).toMatchObject([
    { deed: "rules-changed", payload: { openBoard: false, renamed: { A: "B", B: "A" }, gone: [] } },
  ]);
});
