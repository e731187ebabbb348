// Every judge signs the mark summary of each day over its exact content; the chief judge's signature follows theirs.
import { describe, expect, test } from "vitest";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { presenceOf, signDayAs } from "../../support/signing.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  type Person,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let competition: CompetitionStage;
let skill: SkillStage;

skillForEach("set-up", { competitors: 2, rules: { daySignatures: true } }, (opened) => {
  ({ at, competition, skill } = opened);
});

const days = async () => at.services.results.listDays(await skill.permit(skill.chief, "marking.oversee"));
const read = async (person: Person, day = 1) =>
  at.services.results.readDaySheet(await skill.permit(person, "marking.read-days"), day, "http://here");
const sheet = async (day: number) => must(await read(skill.chief, day));
const everybodySigns = async (...which: readonly number[]) => {
  for (const day of which) for (const place of [1, 2, 3]) must(await signDayAs(skill, place, day));
};
const lock = async (sub: string) =>
  at.services.marking.lockSubcriterion(await skill.permit(skill.chief, "marking.oversee"), sub);
const markAll = async () => {
  await skill.reach("scoring");
  for (const [place, one] of (await skill.contestants()).entries()) await skill.markOne(one.id, place);
};

/** Reopens a sub-criterion for one work and enters another mark, as the supervisor allows it. */
async function correctAfterReopening(subcriterionId: string, aspectId: string, value: string): Promise<void> {
  const { id } = (await skill.contestants())[0]!;
  const chief = await skill.permit(skill.chief, "marking.oversee");
  const { marking } = at.services;
  must(await marking.askReopening(chief, { subcriterionId, contestantId: id, reason: "尺寸复测" }));
  const [asked] = await marking.listReopenings(chief);
  must(
    await marking.decideReopening(await skill.permit(skill.supervisor, "marking.approve"), asked!.id, true),
  );
  const { version } = await at.database.prisma.markCell.findFirstOrThrow({
    where: { contestantId: id, aspectId },
  });
  expect(codeOf(await skill.enter(2, id, aspectId, value, { expectedVersion: version }))).toBe("ok");
}

describe("the order of signing", () => {
  test("a day is signed once its own sub-criteria are locked, while another day is still marked", async () => {
    await markAll();
    expect(await signDayAs(skill, 1, 2)).toEqual({
      ok: false,
      refusal: { code: "results.day-open", params: { day: 2, subcriteria: 1 } },
    });
    must(await lock("B1"));
    must(await signDayAs(skill, 1, 2));
    expect(await days()).toEqual([
      { day: 1, ready: false, signed: 0, of: 3, missing: [1, 2, 3] },
      { day: 2, ready: true, signed: 1, of: 3, missing: [2, 3] },
    ]);
  });

  test("the chief judge waits for every judge of every day; who checks does not", async () => {
    await skill.reach("checked");
    await everybodySigns(1);
    for (const place of [1, 3]) must(await signDayAs(skill, place, 2));
    expect(await skill.sign(skill.chief, "chief")).toEqual({
      ok: false,
      refusal: { code: "results.days-unsigned", params: { day: 2, judges: 1 } },
    });
    must(await signDayAs(skill, 2, 2));
    must(await skill.sign(skill.chief, "chief"));
  });

  test("a skill whose rule asks for none has no days to sign and is signed as before", async () => {
    skill = await competition.addSkill({ competitors: 2 });
    await skill.reach("checked");
    expect(await days()).toEqual([]);
    expect(codeOf(await signDayAs(skill, 1, 1))).toBe("input.not-found");
    must(await skill.sign(skill.chief, "chief"));
  });

  test("after the result is signed no day is", async () => {
    await skill.reach("checked");
    await everybodySigns(1, 2);
    await skill.reach("signed");
    expect(codeOf(await signDayAs(skill, 1, 1))).toBe("results.step-not-open");
  });
});

test("while marking goes on the sheet is the chief judge's; recorder and supervisor read it once marking is complete", async () => {
  await skill.reach("scoring");
  for (const person of [skill.recorder, skill.supervisor])
    expect(codeOf(await read(person))).toBe("results.day-sealed");
  expect(codeOf(await read(skill.chief))).toBe("ok");
  await skill.reach("complete");
  for (const person of [skill.recorder, skill.supervisor]) expect(codeOf(await read(person))).toBe("ok");
});

describe("a signature binds what was seen", () => {
  test("another hash is refused, and so is a second time", async () => {
    await skill.reach("complete");
    for (const hash of ["", "x", "0".repeat(64)])
      expect(codeOf(await signDayAs(skill, 1, 1, { hash }))).toBe("results.content-changed");
    must(await signDayAs(skill, 1, 1));
    expect(codeOf(await signDayAs(skill, 1, 1))).toBe("results.day-signed");
    expect(codeOf(await signDayAs(skill, 1, 3))).toBe("input.not-found");
  });

  test("a reopening that changes a mark makes the day's signatures stale; they stay readable, and the judges sign again", async () => {
    await skill.reach("checked");
    await everybodySigns(1, 2);
    const before = (await sheet(1)).seal!.hash;
    await correctAfterReopening("A1", "A1.1", "7");
    expect((await sheet(1)).seal).toBeNull();
    const { id } = (await skill.contestants())[0]!;
    for (const place of [1, 2, 3])
      expect(codeOf(await skill.enter(place, id, "A1.3", "1", { round: 2 }))).toBe("ok");
    must(await lock("A1"));
    const after = await sheet(1);
    expect(after.seal!.hash).not.toBe(before);
    expect(after.signers.map((one) => one.signing)).toEqual(["stale", "stale", "stale"]);
    expect(after.signers.map((one) => one.signed)).toEqual([null, null, null]);
    expect(after.earlier.map(({ hash }) => hash)).toEqual([before, before, before]);
    expect((await sheet(2)).signers.map((one) => one.signing)).toEqual(["signed", "signed", "signed"]);
    must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
    must(await skill.sign(skill.recorder, "checked"));
    expect(codeOf(await skill.sign(skill.chief, "chief"))).toBe("results.days-unsigned");
    await everybodySigns(1);
    must(await skill.sign(skill.chief, "chief"));
  });

  test("a reopening that changes nothing of a day without judgements leaves its signatures as they are", async () => {
    await skill.reach("complete");
    must(await signDayAs(skill, 1, 2));
    const before = (await sheet(2)).seal!.hash;
    const chief = await skill.permit(skill.chief, "marking.oversee");
    must(
      await at.services.marking.askReopening(chief, {
        subcriterionId: "B1",
        contestantId: null,
        reason: "核对底片",
      }),
    );
    const [asked] = await at.services.marking.listReopenings(chief);
    must(
      await at.services.marking.decideReopening(
        await skill.permit(skill.supervisor, "marking.approve"),
        asked!.id,
        true,
      ),
    );
    must(await lock("B1"));
    const after = await sheet(2);
    expect(after.seal!.hash).toBe(before);
    expect(after.signers[0]!.signing).toBe("signed");
  });
});

test("a figure leads whoever marks the work to its sheet, and nobody else", async () => {
  await skill.reach("scoring");
  const [first, second] = await skill.contestants();
  const own = async (place: number) =>
    must(await at.services.results.readDayToSign(await skill.seat(place), 1, "http://here")).own;
  expect(await own(1)).toEqual({ [first!.code]: first!.id, [second!.code]: second!.id });
  const conflict = { contestantId: first!.id, kind: "teacher", reason: "师徒关系" } as const;
  must(await at.services.marking.declareConflict(await skill.seat(2), conflict));
  expect(await own(2)).toEqual({ [second!.code]: second!.id });
  expect((await sheet(1)).own).toEqual({});
});

describe("who signs", () => {
  test("a reserve who marked nothing signs nothing; the password of another proves nobody", async () => {
    const reserve = await hire(at, "houbu");
    must(
      await at.services.competitions.seatJudge(
        await skill.permit(skill.organizer, "competitions.configure"),
        { accountId: reserve.accountId, number: 9, reserve: true },
      ),
    );
    await skill.reach("complete");
    expect((await sheet(1)).signers.map((one) => one.seat)).toEqual([1, 2, 3]);
    const { hash } = (await sheet(1)).seal!;
    const signing = { day: 1, seenHash: hash, drawn: null };
    const another = await presenceOf(at, skill.judges[1]!);
    expect(codeOf(await at.services.results.signDay(await skill.seat(1), signing, another))).toBe(
      "access.not-confirmed",
    );
  });

  test("a judge whose seat ended no longer signs, and is no longer waited for", async () => {
    await skill.reach("complete");
    const seat = await skill.seat(3);
    must(
      await at.services.competitions.endSeat(
        await skill.permit(skill.organizer, "competitions.configure"),
        seat.seatId,
      ),
    );
    const { hash } = (await sheet(1)).seal!;
    const signing = { day: 1, seenHash: hash, drawn: null };
    const here = await presenceOf(at, skill.judges[2]!);
    expect(codeOf(await at.services.results.signDay(seat, signing, here))).toBe("access.not-allowed");
    expect((await days())[0]).toMatchObject({ of: 2, missing: [1, 2] });
  });

  test("the database holds it: a seat is signed for by its own judge alone", async () => {
    await skill.reach("complete");
    const { seatId } = await skill.seat(1);
    await expect(
      at.database.query(
        `INSERT INTO day_signature (skill_id, day, content_hash, account_id, seat_id, at) VALUES ($1, 1, $2, $3, $4, now())`,
        [skill.skillId, "0".repeat(64), skill.judges[1]!.accountId, seatId],
      ),
    ).rejects.toThrow("a day is signed by whoever holds the seat");
  });
});
