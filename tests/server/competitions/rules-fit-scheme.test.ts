// The rules of a skill and its marking scheme fit each other: checked when the scheme is locked and when rules change after it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import { ok } from "#domain/outcome.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { type CompetitionStage, codeOf, must, permitFor, raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
});
afterAll(() => at.close());

const part = (id: string, name: string, weight: string, ...criteria: string[]) => ({
  id,
  name,
  weight,
  criteria,
});
const parted = (...components: NonNullable<SkillRules["components"]>): SkillRules => ({
  ...offeredRules,
  components,
});

describe("a locked scheme", () => {
  const change = async (rules: SkillRules) => {
    const skill = await competition.addSkill({ competitors: 1 });
    const configure = await skill.permit(skill.organizer, "competitions.configure");
    const changed = await at.services.competitions.changeRules(configure, { rules, openBoard: false });
    const { rules: kept } = await at.services.competitions.readSkillSetUp(configure);
    return { changed, kept };
  };

  test("keeps out rules that name a criterion it has not, and the rules before them stand", async () => {
    const { changed, kept } = await change(parted(part("theory", "理论", "1", "Z")));
    expect(changed).toMatchObject({
      refusal: { code: "composition.criterion-unknown", params: { id: "Z" } },
    });
    expect(kept.components).toBeUndefined();
  });

  test("keeps out weights that do not make one, and a criterion counted twice", async () => {
    const half = await change(parted(part("theory", "理论", "0.5", "A")));
    expect(codeOf(half.changed)).toBe("composition.weights-not-one");
    const twice = await change(
      parted(part("theory", "理论", "0.5", "A"), part("practical", "实操", "0.5", "A")),
    );
    expect(codeOf(twice.changed)).toBe("composition.criterion-twice");
  });

  test("takes rules that fit", async () => {
    const fitting = parted(part("practical", "实操", "1", "A"));
    const { changed, kept } = await change(fitting);
    expect(codeOf(changed)).toBe("ok");
    expect(kept.components).toEqual(fitting.components);
  });
});

test("a draft is not locked while the rules name a criterion that it has not", async () => {
  const { organizer, competitionId } = competition;
  const { competitions, schemes } = at.services;
  const general = await permitFor(at, organizer, "competitions.configure", { competitionId });
  const { skillId } = must(
    await competitions.addSkill(general, {
      number: 77,
      name: "规则先行",
      occupation: null,
      category: "local",
      venue: "",
      groups: [],
      openBoard: false,
      rules: parted(part("practical", "实操", "1", "Q")),
    }),
  );
  const edit = await permitFor(at, organizer, "schemes.edit", { skillId });
  const { scheme } = await competition.addSkill({ competitors: 1 });
  must(await schemes.editScheme(edit, () => ok(scheme)));
  expect(codeOf(await schemes.lockScheme(edit))).toBe("composition.criterion-unknown");
  const configure = await permitFor(at, organizer, "competitions.configure", { skillId });
  must(
    await competitions.changeRules(configure, {
      rules: parted(part("practical", "实操", "1", "A")),
      openBoard: false,
    }),
  );
  expect(codeOf(await schemes.lockScheme(edit))).toBe("ok");
});
