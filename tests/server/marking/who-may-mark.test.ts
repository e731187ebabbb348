// Who may not enter a mark: refused inside the transaction, and nothing is left behind.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { TestHouse } from "../../support/house.ts";
import { skillForAll } from "../../support/opening.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  permitFor,
  type SkillStage,
} from "../../support/stage.ts";
import { traceOf } from "../../support/trace.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let other: SkillStage;
let field: { id: string; code: string }[];

skillForAll("set-up", { competitors: 6 }, async (opened) => {
  ({ at, competition, skill } = opened);
  other = await competition.addSkill({ competitors: 1 });
  await skill.reach("scoring");
  await other.reach("scoring");
  field = await skill.contestants();
});

const trace = (of: SkillStage = skill) => traceOf(of);

describe("who may not, leaves no trace", () => {
  test("a judge whose role was revoked after the seat was shown is refused inside the transaction", async () => {
    const seat = await other.seat(1);
    const [contestant] = await other.contestants();
    const administrator = await hire(at, "guanli", { role: "administrator" });
    const grant = await at.database.prisma.roleGrant.findFirstOrThrow({
      where: { accountId: other.judges[0]!.accountId, role: "judge" },
    });
    const before = await trace(other);
    must(
      await at.services.access.revokeRole(await permitFor(at, administrator, "accounts.manage"), grant.id),
    );
    expect(
      codeOf(await at.services.marking.enterMark(seat, other.command(contestant!.id, "A1.1", "10"))),
    ).toBe("marking.seat-ended");
    expect(await trace(other)).toEqual(before);
  });

  test("a judge whose seat has ended is refused inside the transaction", async () => {
    const seat = await other.seat(2);
    const [contestant] = await other.contestants();
    await at.database.query("UPDATE judge_seat SET ended_at = now() WHERE id = $1", [seat.seatId]);
    expect(
      codeOf(await at.services.marking.enterMark(seat, other.command(contestant!.id, "A1.1", "10"))),
    ).toBe("marking.seat-ended");
  });

  test("a judge whose role was revoked holds no seat any more, although the seat's row still stands", async () => {
    const actor = await at.services.access.actorOf(other.judges[0]!.accountId);
    expect(codeOf(at.services.takeSeat(actor, other.skillId))).toBe("access.not-allowed");
  });

  test("another skill's seat, contestant and aspect are refused", async () => {
    expect(
      codeOf(
        at.services.takeSeat(await at.services.access.actorOf(skill.judges[0]!.accountId), other.skillId),
      ),
    ).toBe("access.not-allowed");
    const before = await trace();
    const [foreign] = await other.contestants();
    expect(codeOf(await skill.enter(1, foreign!.id, "A1.1", "10"))).toBe("marking.unknown-aspect");
    expect(codeOf(await skill.enter(1, randomUUID(), "A1.1", "10"))).toBe("marking.unknown-aspect");
    expect(codeOf(await skill.enter(1, field[0]!.id, "C1.1", "10"))).toBe("marking.unknown-aspect");
    expect(codeOf(await skill.enter(1, field[0]!.id, "", "10"))).toBe("marking.unknown-aspect");
    expect(await trace()).toEqual(before);
    expect(await trace(other)).toMatchObject({ revisions: 0, cells: 0 });
  });

  test("an account that must change its password, or was disabled, takes no seat", async () => {
    const judge = await hire(at, "caipan", { role: "judge", skillId: skill.skillId });
    await at.database.prisma.judgeSeat.create({
      data: { skillId: skill.skillId, number: 9, accountId: judge.accountId },
    });
    await at.database.prisma.account.update({ where: { id: judge.accountId }, data: { mustChange: true } });
    expect(
      codeOf(at.services.takeSeat(await at.services.access.actorOf(judge.accountId), skill.skillId)),
    ).toBe("access.sign-in-first");
    await at.database.prisma.account.update({
      where: { id: judge.accountId },
      data: { mustChange: false, disabledAt: new Date() },
    });
    expect(
      codeOf(at.services.takeSeat(await at.services.access.actorOf(judge.accountId), skill.skillId)),
    ).toBe("access.sign-in-first");
    expect(await at.services.access.actorOf(judge.accountId)).toBeNull();
  });
});
