// A new version of a scheme meets what was begun under the old one: re-scorings, marks on their way, penalties (domain.md 3.3).
import { expect, test } from "vitest";
import { changeAspect, changeCriterion, declareTotal, removeAspect } from "#domain/schemes/edit.ts";
import type { SchemeEdit } from "#server/schemes/edit-scheme.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { codeOf, must, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let ids: string[];

skillForEach("scoring", { competitors: 2 }, (opened) => {
  ({ at, skill, ids } = opened);
});

const schemes = () => at.services.schemes;
const marking = () => at.services.marking;
const organizer = () => skill.permit(skill.organizer, "schemes.edit");
const chief = () => skill.permit(skill.chief, "marking.oversee");
const supervisor = () => skill.permit(skill.supervisor, "marking.approve");
const markAll = async (aspects?: string[]) => {
  for (const [place, id] of ids.entries()) await skill.markOne(id, place, aspects);
};
const draft = async (...edits: SchemeEdit[]) => {
  must(await schemes().startVersion(await organizer(), "评分标准更正"));
  for (const edit of edits) must(await schemes().editScheme(await organizer(), edit));
};
const enforce = async () => {
  const { hash } = await schemes().readSkillScheme(await organizer());
  return schemes().enforceVersion(await chief(), hash);
};
const batchOf = async (aspectId: string, to: string) => {
  must(
    await marking().proposeRescoring(await chief(), {
      aspectId,
      wanted: [{ contestantId: ids[0]!, seat: 0, to }],
      reason: "复看后更正",
    }),
  );
  return async () => (await marking().listRescorings(await chief()))[0]!;
};
const outer =
  (max: string): SchemeEdit =>
  (scheme) =>
    changeAspect(scheme, "A1.1", { kind: "value", description: "焊缝余高", max, step: "0.5" });
/** What criterion A and the whole scheme declare. */
const declared = (max: string, total: string): SchemeEdit[] => [
  (scheme) => changeCriterion(scheme, "A", { name: "安全与外观", max }),
  (scheme) => declareTotal(scheme, total),
];

test("a batch on an aspect that is gone, or whose maximum fell below it, is not applied", async () => {
  await markAll(["A1.2", "A1.3", "B1.1", "B1.2"]);
  for (const id of ids) must(await skill.enter(1, id, "A1.1", "5"));
  const high = await batchOf("A1.1", "18");
  await draft(outer("10.00"), ...declared("30.00", "90.00"));
  must(await enforce());
  expect((await high()).moved).toBeNull();
  expect(codeOf(await marking().applyRescoring(await supervisor(), (await high()).id))).toBe(
    "marking.sheet-changed",
  );
  const gone = await batchOf("A1.2", "0");
  await draft((scheme) => removeAspect(scheme, "A1.2"), ...declared("20.00", "80.00"));
  must(await enforce());
  expect(codeOf(await marking().applyRescoring(await supervisor(), (await gone()).id))).toBe(
    "marking.sheet-changed",
  );
});

test("a mark that was typed while the aspect was of another kind is refused and can be given anew", async () => {
  await markAll(["A1.1", "A1.2", "A1.3"]);
  const offline = { ...skill.command(ids[0]!, "B1.1", "3"), meant: "value" };
  const { scheme } = await schemes().readSkillScheme(await organizer());
  const max = scheme.criteria[1]!.subcriteria[0]!.aspects[0]!.max;
  await draft((now) =>
    changeAspect(now, "B1.1", { kind: "deduction", description: "底片缺陷", max, perFault: "1.00" }),
  );
  must(await enforce());
  expect(await marking().enterMark(await skill.seat(1), offline)).toMatchObject({
    ok: false,
    refusal: { code: "marking.other-kind" },
  });
  const anew = { ...skill.command(ids[0]!, "B1.1", "3"), meant: "deduction" };
  expect(await marking().enterMark(await skill.seat(1), anew)).toMatchObject({ ok: true, value: "3" });
});

test("what a penalty has made zero stays until the penalty is taken back", async () => {
  await markAll();
  const id = crypto.randomUUID();
  must(
    await marking().penalizeWork(await chief(), ids[0]!, {
      id,
      penalty: { level: "aspect", target: "A1.2" },
      reason: "未按规定使用量具",
    }),
  );
  await draft((scheme) => removeAspect(scheme, "A1.2"), outer("30.00"));
  expect(await schemes().versionRefusal(await organizer())).toEqual({
    code: "scheme.penalized",
    params: { targets: "A1.2" },
  });
  expect(await schemes().waitingVersion(await chief())).toMatchObject({ errors: 0, ready: false });
  expect(codeOf(await enforce())).toBe("scheme.penalized");
  must(await marking().withdrawPenalty(await chief(), id, "改为现场提醒"));
  must(await enforce());
});

test("a draft with errors is not weighed: a step of zero breaks no page", async () => {
  await markAll();
  await draft((scheme) =>
    changeAspect(scheme, "A1.1", { kind: "value", description: "焊缝余高", max: "20.00", step: "0" }),
  );
  expect(await schemes().versionRefusal(await organizer())).toBeNull();
  expect(await schemes().previewVersion(await chief())).toBeNull();
  expect(await schemes().waitingVersion(await chief())).toMatchObject({ errors: 1, ready: false });
  expect(codeOf(await enforce())).toBe("scheme.invalid");
});
