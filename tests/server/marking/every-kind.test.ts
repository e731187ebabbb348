// Every kind of aspect from the judge's entry to the standings: exact, with penalties, missing marks and the committee's order.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { standings } from "#domain/results/standings.ts";
import { loadSkillState } from "../../../server/marking/load-skill.ts";
import { everyKind, panelEntries } from "../../support/every-kind.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  must,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
});
beforeEach(async () => {
  skill = await competition.addSkill({
    competitors: 2,
    judges: 5,
    scheme: everyKind,
    rules: { trimmed: { seats: 5, minJudges: 4 } },
  });
  await skill.reach("scoring");
  ids = (await skill.contestants()).map((one) => one.id);
});
afterAll(() => at.close());

const placesNow = async () => {
  const state = (await loadSkillState(at.database, skill.skillId))!;
  return standings(state.scheme, state.rules, state.contestants, state.cells, state.rulings);
};
const placeOf = async (id: string) => (await placesNow()).find((row) => row.contestantId === id)!;

/** Levels 2, 2, 3 of 20 are 15.56; marks 8, 7, 9, 8.25, 7.75 without 9 and 7 average 8, times 20 over 10 are 16. */
async function markWhole(
  id: string,
  entries: Readonly<Record<string, string>> = panelEntries,
): Promise<void> {
  for (const [aspectId, value] of Object.entries(entries))
    accepted(await skill.enter(1, id, aspectId, value));
  for (const [place, value] of ["2", "2", "3"].entries())
    accepted(await skill.enter(place + 1, id, "B1.1", value));
  for (const [place, value] of ["8", "7", "9", "8.25", "7.75"].entries())
    accepted(await skill.enter(place + 1, id, "B1.2", value));
}
function accepted(answer: { ok: boolean }): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}
const chief = () => skill.permit(skill.chief, "marking.oversee");

test("the total is exact: 45 2/3 and one for time, 15.56, 16", async () => {
  await markWhole(ids[0]!);
  expect(await placeOf(ids[0]!)).toMatchObject({ rank: 1, total: "78.226667", fraction: "5867/75" });
  expect(await placeOf(ids[1]!)).toMatchObject({ rank: null, status: "incomplete", total: null });
});

test("a veto leaves its module nothing; 61 seconds over the limit as well", async () => {
  await markWhole(ids[0]!, { ...panelEntries, "A1.7": "1" });
  await markWhole(ids[1]!, { ...panelEntries, "A1.8": "211" });
  for (const id of ids) expect(await placeOf(id)).toMatchObject({ total: "31.56" });
});

describe("what an entry may be", () => {
  test.each([
    ["A1.3", "-1", "ok"],
    ["A1.3", "x", "marking.not-a-number"],
    ["A1.4", "4", "marking.not-a-count"],
    ["A1.4", "1.5", "marking.not-a-count"],
    ["A1.5", "8.5", "marking.not-listed"],
    ["A1.5", "0", "ok"],
    ["A1.6", "-1", "marking.below-zero"],
    ["A1.7", "2", "marking.not-yes-or-no"],
    ["A1.8", "360000", "marking.too-long"],
    ["B1.2", "10.25", "marking.above-max"],
    ["B1.2", "7.1", "marking.wrong-step"],
  ])("%s %s: %s", async (aspectId, value, code) => {
    expect(codeOf(await skill.enter(1, ids[0]!, aspectId, value))).toBe(code);
  });
});

describe("a trimmed mark is hidden until all seats are in, and unset is not missing", () => {
  const view = async () =>
    must(await at.services.marking.loadSheet(await skill.seat(1), ids[0]!, "B1")).panel[`${ids[0]}/B1.2`];

  test("four of five marks: pending, nothing shown, the total incomplete", async () => {
    for (const place of [1, 2, 3, 4]) accepted(await skill.enter(place, ids[0]!, "B1.2", "8"));
    expect(await view()).toEqual({ state: "pending", round: 1, given: 4, mark: null, levels: null });
  });

  test("declared missing with a reason, the rest counts; that seat takes nothing more; taken back, it is pending again", async () => {
    for (const place of [1, 2, 3, 4]) accepted(await skill.enter(place, ids[0]!, "B1.2", String(place + 4)));
    const place = { contestantId: ids[0]!, aspectId: "B1.2", seat: 5 };
    const declare = async (missing: boolean, reason = "该裁判回避") =>
      at.services.marking.declareMissing(await chief(), place, missing, reason);
    expect(codeOf(await declare(true, "  "))).toBe("marking.reason-needed");
    must(await declare(true));
    expect(codeOf(await declare(true))).toBe("marking.no-change");
    expect(await view()).toMatchObject({ state: "agreed", mark: "13.00", marks: ["5", "6", "7", "8", null] });
    expect(codeOf(await skill.enter(5, ids[0]!, "B1.2", "9"))).toBe("marking.declared-missing");
    must(await declare(false, "裁判已返回"));
    expect(await view()).toMatchObject({ state: "pending" });
    accepted(await skill.enter(5, ids[0]!, "B1.2", "9"));
    expect(await view()).toMatchObject({ state: "agreed", mark: "14.00" });
  });

  test("not more of them than leave the least number of judges", async () => {
    const missing = async (seat: number) =>
      at.services.marking.declareMissing(
        await chief(),
        { contestantId: ids[0]!, aspectId: "B1.2", seat },
        true,
        "缺席",
      );
    must(await missing(5));
    expect(await missing(4)).toMatchObject({
      ok: false,
      refusal: { code: "marking.too-few-judges", params: { given: 3, least: 4 } },
    });
  });
});

describe("penalties edit no mark and count at once", () => {
  const penalize = async (penalty: unknown, reason = "违反操作规程", id: string = randomUUID()) =>
    at.services.marking.penalizeWork(await chief(), ids[0]!, { id, penalty, reason });

  test.each([
    [{ level: "aspect", target: "A1.2" }, "68.226667"],
    [{ level: "module", target: "B" }, "46.666667"],
    [{ level: "total", amount: "10" }, "68.226667"],
    [{ level: "practical", amount: "0.5" }, "77.726667"],
    [{ level: "total", amount: "100" }, "0.00"],
  ])("%j leaves %s", async (penalty, total) => {
    await markWhole(ids[0]!);
    must(await penalize(penalty));
    expect(await placeOf(ids[0]!)).toMatchObject({ total });
    const [cell] = await at.database.query<{ value: string }>(
      "SELECT trim_scale(value)::text AS value FROM mark_cell WHERE contestant_id = $1 AND aspect_id = 'A1.2'",
      [ids[0]],
    );
    expect(cell).toEqual({ value: "10" });
  });

  test("refused without a reason, for what the scheme has not, twice; taken back it no longer counts and stays readable", async () => {
    await markWhole(ids[0]!);
    expect(codeOf(await penalize({ level: "total", amount: "5" }, ""))).toBe("marking.reason-needed");
    expect(codeOf(await penalize({ level: "module", target: "Z" }))).toBe("marking.penalty-target");
    expect(codeOf(await penalize({ level: "total", amount: "101" }))).toBe("marking.penalty-amount");
    const id = randomUUID();
    must(await penalize({ level: "total", amount: "5" }, "迟到", id));
    expect(codeOf(await penalize({ level: "total", amount: "5" }, "迟到", id))).toBe(
      "marking.penalty-stands",
    );
    must(await at.services.marking.withdrawPenalty(await chief(), id, "查明并非其责"));
    expect(await placeOf(ids[0]!)).toMatchObject({ total: "78.226667" });
    const rows = await at.database.query("SELECT 1 FROM penalty WHERE skill_id = $1", [skill.skillId]);
    expect(rows).toHaveLength(1);
    await expect(at.database.query("UPDATE penalty SET amount = 1")).rejects.toThrow("permission denied");
  });
});

describe("a tie after the whole chain", () => {
  const order = async (list: readonly string[], reason = "经裁判组合议") =>
    at.services.marking.recordOrder(await chief(), list, reason);

  test("the committee's order counts for exactly those who share the rank, until a mark moves them apart", async () => {
    for (const id of ids) await markWhole(id);
    expect((await placesNow()).map((row) => row.rank)).toEqual([1, 1]);
    expect(codeOf(await order([ids[1]!]))).toBe("results.not-tied");
    expect(codeOf(await order([ids[1]!, ids[1]!]))).toBe("results.not-tied");
    expect(codeOf(await order([ids[1]!, ids[0]!], ""))).toBe("marking.reason-needed");
    must(await order([ids[1]!, ids[0]!]));
    expect((await placesNow()).map((row) => row.contestantId)).toEqual([ids[1], ids[0]]);
    must(await order([ids[0]!, ids[1]!], "复议后更正"));
    expect((await placesNow()).map((row) => [row.contestantId, row.rank])).toEqual([
      [ids[0], 1],
      [ids[1], 2],
    ]);
    accepted(await skill.enter(1, ids[1]!, "A1.2", "0", { expectedVersion: 1 }));
    accepted(await skill.enter(1, ids[0]!, "A1.2", "0", { expectedVersion: 1 }));
    accepted(await skill.enter(1, ids[0]!, "A1.1", "5", { expectedVersion: 1 }));
    expect((await placesNow()).map((row) => row.contestantId)).toEqual([ids[1], ids[0]]);
  });
});
