// Registration by a delegation's leader (domain.md section 2): submitted, accepted or returned with a reason, numbered once.
import { describe, expect, test } from "vitest";
import { invent } from "../../../server/demonstration/people.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import {
  type CompetitionStage,
  codeOf,
  must,
  newcomer,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;

skillForEach("set-up", { competitors: 0 }, (opened) => {
  ({ at, competition, skill } = opened);
});

const leaderOf = async (place = 0) => {
  const { leader, delegationId } = competition.delegations[place]!;
  return permitFor(at, leader, "registrations.submit", { delegationId });
};
const submit = async (more: Partial<ReturnType<typeof newcomer>> = {}, place = 0) =>
  at.services.registrations.submitRegistration(await leaderOf(place), {
    ...newcomer(skill.skillId),
    ...more,
  });
const decide = async (id: string, to: "accepted" | "returned" | "rejected", reason = "") =>
  at.services.registrations.decideRegistration(
    await skill.permit(skill.organizer, "registrations.decide"),
    id,
    to,
    reason,
  );
const row = (id: string) => at.database.prisma.registration.findUniqueOrThrow({ where: { id } });

describe("an identity number that is wrong is refused with its own code", () => {
  const { residentId } = invent(7);
  const wrong = residentId.slice(0, 17) + (residentId[17] === "0" ? "1" : "0");
  test.each([
    ["a wrong check digit", wrong, "people.id-check-digit"],
    ["fifteen digits", "410202900101123", "people.id-fifteen"],
    ["seventeen digits", residentId.slice(0, 17), "people.id-length"],
    ["nineteen digits", `${residentId}1`, "people.id-length"],
    ["a day that does not exist", "410202198902301234", "people.id-date"],
    ["month 13", "410202198913011234", "people.id-date"],
    ["letters", "41020219890101123A", "people.id-length"],
    ["nothing", "", "people.id-length"],
    ["NUL", `${residentId}\u0000`, "people.id-length"],
  ])("%s", async (_what, id, code) => {
    const before = await at.database.prisma.person.count();
    expect(codeOf(await submit({ residentId: id }))).toBe(code);
    expect(await at.database.prisma.person.count()).toBe(before);
  });

  test("spaces, full-width digits, zero-width characters and a lower-case x are the same number", async () => {
    const form = newcomer(skill.skillId);
    must(await at.services.registrations.submitRegistration(await leaderOf(), form));
    const full = [...form.residentId]
      .map((digit) =>
        /\d/.test(digit) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit.toLowerCase(),
      )
      .join("");
    for (const residentId of [
      full,
      `${form.residentId.slice(0, 6)} ${form.residentId.slice(6)}`,
      `\u200b${form.residentId}\ufeff`,
    ]) {
      expect(
        codeOf(await at.services.registrations.submitRegistration(await leaderOf(), { ...form, residentId })),
      ).toBe("registration.duplicate");
    }
  });
});

describe("one person", () => {
  test("is entered once in a skill, by whichever delegation, and may enter another skill", async () => {
    const form = newcomer(skill.skillId);
    must(await at.services.registrations.submitRegistration(await leaderOf(0), form));
    for (const place of [0, 1])
      expect(codeOf(await at.services.registrations.submitRegistration(await leaderOf(place), form))).toBe(
        "registration.duplicate",
      );
    const other = await competition.addSkill({ competitors: 0 });
    must(
      await at.services.registrations.submitRegistration(await leaderOf(1), {
        ...form,
        skillId: other.skillId,
      }),
    );
  });

  test("keeps the name that stands: another name on the same ID is refused, and nothing is merged", async () => {
    const form = newcomer(skill.skillId);
    must(await at.services.registrations.submitRegistration(await leaderOf(), form));
    const other = await competition.addSkill({ competitors: 0 });
    expect(
      codeOf(
        await at.services.registrations.submitRegistration(await leaderOf(), {
          ...form,
          name: "张三丰",
          skillId: other.skillId,
        }),
      ),
    ).toBe("people.name-differs");
    expect(await at.database.prisma.registration.count({ where: { skillId: other.skillId } })).toBe(0);
  });

  test("entered fifty times at once, from two delegations, two skills and the register of awards, is one person with one entry a skill", async () => {
    const other = await competition.addSkill({ competitors: 0 });
    const form = newcomer(skill.skillId);
    const officer = await at.database.prisma.account.create({
      data: { login: "renshe", name: "程思源", grants: { create: { role: "hr-officer", unit: "人社局" } } },
    });
    const register = await permitFor(
      at,
      { accountId: officer.id, login: "renshe" },
      "awards.register-external",
    );
    const leaders = [await leaderOf(0), await leaderOf(1)];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        n % 10 === 9
          ? at.services.awards.registerExternalAward(register, {
              name: form.name,
              residentId: form.residentId,
              subject: { kind: "honour", honour: "national-technical-expert" as never },
              edition: null,
              skill: null,
              wonOn: null,
              evidence: "证书",
            })
          : at.services.registrations.submitRegistration(leaders[n % 2]!, {
              ...form,
              skillId: n % 4 < 2 ? skill.skillId : other.skillId,
            }),
      ),
    );
    expect(answers.map(codeOf).filter((code) => code === "ok")).toHaveLength(3);
    expect(new Set(answers.map(codeOf))).toEqual(
      new Set(["ok", "registration.duplicate", "awards.already-registered"]),
    );
    const index = at.house.vault.index(form.residentId);
    expect(await at.database.prisma.person.count({ where: { idIndex: new Uint8Array(index) } })).toBe(1);
  });
});

describe("the organizer's decision", () => {
  test("numbers are given in the order of acceptance, and a withdrawn number is not given again", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push(must(await submit()).registrationId);
    const skillNumber = String(
      (await at.database.prisma.skill.findUniqueOrThrow({ where: { id: skill.skillId } })).number,
    ).padStart(2, "0");
    for (const id of [ids[2]!, ids[0]!]) must(await decide(id, "accepted"));
    expect([(await row(ids[2]!)).number, (await row(ids[0]!)).number, (await row(ids[1]!)).number]).toEqual([
      `${skillNumber}-001`,
      `${skillNumber}-002`,
      null,
    ]);
    must(await at.services.registrations.moveOwnRegistration(await leaderOf(), ids[2]!, "withdrawn"));
    must(await decide(ids[1]!, "accepted"));
    expect((await row(ids[1]!)).number).toBe(`${skillNumber}-003`);
  });

  test("twenty accepted at once have twenty numbers without a gap", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push(must(await submit()).registrationId);
    await Promise.all(ids.map(async (id) => must(await decide(id, "accepted"))));
    const numbers = (await at.database.prisma.registration.findMany({ where: { skillId: skill.skillId } }))
      .map((one) => Number(one.number!.slice(-3)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
  });

  test("a return asks for a reason, the leader reads it, corrects, submits again and is accepted", async () => {
    const { registrationId } = must(await submit());
    for (const to of ["returned", "rejected"] as const)
      expect(codeOf(await decide(registrationId, to, "  "))).toBe("registration.reason-needed");
    must(await decide(registrationId, "returned", " 单位名称与在职证明不一致 "));
    const roster = await at.services.registrations.readRoster(await leaderOf());
    expect(roster.registrations.find((one) => one.id === registrationId)).toMatchObject({
      state: "returned",
      reason: "单位名称与在职证明不一致",
    });
    expect(codeOf(await decide(registrationId, "accepted"))).toBe("registration.step-not-open");
    must(
      await at.services.registrations.correctRegistration(await leaderOf(), registrationId, {
        identity: "teacher",
        unit: "开封技师学院",
        group: null,
      }),
    );
    expect(await row(registrationId)).toMatchObject({
      state: "submitted",
      reason: null,
      unit: "开封技师学院",
      identity: "teacher",
    });
    must(await decide(registrationId, "accepted"));
  });

  test("what is rejected or withdrawn moves no more; what was not returned is not corrected", async () => {
    const [one, two, three] = [
      must(await submit()).registrationId,
      must(await submit()).registrationId,
      must(await submit()).registrationId,
    ];
    must(await decide(one, "rejected", "不符合条件"));
    must(await at.services.registrations.moveOwnRegistration(await leaderOf(), two, "withdrawn"));
    for (const id of [one, two]) {
      for (const to of ["accepted", "returned", "rejected"] as const)
        expect(codeOf(await decide(id, to, "x"))).toBe("registration.step-not-open");
      for (const to of ["submitted", "withdrawn"] as const)
        expect(codeOf(await at.services.registrations.moveOwnRegistration(await leaderOf(), id, to))).toBe(
          "registration.step-not-open",
        );
    }
    expect(
      codeOf(
        await at.services.registrations.correctRegistration(await leaderOf(), three, {
          identity: "teacher",
          unit: "x",
          group: null,
        }),
      ),
    ).toBe("registration.step-not-open");
  });
});

describe("only the own delegation, only the own competition", () => {
  test("the leader of another delegation withdraws, corrects and invites nobody of this one", async () => {
    const { registrationId } = must(await submit());
    must(await decide(registrationId, "returned", "x"));
    const other = await leaderOf(1);
    expect(
      codeOf(await at.services.registrations.moveOwnRegistration(other, registrationId, "withdrawn")),
    ).toBe("input.not-found");
    expect(
      codeOf(
        await at.services.registrations.correctRegistration(other, registrationId, {
          identity: "worker",
          unit: "x",
          group: null,
        }),
      ),
    ).toBe("input.not-found");
    expect(
      (await at.services.registrations.readRoster(other)).registrations.map((one) => one.id),
    ).not.toContain(registrationId);
    must(await at.services.registrations.moveOwnRegistration(await leaderOf(), registrationId, "submitted"));
    must(await decide(registrationId, "accepted"));
    expect(codeOf(await at.services.registrations.inviteCompetitor(other, registrationId))).not.toBe("ok");
  });

  test("a leader has no permit for another delegation, an unknown one, or one that is no id", async () => {
    const actor = await at.services.access.actorOf(competition.delegations[0]!.leader.accountId);
    const ask = async (delegationId: string) =>
      codeOf(await at.services.access.authorize(actor, "registrations.submit", { delegationId }));
    expect(await ask(competition.delegations[1]!.delegationId)).toBe("access.not-allowed");
    expect(await ask("00000000-0000-4000-8000-000000000000")).toBe("input.not-found");
    expect(await ask("' OR 1=1 --")).toBe("input.not-found");
  });

  test("a skill of another competition is closed to this delegation, and its registrations to this organizer's permit", async () => {
    const elsewhere = await raiseCompetition(at);
    const foreign = await elsewhere.addSkill({ competitors: 1 });
    expect(codeOf(await submit({ skillId: foreign.skillId }))).toBe("registration.closed");
    expect(codeOf(await decide(foreign.registrations[0]!.id, "rejected", "x"))).toBe("input.not-found");
  });

  test("nothing is submitted unless the edition is in registration", async () => {
    const early = await raiseCompetition(at);
    const one = await early.addSkill({ competitors: 1 });
    const { leader, delegationId } = early.delegations[0]!;
    must(
      await at.services.competitions.advanceCompetition(
        await permitFor(at, early.organizer, "competitions.configure", {
          competitionId: early.competitionId,
        }),
        "drawing",
      ),
    );
    const permit = await permitFor(at, leader, "registrations.submit", { delegationId });
    expect(codeOf(await at.services.registrations.submitRegistration(permit, newcomer(one.skillId)))).toBe(
      "registration.closed",
    );
  });
});
