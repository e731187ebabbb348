// From the last mark to the signed result: three people, each over the content they saw (domain.md section 7).
import { describe, expect, test } from "vitest";
import { sha256Hex } from "#domain/chance.ts";
import { canonical } from "#domain/ledger/chain.ts";
import { actorOf } from "../../../server/access/actor.ts";
import { hashPassword } from "../../../server/access/passwords.ts";
import { connectOwner } from "../../../server/database/connection.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { everyPassword, presenceOf } from "../../support/signing.ts";
import { codeOf, hire, must, raiseCompetition, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;

skillForEach("set-up", { competitors: 3 }, (opened) => {
  ({ at, skill } = opened);
});

const oversee = () => skill.permit(skill.chief, "marking.oversee");
const complete = async () => at.services.results.completeResult(await oversee());

describe("complete", () => {
  test("is refused while a sub-criterion is open, and says how many", async () => {
    await skill.reach("scoring");
    for (const one of await skill.contestants()) await skill.markOne(one.id);
    must(await at.services.marking.lockSubcriterion(await oversee(), "A1"));
    expect(await complete()).toEqual({
      ok: false,
      refusal: { code: "results.not-complete", params: { subcriteria: 1, competitors: 0 } },
    });
    expect(await skill.stage()).toBe("scoring");
  });

  test("is refused while anybody present has no total: unset is not zero", async () => {
    await skill.reach("scoring");
    const [late, ...others] = await skill.contestants();
    must(
      await at.services.marking.setContestantStatus(await oversee(), {
        contestantId: late!.id,
        status: "absent",
        reason: "未检录",
      }),
    );
    for (const one of others) await skill.markOne(one.id);
    await skill.lockAll();
    must(
      await at.services.marking.setContestantStatus(await oversee(), {
        contestantId: late!.id,
        status: "present",
        reason: "",
      }),
    );
    expect(await complete()).toEqual({
      ok: false,
      refusal: { code: "results.not-complete", params: { subcriteria: 0, competitors: 1 } },
    });
  });

  test("lists who is absent without rank and without total, and never as zero", async () => {
    await skill.reach("scoring");
    const [late, ...others] = await skill.contestants();
    must(
      await at.services.marking.setContestantStatus(await oversee(), {
        contestantId: late!.id,
        status: "absent",
        reason: "未检录",
      }),
    );
    for (const [place, one] of others.entries()) await skill.markOne(one.id, place);
    await skill.lockAll();
    must(await complete());
    const { standings } = await at.services.results.readResultDesk(
      await skill.permit(skill.chief, "competitions.oversee"),
    );
    expect(standings.map(({ rank, status, total }) => ({ rank, status, total }))).toEqual([
      { rank: 1, status: "ranked", total: "100.00" },
      { rank: 2, status: "ranked", total: "93.67" },
      { rank: null, status: "absent", total: null },
    ]);
  });
});

describe("three different people", () => {
  test("check, chief judge and supervisor sign in that order, and the same person is refused at every later place", async () => {
    await skill.reach("complete");
    for (const role of ["chief-judge", "supervisor", "recorder"] as const) {
      for (const person of [skill.recorder, skill.chief, skill.supervisor]) {
        await at.database.prisma.roleGrant.createMany({
          data: { accountId: person.accountId, role, skillId: skill.skillId },
          skipDuplicates: true,
        });
      }
    }
    expect(codeOf(await skill.sign(skill.chief, "chief"))).toBe("results.step-not-open");
    expect(codeOf(await skill.sign(skill.supervisor, "supervisor"))).toBe("results.step-not-open");
    must(await skill.sign(skill.recorder, "checked"));
    expect(codeOf(await skill.sign(skill.recorder, "checked"))).toBe("results.step-not-open");
    expect(codeOf(await skill.sign(skill.recorder, "chief"))).toBe("results.same-person");
    expect(codeOf(await skill.sign(skill.recorder, "supervisor"))).toBe("results.same-person");
    must(await skill.sign(skill.chief, "chief"));
    expect(await skill.stage()).toBe("checked");
    expect(codeOf(await skill.sign(skill.chief, "supervisor"))).toBe("results.same-person");
    must(await skill.sign(skill.supervisor, "supervisor"));
    expect(await skill.stage()).toBe("signed");
  });

  test("the supervisor may sign before the chief judge; only both make the result signed", async () => {
    await skill.reach("checked");
    must(await skill.sign(skill.supervisor, "supervisor"));
    expect(await skill.stage()).toBe("checked");
    expect(await at.database.prisma.resultSnapshot.count({ where: { skillId: skill.skillId } })).toBe(0);
    must(await skill.sign(skill.chief, "chief"));
    expect(await skill.stage()).toBe("signed");
  });

  test("the database holds it: one account signs a skill once", async () => {
    await skill.reach("checked");
    const again = at.database.query(
      "INSERT INTO sign_off (skill_id, kind, account_id, content_hash, at) VALUES ($1, 'chief', $2, 'x', now())",
      [skill.skillId, skill.recorder.accountId],
    );
    await expect(again).rejects.toThrow(/sign_off_skill_id_account_id_key/);
  });

  test("both sign at the same moment: two signatures, one snapshot, signed", async () => {
    await skill.reach("checked");
    const hash = await skill.seenHash();
    const answers = await Promise.all([
      skill.sign(skill.chief, "chief", hash),
      skill.sign(skill.supervisor, "supervisor", hash),
      skill.sign(skill.chief, "chief", hash),
    ]);
    expect(answers.map(codeOf).filter((code) => code === "ok")).toHaveLength(2);
    expect(await skill.stage()).toBe("signed");
    expect(await at.database.prisma.resultSnapshot.count({ where: { skillId: skill.skillId } })).toBe(1);
  });
});

describe("a signature binds what was seen", () => {
  test("a signer who saw other content is refused, and nothing is recorded", async () => {
    await skill.reach("scoring");
    const contestants = await skill.contestants();
    for (const [place, one] of contestants.entries()) await skill.markOne(one.id, place);
    await skill.lockAll();
    const wall = async () =>
      (
        await at.database.query<{ hash: string }>(
          "SELECT payload->>'hash' AS hash FROM ledger_line WHERE chain = $1 AND deed = 'result-complete'",
          [`skill:${skill.skillId}`],
        )
      )[0]!.hash;
    must(await complete());
    const seen = await wall();
    expect(seen).toBe(await skill.seenHash());
    await at.database.query(
      "UPDATE mark_cell SET value = 0, version = version + 1 WHERE contestant_id = $1 AND aspect_id = 'B1.2'",
      [contestants[0]!.id],
    );
    expect(codeOf(await skill.sign(skill.recorder, "checked", seen))).toBe("results.content-changed");
    expect(await at.database.prisma.signOff.count({ where: { skillId: skill.skillId } })).toBe(0);
    must(await skill.sign(skill.recorder, "checked"));
  });

  test.each(["", "0".repeat(64), "x"])("a hash that is none of ours (%j) is refused", async (hash) => {
    await skill.reach("complete");
    expect(codeOf(await skill.sign(skill.recorder, "checked", hash))).toBe("results.content-changed");
  });

  test("the signed snapshot never changes, not even for the owner of the database", async () => {
    await skill.reach("signed");
    const owner = await connectOwner(at.database.url);
    await expect(
      owner.query("UPDATE result_snapshot SET content = '[]' WHERE skill_id = $1", [skill.skillId]),
    ).rejects.toThrow("append-only");
    await expect(
      owner.query("DELETE FROM result_snapshot WHERE skill_id = $1", [skill.skillId]),
    ).rejects.toThrow("append-only");
    await owner.end();
    await expect(
      at.database.query(
        "INSERT INTO result_snapshot (skill_id, kind, content, hash, at) VALUES ($1, 'signed', '[]', '', now())",
        [skill.skillId],
      ),
    ).rejects.toThrow(/result_snapshot_skill_id_kind_key/);
  });

  test("what is shown afterwards comes from the snapshot: a mark altered behind the signatures changes no list", async () => {
    await skill.reach("signed");
    await at.database.query("UPDATE mark_cell SET value = 0 WHERE skill_id = $1", [skill.skillId]);
    await skill.reach("notice");
    const shown = await at.services.results.onSiteResult(skill.skillId);
    expect(shown!.lines.map((line) => line.total)).toEqual(["100.00", "94.00", "93.67"]);
  });
});

describe("the password again", () => {
  const present = async (person: typeof skill.chief, password: string, from = "10.9.0.1") =>
    at.services.access.provePresence((await actorOf(at.house, person.accountId))!, password, from);

  test("a wrong or empty password is no proof, and wrong ones count at the door and here alike", async () => {
    expect(codeOf(await present(skill.chief, ""))).toBe("access.not-confirmed");
    const answers: string[] = [];
    for (let n = 0; n < 12; n += 1) answers.push(codeOf(await present(skill.chief, `falsch-${n}`)));
    expect(answers.at(-1)).toBe("access.too-many-attempts");
    expect(codeOf(await present(skill.chief, everyPassword))).toBe("access.too-many-attempts");
    expect(codeOf(await at.services.access.signIn(skill.chief.login, everyPassword, "10.9.0.1"))).toBe(
      "access.too-many-attempts",
    );
  });

  test("an account without a password cannot sign", async () => {
    await at.database.prisma.account.update({
      where: { id: skill.supervisor.accountId },
      data: { passwordHash: null },
    });
    expect(codeOf(await present(skill.supervisor, everyPassword))).toBe("access.not-confirmed");
    await at.database.prisma.account.update({
      where: { id: skill.supervisor.accountId },
      data: { passwordHash: await hashPassword(everyPassword) },
    });
  });

  test("another person's proof signs nothing", async () => {
    await skill.reach("complete");
    const permit = await skill.permit(skill.recorder, "results.check");
    const hash = await skill.seenHash();
    const others = await presenceOf(at, skill.organizer);
    expect(codeOf(await at.services.results.signResult(permit, "checked", hash, others))).toBe(
      "access.not-confirmed",
    );
    expect(await skill.stage()).toBe("complete");
    must(await skill.sign(skill.recorder, "checked", hash));
  });

  test("what a signature binds can be computed again from the stored list", async () => {
    await skill.reach("signed");
    const [snapshot] = await at.database.query<{ content: unknown; hash: string }>(
      "SELECT content, hash FROM result_snapshot WHERE skill_id = $1 AND kind = 'signed'",
      [skill.skillId],
    );
    const signed = await at.database.query<{ content_hash: string }>(
      "SELECT content_hash FROM sign_off WHERE skill_id = $1",
      [skill.skillId],
    );
    expect(signed).toHaveLength(3);
    const again = sha256Hex(canonical([skill.skillId, snapshot!.content]));
    for (const { content_hash } of signed) expect(content_hash).toBe(again);
    expect(snapshot!.hash).toBe(sha256Hex(canonical(snapshot!.content)));
  });
});

describe("who reads the standings before decoding", () => {
  test("the chief judge and the supervisor by code, the organizer and the coding officer not", async () => {
    await skill.reach("complete");
    const desk = async (person: typeof skill.chief) =>
      at.services.results.readResultDesk(await skill.permit(person, "competitions.oversee"));
    for (const person of [skill.chief, skill.supervisor])
      expect((await desk(person)).standings).toHaveLength(3);
    for (const person of [skill.organizer, skill.coder])
      expect(await desk(person)).toMatchObject({ standings: [], plan: null, hash: null, named: [] });
  });

  test("the same roles in another competition do not open this one", async () => {
    await skill.reach("complete");
    const elsewhere = await raiseCompetition(at);
    const officer = await hire(
      at,
      "jiami",
      { role: "coding-officer", competitionId: skill.competitionId },
      { role: "supervisor", competitionId: elsewhere.competitionId },
    );
    expect(
      await at.services.results.readResultDesk(await skill.permit(officer, "competitions.oversee")),
    ).toMatchObject({ standings: [], plan: null, hash: null });
  });
});
