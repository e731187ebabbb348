// A re-scoring batch (domain.md section 7): previewed, applied whole by another person or cancelled whole; every version stays.
import { describe, expect, test } from "vitest";
import type { Permit } from "#server/access/proofs.ts";
import { verifyLedger } from "#server/ledger/verify-ledger.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { type CompetitionStage, codeOf, must, permitFor, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;
let people: { id: string; code: string }[];

skillForEach("scoring", { competitors: 3 }, async (opened) => {
  ({ at, competition, skill } = opened);
  people = await skill.contestants();
  for (const [place, one] of people.entries()) await skill.markOne(one.id, place);
  await skill.lockAll();
});

const oversee = () => skill.permit(skill.chief, "marking.oversee");
const approve = () => skill.permit(skill.supervisor, "marking.approve");
const places = async () =>
  (await at.services.marking.readWall(await oversee())).contestants.map((one) => one.code) &&
  Object.fromEntries(
    Object.entries((await at.services.marking.readWall(await oversee())).view).filter(([key]) =>
      key.startsWith("total:"),
    ),
  );
/** The last becomes the first: everything of B1.1. */
const wanted = () => [
  { contestantId: people[0]!.id, seat: 0, to: "0" },
  { contestantId: people[2]!.id, seat: 0, to: "45" },
];
const batch = () => ({ aspectId: "B1.1", wanted: wanted() });
const propose = async (reason = "B1.1 射线底片重新评定") =>
  at.services.marking.proposeRescoring(await oversee(), { ...batch(), reason });
const waiting = async () => (await at.services.marking.listRescorings(await oversee()))[0]!;

describe("a preview", () => {
  test("says every total and rank that moves, and writes nothing", async () => {
    const before = await places();
    const { changes, moved } = must(await at.services.marking.previewRescoring(await oversee(), batch()));
    expect(changes.map((one) => one.to)).toEqual(["0", "45"]);
    expect(moved.length).toBeGreaterThanOrEqual(2);
    for (const one of moved) {
      expect(before[`total:${one.before.contestantId}`]).toMatchObject({
        rank: one.before.rank,
        total: one.before.total,
      });
    }
    expect(await places()).toEqual(before);
  });

  test("what it says is what applying does, to the last rank", async () => {
    const { moved } = must(await at.services.marking.previewRescoring(await oversee(), batch()));
    must(await propose());
    must(await at.services.marking.applyRescoring(await approve(), (await waiting()).id));
    const after = await places();
    for (const one of moved)
      expect(after[`total:${one.after.contestantId}`]).toMatchObject({
        rank: one.after.rank,
        total: one.after.total,
      });
  });
});

describe("a batch", () => {
  test("is refused without a reason, without a change, with a mark that the aspect does not take", async () => {
    for (const nothing of ["  ", "\u200b\u3164"])
      expect(codeOf(await propose(nothing))).toBe("marking.reason-needed");
    const same = await at.database.prisma.markCell.findFirstOrThrow({
      where: { contestantId: people[0]!.id, aspectId: "B1.1" },
    });
    const of = async (to: string, aspectId = "B1.1") =>
      codeOf(
        await at.services.marking.previewRescoring(await oversee(), {
          aspectId,
          wanted: [{ contestantId: people[0]!.id, seat: 0, to }],
        }),
      );
    expect(await of(String(same.value))).toBe("marking.no-change");
    expect(await of("45.15")).toBe("marking.above-max");
    expect(await of("0.1")).toBe("marking.wrong-step");
    expect(await of("1", "Z1.1")).toBe("marking.unknown-aspect");
    expect(await of("3", "A1.3")).toBe("marking.unknown-aspect");
  });

  test("that would tear a judgement apart is refused", async () => {
    const levels = await at.database.prisma.markCell.findMany({
      where: { contestantId: people[0]!.id, aspectId: "A1.3" },
      orderBy: { seat: "asc" },
    });
    const far = Number(levels[1]!.value) >= 2 ? "0" : "3";
    const torn = await at.services.marking.previewRescoring(await oversee(), {
      aspectId: "A1.3",
      wanted: [{ contestantId: people[0]!.id, seat: 1, to: far }],
    });
    expect(codeOf(torn)).toBe("marking.lock-disagreeing");
  });

  test("is not applied by who proposed it, and the database refuses it too", async () => {
    must(await propose());
    await at.database.prisma.roleGrant.create({
      data: {
        accountId: skill.chief.accountId,
        role: "supervisor",
        competitionId: competition.competitionId,
      },
    });
    const own = await permitFor(at, skill.chief, "marking.approve", { skillId: skill.skillId });
    const { id } = await waiting();
    expect(codeOf(await at.services.marking.applyRescoring(own, id))).toBe("marking.same-person");
    await expect(
      at.database.query(
        "UPDATE rescoring_set SET state = 'applied', decided_by = proposed_by, decided_at = now() WHERE id = $1",
        [id],
      ),
    ).rejects.toThrow("rescoring_by_another");
  });

  test("is applied whole once; the old marks stay, the ledger holds, a check given before falls", async () => {
    must(await at.services.results.completeResult(await oversee()));
    must(await skill.sign(skill.recorder, "checked"));
    must(await propose());
    const { id } = await waiting();
    must(await at.services.marking.applyRescoring(await approve(), id));
    expect(codeOf(await at.services.marking.applyRescoring(await approve(), id))).toBe("marking.decided");
    expect(await skill.stage()).toBe("complete");
    expect(await at.database.prisma.signOff.count({ where: { skillId: skill.skillId } })).toBe(0);
    const versions = await at.database.prisma.markRevision.count({
      where: { contestantId: people[0]!.id, aspectId: "B1.1" },
    });
    expect(versions).toBe(2);
    const noAnchors = { files: 0, anchors: [], unreadable: [] };
    expect((await verifyLedger(at.database, noAnchors)).findings).toEqual([]);
  });

  test("whose cells have moved on is not applied at all", async () => {
    must(await propose());
    const first = await waiting();
    must(await propose("再次评定"));
    must(await at.services.marking.applyRescoring(await approve(), first.id));
    const stale = (await at.services.marking.listRescorings(await oversee())).find(
      (one) => one.state === "proposed",
    )!;
    expect(stale.moved).toBeNull();
    const before = await places();
    expect(codeOf(await at.services.marking.applyRescoring(await approve(), stale.id))).toBe(
      "marking.sheet-changed",
    );
    expect(await places()).toEqual(before);
    must(await at.services.marking.cancelRescoring(await oversee(), stale.id));
    expect(codeOf(await at.services.marking.cancelRescoring(await oversee(), stale.id))).toBe(
      "marking.decided",
    );
  });
});

test("a batch that waits stands on the list of whoever decides it, and on the overview, until it is decided", async () => {
  const listed = async ({ actor }: Permit) => {
    const mine = must(await at.services.results.listMySkills(actor));
    return mine.find((one) => one.id === skill.skillId)!.batches;
  };
  const onOverview = async () => at.services.marking.waitingBatches(await oversee());
  expect([await listed(await approve()), await onOverview()]).toEqual([0, []]);
  must(await propose());
  expect([await listed(await approve()), await listed(await oversee())]).toEqual([1, 0]);
  expect(await onOverview()).toEqual([{ aspectId: "B1.1", changes: 2 }]);
  must(await at.services.marking.applyRescoring(await approve(), (await waiting()).id));
  expect([await listed(await approve()), await onOverview()]).toEqual([0, []]);
});
