// Blind re-keying (house: confirm = blind): the second person never sees the first reading; both are told where, never what.
import { describe, expect, test } from "vitest";
import { type KeyedPlace, keyedName, placesToKey } from "#domain/marking/rekey.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { smallScheme } from "../../support/small-scheme.ts";
import { codeOf, must, permitFor, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let id: string;

skillForEach("scoring", { competitors: 1, rules: { confirm: "blind" } }, async (opened) => {
  ({ at, skill } = opened);
  id = (await skill.contestants())[0]!.id;
  await skill.markOne(id);
});

const confirm = () => skill.permit(skill.recorder, "marking.confirm");
const sheet = () => ({ contestantId: id, subcriterionId: "A1" });
const read = async () => must(await at.services.marking.readSheetToConfirm(await confirm(), sheet()));
/** What stands, as the paper would say it. */
async function paper(): Promise<Record<string, string | null>> {
  const cells = await at.database.prisma.markCell.findMany({ where: { contestantId: id } });
  const places = placesToKey(smallScheme.criteria[0]!.subcriteria[0]!.aspects, {
    judgementSeats: 3,
    maxSpread: 1,
  });
  const worth = (place: KeyedPlace) =>
    cells.find((cell) => cell.aspectId === place.aspectId && cell.seat === place.seat)?.value;
  return Object.fromEntries(places.map((place) => [keyedName(place), String(worth(place))]));
}
const rekey = async (keyed: Record<string, string | null>, seenHash?: string) =>
  at.services.marking.rekeySheet(await confirm(), {
    ...sheet(),
    keyed,
    seenHash: seenHash ?? (await read()).hash,
  });
const tile = async () =>
  (await at.services.marking.readWall(await skill.permit(skill.chief, "marking.oversee"))).view[
    `sheet:${id}~A1`
  ];

describe("the second person's page", () => {
  test("holds the places to key and no mark, in any form", async () => {
    const page = await read();
    expect(page.marks).toEqual([]);
    expect(page.places!.map(keyedName)).toEqual(["A1.1/0", "A1.2/0", "A1.3/1", "A1.3/2", "A1.3/3"]);
    for (const value of Object.values(await paper())) {
      expect(JSON.stringify({ ...page, subcriterion: null, hash: "" })).not.toContain(`"${value}"`);
    }
  });

  test("an equal reading confirms the sheet, however its numbers are written", async () => {
    const keyed = await paper();
    expect(must(await rekey({ ...keyed, "A1.1/0": `${Number(keyed["A1.1/0"])}.00` })).differing).toEqual([]);
    expect(await tile()).toMatchObject({ state: "confirmed" });
  });

  test("one that differs confirms nothing and names the aspects to both sides, never the marks", async () => {
    const keyed = { ...(await paper()), "A1.1/0": "1", "A1.3/2": null };
    expect(must(await rekey(keyed)).differing).toEqual(["A1.1", "A1.3"]);
    expect(await tile()).toMatchObject({ state: "differ" });
    expect((await read()).differing).toEqual(["A1.1", "A1.3"]);
    const desk = await at.services.marking.loadDesk(await skill.seat(1));
    expect(desk.panel[`differ:${id}`]).toEqual(["A1.1", "A1.3"]);
    const line = await at.database.prisma.ledgerLine.findFirstOrThrow({
      where: { chain: `skill:${skill.skillId}`, deed: "sheet-keyed-blind" },
    });
    expect(Object.keys(line.payload as object).sort()).toEqual([
      "contestantId",
      "differing",
      "hash",
      "subcriterionId",
    ]);
  });

  test("what agreed is kept and shown to whoever keyed it; only what differs is asked again", async () => {
    const whole = await paper();
    must(await rekey({ ...whole, "A1.1/0": "1", "A1.3/2": null }));
    const page = await read();
    expect(page.places!.map(keyedName)).toEqual(["A1.1/0", "A1.3/1", "A1.3/2", "A1.3/3"]);
    expect(page.marks.map((one) => one.aspectId)).toEqual(["A1.2"]);
    const { "A1.2/0": _, ...asked } = whole;
    expect(must(await rekey({ ...asked, "A1.1/0": "1" })).differing).toEqual(["A1.1"]);
    expect((await read()).places!.map(keyedName)).toEqual(["A1.1/0"]);
    expect(must(await rekey({ "A1.1/0": whole["A1.1/0"]! })).differing).toEqual([]);
    expect(await tile()).toMatchObject({ state: "confirmed" });
  });

  test("another second person begins anew and sees nothing of what agreed", async () => {
    must(await rekey({ ...(await paper()), "A1.1/0": "1" }));
    const chief = await skill.permit(skill.chief, "marking.confirm");
    const page = must(await at.services.marking.readSheetToConfirm(chief, sheet()));
    expect(page.marks).toEqual([]);
    expect(page.places).toHaveLength(5);
    const asked = { ...sheet(), keyed: { "A1.1/0": (await paper())["A1.1/0"]! }, seenHash: page.hash };
    expect(must(await at.services.marking.rekeySheet(chief, asked)).differing).toEqual(["A1.2", "A1.3"]);
  });

  test("a mark that was entered since is asked again, although it agreed", async () => {
    must(await rekey({ ...(await paper()), "A1.1/0": "1" }));
    const { version } = await at.database.prisma.markCell.findFirstOrThrow({
      where: { contestantId: id, aspectId: "A1.2" },
    });
    expect(codeOf(await skill.enter(1, id, "A1.2", "0", { expectedVersion: version }))).toBe("ok");
    const page = await read();
    expect(page.places!.map(keyedName)).toEqual(["A1.1/0", "A1.2/0"]);
    expect(page.marks.map((one) => one.aspectId)).toEqual(["A1.3"]);
  });

  test("after the judge's correction the sheet waits again; keyed anew it is confirmed and can be locked", async () => {
    must(await rekey({ ...(await paper()), "A1.2/0": "0" }));
    const { version } = await at.database.prisma.markCell.findFirstOrThrow({
      where: { contestantId: id, aspectId: "A1.2" },
    });
    expect(codeOf(await skill.enter(1, id, "A1.2", "0", { expectedVersion: version }))).toBe("ok");
    expect(await tile()).toMatchObject({ state: "awaiting" });
    expect(must(await rekey(await paper())).differing).toEqual([]);
    const oversee = await skill.permit(skill.chief, "marking.oversee");
    must(await at.services.marking.lockSubcriterion(oversee, "A1"));
  });
});

describe("what is refused", () => {
  test("a simple confirmation, an unreadable mark, a sheet that changed since it was opened", async () => {
    expect(codeOf(await at.services.marking.confirmSheet(await confirm(), sheet()))).toBe(
      "marking.rekey-blind",
    );
    expect(codeOf(await rekey({ ...(await paper()), "A1.1/0": "1e3" }))).toBe("marking.not-a-number");
    expect(codeOf(await rekey({ ...(await paper()), "A1.1/0": "999" }))).toBe("marking.above-max");
    expect(codeOf(await rekey(await paper(), "0".repeat(64)))).toBe("marking.sheet-changed");
  });

  test("whoever entered any mark of the sheet, even one corrected since by another", async () => {
    const judge = skill.judges[1]!;
    await at.database.prisma.roleGrant.create({
      data: { accountId: judge.accountId, role: "recorder", skillId: skill.skillId },
    });
    const permit = await permitFor(at, judge, "marking.confirm", { skillId: skill.skillId });
    const asked = { ...sheet(), keyed: await paper(), seenHash: (await read()).hash };
    expect(codeOf(await at.services.marking.rekeySheet(permit, asked))).toBe("marking.confirmer-entered");
    await expect(
      at.database.query(
        "INSERT INTO blind_entry (skill_id, contestant_id, subcriterion_id, sheet_hash, differing, entered_by, at) VALUES ($1, $2, 'A1', 'x', '{}', $3, now())",
        [skill.skillId, id, judge.accountId],
      ),
    ).rejects.toThrow("cannot confirm");
  });
});
