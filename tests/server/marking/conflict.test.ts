// Conflict of interest (回避): recorded, the seat vacated, marks superseded and never deleted; a reserve gives the levels instead.
import { describe, expect, test } from "vitest";
import { actorOf } from "../../../server/access/actor.ts";
import { takeSeat } from "../../../server/access/proofs.ts";
import { verifyChains } from "../../../server/ledger/verify.ts";
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
import { traceOf } from "../../support/trace.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];
let reserve: Person;
const reason = "师徒关系";

skillForEach("set-up", { competitors: 2 }, async (opened) => {
  ({ at, competition, skill } = opened);
  reserve = await hire(at, "houbu");
  must(
    await at.services.competitions.seatJudge(await skill.permit(skill.organizer, "competitions.configure"), {
      accountId: reserve.accountId,
      number: 4,
      reserve: true,
    }),
  );
  await skill.reach("scoring");
  ids = (await skill.contestants()).map((one) => one.id);
});

const seatOf = async (person: Person) =>
  must(takeSeat(await actorOf(at.house, person.accountId), skill.skillId));
const declare = async (person: Person, contestantId = ids[0]!, why = reason) =>
  at.services.marking.declareConflict(await seatOf(person), { contestantId, kind: "teacher", reason: why });
const oversee = () => skill.permit(skill.chief, "marking.oversee");
const listed = async () => at.services.marking.listConflicts(await oversee());
const call = async (person: Person) =>
  at.services.marking.callReserve(await oversee(), {
    declarationId: (await listed()).conflicts[0]!.id,
    accountId: person.accountId,
  });
const enterAs = async (person: Person, aspectId: string, value: string, more = {}, contestantId = ids[0]!) =>
  at.services.marking.enterMark(await seatOf(person), skill.command(contestantId, aspectId, value, more));
const cell = async (aspectId: string) =>
  must(await at.services.marking.loadSheet(await skill.seat(1), ids[0]!, "A1")).panel[
    `${ids[0]}/${aspectId}`
  ];

test("from then on the judge marks that competitor no more, and the others as before", async () => {
  expect(codeOf(await declare(skill.judges[1]!))).toBe("ok");
  expect(codeOf(await enterAs(skill.judges[1]!, "A1.3", "3"))).toBe("marking.conflict-declared");
  expect(codeOf(await enterAs(skill.judges[1]!, "A1.1", "10"))).toBe("marking.conflict-declared");
  expect(codeOf(await enterAs(skill.judges[1]!, "A1.3", "3", {}, ids[1]!))).toBe("ok");
  const sheet = must(await at.services.marking.loadSheet(await skill.seat(2), ids[0]!, "A1"));
  expect(sheet.barred).toEqual({ code: "marking.conflict-declared" });
  const desk = await at.services.marking.loadDesk(await skill.seat(2));
  expect(desk.contestants.map((one) => one.id)).toEqual([ids[1]]);
  expect(desk.avoided).toEqual([{ id: ids[0], code: "R-01" }]);
});

test("marks already given no longer count, are superseded by unset and stay readable; the ledger holds", async () => {
  await skill.markOne(ids[0]!, 0, ["A1.3"]);
  await enterAs(skill.judges[1]!, "A1.1", "10");
  await enterAs(skill.judges[0]!, "A1.2", "0");
  expect(await cell("A1.3")).toMatchObject({ state: "agreed" });
  must(await declare(skill.judges[1]!));
  expect(await cell("A1.3")).toEqual({ state: "pending", round: 1, given: 2, mark: null, levels: null });
  expect(await cell("A1.1")).toEqual({ state: "unset", value: null, version: 2 });
  expect(await cell("A1.2")).toMatchObject({ state: "agreed" });
  const kept = await at.database.query(
    "SELECT aspect_id, version, value IS NULL AS unset FROM mark_revision WHERE contestant_id = $1 AND entered_by = $2 ORDER BY 1, 2",
    [ids[0], skill.judges[1]!.accountId],
  );
  expect(kept).toEqual([
    { aspect_id: "A1.1", version: 1, unset: false },
    { aspect_id: "A1.1", version: 2, unset: true },
    { aspect_id: "A1.3", version: 1, unset: false },
    { aspect_id: "A1.3", version: 2, unset: true },
  ]);
  expect((await verifyChains(at.database)).filter((report) => report.brokenAt !== null)).toEqual([]);
  const lines = await at.database.query(
    "SELECT payload->>'reason' AS reason, payload->>'kind' AS kind FROM ledger_line WHERE deed = 'conflict-declared' AND chain = $1",
    [`skill:${skill.skillId}`],
  );
  expect(lines).toEqual([{ reason, kind: "teacher" }]);
});

test("the wall says whose seat is empty until a reserve is called; the judgement counts the reserve's level", async () => {
  await skill.markOne(ids[0]!, 0, ["A1.3"]);
  expect(codeOf(await enterAs(reserve, "A1.3", "2"))).toBe("marking.reserve-not-called");
  must(await declare(skill.judges[1]!));
  const view = async () => (await at.services.marking.readWall(await oversee())).view;
  expect((await view())[`vacant:${ids[0]}`]).toEqual([2]);
  expect((await listed()).conflicts).toMatchObject([
    { code: "R-01", seat: 2, kind: "teacher", reason, reserve: null, waiting: true },
  ]);
  expect((await at.services.marking.loadDesk(await seatOf(reserve))).contestants).toEqual([]);
  expect(codeOf(await at.services.marking.loadSheet(await seatOf(reserve), ids[0]!, "A1"))).toBe(
    "input.not-found",
  );
  must(await call(reserve));
  expect(`vacant:${ids[0]}` in (await view())).toBe(false);
  expect((await at.services.marking.loadDesk(await seatOf(reserve))).contestants).toMatchObject([
    { id: ids[0] },
  ]);
  const sheet = must(await at.services.marking.loadSheet(await seatOf(reserve), ids[0]!, "A1"));
  expect(sheet).toMatchObject({ seat: 2, barred: null, own: { "A1.3": { version: 2, value: null } } });
  const entered = await enterAs(reserve, "A1.3", "2", { expectedVersion: 2 });
  expect(codeOf(entered)).toBe("ok");
  expect(await cell("A1.3")).toMatchObject({
    state: "agreed",
    levels: [expect.any(Number), 2, expect.any(Number)],
  });
  expect(codeOf(await enterAs(reserve, "A1.3", "2", {}, ids[1]!))).toBe("marking.reserve-not-called");
});

test("after a spread the other round counts the reserve in place of the judge", async () => {
  for (const [place, value] of ["0", "3", "0"].entries()) await enterAs(skill.judges[place]!, "A1.3", value);
  expect(await cell("A1.3")).toMatchObject({ state: "disagreeing", round: 2 });
  must(await declare(skill.judges[1]!));
  expect(await cell("A1.3")).toMatchObject({ state: "pending", round: 1, given: 2, levels: null });
  must(await call(reserve));
  expect(codeOf(await enterAs(reserve, "A1.3", "2", { expectedVersion: 2 }))).toBe("ok");
  expect(await cell("A1.3")).toMatchObject({ state: "disagreeing", round: 2 });
  for (const person of [skill.judges[0]!, reserve, skill.judges[2]!])
    expect(codeOf(await enterAs(person, "A1.3", "1", { round: 2 }))).toBe("ok");
  expect(await cell("A1.3")).toMatchObject({ state: "agreed", round: 2, levels: [1, 1, 1] });
});

describe("refused, and leaves no trace", () => {
  test("a declaration without a reason, a second one, one for somebody of another skill", async () => {
    expect(codeOf(await declare(skill.judges[1]!, ids[0]!, "  "))).toBe("marking.reason-needed");
    expect(codeOf(await declare(skill.judges[1]!, skill.skillId))).toBe("input.not-found");
    must(await declare(skill.judges[1]!));
    const before = await traceOf(skill);
    expect(codeOf(await declare(skill.judges[1]!))).toBe("marking.conflict-declared");
    expect(await traceOf(skill)).toEqual(before);
  });

  test("a second look by who declared the conflict, who entered nothing", async () => {
    await at.database.prisma.roleGrant.create({
      data: { accountId: reserve.accountId, role: "recorder", skillId: skill.skillId },
    });
    must(await declare(reserve));
    for (const id of ids) await skill.markOne(id);
    const confirm = async (contestantId: string) =>
      at.services.marking.confirmSheet(await skill.permit(reserve, "marking.confirm"), {
        contestantId,
        subcriterionId: "A1",
      });
    expect(codeOf(await confirm(ids[0]!))).toBe("marking.conflict-declared");
    expect(codeOf(await confirm(ids[1]!))).toBe("ok");
  });

  test("a declaration over a locked sheet with marks of this judge", async () => {
    for (const id of ids) await skill.markOne(id);
    must(await at.services.marking.lockSubcriterion(await oversee(), "A1"));
    expect(codeOf(await declare(skill.judges[1]!))).toBe("marking.conflict-locked");
  });

  test("a reserve with a conflict, a judge of the panel, a seat that is held", async () => {
    must(await declare(reserve));
    must(await declare(skill.judges[1]!));
    expect(codeOf(await call(reserve))).toBe("marking.reserve-unfit");
    expect(codeOf(await call(skill.judges[0]!))).toBe("marking.reserve-unfit");
    const other = await hire(at, "houbu");
    must(
      await at.services.competitions.seatJudge(
        await skill.permit(skill.organizer, "competitions.configure"),
        { accountId: other.accountId, number: 5, reserve: true },
      ),
    );
    must(await call(other));
    expect(codeOf(await call(other))).toBe("marking.decided");
  });

  test("what the database refuses by itself: the judge as their own reserve, a change of what was declared", async () => {
    must(await declare(skill.judges[1]!));
    const declarationId = (await listed()).conflicts[0]!.id;
    await expect(
      at.database.query(
        "INSERT INTO seat_substitution (skill_id, contestant_id, seat, account_id, declaration_id, called_by, at) VALUES ($1, $2, 2, $3, $4, $5, now())",
        [skill.skillId, ids[0], skill.judges[1]!.accountId, declarationId, skill.chief.accountId],
      ),
    ).rejects.toThrow(/cannot be the reserve/);
    for (const change of ["UPDATE conflict_declaration SET reason = 'x'", "DELETE FROM conflict_declaration"])
      await expect(at.database.query(change)).rejects.toThrow(/permission denied|append-only/);
  });
});

test("a reserve does not count as one of the seats that marking needs", async () => {
  const short = await competition.addSkill({ competitors: 1 });
  await short.reach("drawn");
  await at.database.query("UPDATE judge_seat SET reserve = true WHERE skill_id = $1 AND number = 3", [
    short.skillId,
  ]);
  const refused = await at.services.marking.openScoring(await short.permit(short.chief, "marking.oversee"));
  expect(codeOf(refused)).toBe("skill.needs-judges");
});
