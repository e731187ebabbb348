// The floor: check-in and records are kept for good beside the ledger, found by ID without keeping one, and told to scoring as figures only.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RecordForm } from "#domain/floor/record.ts";
import { checkDigit } from "#domain/people/resident-id.ts";
import { dumpDatabase, openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  codeOf,
  hire,
  must,
  type Person,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
/** A skill of the same edition, on whose floor the judge is nobody. */
let other: SkillStage;
let judge: Person;

beforeAll(async () => {
  at = await openTestHouse();
});
beforeEach(async () => {
  const competition = await raiseCompetition(at);
  const { competitionId, organizer } = competition;
  skill = await competition.addSkill({ competitors: 3 });
  other = await competition.addSkill({ competitors: 1 });
  judge = await hire(at, "xianchang", { role: "floor-judge", skillId: skill.skillId });
  const configure = await permitFor(at, organizer, "competitions.configure", { competitionId });
  must(await at.services.competitions.advanceCompetition(configure, "drawing"));
});
afterAll(() => at.close());

const record = () => skill.permit(judge, "floor.record");
const floor = async () => at.services.floor.readFloor(await record());
const whom = (place = 0): string => skill.registrations[place]!.id;
const keep = async (form: RecordForm, id = randomUUID()) =>
  at.services.floor.addRecord(await record(), { ...form, id });
const delay = (minutes = 14, place = 0): RecordForm => ({
  kind: "compensation",
  registrationId: whom(place),
  text: "机位停电",
  minutes,
});
const violation = (place = 0): RecordForm => ({
  kind: "violation",
  registrationId: whom(place),
  text: "抢先操作",
  penalty: { level: "total", amount: "2" },
});
const deeds = () =>
  at.database.query<{ deed: string; payload: Record<string, unknown> }>(
    "SELECT deed, payload FROM ledger_line WHERE chain = $1 AND actor_id = $2 ORDER BY seq",
    [`skill:${skill.skillId}`, judge.accountId],
  );

describe("check-in", () => {
  test("an entrant is there with the time and who saw them; once", async () => {
    must(await at.services.floor.checkIn(await record(), whom()));
    const { present, expected, entrants } = await floor();
    expect({ present, expected }).toEqual({ present: 1, expected: 3 });
    expect(entrants.find((one) => one.registrationId === whom())).toMatchObject({
      checkedInAt: at.clock.now(),
      checkedInBy: "xianchang",
    });
    expect(codeOf(await at.services.floor.checkIn(await record(), whom()))).toBe("floor.already-in");
  });

  test("two floor judges at the same moment check one person in once", async () => {
    const permit = await record();
    const answers = await Promise.all([1, 2, 3].map(() => at.services.floor.checkIn(permit, whom())));
    expect(answers.map(codeOf).sort()).toEqual(["floor.already-in", "floor.already-in", "ok"]);
  });

  test("is taken back with a reason, and may be given again; the ledger holds every step", async () => {
    const { checkIn, undoCheckIn } = at.services.floor;
    expect(codeOf(await undoCheckIn(await record(), whom(), "认错人"))).toBe("floor.not-in");
    must(await checkIn(await record(), whom()));
    expect(codeOf(await undoCheckIn(await record(), whom(), "  "))).toBe("floor.reason-needed");
    must(await undoCheckIn(await record(), whom(), "认错人"));
    expect((await floor()).present).toBe(0);
    must(await checkIn(await record(), whom()));
    expect((await floor()).present).toBe(1);
    expect(await deeds()).toEqual([
      { deed: "checked-in", payload: { registrationId: whom() } },
      { deed: "check-in-undone", payload: { registrationId: whom(), reason: "认错人" } },
      { deed: "checked-in", payload: { registrationId: whom() } },
    ]);
  });

  test("is for accepted entrants of this skill, until marking is complete", async () => {
    const foreign = other.registrations[0]!.id;
    expect(codeOf(await at.services.floor.checkIn(await record(), foreign))).toBe("input.not-found");
    expect(codeOf(await at.services.floor.checkIn(await record(), randomUUID()))).toBe("input.not-found");
    await skill.reach("complete");
    expect(codeOf(await at.services.floor.checkIn(await record(), whom()))).toBe("floor.closed");
    expect(codeOf(await keep(delay()))).toBe("floor.closed");
    expect(codeOf(await keep(violation()))).toBe("ok");
    await skill.reach("signed");
    expect(codeOf(await keep(violation()))).toBe("floor.closed");
  });
});

describe("finding somebody", () => {
  const find = async (typed: string) => at.services.floor.findEntrants(await record(), typed);
  const found = async (typed: string) => must(await find(typed)).map((one) => one.registrationId);

  test("by resident ID, name and number", async () => {
    const [first] = skill.registrations;
    expect(await found(first!.residentId)).toEqual([first!.id]);
    expect(await found(` ${first!.residentId.toLowerCase()} `)).toEqual([first!.id]);
    expect(await found(first!.name)).toContain(first!.id);
    const { entrants } = await floor();
    expect(await found(entrants[1]!.number!)).toEqual([entrants[1]!.registrationId]);
    expect(await found("")).toHaveLength(3);
  });

  test("an ID of another skill's entrant or of nobody finds nobody; an impossible one is refused", async () => {
    expect(await found(other.registrations[0]!.residentId)).toEqual([]);
    const nobody = "11010120990101001";
    expect(await found(nobody + checkDigit(nobody))).toEqual([]);
    expect(codeOf(await find("410202209901019999"))).toMatch(/^people\.id-/);
  });

  test("no answer carries a resident ID or a person, and none is kept by looking", async () => {
    const { residentId } = skill.registrations[0]!;
    const people = await at.database.query<{ id: string }>("SELECT id FROM person");
    const text = JSON.stringify([await floor(), await find(residentId)]);
    for (const word of [residentId, ...people.map(({ id }) => id)]) expect(text).not.toContain(word);
    const rows = await dumpDatabase(at.database.url);
    expect(rows.filter((row) => row.text.includes(residentId))).toEqual([]);
  });
});

describe("a record", () => {
  test("names the registration, never a code, in the ledger as in the table", async () => {
    await skill.reach("scoring");
    must(await keep(delay(14)));
    must(await keep(violation(1)));
    must(await keep({ kind: "incident", registrationId: null, text: "全场停电十分钟" }));
    const { records } = await floor();
    expect(
      records.map(({ kind, minutes, penalty, whom }) => ({ kind, minutes, penalty, whom: whom?.name })),
    ).toEqual([
      { kind: "incident", minutes: null, penalty: null, whom: undefined },
      {
        kind: "violation",
        minutes: null,
        penalty: { level: "total", target: null, amount: "2.00" },
        whom: skill.registrations[1]!.name,
      },
      { kind: "compensation", minutes: 14, penalty: null, whom: skill.registrations[0]!.name },
    ]);
    const contestants = await skill.contestants();
    const told = JSON.stringify([await floor(), await deeds()]);
    for (const { id, code } of contestants) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(code);
    }
    expect((await deeds()).map(({ deed }) => deed)).toEqual([
      "floor-compensation-recorded",
      "floor-violation-recorded",
      "floor-incident-recorded",
    ]);
  });

  test("changes no mark and no standing", async () => {
    await skill.reach("complete");
    const desk = async () =>
      (await at.services.results.readResultDesk(await skill.permit(skill.chief, "competitions.oversee")))
        .hash;
    const before = await desk();
    must(await keep(violation()));
    expect(await desk()).toBe(before);
  });

  test("posted twice is kept once", async () => {
    const id = randomUUID();
    must(await keep(delay(), id));
    expect(codeOf(await keep(delay(), id))).toBe("floor.already-recorded");
    expect((await floor()).records).toHaveLength(1);
  });

  test("is withdrawn once, with a reason, and stays readable", async () => {
    const id = randomUUID();
    must(await keep(delay(), id));
    const withdraw = async (reason: string, which = id) =>
      codeOf(await at.services.floor.withdrawRecord(await record(), which, reason));
    expect(await withdraw(" ")).toBe("floor.reason-needed");
    expect(await withdraw("不存在", randomUUID())).toBe("input.not-found");
    expect(await withdraw("记错了机位")).toBe("ok");
    expect(await withdraw("再撤一次")).toBe("floor.already-withdrawn");
    const { records } = await floor();
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      text: "机位停电",
      withdrawal: { reason: "记错了机位", by: "xianchang" },
    });
  });

  test("of another skill is not withdrawn here", async () => {
    const id = randomUUID();
    must(await keep(delay(), id));
    const there = await hire(at, "xianchang", { role: "floor-judge", skillId: other.skillId });
    const permit = await other.permit(there, "floor.record");
    expect(codeOf(await at.services.floor.withdrawRecord(permit, id, "越界"))).toBe("input.not-found");
  });

  test("never changes and never goes, not even for the app; and carries what its kind needs", async () => {
    const id = randomUUID();
    must(await at.services.floor.checkIn(await record(), whom()));
    must(await keep(delay(), id));
    must(await at.services.floor.withdrawRecord(await record(), id, "记错"));
    for (const table of ["check_in", "floor_record", "floor_withdrawal"]) {
      for (const text of [
        `UPDATE ${table} SET at = now()`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ])
        await expect(at.database.query(text)).rejects.toThrow(/permission denied|append-only/);
    }
    const insert = (columns: string, values: string) =>
      at.database.query(
        `INSERT INTO floor_record (id, skill_id, registration_id, text, recorded_by, at, ${columns})
         VALUES ($1, $2, $3, '文', $4, now(), ${values})`,
        [randomUUID(), skill.skillId, whom(), judge.accountId],
      );
    for (const [columns, values] of [
      ["kind", "'violation'"],
      ["kind", "'compensation'"],
      ["kind, minutes", "'compensation', 0"],
      ["kind, minutes", "'incident', 10"],
      ["kind, penalty_level", "'violation', 'aspect'"],
      ["kind, penalty_level, penalty_amount", "'violation', 'total', 0"],
      ["kind", "'rumour'"],
    ] as const)
      await expect(insert(columns, values)).rejects.toThrow("check constraint");
    await expect(
      at.database.query(
        "INSERT INTO check_in (skill_id, registration_id, present, recorded_by, at) VALUES ($1, $2, true, $3, now())",
        [skill.skillId, other.registrations[0]!.id, judge.accountId],
      ),
    ).rejects.toThrow("foreign key");
  });
});

describe("what scoring learns", () => {
  test("the chief judge reads three figures; withdrawn records are not counted", async () => {
    await skill.reach("scoring");
    const oversee = await skill.permit(skill.chief, "marking.oversee");
    expect(await at.services.floor.floorCounts(oversee)).toEqual({
      compensations: 0,
      minutes: 0,
      violations: 0,
    });
    const id = randomUUID();
    must(await keep(delay(14)));
    must(await keep(delay(5, 1)));
    must(await keep(delay(60, 2), id));
    must(await keep(violation(1)));
    must(await at.services.floor.withdrawRecord(await record(), id, "记错"));
    const counts = await at.services.floor.floorCounts(oversee);
    expect(counts).toEqual({ compensations: 2, minutes: 19, violations: 1 });
    expect(Object.keys(counts)).toEqual(["compensations", "minutes", "violations"]);
  });

  test("the report opens to the chief judge at decoding, to organizer, supervisor and floor judge at any time", async () => {
    await skill.reach("scoring");
    must(await keep(delay()));
    const read = async (person: Person) =>
      at.services.floor.readFloorReport(await skill.permit(person, "floor.read"));
    for (const person of [skill.organizer, skill.supervisor, judge])
      expect(must(await read(person)).records).toHaveLength(1);
    expect(codeOf(await read(skill.chief))).toBe("floor.report-sealed");
    await skill.reach("signed");
    expect(codeOf(await read(skill.chief))).toBe("floor.report-sealed");
    await skill.reach("decoded");
    expect(must(await read(skill.chief)).records[0]).toMatchObject({
      whom: { name: skill.registrations[0]!.name },
    });
  });

  test("who scores and is besides an organizer reads it no earlier", async () => {
    const both = await hire(
      at,
      "jianren",
      { role: "organizer" },
      { role: "recorder", skillId: skill.skillId },
    );
    expect(codeOf(await at.services.floor.readFloorReport(await skill.permit(both, "floor.read")))).toBe(
      "floor.report-sealed",
    );
  });
});
