// Marking by stages (初赛、决赛): the final's sheets appear for those who come through, and nothing waits for the others.
import { describe, expect, test } from "vitest";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { sheetId } from "#domain/marking/lock.ts";
import { actorOf } from "../../../server/access/actor.ts";
import { takeSeat } from "../../../server/access/proofs.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { codeOf, must, type SkillStage } from "../../support/stage.ts";

/** A1 is the heat, B1 the final, on another day. */
const contestStages: SkillRules["contestStages"] = [
  { id: "heat", name: "初赛", criteria: ["A"], advance: 2 },
  { id: "final", name: "决赛", criteria: ["B"], carry: "0.5" },
];
const heat = ["A1.1", "A1.2", "A1.3"];
const final = ["B1.1", "B1.2"];

let at: TestHouse;
let skill: SkillStage;
let ids: string[];

skillForEach("scoring", { competitors: 4, rules: { contestStages, daySignatures: true } }, (opened) => {
  ({ at, skill, ids } = opened);
});

const oversee = () => skill.permit(skill.chief, "marking.oversee");
const lock = async (sub: string) => at.services.marking.lockSubcriterion(await oversee(), sub);
/** The first two are best and go on; an even merit keeps the levels of the judgement equal. */
const markHeat = async (whom = ids) => {
  for (const id of whom) await skill.markOne(id, 2 * ids.indexOf(id), heat);
};
const seat = async () => must(takeSeat(await actorOf(at.house, skill.judges[0]!.accountId), skill.skillId));

describe("before everybody present is complete in the heat", () => {
  test("a mark in the final is refused for anybody, with the stage by name, and leaves no line", async () => {
    await markHeat(ids.slice(0, 3));
    const lines = () =>
      at.database.query("SELECT seq FROM chain_head WHERE chain = $1", [`skill:${skill.skillId}`]);
    const before = await lines();
    expect(await skill.enter(1, ids[0]!, "B1.1", "30")).toMatchObject({
      refusal: { code: "marking.stage-not-begun", params: { stage: "决赛" } },
    });
    expect(await lines()).toEqual(before);
  });

  test("the final cannot be locked, and its grid has no tab", async () => {
    expect(codeOf(await lock("B1"))).toBe("marking.stage-not-begun");
    const grid = must(await at.services.marking.loadJudgeGrid(await seat(), "A1"));
    expect(grid.subcriteria.map(({ id }) => id)).toEqual(["A1"]);
    expect(grid.sheets).toHaveLength(4);
  });
});

describe("once the heat is complete", () => {
  test("those who came through are marked in the final; the others are refused by code", async () => {
    await markHeat();
    await skill.markOne(ids[0]!, 0, final);
    const [, , third] = await skill.contestants();
    expect(await skill.enter(1, third!.id, "B1.1", "30")).toMatchObject({
      refusal: { code: "marking.stage-ahead", params: { stage: "决赛", code: third!.code } },
    });
  });

  test("a tie at the line passes all", async () => {
    for (const [merit, id] of [0, 2, 2, 4].map((merit, place) => [merit, ids[place]!] as const))
      await skill.markOne(id, merit, heat);
    for (const id of ids.slice(0, 3)) expect((await skill.enter(1, id, "B1.1", "30")).ok).toBe(true);
    expect((await skill.enter(1, ids[3]!, "B1.1", "30")).ok).toBe(false);
  });

  test("desk, grid, sheet and wall show the final only of those who came through", async () => {
    await markHeat();
    const { marking } = at.services;
    const desk = await marking.loadDesk(await seat());
    expect(Object.keys(desk.panel).filter((key) => key.startsWith("ahead:"))).toEqual(
      ids.slice(2).map((id) => `ahead:${id}`),
    );
    const grid = must(await marking.loadJudgeGrid(await seat(), "B1"));
    expect(grid.sheets.map(({ contestant }) => contestant.id)).toEqual(ids.slice(0, 2));
    const barred = must(await marking.loadSheet(await seat(), ids[3]!, "B1"));
    expect(barred.barred?.code).toBe("marking.stage-ahead");
    const open = must(await marking.loadSheet(await seat(), ids[0]!, "B1"));
    expect(open.barred).toBeNull();
    expect(open.contestants.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const { view } = await marking.readWall(await oversee());
    expect(view[`sheet:${sheetId(ids[3]!, "B1")}`]).toMatchObject({ state: "ahead" });
  });

  test("a heat mark taken back closes the final again until it is given", async () => {
    await markHeat();
    expect((await skill.enter(1, ids[0]!, "B1.2", "15")).ok).toBe(true);
    expect((await skill.enter(1, ids[3]!, "A1.2", null, { expectedVersion: 1 })).ok).toBe(true);
    expect(codeOf(await skill.enter(1, ids[0]!, "B1.1", "30"))).toBe("marking.stage-not-begun");
  });
});

test("the skill is complete without the final of those who did not go on, and everybody has a place", async () => {
  await markHeat();
  for (const id of ids.slice(0, 2)) await skill.markOne(id, 0, final);
  for (const sub of ["A1", "B1"]) must(await lock(sub));
  must(await at.services.results.completeResult(await oversee()));
  const { standings } = await at.services.results.readResultDesk(
    await skill.permit(skill.chief, "competitions.oversee"),
  );
  expect(standings.map(({ rank, status, stage }) => [rank, status, stage])).toEqual([
    [1, "ranked", "final"],
    [2, "ranked", "final"],
    [3, "ranked", "heat"],
    [4, "ranked", "heat"],
  ]);
});

test("the day sheet of the final lists those who came through, and still can be signed", async () => {
  await markHeat();
  for (const id of ids.slice(0, 2)) await skill.markOne(id, 0, final);
  for (const sub of ["A1", "B1"]) must(await lock(sub));
  const shown = async (day: number) =>
    must(await at.services.results.readDayToSign(await seat(), day, "https://example.test")).summary;
  expect((await shown(1)).rows).toHaveLength(4);
  const second = await shown(2);
  expect(second.rows).toHaveLength(2);
  expect(second.hash).not.toBeNull();
});

test("a final with somebody missing is not locked, and that code is named", async () => {
  await markHeat();
  await skill.markOne(ids[0]!, 0, final);
  const [, second] = await skill.contestants();
  expect(await lock("B1")).toMatchObject({
    refusal: { code: "marking.lock-incomplete", params: { code: second!.code } },
  });
});

test("a re-scoring that lifts somebody into the final opens it again: nobody is signed without a mark there", async () => {
  await markHeat();
  for (const id of ids.slice(0, 2)) await skill.markOne(id, 0, final);
  for (const sub of ["A1", "B1"]) must(await lock(sub));
  must(await at.services.results.completeResult(await oversee()));
  const { marking } = at.services;
  const wanted = [{ contestantId: ids[2]!, seat: 0, to: "20" }];
  must(
    await marking.proposeRescoring(await oversee(), { aspectId: "A1.1", wanted, reason: "A1.1 重新测量" }),
  );
  const previewed = must(await marking.previewRescoring(await oversee(), { aspectId: "A1.1", wanted }));
  expect(previewed.opens).toEqual(["B1"]);
  const [batch] = await marking.listRescorings(await oversee());
  expect(batch!.opens).toEqual(["B1"]);
  must(await marking.applyRescoring(await skill.permit(skill.supervisor, "marking.approve"), batch!.id));
  const { view } = await marking.readWall(await oversee());
  expect([view["stage"], view["locked"]]).toEqual(["scoring", ["A1"]]);
  expect(codeOf(await at.services.results.completeResult(await oversee()))).toBe("results.not-complete");
  await skill.markOne(ids[2]!, 0, final);
  must(await lock("B1"));
  must(await at.services.results.completeResult(await oversee()));
});

test("a re-scoring that lifts nobody opens nothing", async () => {
  await markHeat();
  for (const id of ids.slice(0, 2)) await skill.markOne(id, 0, final);
  for (const sub of ["A1", "B1"]) must(await lock(sub));
  const wanted = [{ contestantId: ids[3]!, seat: 0, to: "0" }];
  const { opens } = must(
    await at.services.marking.previewRescoring(await oversee(), { aspectId: "A1.1", wanted }),
  );
  expect(opens).toEqual([]);
});

test("nobody signs while somebody who came through to the final has no mark there", async () => {
  await markHeat();
  await skill.markOne(ids[0]!, 0, final);
  await at.database.query("UPDATE skill SET stage = 'complete' WHERE id = $1", [skill.skillId]);
  expect(await skill.sign(skill.recorder, "checked")).toMatchObject({
    refusal: { code: "results.not-complete", params: { competitors: 1 } },
  });
});
