// The draw (domain.md section 6): committed before it is run, witnessed by another person, proved when it is opened.
import { describe, expect, test } from "vitest";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { commit, draw, proves } from "#domain/draws/draw.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  newcomer,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;

skillForEach("set-up", { competitors: 4 }, (opened) => {
  ({ at, competition, skill } = opened);
});

const commitDraw = async () => at.services.draws.commitDraw(await skill.permit(skill.coder, "draws.code"));
const witness = async (person = skill.supervisor) =>
  at.services.draws.witnessDraw(await skill.permit(person, "draws.witness"));

describe("commit, then draw", () => {
  test("without a commitment nothing is drawn; without anybody accepted nothing is committed", async () => {
    expect(codeOf(await witness())).toBe("draw.not-committed");
    const empty = await competition.addSkill({ competitors: 0 });
    expect(codeOf(await at.services.draws.commitDraw(await empty.permit(empty.coder, "draws.code")))).toBe(
      "draw.too-few",
    );
  });

  test("other rules after the commitment end it: no field is drawn without names to give back", async () => {
    must(await commitDraw());
    const { rules } = await at.database.prisma.skill.findUniqueOrThrow({ where: { id: skill.skillId } });
    const uncoded = { ...(rules as unknown as SkillRules), codingLayers: 0 };
    const configure = await skill.permit(skill.organizer, "competitions.configure");
    must(await at.services.competitions.changeRules(configure, { rules: uncoded, openBoard: false }));
    expect(codeOf(await witness())).toBe("draw.not-coded");
    expect(codeOf(await commitDraw())).toBe("draw.not-coded");
    expect(await at.database.prisma.draw.count({ where: { skillId: skill.skillId } })).toBe(0);
    must(await at.services.draws.fixField(configure));
    const owned = { skillId: skill.skillId, registrationId: { not: null } };
    expect(await at.database.prisma.contestant.count({ where: owned })).toBe(4);
  });

  test("a list that changed after the commitment must be committed again: somebody accepted, somebody withdrawn", async () => {
    must(await commitDraw());
    await skill.enterPerson();
    expect(codeOf(await witness())).toBe("draw.not-committed");
    must(await commitDraw());
    const { delegationId, leader } = skill.delegations[0]!;
    must(
      await at.services.registrations.moveOwnRegistration(
        await permitFor(at, leader, "registrations.submit", { delegationId }),
        skill.registrations[0]!.id,
        "withdrawn",
      ),
    );
    expect(codeOf(await witness())).toBe("draw.not-committed");
    must(await commitDraw());
    expect(must(await witness()).drawn).toBe(4);
    expect((await skill.contestants()).map((one) => one.code)).toEqual(["R-01", "R-02", "R-03", "R-04"]);
  });

  test("each commitment has a seed of its own, and both hashes are published at once", async () => {
    const first = must(await commitDraw());
    const second = must(await commitDraw());
    expect(second.entryHash).toBe(first.entryHash);
    expect(second.seedHash).not.toBe(first.seedHash);
    const shown = await at.services.competitions.readSkill(skill.skillId);
    expect(shown!.draw).toMatchObject({ ...second, revealed: null, drawnAt: null });
  });

  test("is run once", async () => {
    await skill.reach("drawn");
    expect(codeOf(await witness())).toBe("skill.step-not-open");
    expect(codeOf(await commitDraw())).toBe("skill.step-not-open");
  });

  test("an acceptance at the very moment of the draw is either in the field or refused", async () => {
    for (let turn = 0; turn < 15; turn += 1) {
      const racing = await competition.addSkill({ competitors: 2 });
      const { delegationId, leader } = racing.delegations[0]!;
      const { registrationId } = must(
        await at.services.registrations.submitRegistration(
          await permitFor(at, leader, "registrations.submit", { delegationId }),
          newcomer(racing.skillId),
        ),
      );
      const [coder, supervisor, decide] = [
        await racing.permit(racing.coder, "draws.code"),
        await racing.permit(racing.supervisor, "draws.witness"),
        await racing.permit(racing.organizer, "registrations.decide"),
      ];
      must(await at.services.draws.commitDraw(coder));
      await Promise.all([
        at.services.draws.witnessDraw(supervisor),
        at.services.registrations.decideRegistration(decide, registrationId, "accepted"),
      ]);
      if ((await racing.stage()) === "set-up") continue;
      const accepted = await at.database.prisma.registration.count({
        where: { skillId: racing.skillId, state: "accepted" },
      });
      expect(await racing.contestants()).toHaveLength(accepted);
    }
  });
});

describe("two people", () => {
  test("who committed cannot witness, by the service and by the database", async () => {
    await at.database.prisma.roleGrant.create({
      data: { accountId: skill.coder.accountId, role: "supervisor", skillId: skill.skillId },
    });
    must(await commitDraw());
    expect(codeOf(await witness(skill.coder))).toBe("draw.two-people");
    const update = at.database.query("UPDATE draw SET witnessed_by = committed_by WHERE skill_id = $1", [
      skill.skillId,
    ]);
    await expect(update).rejects.toThrow(/draw_witness_is_another/);
  });

  test("the seal is opened by somebody else than who asked, after the signatures only", async () => {
    await skill.reach("checked");
    expect(codeOf(await at.services.draws.askOpening(await skill.permit(skill.coder, "draws.code")))).toBe(
      "skill.step-not-open",
    );
    await skill.reach("signed");
    const open = async (person = skill.supervisor) =>
      at.services.draws.openSeal(await skill.permit(person, "draws.witness"));
    expect(codeOf(await open())).toBe("draw.two-people");
    await at.database.prisma.roleGrant.create({
      data: { accountId: skill.supervisor.accountId, role: "coding-officer", skillId: skill.skillId },
    });
    must(await at.services.draws.askOpening(await skill.permit(skill.supervisor, "draws.code")));
    expect(codeOf(await open())).toBe("draw.two-people");
    await expect(
      at.database.query("UPDATE draw SET opened_by = opening_asked_by WHERE skill_id = $1", [skill.skillId]),
    ).rejects.toThrow(/draw_opener_is_another/);
    must(await at.services.draws.askOpening(await skill.permit(skill.coder, "draws.code")));
    must(await open());
    expect(await skill.stage()).toBe("decoded");
  });

  test("the opening is recorded with who asked and who opened", async () => {
    await skill.reach("decoded");
    const lines = await at.database.query<{ deed: string; actor_id: string }>(
      "SELECT deed, actor_id FROM ledger_line WHERE chain = $1 AND deed IN ('opening-asked', 'seal-opened') ORDER BY seq",
      [`skill:${skill.skillId}`],
    );
    expect(lines).toEqual([
      { deed: "opening-asked", actor_id: skill.coder.accountId },
      { deed: "seal-opened", actor_id: skill.supervisor.accountId },
    ]);
  });

  test("an officer of another competition has no permit here", async () => {
    const elsewhere = await raiseCompetition(at);
    const actor = await at.services.access.actorOf(elsewhere.supervisor.accountId);
    expect(
      codeOf(await at.services.access.authorize(actor, "draws.witness", { skillId: skill.skillId })),
    ).toBe("access.not-allowed");
    const administrator = await hire(at, "guanli", { role: "administrator" });
    for (const permission of ["draws.code", "draws.witness", "marking.oversee"] as const) {
      expect(
        codeOf(
          await at.services.access.authorize(
            await at.services.access.actorOf(administrator.accountId),
            permission,
            { skillId: skill.skillId },
          ),
        ),
      ).toBe("access.not-allowed");
    }
  });
});

describe("after the opening", () => {
  test("seed and list prove the draw: anybody repeats it from what is public", async () => {
    await skill.reach("drawn");
    const { seedHash, entryHash } = (await at.services.competitions.readSkill(skill.skillId))!.draw!;
    await skill.reach("decoded");
    const { draw: shown } = (await at.services.competitions.readSkill(skill.skillId))!;
    const { seed, entries, coded } = shown!.revealed as {
      seed: string;
      entries: string[];
      coded: { code: string; entry: string }[];
    };
    expect(commit(entries, seed)).toEqual({ seedHash, entryHash });
    expect(draw(entries, seed, "R")).toEqual(coded);
    expect(proves({ seedHash, entryHash }, entries, seed, coded, "R")).toBe(true);
    expect(proves({ seedHash, entryHash }, entries, seed, [...coded].reverse(), "R")).toBe(false);
    const joined = await at.database.query(
      "SELECT c.code, r.number AS entry FROM contestant c JOIN registration r ON r.id = c.registration_id WHERE c.skill_id = $1 ORDER BY c.code",
      [skill.skillId],
    );
    expect(joined).toEqual(coded);
  });

  test("bytes of the seal that were altered do not open", async () => {
    await skill.reach("signed");
    must(await at.services.draws.askOpening(await skill.permit(skill.coder, "draws.code")));
    await at.database.query(
      "UPDATE draw SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) WHERE skill_id = $1",
      [skill.skillId],
    );
    await expect(
      at.services.draws.openSeal(await skill.permit(skill.supervisor, "draws.witness")),
    ).rejects.toThrow();
    expect(await skill.stage()).toBe("signed");
  });

  test("a seal exchanged for another skill's does not open as this draw", async () => {
    const twin = await competition.addSkill({ competitors: 4 });
    await twin.reach("signed");
    await skill.reach("signed");
    must(await at.services.draws.askOpening(await skill.permit(skill.coder, "draws.code")));
    await at.database.query(
      "UPDATE draw d SET sealed = other.sealed FROM draw other WHERE d.skill_id = $1 AND other.skill_id = $2",
      [skill.skillId, twin.skillId],
    );
    await expect(
      at.services.draws.openSeal(await skill.permit(skill.supervisor, "draws.witness")),
    ).rejects.toThrow("does not prove itself");
    expect(
      await at.database.prisma.contestant.count({
        where: { skillId: skill.skillId, registrationId: { not: null } },
      }),
    ).toBe(0);
  });
});

test("a skill without coding takes the accepted field under its competition numbers, and has no seal to open", async () => {
  const open = await competition.addSkill({ competitors: 2, rules: { codingLayers: 0 } });
  expect(
    codeOf(await at.services.draws.fixField(await skill.permit(skill.organizer, "competitions.configure"))),
  ).toBe("draw.not-committed");
  await open.reach("decoded");
  const numbers = await at.database.query<{ number: string }>(
    "SELECT number FROM registration WHERE skill_id = $1 ORDER BY number",
    [open.skillId],
  );
  expect((await open.contestants()).map((one) => one.code)).toEqual(numbers.map((one) => one.number));
});
