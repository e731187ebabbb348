// 公示 and 发布 (domain.md sections 2 and 7): the notice's last second, what is provisional before it and conferred after.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readCertificateNumber } from "#domain/credentials/number.ts";
import type { Decision } from "#domain/entitlements/decide.ts";
import { openingDay, openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  must,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;

beforeAll(async () => {
  at = await openTestHouse();
  competition = await raiseCompetition(at, "city");
});
beforeEach(async () => {
  at.clock.set(openingDay);
  skill = await competition.addSkill({ competitors: 6 });
});
afterAll(() => at.close());

const publish = async () =>
  at.services.notices.publish(await skill.permit(skill.organizer, "results.publish"));
const awards = () =>
  at.database.query<{
    grade: string;
    rank: number;
    state: string;
    number: string | null;
    conferred_at: Date | null;
    person_id: string;
  }>("SELECT * FROM award WHERE skill_id = $1 ORDER BY rank", [skill.skillId]);
const decisionsOf = async () =>
  (
    await at.database.query<{ n: number }>(
      "SELECT count(*) AS n FROM decision d JOIN registration r ON r.person_id = d.person_id WHERE r.skill_id = $1",
      [skill.skillId],
    )
  )[0]!.n;

describe("the last second of the notice", () => {
  test("five working days after the posting day, which is not counted; the weekend is skipped", async () => {
    await skill.reach("notice");
    const notice = await at.database.query(
      "SELECT first_day, last_day, closes_at FROM notice WHERE skill_id = $1",
      [skill.skillId],
    );
    expect(notice).toEqual([
      { first_day: "2026-03-03", last_day: "2026-03-09", closes_at: new Date("2026-03-10T00:00:00+08:00") },
    ]);
  });

  test("at 23:59:59 of the last working day publication is refused, at 00:00:00 it goes through", async () => {
    await skill.reach("notice");
    at.clock.set("2026-03-09T23:59:59.999+08:00");
    expect(await publish()).toEqual({
      ok: false,
      refusal: { code: "notice.still-open", params: { until: "2026-03-10 00:00:00" } },
    });
    expect(await skill.stage()).toBe("notice");
    expect((await awards()).every((one) => one.state === "provisional" && one.number === null)).toBe(true);
    at.clock.set("2026-03-10T00:00:00+08:00");
    must(await publish());
    expect(await skill.stage()).toBe("published");
    expect(codeOf(await publish())).toBe("skill.step-not-open");
  });

  test("holidays and shifted working days are counted as the State Council arranged them", async () => {
    at.clock.set("2026-09-28T09:00:00+08:00");
    await skill.reach("notice");
    const [notice] = await at.database.query("SELECT first_day, last_day FROM notice WHERE skill_id = $1", [
      skill.skillId,
    ]);
    expect(notice).toEqual({ first_day: "2026-09-29", last_day: "2026-10-10" });
  });

  test("posted one second before midnight, the day that begins is the first", async () => {
    at.clock.set("2026-03-02T23:59:59+08:00");
    await skill.reach("notice");
    const [notice] = await at.database.query("SELECT first_day FROM notice WHERE skill_id = $1", [
      skill.skillId,
    ]);
    expect(notice).toEqual({ first_day: "2026-03-03" });
  });

  test("the organizer's list of closings names it while it is open", async () => {
    await skill.reach("notice");
    const oversee = await permitFor(at, skill.organizer, "competitions.oversee", {
      competitionId: skill.competitionId,
    });
    expect(
      (await at.services.notices.noticeClosings(oversee)).find((one) => one.skillId === skill.skillId)
        ?.closesAt,
    ).toEqual(new Date("2026-03-10T00:00:00+08:00"));
  });
});

describe("what the public reads", () => {
  test.each(["set-up", "drawn", "scoring", "complete", "checked", "signed", "decoded"] as const)(
    "nothing at %s",
    async (stage) => {
      await skill.reach(stage);
      expect(await at.services.results.onSiteResult(skill.skillId)).toBeNull();
    },
  );

  test("from the notice on: rank, total, name, unit and number, and no fragment of an ID", async () => {
    await skill.reach("notice");
    const shown = (await at.services.results.onSiteResult(skill.skillId))!;
    expect(shown).toMatchObject({
      finality: "notice",
      notice: { firstDay: "2026-03-03", lastDay: "2026-03-09" },
    });
    expect(shown.lines.map((line) => line.rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Object.keys(shown.lines[0]!).sort()).toEqual([
      "delegation",
      "grade",
      "name",
      "number",
      "rank",
      "status",
      "total",
      "unit",
    ]);
    for (const { residentId } of skill.registrations)
      for (const part of [residentId, residentId.slice(6, 14), residentId.slice(-4)])
        expect(JSON.stringify(shown)).not.toContain(part);
  });

  test("announced on site where the rules ask for it, and the notice cannot come before the announcement", async () => {
    const ceremony = await competition.addSkill({ competitors: 3, rules: { onSite: true } });
    await ceremony.reach("decoded");
    const permit = await ceremony.permit(ceremony.organizer, "results.publish");
    expect(codeOf(await at.services.notices.openNotice(permit))).toBe("results.step-not-open");
    await ceremony.reach("announced");
    expect(await at.services.results.onSiteResult(ceremony.skillId)).toMatchObject({
      finality: "announced",
      notice: null,
    });
    expect(await at.database.prisma.award.count({ where: { skillId: ceremony.skillId } })).toBe(0);
    await ceremony.reach("notice");
    expect(await at.services.results.onSiteResult(ceremony.skillId)).toMatchObject({ finality: "notice" });
  });
});

describe("awards", () => {
  test("are provisional during the notice, without number and without any decision", async () => {
    await skill.reach("notice");
    expect(
      (await awards()).map(({ grade, rank, state, number, conferred_at }) => ({
        grade,
        rank,
        state,
        number,
        conferred_at,
      })),
    ).toEqual(
      [
        ["gold", 1],
        ["silver", 2],
        ["bronze", 3],
      ].map(([grade, rank]) => ({ grade, rank, state: "provisional", number: null, conferred_at: null })),
    );
    expect(await decisionsOf()).toBe(0);
  });

  test("are conferred at publication with readable numbers in sequence, each with its check digit", async () => {
    await skill.reach("published");
    const conferred = await awards();
    expect(conferred.map((one) => one.state)).toEqual(["conferred", "conferred", "conferred"]);
    const serials = conferred.map((one) => {
      expect(one.number).toMatch(/^BS-2026-\d{4}-\d$/);
      expect(readCertificateNumber(one.number!)).toBe(one.number);
      expect(one.conferred_at).toEqual(new Date("2026-03-10T00:00:00+08:00"));
      return Number(one.number!.slice(8, 12));
    });
    expect(serials).toEqual([serials[0], serials[0]! + 1, serials[0]! + 2]);
  });

  test("of a skill published at the same moment as another share no number", async () => {
    const twin = await competition.addSkill({ competitors: 4 });
    await skill.reach("notice");
    await twin.reach("notice");
    at.clock.set("2026-03-10T00:00:00+08:00");
    const permit = await twin.permit(twin.organizer, "results.publish");
    const answers = await Promise.all([
      publish(),
      at.services.notices.publish(permit),
      publish(),
      at.services.notices.publish(permit),
    ]);
    expect(answers.map(codeOf).filter((code) => code === "ok")).toHaveLength(2);
    const numbers = await at.database.query<{ number: string }>(
      "SELECT number FROM award WHERE skill_id = ANY($1)",
      [[skill.skillId, twin.skillId]],
    );
    expect(new Set(numbers.map((row) => row.number)).size).toBe(6);
  });
});

describe("what a city gold entitles to (汴办〔2021〕21号 三（二）)", () => {
  test("nothing: every decision is `not`, with the clause it would have needed, and the reason says why", async () => {
    await skill.reach("published");
    const [gold] = await awards();
    expect(gold!.grade).toBe("gold");
    const decisions = await at.database.query<{
      outcome: string;
      number: string | null;
      grounds: Decision;
      flags: string[];
    }>("SELECT outcome, number, grounds, flags FROM decision WHERE person_id = $1", [gold!.person_id]);
    expect(decisions.length).toBeGreaterThan(3);
    for (const { outcome, number, grounds } of decisions) {
      expect({ outcome, number, code: grounds.code }).toEqual({
        outcome: "not",
        number: null,
        code: grounds.code,
      });
      expect(grounds.citation).toContain("汴办〔2021〕21号");
      expect(grounds.quote!.length).toBeGreaterThan(10);
      expect(grounds.because.zh.length).toBeGreaterThan(5);
    }
    const senior = decisions.find((one) => one.grounds.code === "senior-title-direct")!;
    expect(senior.grounds.because.zh).toBe("市级竞赛金牌：本文件未列入市级竞赛");
  });

  test("the decisions are written in the publication's own transaction, or not at all", async () => {
    await skill.reach("notice");
    at.clock.set("2026-03-10T00:00:00+08:00");
    await skill.reach("published");
    const together = await at.database.query<{ n: number }>(
      `SELECT count(DISTINCT x) AS n FROM (
         SELECT xmin::text AS x FROM decision d WHERE person_id IN (SELECT person_id FROM award WHERE skill_id = $1)
         UNION ALL SELECT xmin::text FROM award WHERE skill_id = $1
         UNION ALL SELECT xmin::text FROM result_snapshot WHERE skill_id = $1 AND kind = 'published'
         UNION ALL SELECT xmin::text FROM ledger_line WHERE chain = 'skill:' || $1 AND deed = 'result-published') t`,
      [skill.skillId],
    );
    expect(together).toEqual([{ n: 1 }]);
  });
});
