// The bundle of a published skill: from it alone its standings and awards follow, its ledger holds, and no person stands in it.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Bundle, readBundle } from "#domain/bundles/bundle.ts";
import { recompute } from "#domain/bundles/recompute.ts";
import { exact } from "#domain/exact.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let unpublished: SkillStage;
let bundle: Bundle;

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at);
  unpublished = await competition.addSkill({ competitors: 2 });
  skill = await competition.addSkill({ competitors: 4 });
  await skill.reach("scoring");
  await floorPenalty();
  await skill.reach("complete");
  const [, second] = await skill.contestants();
  must(
    await at.services.marking.penalizeWork(await skill.permit(skill.chief, "marking.oversee"), second!.id, {
      id: randomUUID(),
      penalty: { level: "total", amount: "3.5" },
      reason: "提前触碰工件，选手姓名不写在此",
    }),
  );
  await skill.reach("published");
  bundle = must(await at.services.results.exportBundle(skill.skillId));
}, 120_000);
afterAll(() => at.close());

/** A violation that a floor judge recorded of the first entrant, and the supervisor let count. */
async function floorPenalty(): Promise<void> {
  const configure = await skill.permit(skill.organizer, "competitions.configure");
  for (const state of ["drawing", "judging"] as const)
    must(await at.services.competitions.advanceCompetition(configure, state));
  const floorJudge = await hire(at, "xianchang", { role: "floor-judge", skillId: skill.skillId });
  const recordId = randomUUID();
  const record = {
    id: recordId,
    kind: "violation" as const,
    registrationId: skill.registrations[0]!.id,
    text: "携带违规工具",
    minutes: null,
    penalty: { level: "total", amount: "20" },
  };
  must(await at.services.floor.addRecord(await skill.permit(floorJudge, "floor.record"), record));
  const approve = await skill.permit(skill.supervisor, "marking.approve");
  const confirm = (id: string) =>
    at.services.marking.confirmViolation(approve, recordId, { id, reason: "查证属实" });
  must(await confirm(randomUUID()));
  expect(codeOf(await confirm(randomUUID()))).toBe("marking.penalty-stands");
}

test("a result that is not published has no bundle", async () => {
  expect(codeOf(await at.services.results.exportBundle(unpublished.skillId))).toBe("results.not-published");
  expect(codeOf(await at.services.results.exportBundle(randomUUID()))).toBe("input.not-found");
});

describe("from the bundle alone", () => {
  test("standings and awards are those published, every line of the ledger is shown and holds", () => {
    const travelled = must(readBundle(JSON.parse(JSON.stringify(bundle))));
    const found = recompute(travelled);
    expect(found).toMatchObject({
      ok: true,
      differing: [],
      ledger: { ok: true, brokenAt: null, differing: [] },
    });
    expect(found.ledger!.shown).toBe(found.ledger!.lines);
    expect(found.awards.map((one) => one.grade)).toContain("gold");
  });

  test("the floor's penalty met its person once the seal was open, and the chief judge's its code", async () => {
    expect(bundle.penalties.map(({ level, amount }) => [level, amount])).toEqual([
      ["total", "20"],
      ["total", "3.5"],
    ]);
    const [row] = await at.database.query<{ code: string; total: string }>(
      `SELECT c.code, line->>'total' AS total FROM registration r JOIN contestant c ON c.registration_id = r.id
       JOIN result_snapshot s ON s.skill_id = r.skill_id AND s.kind = 'published',
       LATERAL jsonb_array_elements(s.content) line WHERE r.id = $1 AND line->>'number' = r.number`,
      [skill.registrations[0]!.id],
    );
    // The draw may have given this person the code that the chief judge penalized too.
    const others = bundle.penalties.filter((one) => one.amount !== "20");
    const without = recompute({ ...bundle, penalties: others });
    const before = without.standings.find((one) => one.code === row!.code)!.total;
    expect(exact(before!).sub(exact(row!.total)).equals(20)).toBe(true);
  });

  test("no name, unit, number, ID, account or reason stands in it", async () => {
    const text = JSON.stringify(bundle);
    for (const { name, residentId, unit, id } of skill.registrations)
      for (const secret of [name, residentId, unit, id]) expect(text).not.toContain(secret);
    const people = [skill.chief, skill.recorder, skill.supervisor, skill.organizer, ...skill.judges];
    for (const { accountId, login } of people)
      for (const secret of [accountId, `"${login}"`]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/携带违规工具|查证属实|提前触碰|01-00\d/);
  });

  test("a forged mark with everything else left alone is found", () => {
    const at = bundle.marks.findIndex((mark) => mark.aspect === "A1.1");
    const marks = bundle.marks.with(at, { ...bundle.marks[at]!, value: "0" });
    const found = recompute({ ...bundle, marks });
    expect(found.ok).toBe(false);
    expect(found.ledger!.differing).toEqual([bundle.marks[at]!.seq]);
  });
});

describe("npm run recompute", () => {
  const run = async (content: string) => {
    const file = join(await mkdtemp(join(tmpdir(), "biansai-bundle-")), "bundle.json");
    await writeFile(file, content);
    return new Promise<{ code: number; stdout: string; stderr: string }>((done) =>
      execFile(
        process.execPath,
        ["bin/run.mjs", "server/commands/recompute.ts", file],
        { maxBuffer: 1e8 },
        (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), stdout, stderr }),
      ),
    );
  };

  test("agrees with exit 0, decimals as text", async () => {
    const { code, stdout, stderr } = await run(JSON.stringify(bundle));
    expect([code, stderr]).toEqual([0, expect.stringContaining("复算结果与已发布的一致")]);
    expect(JSON.parse(stdout).standings[0].total).toMatch(/^\d+\.\d{2,6}$/);
  });

  test("disagrees with exit 1 and the code", async () => {
    const [first] = bundle.published!.standings;
    const standings = bundle.published!.standings.with(0, { ...first!, total: "1.00" });
    const { code, stderr } = await run(
      JSON.stringify({ ...bundle, published: { ...bundle.published!, standings } }),
    );
    expect([code, stderr]).toEqual([1, expect.stringContaining(first!.code)]);
  });

  test.each(["{", "[]", '{"format":"biansai-bundle/1"}'])(
    "%s is no bundle: exit 2 and a sentence",
    async (content) => {
      const { code, stdout, stderr } = await run(content);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/重新下载/);
    },
  );
});
