// Awards of other organizers: claimed, verified by one officer, final by another, and only then evaluated to a grant.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shanghaiDate } from "#domain/calendar.ts";
import { type Decision, decide } from "#domain/entitlements/decide.ts";
import { packInForce } from "#domain/entitlements/packs/in-force.ts";
import { awardsOf } from "#server/entitlements/awards-of.ts";
import type { ExternalAwardForm } from "../../../server/awards/register-external.ts";
import { invent } from "../../../server/demonstration/people.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { codeOf, hire, must, type Person, permitFor, raiseCompetition } from "../../support/stage.ts";

let at: TestHouse;
let officer: Person;
let first: Person;
let second: Person;
let people = 300;

beforeAll(async () => {
  at = await openTestHouse();
  officer = await hire(at, "renshe", { role: "hr-officer", unit: "开封市人力资源和社会保障局" });
  first = await hire(at, "heshi1", { role: "award-verifier" });
  second = await hire(at, "heshi2", { role: "award-verifier" });
});
afterAll(() => at.close());

const nationalGold = (more: Partial<ExternalAwardForm> = {}): ExternalAwardForm => ({
  ...invent(people++),
  subject: {
    kind: "competition",
    competition: "national-prc",
    grade: "gold",
    role: "competitor",
    category: "official",
    teamSize: 1,
  },
  edition: "第二届全国技能大赛",
  skill: "焊接",
  wonOn: "2023-09-19",
  evidence: "获奖证书原件，存人社局档案室",
  ...more,
});
const register = async (form: ExternalAwardForm, by = officer) =>
  at.services.awards.registerExternalAward(await permitFor(at, by, "awards.register-external"), form);
const take = async (
  id: string,
  step: "verify" | "finalize" | "reject",
  by: Person,
  more: { identityMatched?: boolean; reason?: string } = {},
) =>
  at.services.awards.verifyExternalAward(await permitFor(at, by, "awards.verify-external"), id, {
    step,
    identityMatched: more.identityMatched ?? true,
    reason: more.reason ?? "",
  });
const standing = (id: string) =>
  at.database.query<{ code: string; outcome: string; number: string | null; grounds: Decision }>(
    `SELECT d.code, d.outcome, d.number, d.grounds FROM decision d JOIN external_award e ON e.person_id = d.person_id
     WHERE e.id = $1 AND NOT EXISTS (SELECT 1 FROM decision later WHERE later.supersedes_id = d.id)`,
    [id],
  );

test("claimed and verified grant nothing; final grants, with a readable number and the clause", async () => {
  const { externalAwardId } = must(await register(nationalGold()));
  expect((await standing(externalAwardId)).filter((one) => one.outcome === "granted")).toEqual([]);
  must(await take(externalAwardId, "verify", first));
  expect((await standing(externalAwardId)).filter((one) => one.outcome === "granted")).toEqual([]);
  must(await take(externalAwardId, "finalize", second));
  const granted = (await standing(externalAwardId)).filter((one) => one.outcome === "granted");
  expect(granted.length).toBeGreaterThan(0);
  for (const one of granted) {
    expect(one.number).toMatch(/^BD-2026-\d{4}-\d$/);
    expect(one.grounds.citation).toContain("汴办〔2021〕21号");
  }
  const all = await at.database.query(
    "SELECT outcome FROM decision d JOIN external_award e ON e.person_id = d.person_id WHERE e.id = $1 AND d.outcome <> 'granted' AND d.number IS NOT NULL",
    [externalAwardId],
  );
  expect(all).toEqual([]);
});

/** What the rules say of the person behind an external award, all awards taken as they stand now. */
async function evaluatedNow(externalAwardId: string): Promise<readonly Decision[]> {
  const { database } = at.house;
  const { personId } = await database.prisma.externalAward.findUniqueOrThrow({
    where: { id: externalAwardId },
  });
  const awards = (await awardsOf(database, [personId])).get(personId)!;
  return decide({ awards }, shanghaiDate(at.clock.now()), packInForce());
}

describe("four eyes", () => {
  test("who verified cannot make it final, nor who entered it, by the service and by the database", async () => {
    const { externalAwardId } = must(await register(nationalGold(), first));
    expect(codeOf(await take(externalAwardId, "finalize", second))).toBe("awards.step-not-open");
    must(await take(externalAwardId, "verify", second));
    expect(codeOf(await take(externalAwardId, "finalize", second))).toBe("awards.same-person");
    expect(codeOf(await take(externalAwardId, "finalize", first))).toBe("awards.same-person");
    for (const by of [first, second]) {
      await expect(
        at.database.query("UPDATE external_award SET state = 'final', final_by = $2 WHERE id = $1", [
          externalAwardId,
          by.accountId,
        ]),
      ).rejects.toThrow(/external_award_final_by_another/);
    }
    expect((await standing(externalAwardId)).filter((one) => one.outcome === "granted")).toEqual([]);
  });

  test("an HR officer enters and cannot verify", async () => {
    expect(
      codeOf(
        await at.services.access.authorize(
          await at.services.access.actorOf(officer.accountId),
          "awards.verify-external",
        ),
      ),
    ).toBe("access.not-allowed");
  });

  test("two officers finishing at the same moment finish once", async () => {
    const third = await hire(at, "heshi3", { role: "award-verifier" });
    const { externalAwardId } = must(await register(nationalGold()));
    must(await take(externalAwardId, "verify", first));
    const answers = await Promise.all([
      take(externalAwardId, "finalize", second),
      take(externalAwardId, "finalize", third),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(["awards.step-not-open", "ok"]);
  });
});

describe("what does not grant", () => {
  test("a rejected claim, which asks for a reason, keeps it, and takes no further step", async () => {
    const { externalAwardId } = must(await register(nationalGold()));
    for (const reason of ["  ", "\u200b\u3164"])
      expect(codeOf(await take(externalAwardId, "reject", first, { reason }))).toBe(
        "registration.reason-needed",
      );
    must(await take(externalAwardId, "reject", first, { reason: "证书编号查无记录" }));
    expect(
      await at.database.prisma.externalAward.findUnique({ where: { id: externalAwardId } }),
    ).toMatchObject({ state: "rejected", rejectedReason: "证书编号查无记录" });
    for (const step of ["verify", "finalize", "reject"] as const)
      expect(codeOf(await take(externalAwardId, step, second, { reason: "x" }))).toBe("awards.step-not-open");
    expect((await standing(externalAwardId)).filter((one) => one.outcome === "granted")).toEqual([]);
  });

  test("an award whose holder's identity nobody matched", async () => {
    const { externalAwardId } = must(await register(nationalGold()));
    must(await take(externalAwardId, "verify", first, { identityMatched: false }));
    must(await take(externalAwardId, "finalize", second, { identityMatched: false }));
    expect((await standing(externalAwardId)).filter((one) => one.outcome === "granted")).toEqual([]);
  });
});

describe("what is refused at entry", () => {
  test.each([
    ["no evidence", { evidence: "  " }, "input.invalid"],
    ["a day that does not exist", { wonOn: "2023-02-29" }, "input.invalid"],
    ["a wrong check digit", { residentId: "410202199001011230" }, "people.id-check-digit"],
    ["no name", { name: " " }, "people.name-empty"],
  ])("%s", async (_what, more, code) => {
    expect(codeOf(await register(nationalGold(more)))).toBe(code);
  });

  test("the same award of the same person twice, unless the first was rejected; another name on the same ID", async () => {
    const form = nationalGold();
    const { externalAwardId } = must(await register(form));
    expect(codeOf(await register(form))).toBe("awards.already-registered");
    expect(codeOf(await register({ ...form, name: "张三丰", skill: "砌筑" }))).toBe("people.name-differs");
    must(await take(externalAwardId, "reject", first, { reason: "重复" }));
    must(await register(form));
  });

  test("the same award entered at the same moment at ten desks stands once", async () => {
    const form = nationalGold();
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(form)));
    expect(answers.map(codeOf).filter((code) => code === "ok")).toHaveLength(1);
  });
});

test("publication and an officer's last step on the same person at the same moment leave one decision a code in force", async () => {
  const competition = await raiseCompetition(at);
  for (let turn = 0; turn < 8; turn += 1) {
    at.clock.set("2026-03-02T09:00:00+08:00");
    const skill = await competition.addSkill({ competitors: 1 });
    await skill.reach("notice");
    const { name, residentId } = skill.registrations[0]!;
    const { externalAwardId } = must(await register({ ...nationalGold(), name, residentId }));
    must(await take(externalAwardId, "verify", first));
    at.clock.set("2026-03-10T00:00:00+08:00");
    const finalize = await permitFor(at, second, "awards.verify-external");
    const publish = await skill.permit(skill.organizer, "results.publish");
    const answers = await Promise.all([
      at.services.notices.publish(publish),
      at.services.awards.verifyExternalAward(finalize, externalAwardId, {
        step: "finalize",
        identityMatched: true,
        reason: "",
      }),
    ]);
    expect(answers.map(codeOf)).toEqual(["ok", "ok"]);
    const now = await standing(externalAwardId);
    expect(new Set(now.map((one) => one.code)).size).toBe(now.length);
    expect(now.filter((one) => one.outcome === "granted").length).toBeGreaterThan(0);
    const today = await evaluatedNow(externalAwardId);
    for (const one of now) {
      const rule = today.find((decision) => decision.code === one.code)!;
      expect([one.code, one.outcome, one.grounds.because]).toEqual([rule.code, rule.outcome, rule.because]);
    }
  }
});
