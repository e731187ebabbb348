// A version of a scheme that waits over marks: who is told of it, and what keeps it out of force (domain.md 3.3).
import { describe, expect, test } from "vitest";
import { changeAspect, changeCriterion, declareTotal } from "#domain/schemes/edit.ts";
import type { SchemeEdit } from "#server/schemes/edit-scheme.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { type CompetitionStage, must, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;

skillForEach("scoring", { competitors: 2 }, async (opened) => {
  ({ at, competition, skill } = opened);
  for (const [place, id] of opened.ids.entries()) await skill.markOne(id, place);
});

const schemes = () => at.services.schemes;
const organizer = () => skill.permit(skill.organizer, "schemes.edit");
const chief = () => skill.permit(skill.chief, "marking.oversee");
const start = async () => schemes().startVersion(await organizer(), "B1.1 的满分印错，裁判长会议决定更正");
const edit = async (change: SchemeEdit) => schemes().editScheme(await organizer(), change);

describe("a version that waits", () => {
  const waiting = async () => schemes().waitingVersion(await chief());

  test("is told to the chief judge with its reason, whether it is ready and whether it is their own", async () => {
    expect(await waiting()).toBeNull();
    must(await start());
    expect(await waiting()).toEqual({
      version: 2,
      reason: "B1.1 的满分印错，裁判长会议决定更正",
      errors: 0,
      ready: true,
      writtenByMe: false,
    });
    must(await edit((scheme) => changeCriterion(scheme, "A", { name: "外观", max: "50" })));
    expect(await waiting()).toMatchObject({ errors: 1, ready: false });
    const own = await skill.permit(skill.chief, "schemes.edit");
    must(
      await schemes().editScheme(own, (scheme) => changeCriterion(scheme, "A", { name: "外观", max: "40" })),
    );
    expect(await waiting()).toMatchObject({ errors: 0, writtenByMe: true });
    must(await schemes().dropVersion(await organizer()));
    expect(await waiting()).toBeNull();
  });

  test("before the first mark waits for nobody: whoever writes it locks it", async () => {
    const drawn = await competition.addSkill({ competitors: 1 });
    await drawn.reach("scoring");
    must(await schemes().startVersion(await drawn.permit(drawn.organizer, "schemes.edit"), "首评之前的更正"));
    expect(await schemes().waitingVersion(await drawn.permit(drawn.chief, "marking.oversee"))).toBeNull();
  });

  test("says to its writers what keeps it out of force, and nothing of anybody's marks", async () => {
    const refusal = async () => schemes().versionRefusal(await organizer());
    expect(await refusal()).toBeNull();
    must(await start());
    expect(await refusal()).toBeNull();
    must(
      await edit((scheme) =>
        changeAspect(scheme, "B1.1", { kind: "value", description: "底片等级", max: "30.00", step: "0.15" }),
      ),
    );
    expect(await refusal(), "errors of the draft come first").toBeNull();
    must(await edit((scheme) => changeCriterion(scheme, "B", { name: "内部质量", max: "45" })));
    must(await edit((scheme) => declareTotal(scheme, "85")));
    expect(await refusal()).toEqual({ code: "scheme.marks-do-not-fit", params: { aspects: "B1.1" } });
  });
});
