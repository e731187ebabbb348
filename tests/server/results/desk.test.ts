// The desk of a result is one reading of one moment: the marks of the skill are loaded once, whatever is computed from them.
import { expect, test } from "vitest";
import type { TestHouse } from "../../support/house.ts";
import { skillForAll } from "../../support/opening.ts";
import { presenceOf } from "../../support/signing.ts";
import { codeOf, type SkillStage } from "../../support/stage.ts";
import { statementsOf } from "../../support/statements.ts";

let at: TestHouse;
let skill: SkillStage;
const rules = { daySignatures: true, recheck: { topAll: 3, sharePercent: 15, limitPercent: 5 } };
skillForAll("complete", { competitors: 3, rules }, (opened) => {
  ({ at, skill } = opened);
});

const overseer = () => skill.permit(skill.chief, "competitions.oversee");
const readsOfMarks = (statements: readonly string[]): number =>
  statements.filter((one) => one.includes("FROM mark_cell")).length;

test("the desk and its protocol read the marks once, in one unchanging view of the database", async () => {
  const permit = await overseer();
  const desk = await statementsOf(at, () => at.services.results.readResultDesk(permit));
  expect(desk.answer.recheck).toEqual({ left: 6 });
  const paper = await statementsOf(at, () => at.services.results.readProtocol(permit, "http://here"));
  expect(paper.answer!.seal.hash).toBe(desk.answer.hash);
  for (const { statements } of [desk, paper]) {
    expect(readsOfMarks(statements)).toBe(1);
    expect(statements.filter((one) => one.startsWith("BEGIN"))).toEqual([
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    ]);
    expect([statements[0], statements.at(-1)]).toEqual([
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
      "COMMIT",
    ]);
  }
});

test("a signature is held against what it loads once, its recheck and its days included", async () => {
  const hash = await skill.seenHash();
  const checker = await skill.permit(skill.recorder, "results.check");
  const here = await presenceOf(at, skill.recorder);
  const { answer, statements } = await statementsOf(at, () =>
    at.services.results.signResult(checker, "checked", hash, here),
  );
  expect(codeOf(answer)).toBe("results.recheck-open");
  expect(readsOfMarks(statements)).toBe(1);
});
