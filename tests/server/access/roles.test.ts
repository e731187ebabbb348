// Roles with their scopes, one-time links, and what exists only in a demonstration.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashToken } from "../../../server/access/actor.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  type Person,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

const password = "汴水秋声-2026 好密码";
let at: TestHouse;
let administrator: Person;
let competition: CompetitionStage;
let skill: SkillStage;

beforeAll(async () => {
  at = await openTestHouse();
  administrator = await hire(at, "guanli", { role: "administrator" });
  competition = await raiseCompetition(at);
  skill = await competition.addSkill({ competitors: 2 });
});
afterAll(() => at.close());

const manage = () => permitFor(at, administrator, "accounts.manage");
const actor = (person: Person) => at.services.access.actorOf(person.accountId);

describe("a role", () => {
  test("without the scope it must carry is not given", async () => {
    const one = await hire(at, "one");
    for (const [role, field] of [
      ["judge", "skill"],
      ["chief-judge", "skill"],
      ["recorder", "skill"],
      ["floor-judge", "skill"],
      ["supervisor", "competition"],
      ["coding-officer", "competition"],
      ["delegation-leader", "delegation"],
      ["hr-officer", "unit"],
    ] as const) {
      expect(await at.services.access.grantRole(await manage(), one.accountId, { role })).toEqual({
        ok: false,
        refusal: { code: "input.invalid", params: { field } },
      });
    }
    expect((await actor(one))!.grants).toEqual([]);
  });

  test("given twice is one gift, and each gift and each end stands in the city's chain", async () => {
    const one = await hire(at, "one");
    const grant = { role: "supervisor", competitionId: competition.competitionId } as const;
    must(await at.services.access.grantRole(await manage(), one.accountId, grant));
    must(await at.services.access.grantRole(await manage(), one.accountId, grant));
    const { grants } = (await actor(one))!;
    expect(grants).toHaveLength(1);
    must(await at.services.access.revokeRole(await manage(), grants[0]!.id));
    expect(codeOf(await at.services.access.revokeRole(await manage(), grants[0]!.id))).toBe(
      "input.not-found",
    );
    const deeds = await at.database.query<{ deed: string }>(
      "SELECT deed FROM ledger_line WHERE chain = 'city' AND payload->>'accountId' = $1 ORDER BY seq",
      [one.accountId],
    );
    expect(deeds.map((line) => line.deed)).toEqual(["role-granted", "role-revoked"]);
  });

  test("ends with its revocation: the next permit is refused", async () => {
    const chief = await hire(at, "chief", { role: "chief-judge", skillId: skill.skillId });
    expect(
      codeOf(
        await at.services.access.authorize(await actor(chief), "marking.oversee", { skillId: skill.skillId }),
      ),
    ).toBe("ok");
    must(await at.services.access.revokeRole(await manage(), (await actor(chief))!.grants[0]!.id));
    expect(
      codeOf(
        await at.services.access.authorize(await actor(chief), "marking.oversee", { skillId: skill.skillId }),
      ),
    ).toBe("access.not-allowed");
  });

  test("reaches its own skill, competition and county, and no other", async () => {
    const elsewhere = await raiseCompetition(at);
    const foreign = await elsewhere.addSkill({ competitors: 0 });
    const county = await hire(at, "xian", { role: "organizer", county: "410223" });
    await at.database.query("UPDATE competition SET county = '410223' WHERE id = $1", [
      elsewhere.competitionId,
    ]);
    const ask = async (person: Person, permission: Parameters<typeof permitFor>[2], skillId: string) =>
      codeOf(await at.services.access.authorize(await actor(person), permission, { skillId }));
    expect(await ask(county, "competitions.configure", foreign.skillId)).toBe("ok");
    expect(await ask(county, "competitions.configure", skill.skillId)).toBe("access.not-allowed");
    expect(await ask(skill.chief, "marking.oversee", foreign.skillId)).toBe("access.not-allowed");
    expect(await ask(competition.supervisor, "draws.witness", foreign.skillId)).toBe("access.not-allowed");
    expect(await ask(competition.supervisor, "draws.witness", skill.skillId)).toBe("ok");
  });

  test("a scope that is claimed beside the skill does not replace the skill's own", async () => {
    const foreign = await raiseCompetition(at);
    const claimed = { skillId: skill.skillId, competitionId: foreign.competitionId, county: "410223" };
    expect(
      codeOf(await at.services.access.authorize(await actor(foreign.supervisor), "draws.witness", claimed)),
    ).toBe("access.not-allowed");
    expect(
      must(await at.services.access.authorize(await actor(competition.supervisor), "draws.witness", claimed))
        .scope,
    ).toMatchObject({ competitionId: competition.competitionId, county: null });
  });

  test("nobody signed in is asked to sign in; unknown and malformed places are not found", async () => {
    expect(codeOf(await at.services.access.authorize(null, "competitions.create"))).toBe(
      "access.sign-in-first",
    );
    for (const skillId of [randomUUID(), "x", "' OR 1=1 --", "\u0000"])
      expect(
        codeOf(await at.services.access.authorize(await actor(skill.chief), "marking.oversee", { skillId })),
      ).toBe("input.not-found");
  });
});

describe("the first administrator's link", () => {
  const wanted = { login: "shouren", name: "周明远", password };

  test("works once, also when it is used twice at the same moment", async () => {
    const fresh = await openTestHouse();
    await fresh.database.query("UPDATE installation SET setup_token_hash = $1", [hashToken("link")]);
    expect(codeOf(await fresh.services.access.firstAdministrator("other", wanted))).toBe("access.link-used");
    expect(
      codeOf(await fresh.services.access.firstAdministrator("link", { ...wanted, password: "short" })),
    ).toBe("access.weak-password");
    for (const login of ["", "a b", "周明远", "abc\u0000"])
      expect(codeOf(await fresh.services.access.firstAdministrator("link", { ...wanted, login }))).toBe(
        "input.invalid",
      );
    const answers = await Promise.all([
      fresh.services.access.firstAdministrator("link", wanted),
      fresh.services.access.firstAdministrator("link", { ...wanted, login: "dieren" }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(["access.link-used", "ok"]);
    expect(
      codeOf(await fresh.services.access.firstAdministrator("link", { ...wanted, login: "sanren" })),
    ).toBe("access.link-used");
    expect(await fresh.database.prisma.account.count()).toBe(1);
    const opened = must(answers.find((answer) => answer.ok)!);
    expect(
      codeOf(
        await fresh.services.access.authorize(
          await fresh.services.access.whoIs(opened.token),
          "accounts.manage",
        ),
      ),
    ).toBe("ok");
    await fresh.close();
  });

  test("opens nothing where none was printed", async () => {
    for (const token of ["", "null", "undefined"])
      expect(codeOf(await at.services.access.firstAdministrator(token, wanted))).toBe("access.link-used");
  });
});

describe("a competitor's invitation", () => {
  const invite = async (place = 0) => {
    const { leader, delegationId } = competition.delegations[place]!;
    return must(
      await at.services.registrations.inviteCompetitor(
        await permitFor(at, leader, "registrations.submit", { delegationId }),
        skill.registrations[place]!.id,
      ),
    ).token;
  };

  test("works once, opens the person's own file and nothing else", async () => {
    const token = await invite();
    expect(must(await at.services.registrations.readInvitation(token)).name).toBe(
      skill.registrations[0]!.name,
    );
    const answers = await Promise.all(
      ["xuanshou1", "xuanshou2"].map((login) =>
        at.services.registrations.acceptInvitation(token, { login, password }),
      ),
    );
    expect(answers.map(codeOf).sort()).toEqual(["access.link-used", "ok"]);
    expect(codeOf(await at.services.registrations.readInvitation(token))).toBe("access.link-used");
    const own = await at.services.access.whoIs(must(answers.find((answer) => answer.ok)!).token);
    const file = must(await at.services.people.ownFile(own));
    expect(file).toMatchObject({
      name: skill.registrations[0]!.name,
      entries: [{ state: "accepted", result: null }],
    });
    for (const permission of ["competitions.oversee", "marking.oversee", "registrations.decide"] as const)
      expect(codeOf(await at.services.access.authorize(own, permission, { skillId: skill.skillId }))).toBe(
        "access.not-allowed",
      );
  });

  test("makes an account and never takes one over; what it made stands in the city's chain", async () => {
    const { leader, delegationId } = competition.delegations[0]!;
    const again = await at.services.registrations.inviteCompetitor(
      await permitFor(at, leader, "registrations.submit", { delegationId }),
      skill.registrations[0]!.id,
    );
    expect(codeOf(again)).toBe("registration.has-account");
    const made = await at.database.prisma.ledgerLine.count({
      where: { chain: "city", deed: "account-made-by-invitation" },
    });
    expect(made).toBe(1);
  });

  test("a newer link ends the older one, and a link ends after fourteen days", async () => {
    const old = await invite(1);
    const token = await invite(1);
    expect(
      codeOf(await at.services.registrations.acceptInvitation(old, { login: "xuanshou3", password })),
    ).toBe("access.link-used");
    at.clock.set(new Date(at.clock.now().getTime() + 14 * 86_400_000));
    expect(codeOf(await at.services.registrations.readInvitation(token))).toBe("access.link-used");
    expect(
      codeOf(await at.services.registrations.acceptInvitation(token, { login: "xuanshou3", password })),
    ).toBe("access.link-used");
  });

  test("somebody else's login is not taken over, and the link stays open for another", async () => {
    const token = await invite(1);
    expect(
      codeOf(
        await at.services.registrations.acceptInvitation(token, { login: administrator.login, password }),
      ),
    ).toBe("access.login-taken");
    expect(
      codeOf(
        await at.services.registrations.acceptInvitation(token, { login: "xuanshou4", password: "short" }),
      ),
    ).toBe("access.weak-password");
    expect(
      codeOf(await at.services.registrations.acceptInvitation(token, { login: "xuanshou4", password })),
    ).toBe("ok");
  });

  test("an account that is nobody's has no file", async () => {
    expect(codeOf(await at.services.people.ownFile(await actor(administrator)))).toBe("access.not-allowed");
    expect(codeOf(await at.services.people.ownFile(null))).toBe("access.sign-in-first");
  });
});

describe("what exists only in a demonstration", () => {
  test("a live house has no one-click sign-in, no list of visitors and no clock to move", async () => {
    const now = at.clock.now();
    expect(codeOf(await at.services.demonstration.listVisitors())).toBe("input.not-found");
    expect(codeOf(await at.services.demonstration.stepInto(administrator.login))).toBe("input.not-found");
    expect(codeOf(await at.services.demonstration.walkOneWorkingDay())).toBe("input.not-found");
    expect(at.clock.now()).toEqual(now);
    expect(await at.database.query("SELECT clock_offset_ms AS ms FROM installation")).toEqual([{ ms: 0 }]);
  });

  test("a demonstration has them; its clock goes to the next working day and never back", async () => {
    const demo = await openTestHouse("demonstration");
    const player = await hire(demo, "zuzhi", { role: "organizer" });
    expect(codeOf(await demo.services.demonstration.stepInto("nobody"))).toBe("input.not-found");
    const { token } = must(await demo.services.demonstration.stepInto(player.login));
    expect(await demo.services.access.whoIs(token)).toMatchObject({ login: player.login });
    demo.clock.set("2026-03-06T09:00:00+08:00");
    const { now } = must(await demo.services.demonstration.walkOneWorkingDay());
    expect(now.slice(0, 10)).toBe("2026-03-09");
    await demo.close();
  });

  test("a live database never becomes a demonstration", async () => {
    await expect(at.database.query("UPDATE installation SET mode = 'demonstration'")).rejects.toThrow(
      "fixed",
    );
  });
});
