// Panels per sub-criterion: whoever sits on one sees, enters and signs what it marks, and nothing of the other.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { actorOf } from "../../../server/access/actor.ts";
import { takeSeat } from "../../../server/access/proofs.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  type Person,
  type SkillStage,
} from "../../support/stage.ts";

const levels = ["未达到", "达到", "优于", "明显优于"] as const;
const judgement = (id: string): Aspect => ({ id, kind: "judgement", description: "观感", max: "40", levels });
const value = (id: string): Aspect => ({ id, kind: "value", description: "尺寸", max: "10", step: "0.5" });
const scheme: Scheme = {
  total: "100.00",
  criteria: ["A", "B"].map((id, at) => ({
    id,
    name: id,
    max: "50.00",
    subcriteria: [
      { id: `${id}1`, name: id, day: at + 1, aspects: [judgement(`${id}1.1`), value(`${id}1.2`)] },
    ],
  })),
};
const rules: Partial<SkillRules> = {
  daySignatures: true,
  panels: [
    { id: "one", name: "外观组", seats: [1, 2], subcriteria: ["A1"] },
    { id: "two", name: "质量组", seats: [3, 4], subcriteria: ["B1"] },
  ],
};

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];
let reserve: Person;

skillForEach("set-up", { competitors: 2, judges: 4, scheme, rules }, async (opened) => {
  ({ at, competition, skill } = opened);
  reserve = await hire(at, "houbu");
  must(
    await at.services.competitions.seatJudge(await skill.permit(skill.organizer, "competitions.configure"), {
      accountId: reserve.accountId,
      number: 5,
      reserve: true,
    }),
  );
});
beforeEach(async () => {
  await skill.reach("scoring");
  ids = (await skill.contestants()).map((one) => one.id);
});

const seatOf = async (person: Person) =>
  must(takeSeat(await actorOf(at.house, person.accountId), skill.skillId));
const desk = async (place: number) => at.services.marking.loadDesk(await skill.seat(place));
const sheet = async (place: number, sub: string) =>
  at.services.marking.loadSheet(await skill.seat(place), ids[0]!, sub);
const opening = () => competition.addSkill({ competitors: 2, judges: 4, scheme, rules });
const oversee = () => skill.permit(skill.chief, "marking.oversee");

describe("a judge of one panel", () => {
  test("finds the own sub-criteria on the desk and in the sheet, and is refused at a sheet of the other", async () => {
    expect((await desk(1)).subcriteria.map(({ id }) => id)).toEqual(["A1"]);
    expect((await desk(4)).subcriteria.map(({ id }) => id)).toEqual(["B1"]);
    const own = must(await sheet(1, "A1"));
    expect([own.seats, own.siblings.map(({ id }) => id)]).toEqual([2, ["A1"]]);
    expect(codeOf(await sheet(1, "B1"))).toBe("input.not-found");
    const grid = async (sub: string) => at.services.marking.loadJudgeGrid(await skill.seat(3), sub);
    expect(must(await grid("B1")).subcriteria.map(({ id }) => id)).toEqual(["B1"]);
    expect(codeOf(await grid("A1"))).toBe("input.not-found");
  });

  test("enters nothing of the other panel, neither a level nor the panel's one mark, and attaches nothing there", async () => {
    for (const aspectId of ["B1.1", "B1.2"])
      expect(codeOf(await skill.enter(1, ids[0]!, aspectId, "1"))).toBe("marking.other-panel");
    const note = { contestantId: ids[0]!, aspectId: "B1.2", kind: "note", note: "左侧有划痕" } as const;
    expect(codeOf(await at.services.marking.attachEvidence(await skill.seat(1), note))).toBe(
      "marking.other-panel",
    );
    must(await at.services.marking.attachEvidence(await skill.seat(3), note));
    const read = async (place: number) =>
      at.services.marking.readEvidence(await skill.seat(place), {
        contestantId: ids[0]!,
        subcriterionId: "B1",
      });
    expect(await read(1)).toEqual([]);
    expect(await read(4)).toHaveLength(1);
    expect(await at.database.query("SELECT 1 FROM mark_cell")).toEqual([]);
  });

  test("is told nothing of the other's marks", async () => {
    await skill.enter(3, ids[0]!, "B1.2", "7.5");
    await skill.enter(3, ids[0]!, "B1.1", "3");
    await skill.enter(4, ids[0]!, "B1.1", "3");
    const told = [await desk(1), { ...must(await sheet(1, "A1")), rules: null }];
    for (const one of told) expect(JSON.stringify(one)).not.toMatch(/B1/);
    expect((await desk(4)).panel).toMatchObject({
      [`${ids[0]}/B1.1`]: { state: "agreed" },
      [`${ids[0]}/B1.2`]: { value: "7.5" },
    });
  });
});

test("a judgement is agreed with the seats of its panel alone: two levels of two", async () => {
  expect((await skill.enter(3, ids[0]!, "B1.1", "3")).ok).toBe(true);
  expect((await desk(3)).panel[`${ids[0]}/B1.1`]).toMatchObject({ state: "pending", given: 1 });
  expect((await skill.enter(4, ids[0]!, "B1.1", "2")).ok).toBe(true);
  expect((await desk(3)).panel[`${ids[0]}/B1.1`]).toEqual({
    state: "agreed",
    round: 1,
    given: 2,
    mark: "33.33",
    levels: [3, 2],
  });
});

test("a reserve called to a seat of a panel marks for that competitor what the panel marks, nothing else", async () => {
  const { marking } = at.services;
  const declared = { contestantId: ids[0]!, kind: "kin", reason: "亲属" } as const;
  must(await marking.declareConflict(await skill.seat(4), declared));
  expect((await marking.readWall(await oversee())).view[`vacant:${ids[0]}`]).toEqual([4]);
  expect((await marking.loadDesk(await seatOf(reserve))).subcriteria).toEqual([]);
  const [conflict] = (await marking.listConflicts(await oversee())).conflicts;
  must(
    await marking.callReserve(await oversee(), {
      declarationId: conflict!.id,
      accountId: reserve.accountId,
    }),
  );
  const enter = async (aspectId: string) =>
    marking.enterMark(await seatOf(reserve), skill.command(ids[0]!, aspectId, "2"));
  expect(codeOf(await enter("B1.1"))).toBe("ok");
  expect(codeOf(await enter("A1.1"))).toBe("marking.other-panel");
  expect((await marking.loadDesk(await seatOf(reserve))).subcriteria.map(({ id }) => id)).toEqual(["B1"]);
});

test("a message to a panel reaches its judges alone, and only they can have read it", async () => {
  const { marking } = at.services;
  const tell = async (panel: string | null, text: string) => {
    const id = randomUUID();
    return [id, codeOf(await marking.tellPanel(await oversee(), { id, text, panel }))] as const;
  };
  const [everybody] = await tell(null, "请核对量具");
  const [second, told] = await tell("two", "请抓紧");
  expect(told).toBe("ok");
  expect((await tell("three", "请抓紧"))[1]).toBe("input.not-found");
  const seen = async (place: number) =>
    Object.keys((await desk(place)).panel).filter((key) => key.startsWith("message:"));
  expect(await seen(1)).toEqual([`message:${everybody}`]);
  expect((await seen(4)).sort()).toEqual([`message:${everybody}`, `message:${second}`].sort());
  const read = async (place: number) => codeOf(await marking.noteReading(await skill.seat(place), second));
  expect([await read(1), await read(4)]).toEqual(["input.not-found", "ok"]);
});

test("a day's summary waits for the judges whose panel marks on it", async () => {
  for (const id of ids)
    for (const [sub, places] of [
      ["A1", [1, 2]],
      ["B1", [3, 4]],
    ] as const) {
      for (const place of places) expect(codeOf(await skill.enter(place, id, `${sub}.1`, "2"))).toBe("ok");
      expect(codeOf(await skill.enter(places[0], id, `${sub}.2`, "5"))).toBe("ok");
    }
  await skill.lockAll();
  const days = async (place: number) =>
    (await at.services.results.listDaysToSign(await skill.seat(place))).map(({ day }) => day);
  expect([await days(1), await days(4)]).toEqual([[1], [2]]);
});

describe("before the start", () => {
  test("every seat of a panel has to be held", async () => {
    const { competitions } = at.services;
    const other = await opening();
    const configure = await other.permit(other.organizer, "competitions.configure");
    const { seats } = await competitions.readSkillSetUp(configure);
    must(await competitions.endSeat(configure, seats.find(({ number }) => number === 4)!.id));
    await other.reach("drawn");
    const opened = await at.services.marking.openScoring(await other.permit(other.chief, "marking.oversee"));
    expect(opened).toMatchObject({
      ok: false,
      refusal: { code: "skill.needs-judges", params: { missing: "4" } },
    });
  });

  test("as many judges on other seats are not ready: skill page and edition name the seats that are empty", async () => {
    const { competitions } = at.services;
    const other = await opening();
    const configure = await other.permit(other.organizer, "competitions.configure");
    const oversees = await other.permit(other.organizer, "competitions.oversee");
    const shown = async () => {
      const { asked, missing } = await competitions.readSkillSetUp(configure);
      const { skills } = await competitions.readEdition(oversees);
      const row = skills.find(({ id }) => id === other.skillId)!;
      expect([row.asked, row.missing]).toEqual([asked, missing]);
      return [asked, missing];
    };
    expect(await shown()).toEqual([4, []]);
    const { seats } = await competitions.readSkillSetUp(configure);
    for (const { id, number, account } of seats.filter((one) => one.number < 3)) {
      must(await competitions.endSeat(configure, id));
      const seat = { accountId: account.id, number: number + 5, reserve: false };
      must(await competitions.seatJudge(configure, seat));
    }
    expect(await shown()).toEqual([4, [1, 2]]);
  });

  test("a panel that marks what the scheme does not have is refused with its name", async () => {
    const other = await opening();
    const configure = await other.permit(other.organizer, "competitions.configure");
    const { rules: standing } = await at.services.competitions.readSkillSetUp(configure);
    const wrong = { ...standing, panels: [{ ...standing.panels![0]!, subcriteria: ["D9"] }] };
    const changed = await at.services.competitions.changeRules(configure, { rules: wrong, openBoard: false });
    expect(changed).toMatchObject({
      ok: false,
      refusal: { code: "composition.panel-unknown", params: { name: "外观组", sub: "D9" } },
    });
  });
});

test("without a rule for trimmed marks five seats of the default panel give them, and the mark is agreed", async () => {
  const trimmed: Aspect = { id: "B1.1", kind: "trimmed", description: "作品", max: "50", step: "1" };
  const [a, b] = scheme.criteria;
  const subcriteria = [{ ...b!.subcriteria[0]!, aspects: [trimmed] }];
  const other = await competition.addSkill({
    competitors: 1,
    judges: 5,
    scheme: { ...scheme, criteria: [a!, { ...b!, subcriteria }] },
    rules: { panels: [rules.panels![0]!] },
  });
  await other.reach("scoring");
  const { id } = (await other.contestants())[0]!;
  for (const place of [1, 2, 3, 4, 5]) expect(codeOf(await other.enter(place, id, "B1.1", "30"))).toBe("ok");
  const own = must(await at.services.marking.loadSheet(await other.seat(5), id, "B1"));
  expect(own.marking).toEqual([1, 2, 3, 4, 5]);
  expect(own.panel[`${id}/B1.1`]).toMatchObject({ state: "agreed", mark: "30.00" });
  expect(codeOf(await at.services.marking.loadSheet(await other.seat(4), id, "A1"))).toBe("input.not-found");
});
