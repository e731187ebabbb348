// A whole cohort marked, published and worked out again from its bundle: the published totals, and where the files stand the real ones.
import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBundle } from "#domain/bundles/bundle.ts";
import { recompute } from "#domain/bundles/recompute.ts";
import { exact } from "#domain/exact.ts";
import { generate, type PlannedSkill, readCohort } from "../../../server/rehearsal/plan.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { must, raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
beforeAll(async () => {
  at = await openTestHouse();
});
afterAll(() => at.close());

/** Everything the cohort's judges entered, to publication; totals by the cohort's own names, from the bundle alone. */
async function recomputed(
  cohort: PlannedSkill,
): Promise<Map<string, { total: string | null; status: string }>> {
  const competition = await raiseCompetition(at);
  const skill = await competition.addSkill({ competitors: cohort.competitors.length, scheme: cohort.scheme });
  await skill.reach("scoring");
  const contestants = await skill.contestants();
  const idOf = new Map(cohort.competitors.map((name, place) => [name, contestants[place]!.id]));
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  const seat = await skill.seat(1);
  for (const name of cohort.absent)
    must(
      await at.services.marking.setContestantStatus(oversee, {
        contestantId: idOf.get(name)!,
        status: "absent",
        reason: "未到场",
      }),
    );
  for (const { competitor, aspectId, value } of cohort.marks) {
    const ack = await at.services.marking.enterMark(
      seat,
      skill.command(idOf.get(competitor)!, aspectId, value),
    );
    if (!ack.ok) throw new Error(`refused: ${ack.refusal.code}`);
  }
  await skill.lockAll();
  must(await at.services.results.completeResult(oversee));
  await skill.reach("published");
  const bundle = must(await at.services.results.exportBundle(skill.skillId));
  const found = recompute(must(readBundle(JSON.parse(JSON.stringify(bundle)))));
  expect(found).toMatchObject({ ok: true, differing: [], ledger: { ok: true, brokenAt: null } });
  const codeOf = new Map(contestants.map((one) => [one.id, one.code]));
  return new Map(
    cohort.competitors.map((name) => {
      const { total, status } = found.standings.find((row) => row.code === codeOf.get(idOf.get(name)!))!;
      return [name, { total, status }];
    }),
  );
}

test("a generated cohort of 8: every total is the sum of its marks", async () => {
  const [cohort] = generate(1, 8);
  const totals = await recomputed(cohort!);
  for (const name of cohort!.competitors) {
    const own = cohort!.marks.filter((mark) => mark.competitor === name);
    const expected = own.reduce((all, mark) => all.add(exact(mark.value)), exact(0));
    expect(exact(totals.get(name)!.total!).equals(expected)).toBe(true);
  }
}, 120_000);

const data = "../shared/data";
test.skipIf(!existsSync(data))(
  "the real cohort: 22 published totals, six absent",
  async () => {
    const [head, ...rows] = readFileSync(`${data}/results/web_preselection_2024_totals.csv`, "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const column = (row: readonly string[], name: string): string => row[head!.indexOf(name)]!;
    const absent = rows.filter((row) => column(row, "likely_absent") === "1");
    const cohort = await readCohort(
      `${data}/marking/web_preselection_2024_scheme.json`,
      `${data}/results/web_preselection_2024_marks.csv`,
      absent.map((row) => column(row, "competitor")),
    );
    const totals = await recomputed(cohort);
    for (const row of rows) {
      const { total, status } = totals.get(column(row, "competitor"))!;
      if (absent.includes(row)) expect([total, status]).toEqual([null, "absent"]);
      else expect(exact(total!).equals(exact(column(row, "published_total")))).toBe(true);
    }
  },
  240_000,
);
