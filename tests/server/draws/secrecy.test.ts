// Until decoding nothing outside draw.sealed links a code and a person (domain.md section 6): the whole database is read
// as text, row by row, and every order in it is held against the true map of thirty draws.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectOwner } from "../../../server/database/connection.ts";
import { type DumpedRow, dumpDatabase, openTestHouse, type TestHouse } from "../../support/house.ts";
import { must, permitFor, raiseCompetition, type SkillStage } from "../../support/stage.ts";

const draws = 30;
const size = 8;
let at: TestHouse;
const skills: SkillStage[] = [];
/** Of each skill: the contestant's id to the registration's, as the seal says it. */
const truth = new Map<string, Map<string, string>>();

beforeAll(async () => {
  at = await openTestHouse();
  const competition = await raiseCompetition(at);
  for (let n = 0; n < draws; n += 1) {
    const skill = await competition.addSkill({ competitors: size });
    await skill.reach(n === 0 ? "signed" : n === 1 ? "scoring" : "drawn");
    skills.push(skill);
    truth.set(skill.skillId, await unsealed(skill));
  }
  const { leader, delegationId } = competition.delegations[0]!;
  const invite = await permitFor(at, leader, "registrations.submit", { delegationId });
  must(await at.services.registrations.inviteCompetitor(invite, skills[0]!.registrations[0]!.id));
}, 120_000);
afterAll(() => at.close());

async function unsealed(skill: SkillStage): Promise<Map<string, string>> {
  const [row] = await at.database.query<{ sealed: Buffer }>("SELECT sealed FROM draw WHERE skill_id = $1", [
    skill.skillId,
  ]);
  const { entries, coded } = JSON.parse(at.house.vault.open("draw", row!.sealed)) as {
    entries: { id: string; number: string }[];
    coded: { code: string; entry: string }[];
  };
  const ids = new Map(entries.map((entry) => [entry.number, entry.id]));
  const codes = new Map(coded.map((one) => [one.code, ids.get(one.entry)!]));
  return new Map((await skill.contestants()).map((one) => [one.id, codes.get(one.code)!]));
}

/** Rows in which something of a contestant and something of a person of the same skill stand together. */
async function joins(rows: readonly DumpedRow[], skill: SkillStage): Promise<string[]> {
  const people = await at.database.query<{ id: string; number: string; person_id: string; name: string }>(
    "SELECT r.id, r.number, r.person_id, p.name FROM registration r JOIN person p ON p.id = r.person_id WHERE r.skill_id = $1",
    [skill.skillId],
  );
  const contestants = (await skill.contestants()).map((one) => one.id);
  const named = people.flatMap((one) => [one.id, one.number, one.person_id, one.name]);
  const coded = rows.filter(
    (row) =>
      contestants.some((id) => row.text.includes(id)) ||
      (row.text.includes(skill.skillId) && /R-0\d/.test(row.text)),
  );
  return coded
    .filter((row) => named.some((word) => row.text.includes(word)))
    .map((row) => `${row.table}: ${row.text.slice(0, 200)}`);
}

test("no row holds a contestant or a code together with a registration, a number, a person or a name", async () => {
  const rows = await dumpDatabase(at.database.url, ["draw.sealed"]);
  for (const skill of skills) expect(await joins(rows, skill)).toEqual([]);
});

test("no word of the database is a seed: none has the hash that was published", async () => {
  const rows = await dumpDatabase(at.database.url, ["draw.sealed"]);
  const hashes = new Set(
    (await at.database.query<{ seed_hash: string }>("SELECT seed_hash FROM draw")).map(
      (row) => row.seed_hash,
    ),
  );
  expect(hashes.size).toBe(draws);
  const words = new Set(rows.flatMap((row) => row.text.match(/[0-9a-f]{64}/g) ?? []));
  expect(words.size).toBeGreaterThan(draws);
  expect([...words].filter((word) => hashes.has(createHash("sha256").update(word).digest("hex")))).toEqual(
    [],
  );
});

describe("no order tells the map", () => {
  const contestantOrders = ["c.code", "c.id", "c.ctid", "c.xmin::text::bigint, c.ctid"];
  const registrationOrders = [
    "r.number",
    "r.id",
    "r.ctid",
    "r.submitted_at, r.ctid",
    "r.decided_at, r.ctid",
    "r.xmin::text::bigint, r.ctid",
    "r.person_id",
    "r.unit",
    "r.delegation_id, r.number",
    "p.name_key",
    "p.id_index",
    "p.id_masked, p.ctid",
    "p.ctid",
    "p.created_at, p.ctid",
    "encode(p.id_sealed, 'hex')",
  ];

  test.each(contestantOrders.flatMap((one) => registrationOrders.map((other) => [one, other] as const)))(
    "contestants by %s against registrations by %s",
    async (contestantOrder, registrationOrder) => {
      const owner = await connectOwner(at.database.url);
      let met = 0;
      let exact = 0;
      let correlation = 0;
      for (const skill of skills) {
        const ids = async (text: string) =>
          (await owner.query(text, [skill.skillId])).rows.map((row) => row.id as string);
        const contestants = await ids(
          `SELECT c.id FROM contestant c WHERE c.skill_id = $1 ORDER BY ${contestantOrder}`,
        );
        const registrations = await ids(
          `SELECT r.id FROM registration r JOIN person p ON p.id = r.person_id WHERE r.skill_id = $1 ORDER BY ${registrationOrder}`,
        );
        const map = truth.get(skill.skillId)!;
        const places = contestants.map((id) => registrations.indexOf(map.get(id)!));
        expect([...places].sort()).toEqual(registrations.map((_, place) => place));
        const hits = places.filter((place, own) => place === own).length;
        met += hits;
        exact += hits === size ? 1 : 0;
        correlation += spearman(places) / draws;
      }
      await owner.end();
      // By chance: 30 meetings with a deviation of √30, a mean correlation of 0 with a deviation of 1/√(7·30) = 0.069.
      expect(met).toBeLessThan(65);
      expect(exact).toBeLessThan(2);
      expect(Math.abs(correlation)).toBeLessThan(0.069 * 5.5);
    },
  );

  test("and the measure is not blind: against itself every order meets", () => {
    expect(spearman([0, 1, 2, 3, 4, 5, 6, 7])).toBe(1);
    expect(spearman([7, 6, 5, 4, 3, 2, 1, 0])).toBe(-1);
  });
});

const spearman = (places: readonly number[]): number => {
  const n = places.length;
  return 1 - (6 * places.reduce((sum, place, own) => sum + (place - own) ** 2, 0)) / (n * (n * n - 1));
};

test("after decoding the same reading finds the link: the search above would have seen it", async () => {
  await skills[0]!.reach("decoded");
  expect(await joins(await dumpDatabase(at.database.url, ["draw.sealed"]), skills[0]!)).not.toEqual([]);
  for (const skill of skills.slice(1))
    expect(await joins(await dumpDatabase(at.database.url, ["draw.sealed"]), skill)).toEqual([]);
});
