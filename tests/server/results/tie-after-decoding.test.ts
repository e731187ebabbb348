// A tie that only the floor's penalties open at decoding, where no rank is shared: nothing is announced before the committee's order.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { penalizeByNumber } from "../../support/penalize.ts";
import { codeOf, must, raiseCompetition, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;

beforeAll(async () => {
  at = await openTestHouse();
});
afterAll(() => at.close());

/** Codes in the order of their marks: 100, 99.5 and 99. */
let works: { id: string; code: string }[];
const organizer = () => skill.permit(skill.organizer, "results.publish");
const oversee = () => skill.permit(skill.chief, "marking.oversee");
const announce = async () => at.services.notices.announceOnSite(await organizer());

/** Marks of A1.1 alone differ; the best is penalized by number so far that two meet, and everything is signed and decoded. */
beforeEach(async () => {
  const competition = await raiseCompetition(at);
  skill = await competition.addSkill({ competitors: 3, rules: { noSharedRanks: true, onSite: true } });
  await skill.reach("scoring");
  works = await skill.contestants();
  for (const [place, { id }] of works.entries()) {
    await skill.markOne(id, 0, ["A1.2", "A1.3", "B1.1", "B1.2"]);
    must(await entered(id, String(20 - place / 2)));
  }
  await penalizeByNumber(at, skill, works[0]!.id, "0.5");
  await skill.lockAll();
  must(await at.services.results.completeResult(await oversee()));
  await skill.reach("decoded");
});

async function entered(id: string, mark: string) {
  const ack = await skill.enter(1, id, "A1.1", mark);
  return ack.ok ? { ok: true as const, value: undefined } : ack;
}

const recordOrder = async (...order: string[]) =>
  at.services.marking.recordOrder(await oversee(), order, "外观更好");
const desk = async () =>
  at.services.results.readResultDesk(await skill.permit(skill.organizer, "competitions.oversee"));

describe("a tie that the open seal made", () => {
  test("keeps the result from being announced, and the refusal names the codes", async () => {
    const codes = works.slice(0, 2).map(({ code }) => code);
    expect(await announce()).toMatchObject({
      refusal: { code: "results.tie-open", params: { codes: codes.join("、") } },
    });
    expect(await skill.stage()).toBe("decoded");
    expect((await desk()).tied).toEqual(codes);
  });

  test("is on the committee's page, by code, and opens once its order is recorded with a reason", async () => {
    const { marking } = at.services;
    const before = await marking.readRulings(await oversee());
    expect([before.open, before.tiesOpen]).toEqual([false, true]);
    expect(before.ties).toMatchObject([
      { rank: 1, tied: works.slice(0, 2).map(({ code }) => ({ code })), order: null },
    ]);
    expect(codeOf(await marking.recordOrder(await oversee(), [works[1]!.id, works[0]!.id], " "))).toBe(
      "marking.reason-needed",
    );
    must(await recordOrder(works[1]!.id, works[0]!.id));
    expect((await marking.readRulings(await oversee())).ties[0]!.order).toEqual([
      works[1]!.code,
      works[0]!.code,
    ]);
    expect((await desk()).tied).toEqual([]);
    must(await announce());
    const { named } = await desk();
    expect(named.map(({ code, rank }) => [code, rank])).toEqual([
      [works[1]!.code, 1],
      [works[0]!.code, 2],
      [works[2]!.code, 3],
    ]);
  });

  test("decides nothing that was signed: other people are refused, and after the announcement everybody", async () => {
    expect(codeOf(await recordOrder(works[1]!.id, works[2]!.id))).toBe("results.not-tied");
    must(await recordOrder(works[0]!.id, works[1]!.id));
    must(await recordOrder(works[1]!.id, works[0]!.id));
    must(await announce());
    expect(codeOf(await recordOrder(works[0]!.id, works[1]!.id))).toBe("results.step-not-open");
  });

  test("leaves the signed content as it was", async () => {
    const before = (await desk()).hash;
    must(await recordOrder(works[1]!.id, works[0]!.id));
    expect((await desk()).hash).toBe(before);
  });

  test("the notice opens after it, and not before", async () => {
    await at.database.query("UPDATE skill SET rules = rules || '{\"onSite\":false}' WHERE id = $1", [
      skill.skillId,
    ]);
    const notice = async () => at.services.notices.openNotice(await organizer());
    expect(codeOf(await notice())).toBe("results.tie-open");
    must(await recordOrder(works[1]!.id, works[0]!.id));
    expect(codeOf(await notice())).toBe("ok");
  });
});
