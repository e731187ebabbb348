// How most tests of the server open: a house with one competition for the whole file, and a skill that has come to a stage.
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Stage } from "#domain/competitions/skill.ts";
import { openTestHouse, type TestHouse } from "./house.ts";
import { type CompetitionStage, raiseCompetition, type SkillStage, type SkillWish } from "./stage.ts";

export type Opened = {
  readonly at: TestHouse;
  readonly competition: CompetitionStage;
  readonly skill: SkillStage;
  /** Of the contestants, by code; none before the draw. */
  readonly ids: string[];
};
/** Takes what was opened into the names the tests use, and goes on from there. */
type Take = (opened: Opened) => void | Promise<void>;

/** A skill of its own for every test of the file. */
export function skillForEach(stage: Stage, wish: SkillWish, take: Take): void {
  const open = openFile();
  beforeEach(async () => take(await open(stage, wish)));
}

/** One skill for all tests of the file. */
export function skillForAll(stage: Stage, wish: SkillWish, take: Take): void {
  const open = openFile();
  beforeAll(async () => take(await open(stage, wish)));
}

/** The house of a file with its competition, closed after the last test. */
function openFile() {
  let at: TestHouse | undefined;
  let competition: CompetitionStage;
  beforeAll(async () => {
    at = await openTestHouse();
    competition = await raiseCompetition(at);
  });
  afterAll(() => at?.close());
  return async (stage: Stage, wish: SkillWish): Promise<Opened> => {
    const skill = await competition.addSkill(wish);
    await skill.reach(stage);
    const ids = (await skill.contestants()).map((one) => one.id);
    return { at: at!, competition, skill, ids };
  };
}
