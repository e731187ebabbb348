// Named judging-rule sets: a change reaches the skills that are not drawn, a drawn one keeps what it was drawn with.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SetRules } from "#domain/competitions/rule-set.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { RuleSet } from "#server/competitions/rule-sets.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  must,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
});
afterAll(() => at.close());

const rooms = () => at.services.competitions;
const configure = () =>
  permitFor(at, competition.organizer, "competitions.configure", {
    competitionId: competition.competitionId,
  });
const loose: SetRules = { maxSpread: 2, maxRounds: 2, judgementSeats: 3 };
const strict: SetRules = { maxSpread: 0, judgementSeats: 3, rounding: { total: 2 } };

const trimmedScheme: Scheme = {
  total: "10.00",
  criteria: [
    {
      id: "A",
      name: "观感",
      max: "10.00",
      subcriteria: [
        {
          id: "A1",
          name: "观感",
          day: 1,
          aspects: [{ id: "A1.1", kind: "trimmed", description: "整体观感", max: "10", step: "0.5" }],
        },
      ],
    },
  ],
};

let named = 0;
async function raiseSet(rules: SetRules = loose): Promise<RuleSet> {
  const name = `规则组 ${++named}`;
  must(await rooms().addRuleSet(await configure(), { name, rules }));
  return (await rooms().listRuleSets(await configure())).find((set) => set.name === name)!;
}

async function choose(skill: SkillStage, ruleSetId: string | null): Promise<string> {
  const organizer = await skill.permit(skill.organizer, "competitions.configure");
  const { rules } = await rooms().readSkillSetUp(organizer);
  return codeOf(await rooms().changeRules(organizer, { rules, openBoard: false, ruleSetId }));
}
const rulesOf = async (skill: SkillStage): Promise<SkillRules> =>
  (await rooms().readSkillSetUp(await skill.permit(skill.organizer, "competitions.configure"))).rules;
const deedsOf = async (chain: string): Promise<string[]> =>
  (
    await at.database.query<{ deed: string }>(
      "SELECT deed FROM ledger_line WHERE chain = $1 ORDER BY seq DESC LIMIT 3",
      [chain],
    )
  ).map((line) => line.deed);

describe("a skill that chooses a set", () => {
  test("has the set's judging rules, and keeps the rest of its own", async () => {
    const skill = await competition.addSkill({ competitors: 1, rules: { noSharedRanks: true } });
    const set = await raiseSet();
    expect(await choose(skill, set.id)).toBe("ok");
    expect(await rulesOf(skill)).toMatchObject({ ...loose, noSharedRanks: true });
  });

  test("keeps the values as its own once it leaves the set", async () => {
    const skill = await competition.addSkill({ competitors: 1 });
    const set = await raiseSet();
    expect(await choose(skill, set.id)).toBe("ok");
    expect(await choose(skill, null)).toBe("ok");
    must(await rooms().changeRuleSet(await configure(), set.id, { name: set.name, rules: strict }));
    expect(await rulesOf(skill)).toMatchObject(loose);
  });

  test("cannot choose one of another competition", async () => {
    const skill = await competition.addSkill({ competitors: 1 });
    const elsewhere = await raiseCompetition(at);
    const there = await permitFor(at, elsewhere.organizer, "competitions.configure", {
      competitionId: elsewhere.competitionId,
    });
    must(await rooms().addRuleSet(there, { name: "他处", rules: loose }));
    const [foreign] = await rooms().listRuleSets(there);
    expect(await choose(skill, foreign!.id)).toBe("input.not-found");
    expect(
      codeOf(await rooms().changeRuleSet(await configure(), foreign!.id, { name: "x", rules: loose })),
    ).toBe("input.not-found");
    expect(codeOf(await rooms().removeRuleSet(await configure(), foreign!.id))).toBe("input.not-found");
  });
});

describe("a changed set", () => {
  test("changes its skills that are not drawn; a drawn one keeps what it was drawn with", async () => {
    const set = await raiseSet();
    const open = await competition.addSkill({ competitors: 1 });
    const drawn = await competition.addSkill({ competitors: 2 });
    const apart = await competition.addSkill({ competitors: 1 });
    for (const skill of [open, drawn]) expect(await choose(skill, set.id)).toBe("ok");
    await drawn.reach("drawn");
    must(await rooms().changeRuleSet(await configure(), set.id, { name: set.name, rules: strict }));
    const now = await rulesOf(open);
    expect(now).toMatchObject(strict);
    expect(now.maxRounds).toBeUndefined();
    expect(await rulesOf(drawn)).toMatchObject(loose);
    expect(await rulesOf(apart)).toMatchObject({ maxSpread: 1 });
    expect(
      (await rooms().listRuleSets(await configure())).find(({ id }) => id === set.id)!.skills,
    ).toMatchObject([{ drawn: false }, { drawn: true }]);
  });

  test("is written in the competition's chain and in that of each skill it changed", async () => {
    const set = await raiseSet();
    const skill = await competition.addSkill({ competitors: 1 });
    expect(await choose(skill, set.id)).toBe("ok");
    must(await rooms().changeRuleSet(await configure(), set.id, { name: set.name, rules: strict }));
    expect((await deedsOf(`competition:${competition.competitionId}`))[0]).toBe("rule-set-changed");
    expect((await deedsOf(`skill:${skill.skillId}`)).slice(0, 2)).toEqual(["rules-changed", "rules-changed"]);
  });

  test("ends a draw that was only committed: it would prove a field under other rules", async () => {
    const set = await raiseSet();
    const skill = await competition.addSkill({ competitors: 2 });
    expect(await choose(skill, set.id)).toBe("ok");
    must(await at.services.draws.commitDraw(await skill.permit(skill.coder, "draws.code")));
    must(await rooms().changeRuleSet(await configure(), set.id, { name: set.name, rules: strict }));
    const [draw] = await at.database.query("SELECT 1 FROM draw WHERE skill_id = $1", [skill.skillId]);
    expect(draw).toBeUndefined();
  });

  test("is refused whole where the locked scheme of a skill does not fit it, and the skill is named", async () => {
    const set = await raiseSet({ ...loose, trimmed: { seats: 5, minJudges: 5 } });
    const fits = await competition.addSkill({ competitors: 1 });
    const short = await competition.addSkill({
      competitors: 1,
      judges: 5,
      scheme: trimmedScheme,
      rules: { trimmed: { seats: 5, minJudges: 5 } },
    });
    for (const skill of [fits, short]) expect(await choose(skill, set.id)).toBe("ok");
    const before = [await rulesOf(fits), await rulesOf(short), await deedsOf(`skill:${fits.skillId}`)];
    const { number, name } = await at.database.prisma.skill.findUniqueOrThrow({
      where: { id: short.skillId },
    });
    const raised = { name: set.name, rules: { ...strict, trimmed: { seats: 5, minJudges: 6 } } };
    expect(await rooms().changeRuleSet(await configure(), set.id, raised)).toMatchObject({
      refusal: { code: "rule-set.does-not-fit", params: { skill: skillTitle({ number, name }) } },
    });
    expect([await rulesOf(fits), await rulesOf(short), await deedsOf(`skill:${fits.skillId}`)]).toEqual(
      before,
    );
    const kept = (await rooms().listRuleSets(await configure())).find(({ id }) => id === set.id)!;
    expect(kept.rules).toEqual(set.rules);
  });

  test("chosen by a skill at the same moment reaches that skill too", async () => {
    const set = await raiseSet();
    const skill = await competition.addSkill({ competitors: 1 });
    const changing = rooms().changeRuleSet(await configure(), set.id, { name: set.name, rules: strict });
    const [chosen, changed] = await Promise.all([choose(skill, set.id), changing]);
    expect([chosen, codeOf(changed)]).toEqual(["ok", "ok"]);
    expect(await rulesOf(skill)).toMatchObject(strict);
  });
});

describe("names and removal", () => {
  test("a name stands once in a competition", async () => {
    const [one, two] = [await raiseSet(), await raiseSet()];
    expect(codeOf(await rooms().addRuleSet(await configure(), { name: one.name, rules: loose }))).toBe(
      "rule-set.name-taken",
    );
    expect(
      codeOf(await rooms().changeRuleSet(await configure(), two.id, { name: one.name, rules: loose })),
    ).toBe("rule-set.name-taken");
  });

  test("a set that a skill uses is not removed, and the skill is named; afterwards it is", async () => {
    const set = await raiseSet();
    const skill = await competition.addSkill({ competitors: 1 });
    expect(await choose(skill, set.id)).toBe("ok");
    const kept = await rooms().removeRuleSet(await configure(), set.id);
    expect(kept).toMatchObject({ refusal: { code: "rule-set.in-use" } });
    expect(kept.ok || String(kept.refusal.params!["skills"])).toContain("焊接");
    expect(await choose(skill, null)).toBe("ok");
    expect(codeOf(await rooms().removeRuleSet(await configure(), set.id))).toBe("ok");
    expect((await rooms().listRuleSets(await configure())).some(({ id }) => id === set.id)).toBe(false);
    expect((await deedsOf(`competition:${competition.competitionId}`))[0]).toBe("rule-set-removed");
  });
});
