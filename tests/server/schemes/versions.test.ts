// A scheme after the first mark changes only as a new version with a reason, and shows first what it would move (domain.md 3.3).
import { describe, expect, test } from "vitest";
import { readBundle } from "#domain/bundles/bundle.ts";
import { recompute } from "#domain/bundles/recompute.ts";
import { sha256Hex } from "#domain/chance.ts";
import { canonical } from "#domain/ledger/chain.ts";
import { addAspect, changeAspect, changeCriterion, removeAspect } from "#domain/schemes/edit.ts";
import { move } from "#domain/schemes/move.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import type { SchemeEdit } from "#server/schemes/edit-scheme.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { type CompetitionStage, codeOf, must, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];

skillForEach("scoring", { competitors: 3 }, async (opened) => {
  ({ at, competition, skill, ids } = opened);
  for (const [place, id] of ids.entries()) await skill.markOne(id, place);
});

const organizer = () => skill.permit(skill.organizer, "schemes.edit");
const chief = () => skill.permit(skill.chief, "marking.oversee");
const schemes = () => at.services.schemes;
const start = async (reason = "B1.1 的满分印错，裁判长会议决定更正") =>
  schemes().startVersion(await organizer(), reason);
const edit = async (change: SchemeEdit) => schemes().editScheme(await organizer(), change);
/** The hash of the draft as whoever looks at its effect sees it. */
const seen = async () => sha256Hex(canonical((await schemes().readSkillScheme(await organizer())).scheme));
const enforce = async (hash?: string) => schemes().enforceVersion(await chief(), hash ?? (await seen()));
const preview = async () => must((await schemes().previewVersion(await chief()))!);
const totals = async () =>
  Object.fromEntries(
    Object.entries((await at.services.marking.readWall(await chief())).view)
      .filter(([key]) => key.startsWith("total:"))
      .map(([key, told]) => [key.slice(6), told as { rank: number | null; total: string | null }]),
  );
const complete = async () => {
  await skill.lockAll();
  must(await at.services.results.completeResult(await chief()));
};
const lines = async (deed: string) =>
  at.database.query<{ payload: Record<string, unknown> }>(
    "SELECT payload FROM ledger_line WHERE chain = $1 AND deed = $2 ORDER BY seq",
    [`skill:${skill.skillId}`, deed],
  );
const lighter: SchemeEdit = (scheme) => removeAspect(scheme, "A1.2");

describe("a version after the first mark", () => {
  test("needs a reason in words, and the locked one stays in force meanwhile", async () => {
    expect(codeOf(await edit(lighter))).toBe("scheme.locked");
    expect(codeOf(await start(" \u200b"))).toBe("scheme.reason-needed");
    must(await start());
    expect(codeOf(await start())).toBe("scheme.not-locked");
    const before = await totals();
    must(await edit((scheme) => removeAspect(scheme, "A1.2")));
    expect(await totals()).toEqual(before);
    expect(await schemes().listVersions(await organizer())).toMatchObject([
      { version: 2, lockedAt: null, reason: expect.stringContaining("印错") },
      { version: 1, lockedBy: expect.any(String) },
    ]);
  });

  test("keeps every number: nothing is moved or replaced whole", async () => {
    must(await start());
    const rearranged = await schemes().rearrangeScheme(await organizer(), (scheme) =>
      move(scheme, "A1.2", { under: "A1", at: 0 }),
    );
    expect(codeOf(rearranged)).toBe("scheme.numbers-stand");
    must(await edit((scheme) => removeAspect(scheme, "A1.2")));
    const grown = must(
      await edit((scheme) =>
        addAspect(scheme, "A1", { kind: "measurement", description: "补充", max: "10" }),
      ),
    );
    expect(aspectsOf(grown).map(({ id }) => id)).toEqual(["A1.1", "A1.3", "A1.4", "B1.1", "B1.2"]);
  });

  test("shows every total and rank that would move, and moves exactly those", async () => {
    const before = await totals();
    must(await start());
    must(
      await edit((scheme) =>
        changeAspect(scheme, "A1.3", {
          kind: "judgement",
          description: "焊缝成形",
          max: "4.00",
          levels: ["零", "一", "二", "三"],
        }),
      ),
    );
    must(
      await edit((scheme) =>
        changeAspect(scheme, "A1.1", { kind: "value", description: "焊缝余高", max: "26.00", step: "0.5" }),
      ),
    );
    const { moved, opened } = await preview();
    expect(moved.length).toBe(3);
    expect(opened).toEqual([]);
    expect(await totals()).toEqual(before);
    must(await enforce());
    const after = await totals();
    for (const one of moved) {
      expect(before[one.before.contestantId]).toMatchObject({
        rank: one.before.rank,
        total: one.before.total,
      });
      expect(after[one.after.contestantId]).toMatchObject({ rank: one.after.rank, total: one.after.total });
    }
    expect((await lines("scheme-locked")).at(-1)!.payload).toMatchObject({
      version: 2,
      reason: expect.stringContaining("印错"),
    });
  });

  test("is put into force by another person than who began it, never by the plain lock", async () => {
    must(
      await schemes().startVersion(await skill.permit(skill.chief, "schemes.edit"), "裁判长自己起草的修订"),
    );
    expect(codeOf(await enforce())).toBe("marking.same-person");
    expect(codeOf(await schemes().lockScheme(await organizer()))).toBe("scheme.marked");
    must(await schemes().dropVersion(await organizer()));
    expect(codeOf(await schemes().dropVersion(await organizer()))).toBe("scheme.no-new-version");
    must(await start());
    must(await enforce());
  });

  test("refuses an aspect that does not take a mark entered in it, with its number", async () => {
    must(await start());
    must(
      await edit((scheme) =>
        changeAspect(scheme, "B1.1", { kind: "value", description: "底片等级", max: "30.00", step: "0.15" }),
      ),
    );
    must(
      await edit((scheme) =>
        changeAspect(scheme, "A1.1", { kind: "value", description: "焊缝余高", max: "35.00", step: "0.5" }),
      ),
    );
    must(await edit((scheme) => changeCriterion(scheme, "A", { name: "外观", max: "55" })));
    must(await edit((scheme) => changeCriterion(scheme, "B", { name: "内部", max: "45" })));
    expect(await schemes().previewVersion(await chief())).toMatchObject({
      ok: false,
      refusal: { code: "scheme.marks-do-not-fit", params: { aspects: "B1.1" } },
    });
    expect(codeOf(await enforce())).toBe("scheme.marks-do-not-fit");
  });
});

describe("what the chief judge looked at", () => {
  test("is what comes into force: a draft changed meanwhile is looked at again", async () => {
    must(await start());
    const hash = await seen();
    must(await edit((scheme) => changeCriterion(scheme, "A", { name: "外观与安全", max: "40" })));
    expect(codeOf(await enforce(hash))).toBe("scheme.changed-meanwhile");
  });

  test("was written by others: one edit of the chief judge's own is enough", async () => {
    must(await start());
    must(
      await schemes().editScheme(await skill.permit(skill.chief, "schemes.edit"), (scheme) =>
        changeCriterion(scheme, "A", { name: "外观与安全", max: "40" }),
      ),
    );
    expect(codeOf(await enforce())).toBe("marking.same-person");
  });
});

describe("a form filled in over another draft", () => {
  test("is refused, so that a second click removes nothing else", async () => {
    const fresh = await competition.addSkill({ competitors: 1 });
    const editor = await fresh.permit(fresh.organizer, "schemes.edit");
    must(await schemes().startVersion(editor, "更正"));
    const { hash } = await schemes().readSkillScheme(editor);
    const remove: SchemeEdit = (scheme) => removeAspect(scheme, "A1.1");
    must(await schemes().editScheme(editor, remove, hash));
    expect(codeOf(await schemes().editScheme(editor, remove, hash))).toBe("scheme.changed-meanwhile");
    const { scheme } = await schemes().readSkillScheme(editor);
    expect(aspectsOf(scheme).map(({ id }) => id)).toEqual(["A1.2", "A1.3", "B1.1", "B1.2"]);
  });
});

describe("a version begun before the first mark", () => {
  test("keeps numbers and rules too: the first mark may fall under the version in force", async () => {
    const drawn = await competition.addSkill({ competitors: 1, rules: { tieChain: ["aspect:A1.2"] } });
    await drawn.reach("scoring");
    const editor = await drawn.permit(drawn.organizer, "schemes.edit");
    must(await schemes().startVersion(editor, "首评之前的更正"));
    const moved = await schemes().rearrangeScheme(editor, (scheme) =>
      move(scheme, "A1.2", { under: "A1", at: 0 }),
    );
    expect(codeOf(moved)).toBe("scheme.numbers-stand");
    const cut = must(await schemes().editScheme(editor, (scheme) => removeAspect(scheme, "A1.1")));
    expect(aspectsOf(cut).map(({ id }) => id)).toEqual(["A1.2", "A1.3", "B1.1", "B1.2"]);
    const [row] = await at.database.query<{ rules: { tieChain: string[] } }>(
      "SELECT rules FROM skill WHERE id = $1",
      [drawn.skillId],
    );
    expect(row!.rules.tieChain).toEqual(["aspect:A1.2"]);
    must(await schemes().dropVersion(editor));
  });
});

describe("a new aspect after a sub-criterion was locked", () => {
  test("opens it again, sends a complete result back to marking, and its mark can be entered", async () => {
    await complete();
    must(await start("补评一个评分点"));
    must(await edit((scheme) => removeAspect(scheme, "A1.2")));
    must(
      await edit((scheme) =>
        addAspect(scheme, "A1", { kind: "measurement", description: "补评", max: "10" }),
      ),
    );
    expect(await preview()).toMatchObject({ opened: ["A1"], complete: false });
    must(await enforce());
    const wall = await at.services.marking.readWall(await chief());
    expect(wall.view["stage"]).toBe("scoring");
    expect(wall.view["locked"]).toEqual(["B1"]);
    expect(Object.values(await totals()).map((one) => one.total)).toEqual([null, null, null]);
    const sheet = must(await at.services.marking.loadSheet(await skill.seat(1), ids[0]!, "A1"));
    expect(sheet.subcriterion.aspects.map(({ id }) => id)).toEqual(["A1.1", "A1.3", "A1.4"]);
    for (const id of ids) must(await skill.enter(1, id, "A1.4", "10"));
    expect(Object.values(await totals()).every((one) => one.total !== null)).toBe(true);
  });
});

describe("the bundle of a skill whose scheme was revised", () => {
  test("holds the versions before, and recomputes from the marks of both", async () => {
    must(await start());
    must(await edit((scheme) => removeAspect(scheme, "A1.2")));
    must(
      await edit((scheme) =>
        changeAspect(scheme, "A1.1", { kind: "value", description: "焊缝余高", max: "30.00", step: "0.5" }),
      ),
    );
    must(await enforce());
    await complete();
    await skill.reach("published");
    const bundle = must(await at.services.results.exportBundle(skill.skillId));
    expect(bundle.earlier).toHaveLength(1);
    expect(bundle.marks.some((mark) => mark.aspect === "A1.2")).toBe(true);
    const read = must(readBundle(JSON.parse(JSON.stringify(bundle))));
    expect(recompute(read)).toMatchObject({ ok: true, differing: [] });
    const { earlier: _, ...without } = bundle;
    expect(readBundle(JSON.parse(JSON.stringify(without)))).toMatchObject({
      ok: false,
      refusal: { code: "bundle.invalid" },
    });
  });

  test("a signed result is revised no more", async () => {
    await complete();
    await skill.reach("signed");
    expect(codeOf(await start())).toBe("scheme.signed");
  });
});
