// D10: the chief judge reads how the judges mark against each other; no level of an open round enters, no unit before decoding.
import { expect, test } from "vitest";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { actorOf } from "../../../server/access/actor.ts";
import { takeRecorderDesk } from "../../../server/access/proofs.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { codeOf, hire, must, type Person, type SkillStage } from "../../support/stage.ts";

const levels = ["未达到", "达到", "优于", "明显优于"] as const;
const aspects = [1, 2, 3, 4, 5, 6].map(
  (n): Aspect => ({ id: `A1.${n}`, kind: "judgement", description: `观感 ${n}`, max: "10", levels }),
);
const scheme: Scheme = {
  total: "60.00",
  criteria: [
    { id: "A", name: "观感", max: "60.00", subcriteria: [{ id: "A1", name: "观感", day: 1, aspects }] },
  ],
};

let at: TestHouse;
let skill: SkillStage;
let ids: string[];
let reserve: Person;

skillForEach(
  "set-up",
  { competitors: 3, judges: 2, scheme, rules: { confirm: "second" } },
  async (opened) => {
    ({ at, skill } = opened);
    const third = await seat("caipan3", 3, false, skill.registrations[0]!.unit.replace("单位", " 单位 "));
    skill.judges.push(third);
    reserve = await seat("houbu", 4, true, null);
    skill.judges.push(reserve);
    await skill.reach("scoring");
    ids = (await skill.contestants()).map((one) => one.id);
  },
);

async function seat(name: string, number: number, isReserve: boolean, unit: string | null): Promise<Person> {
  const judge = await hire(at, name);
  const configure = await skill.permit(skill.organizer, "competitions.configure");
  const { accountId } = judge;
  must(await at.services.competitions.seatJudge(configure, { accountId, number, reserve: isReserve, unit }));
  return judge;
}

const read = async (person = skill.chief) =>
  at.services.results.readJudgeStatistics(await skill.permit(person, "results.read-judges"));
/** Every level of a seat: one for each competitor by code. */
async function give(
  place: number,
  byCode: readonly string[],
  only: readonly Aspect[] = aspects,
): Promise<void> {
  for (const [n, id] of ids.entries())
    for (const aspect of only) expect((await skill.enter(place, id, aspect.id, byCode[n]!)).ok).toBe(true);
}
const finish = async () => {
  await skill.confirmAll();
  await skill.lockAll();
  must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
};

test("levels of a round that is still open do not enter", async () => {
  await give(1, ["3", "3", "3"]);
  await give(2, ["3", "3", "3"]);
  const { rows } = await read();
  expect(
    rows.map(({ number, marks, severity, deviation, same }) => [number, marks, severity, deviation, same]),
  ).toEqual([1, 2, 3, 4].map((number) => [number, 0, null, null, null]));
});

test("severity, distance and agreement of the agreed levels, in percent of the scale; too few are null", async () => {
  await give(1, ["2", "2", "2"]);
  await give(2, ["2", "2", "2"]);
  await give(3, ["3", "1", "1"], aspects.slice(0, 3));
  expect((await read()).rows[2]).toMatchObject({ marks: 9, severity: null, same: null, apart: false });
  await give(3, ["3", "1", "1"], aspects.slice(3));
  const { rows } = await read();
  expect(rows[2]).toMatchObject({
    number: 3,
    name: "caipan3",
    marks: 18,
    severity: "-11.1",
    deviation: "33.3",
    middle: { low: "-33.3", high: "33.3" },
    apart: true,
    judgements: 18,
    same: "0.0",
    near: "100.0",
  });
  expect(rows[0]).toMatchObject({ severity: "5.6", deviation: "16.7", apart: false });
  expect(rows[3]).toMatchObject({ number: 4, reserve: true, marks: 0, severity: null });
});

test("the own unit is sealed before decoding, for chief judge and supervisor, and counted after it", async () => {
  await give(1, ["2", "2", "2"]);
  await give(2, ["2", "2", "2"]);
  await give(3, ["3", "1", "1"]);
  await finish();
  for (const stage of ["complete", "signed"] as const) {
    await skill.reach(stage);
    for (const person of [skill.chief, skill.supervisor]) {
      const answer = await read(person);
      expect(answer.decoded).toBe(false);
      expect(answer.rows.map((row) => row.ownUnit)).toEqual([1, 2, 3, 4].map(() => ({ state: "sealed" })));
      const told = JSON.stringify(answer);
      for (const hidden of [...ids, "R-0", "单位", ...skill.registrations.map((one) => one.name)])
        expect(told).not.toContain(hidden);
    }
  }
  await skill.reach("decoded");
  const [own] = await at.database.query<{ code: string }>(
    "SELECT code FROM contestant WHERE registration_id = $1",
    [skill.registrations[0]!.id],
  );
  const { rows } = await read();
  expect(rows[2]!.ownUnit).toEqual({
    state: "known",
    unit: expect.stringContaining("单位"),
    marks: 6,
    bias: own!.code === "R-01" ? "66.7" : "-33.3",
  });
  expect(rows[0]!.ownUnit).toEqual({ state: "unknown" });
});

test("a reserve's levels are the reserve's own, not those of the seat they were called to", async () => {
  await give(1, ["2", "2", "2"]);
  await give(2, ["2", "2", "2"]);
  const { marking } = at.services;
  for (const contestantId of ids) {
    const declared = { contestantId, kind: "kin", reason: "亲属" } as const;
    must(await marking.declareConflict(await skill.seat(3), declared));
  }
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  for (const { id } of (await marking.listConflicts(oversee)).conflicts)
    must(await marking.callReserve(oversee, { declarationId: id, accountId: reserve.accountId }));
  await give(4, ["3", "3", "3"]);
  const { rows } = await read();
  expect(rows.slice(2).map(({ number, marks, severity }) => [number, marks, severity])).toEqual([
    [3, 0, null],
    [4, 18, "33.3"],
  ]);
});

test("a sheet keyed from paper counts for the judge of its seat", async () => {
  await give(1, ["2", "2", "2"]);
  await give(2, ["2", "2", "2"]);
  const desk = must(
    await takeRecorderDesk(at.house, await actorOf(at.house, skill.recorder.accountId), skill.skillId),
  );
  for (const id of ids)
    for (const aspect of aspects) {
      const answer = await at.services.marking.enterMark(
        desk,
        skill.command(id, aspect.id, "3", { seat: 3 }),
      );
      expect(codeOf(answer)).toBe("ok");
    }
  expect((await read()).rows[2]).toMatchObject({ number: 3, marks: 18, severity: "33.3" });
});

test.each(["organizer", "recorder", "coder"] as const)("the %s does not read them", async (who) => {
  await expect(skill.permit(skill[who], "results.read-judges")).rejects.toThrow("access.not-allowed");
});

test("the figures are of one moment: what changes while they are read is not in them", async () => {
  const permit = await skill.permit(skill.chief, "results.read-judges");
  const other = await at.database.pool.connect();
  try {
    await other.query("BEGIN");
    await other.query("LOCK TABLE role_grant IN ACCESS EXCLUSIVE MODE");
    await other.query("UPDATE account SET name = '改名' WHERE id = $1", [reserve.accountId]);
    const reading = at.services.results.readJudgeStatistics(permit);
    const waits = async () =>
      (await other.query("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'role_grant'::regclass"))
        .rows.length > 0;
    while (!(await waits()));
    await other.query("COMMIT");
    expect((await reading).rows.map(({ name }) => name)).toContain("houbu");
  } finally {
    await other.query("ROLLBACK");
    await other.query("UPDATE account SET name = 'houbu' WHERE id = $1", [reserve.accountId]);
    other.release();
  }
});
