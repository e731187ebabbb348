// The recheck keeps the first signature back until every sampled sheet was found right by somebody who entered none of it.
import { describe, expect, test } from "vitest";
import { cellsOf } from "#domain/marking/mark.ts";
import { recheckSample } from "#domain/marking/recheck.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import { loadSkillState, sheetHash } from "../../../server/marking/load-skill.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { type CompetitionStage, codeOf, hire, must, type SkillStage } from "../../support/stage.ts";

const rule = { topAll: 1, sharePercent: 34, limitPercent: 50 };
let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;

skillForEach("complete", { competitors: 4, rules: { recheck: rule } }, (opened) => {
  ({ at, competition, skill } = opened);
});

const checker = () => skill.permit(skill.recorder, "marking.confirm");
const standing = async () => (await at.services.marking.readRecheck(await checker()))!;
type Sheet = Awaited<ReturnType<typeof standing>>["sheets"][number];
const look = async (sheet: Sheet, differing: readonly string[] = [], seenHash = sheet.hash) =>
  at.services.marking.recheckSheet(await checker(), { ...sheet, differing, seenHash });

describe("the sample", () => {
  test("is there once marking ended, by code alone, and anybody repeats it from the seed in the ledger", async () => {
    const { seed, sheets, sampled, drawn } = await standing();
    expect({ sampled, drawn }).toEqual({ sampled: 3, drawn: 2 });
    const [deed] = await at.database.query<{ payload: string }>(
      "SELECT payload::text FROM ledger_line WHERE payload::text LIKE '%recheckSeed%' AND payload::text LIKE $1",
      [`%${seed}%`],
    );
    expect(deed).toBeDefined();
    const field = (
      await at.services.results.readResultDesk(await skill.permit(skill.chief, "competitions.oversee"))
    ).standings;
    const again = recheckSample(rule, field, seed).map((one) => one.contestantId);
    expect([...new Set(sheets.map((one) => one.contestantId))].sort()).toEqual([...again].sort());
    for (const person of skill.registrations) expect(JSON.stringify(sheets)).not.toContain(person.name);
  });

  test("the seed never changes, not even for the app", async () => {
    await expect(
      at.database.query("UPDATE recheck_seed SET seed = $1 WHERE skill_id = $2", [
        "0".repeat(64),
        skill.skillId,
      ]),
    ).rejects.toThrow(/permission denied|append-only/);
  });

  test("a skill whose rule asks for none has none, and is signed as before", async () => {
    skill = await competition.addSkill({ competitors: 2 });
    await skill.reach("complete");
    expect(await at.services.marking.readRecheck(await checker())).toBeNull();
    must(await skill.sign(skill.recorder, "checked"));
  });
});

describe("a look", () => {
  test("the first signature waits for every sheet, and then follows", async () => {
    const { sheets } = await standing();
    expect(await skill.sign(skill.recorder, "checked")).toEqual({
      ok: false,
      refusal: { code: "results.recheck-open", params: { sheets: sheets.length } },
    });
    for (const sheet of sheets) must(await look(sheet));
    must(await skill.sign(skill.recorder, "checked"));
    expect(await skill.stage()).toBe("checked");
  });

  test("that finds an error keeps the signature back until the sheet is corrected", async () => {
    const { sheets } = await standing();
    for (const sheet of sheets) must(await look(sheet));
    expect(codeOf(await look(sheets[0]!, ["A1.1", "Z9.9"]))).toBe("marking.unknown-aspect");
    must(await look(sheets[0]!, ["A1.1"]));
    expect(codeOf(await look(sheets[0]!, ["A1.1"]))).toBe("marking.recheck-recorded");
    const after = await standing();
    expect(after).toMatchObject({ errors: 1, escalated: false });
    expect(after.sheets[0]).toMatchObject({ state: "wrong", differing: ["A1.1"] });
    expect(codeOf(await skill.sign(skill.recorder, "checked"))).toBe("results.recheck-open");
  });

  test("the way of a correction: reopened, corrected, locked and completed again; seed and error stay, only that sheet is open", async () => {
    const everybody = { topAll: 9, sharePercent: 0, limitPercent: 50 };
    skill = await competition.addSkill({ competitors: 3, rules: { recheck: everybody } });
    await skill.reach("complete");
    const { sheets, seed } = await standing();
    for (const sheet of sheets) must(await look(sheet));
    const wrong = sheets.find((sheet) => sheet.subcriterionId === "B1")!;
    must(await look(wrong, ["B1.1"]));
    const oversee = await skill.permit(skill.chief, "marking.oversee");
    const place = { subcriterionId: "B1", contestantId: wrong.contestantId };
    must(await at.services.marking.askReopening(oversee, { ...place, reason: "抽查复核发现录入错误" }));
    const [asked] = await at.services.marking.listReopenings(oversee);
    const approve = await skill.permit(skill.supervisor, "marking.approve");
    must(await at.services.marking.decideReopening(approve, asked!.id, true));
    const cell = await at.database.prisma.markCell.findFirstOrThrow({
      where: { contestantId: wrong.contestantId, aspectId: "B1.1" },
    });
    const version = { expectedVersion: cell.version };
    expect(codeOf(await skill.enter(1, wrong.contestantId, "B1.1", "0", version))).toBe("ok");
    must(await at.services.marking.lockSubcriterion(oversee, "B1"));
    must(await at.services.results.completeResult(oversee));
    const after = await standing();
    expect(after).toMatchObject({ seed, errors: 1 });
    const open = after.sheets.filter((sheet) => sheet.state !== "right");
    expect(open).toMatchObject([{ ...place, state: "open" }]);
    must(await look(open[0]!));
    must(await skill.sign(skill.recorder, "checked"));
  });

  test("more errors than the limit recheck everybody", async () => {
    const { sheets } = await standing();
    const two = [...new Set(sheets.map((one) => one.contestantId))].slice(0, 2);
    for (const id of two) must(await look(sheets.find((one) => one.contestantId === id)!, ["A1.1"]));
    const after = await standing();
    expect(after.escalated).toBe(true);
    expect(new Set(after.sheets.map((one) => one.contestantId)).size).toBe(4);
  });

  test("at a content that is no longer there, or at a sheet outside the sample, is refused", async () => {
    const { sheets } = await standing();
    expect(codeOf(await look(sheets[0]!, [], "0".repeat(64)))).toBe("marking.sheet-changed");
    const sampled = new Set(sheets.map((one) => one.contestantId));
    const outside = (await skill.contestants()).find((one) => !sampled.has(one.id))!;
    const place = { contestantId: outside.id, subcriterionId: "A1" };
    const { scheme, cells } = (await loadSkillState(at.database, skill.skillId))!;
    const aspects = findSubCriterion(scheme, "A1")!.subcriterion.aspects.map(({ id }) => id);
    const seenHash = sheetHash(cellsOf(cells, outside.id), new Set(aspects));
    const beyond = { ...place, differing: [], seenHash };
    expect(codeOf(await at.services.marking.recheckSheet(await checker(), beyond))).toBe(
      "marking.not-sampled",
    );
  });

  test("that found an error is taken back by another person only", async () => {
    const [sheet] = (await standing()).sheets;
    must(await look(sheet!, [`${sheet!.subcriterionId}.1`]));
    expect(codeOf(await look(sheet!))).toBe("marking.recheck-by-another");
    const other = await hire(at, "lufen-er", { role: "recorder", skillId: skill.skillId });
    const permit = await skill.permit(other, "marking.confirm");
    must(await at.services.marking.recheckSheet(permit, { ...sheet!, differing: [], seenHash: sheet!.hash }));
    expect((await standing()).sheets[0]).toMatchObject({ state: "right" });
  });

  test("by who entered any of it is refused, by the service and by the database", async () => {
    const { sheets } = await standing();
    const [judge] = skill.judges;
    const both = { role: "recorder", skillId: skill.skillId } as const;
    await at.database.prisma.roleGrant.create({ data: { ...both, accountId: judge!.accountId } });
    const own = sheets.find((one) => one.subcriterionId === "A1")!;
    const permit = await skill.permit(judge!, "marking.confirm");
    const looked = await at.services.marking.recheckSheet(permit, {
      ...own,
      differing: [],
      seenHash: own.hash,
    });
    expect(codeOf(looked)).toBe("marking.confirmer-entered");
    const [entered] = await at.database.query<{ entered_by: string }>(
      "SELECT entered_by FROM mark_revision WHERE contestant_id = $1 LIMIT 1",
      [sheets[0]!.contestantId],
    );
    await expect(
      at.database.query(
        `INSERT INTO recheck_look (skill_id, contestant_id, subcriterion_id, sheet_hash, differing, checked_by, at)
         VALUES ($1, $2, 'A1', $3, '{}', $4, now())`,
        [skill.skillId, sheets[0]!.contestantId, sheets[0]!.hash, entered!.entered_by],
      ),
    ).rejects.toThrow("who entered a mark of this sheet cannot confirm it");
  });
});
