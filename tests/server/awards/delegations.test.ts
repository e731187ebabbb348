// Delegations over two published skills with known numbers: the ranking for everybody, the comparison for the organizer, and
// nothing at all of a skill that is not published.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareDelegations } from "#domain/awards/delegations.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { formatExact, roundHalfUp } from "#domain/exact.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

/** 60 marks of section 1 and 40 of section 2, of which seven pieces make the whole. */
const scheme: Scheme = {
  total: "100.00",
  sections: [
    { id: "1", name: "工作组织", marks: "60" },
    { id: "2", name: "技能", marks: "40" },
  ],
  criteria: [
    {
      id: "A",
      name: "准备与操作",
      max: "60.00",
      subcriteria: [
        {
          id: "A1",
          name: "操作",
          day: 1,
          aspects: [{ id: "A1.1", kind: "value", description: "操作", max: "60", step: "1", wsos: "1" }],
        },
      ],
    },
    {
      id: "B",
      name: "完成件",
      max: "40.00",
      subcriteria: [
        {
          id: "B1",
          name: "件数",
          day: 1,
          aspects: [
            {
              id: "B1.1",
              kind: "measurement",
              description: "完成件数",
              max: "40",
              how: { by: "share", of: 7 },
              wsos: "2",
            },
          ],
        },
      ],
    },
  ],
};
type Marks = readonly (readonly [operation: string, pieces: string])[];

let at: TestHouse;
let edition: CompetitionStage;
let welding: SkillStage;
let turning: SkillStage;

/** Without coding, so that competition numbers stand in the order of entry: the two delegations in turn. */
async function stage(marks: Marks, until: Stage, rules: Partial<SkillRules> = {}): Promise<SkillStage> {
  const skill = await edition.addSkill({
    competitors: marks.length,
    scheme,
    rules: { codingLayers: 0, ...rules },
  });
  return finish(skill, marks, until);
}

async function finish(skill: SkillStage, marks: Marks, until: Stage): Promise<SkillStage> {
  await skill.reach("scoring");
  for (const [place, { id }] of (await skill.contestants()).entries()) {
    const [operation, pieces] = marks[place]!;
    for (const [aspect, value] of [
      ["A1.1", operation],
      ["B1.1", pieces],
    ] as const)
      must(await skill.enter(1, id, aspect, value));
  }
  await skill.lockAll();
  must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
  await skill.reach(until);
  return skill;
}

beforeAll(async () => {
  at = await openTestHouse();
  edition = await raiseCompetition(at);
  // 100, 94, 94, 88, 85, 70: median 91, MAD 4.5.
  welding = await stage(
    [
      ["60", "7"],
      ["54", "7"],
      ["54", "7"],
      ["48", "7"],
      ["45", "7"],
      ["30", "7"],
    ],
    "notice",
  );
  // 6 of 7 pieces: 88 and two sevenths. Four people have no scale.
  turning = await stage(
    [
      ["54", "6"],
      ["40", "7"],
      ["60", "7"],
      ["20", "7"],
    ],
    "notice",
  );
});
afterAll(() => at.close());

const configure = () =>
  permitFor(at, edition.organizer, "competitions.configure", { competitionId: edition.competitionId });
const ranking = async () => (await at.services.awards.readDelegationRanking(edition.competitionId))!;
const comparisons = async () => at.services.awards.readComparisons(await configure());
const medals = (gold: number, silver: number, bronze: number, excellence = 0) => ({
  gold,
  silver,
  bronze,
  excellence,
});

describe("before any result is published", () => {
  test("the public reads how many are published, and nothing else", async () => {
    expect(await ranking()).toEqual({
      competition: { id: edition.competitionId, name: "开封市职业技能竞赛" },
      method: "medal-table",
      published: 0,
      of: 2,
      ranking: [],
    });
  });

  test("nobody exports marks, and a draft has no ranking", async () => {
    const organizer = await welding.permit(edition.organizer, "competitions.configure");
    expect(codeOf(await at.services.results.readMarksByPart(organizer, "criterion"))).toBe(
      "results.not-published",
    );
    const { results, best, coaches } = await comparisons();
    expect([results.every(({ entered }) => entered === 0), best, coaches]).toEqual([true, [], []]);
    const organizerOfAll = await hire(at, "zuzhi", { role: "organizer" });
    const draft = must(
      await at.services.competitions.createCompetition(
        await permitFor(at, organizerOfAll, "competitions.create"),
        {
          name: "筹备中的赛事",
          tier: "city",
          year: 2027,
          county: null,
          host: "开封市人力资源和社会保障局",
          startsOn: "2027-03-01",
          endsOn: "2027-03-03",
          noticeWorkingDays: 5,
        },
      ),
    );
    expect(await at.services.awards.readDelegationRanking(draft.competitionId)).toBeNull();
  });
});

describe("over two published skills, a third in notice and one on show", () => {
  beforeAll(async () => {
    const set = (skill: SkillStage, place: number, coach: string) =>
      at.database.query("UPDATE registration SET coach = $2 WHERE id = $1", [
        skill.registrations[place]!.id,
        coach,
      ]);
    await set(welding, 0, "王教师");
    await set(welding, 1, "李教师");
    await set(welding, 5, "赵教师");
    await set(turning, 2, "王教师");
    await welding.reach("published");
    await turning.reach("published");
    await stage([["60", "7"]], "notice");
    const show = await stage([["60", "7"]], "notice");
    await at.database.query("UPDATE skill SET category = 'demonstration' WHERE id = $1", [show.skillId]);
    await show.reach("published");
  });

  test("the medal table counts the two: gold first, the points beside it", async () => {
    const { published, of, ranking: rows } = await ranking();
    expect([published, of]).toEqual([2, 3]);
    expect(rows.map(({ name, rank, entered, medals }) => ({ name, rank, entered, medals }))).toEqual([
      // Welding: gold, then 94 twice is silver twice and no bronze; turning: gold and silver.
      { name: "尉氏县代表队", rank: 1, entered: 5, medals: medals(2, 2, 0) },
      { name: "开封大学代表队", rank: 2, entered: 5, medals: medals(0, 1, 1) },
    ]);
  });

  test("the scale of 700 stands for the skill that has one", async () => {
    const onScale = await at.services.results.onSiteResult(welding.skillId);
    expect(onScale!.scale).toEqual({ points: [740, 713, 713, 687, 673, 606], forAwards: false });
    expect((await at.services.results.onSiteResult(turning.skillId))!.scale).toBeNull();
  });

  test("the five reports over the same results", async () => {
    const { results } = await comparisons();
    const told = (by: Parameters<typeof compareDelegations>[1]) =>
      compareDelegations(results, by).map(
        ({ delegation, value }) => `${delegation.name.slice(0, 2)} ${value && roundHalfUp(value, 2)}`,
      );
    expect(told("alphabetical")).toEqual(["开封 null", "尉氏 null"]);
    expect(told("total-points")).toEqual(["尉氏 14.00", "开封 5.00"]);
    expect(told("average-points")).toEqual(["尉氏 2.80", "开封 1.00"]);
    expect(told("total-scale")).toEqual(["尉氏 2126.00", "开封 2006.00"]);
    expect(told("average-scale")).toEqual(["尉氏 708.67", "开封 668.67"]);
  });

  test("best of delegation with the team score, coaches of the first five", async () => {
    const { best, coaches } = await comparisons();
    expect(best.map(({ name, scale, team }) => [name, scale, team && formatExact(team, 0)])).toEqual([
      ["尉氏县代表队", 740, "2126"],
      ["开封大学代表队", 713, "2006"],
    ]);
    expect(coaches.map(({ skill, rank, coach }) => [skill.number, rank, coach])).toEqual([
      [1, 1, "王教师"],
      [1, 2, "李教师"],
      [2, 1, "王教师"],
    ]);
  });

  test("an exact total is kept in the published list, and marks are exported by criterion and by section", async () => {
    const organizer = await turning.permit(edition.organizer, "competitions.configure");
    const read = async (by: "criterion" | "section") => {
      const { parts, max, lines } = must(await at.services.results.readMarksByPart(organizer, by));
      return {
        parts: parts.map((part) => `${part.id} ${formatExact(part.max)}`),
        max: formatExact(max),
        lines: lines.map((line) => [
          line.number,
          ...line.marks.map((mark) => mark && formatExact(mark)),
          line.total,
          line.fraction,
        ]),
      };
    };
    const lines = [
      ["02-003", "60.00", "40.00", "100.00", undefined],
      ["02-001", "54.00", "34.285714", "88.285714", "618/7"],
      ["02-002", "40.00", "40.00", "80.00", undefined],
      ["02-004", "20.00", "40.00", "60.00", undefined],
    ];
    expect(await read("criterion")).toEqual({ parts: ["A 60.00", "B 40.00"], max: "100.00", lines });
    expect(await read("section")).toEqual({ parts: ["1 60.00", "2 40.00"], max: "100.00", lines });
  });
});

test("somebody absent has no marks in the exports and is not counted as entered", async () => {
  const other = await raiseCompetition(at);
  const skill = await other.addSkill({ competitors: 2, scheme, rules: { codingLayers: 0 } });
  await skill.reach("scoring");
  const [, second] = await skill.contestants();
  must(
    await at.services.marking.setContestantStatus(await skill.permit(skill.chief, "marking.oversee"), {
      contestantId: second!.id,
      status: "absent",
      reason: "未到场",
    }),
  );
  const [first] = await skill.contestants();
  for (const [aspect, value] of [
    ["A1.1", "50"],
    ["B1.1", "7"],
  ] as const)
    must(await skill.enter(1, first!.id, aspect, value));
  await skill.lockAll();
  must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
  await skill.reach("published");
  const organizer = await skill.permit(other.organizer, "competitions.configure");
  const { lines } = must(await at.services.results.readMarksByPart(organizer, "criterion"));
  expect(
    lines.map(({ number, status, marks }) => [number, status, marks.map((mark) => mark !== null)]),
  ).toEqual([
    ["01-001", "ranked", [true, true]],
    ["01-002", "absent", [false, false]],
  ]);
  const found = await at.services.awards.readDelegationRanking(other.competitionId);
  expect(found!.ranking.map(({ entered, rank }) => [entered, rank])).toEqual([
    [1, 1],
    [0, null],
  ]);
});
