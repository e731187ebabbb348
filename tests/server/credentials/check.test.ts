// The certificate check: number and name together, one answer for every mismatch, and every look-up recorded.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certificateNumber } from "#domain/credentials/number.ts";
import { inTransaction } from "../../../server/database/transaction.ts";
import { invent } from "../../../server/demonstration/people.ts";
import { recognize } from "../../../server/entitlements/recognize.ts";
import { dumpDatabase, openTestHouse, type TestHouse } from "../../support/house.ts";
import {
  codeOf,
  hire,
  must,
  type Person,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let officer: Person;
let number: string;
let name: string;
let personId: string;

beforeAll(async () => {
  at = await openTestHouse();
  skill = await (await raiseCompetition(at)).addSkill({ competitors: 4 });
  await skill.reach("published");
  officer = await hire(at, "renshe", { role: "hr-officer", unit: "市人社局 专业技术人员管理科" });
  const award = await at.database.prisma.award.findFirstOrThrow({
    where: { grade: "gold" },
    include: { person: true },
  });
  [number, name, personId] = [award.number!, award.person.name, award.personId];
});
afterAll(() => at.close());

const ask = async (asked: { number: string; name: string; purpose?: string }) =>
  at.services.credentials.checkCertificate(await permitFor(at, officer, "entitlements.look-up"), {
    purpose: "title-application",
    ...asked,
  });
const lookUps = () => at.database.prisma.lookUp.count();

test("number and name that belong together are found, with name and ID masked", async () => {
  const check = must(await ask({ number, name }));
  expect(check).toMatchObject({
    subject: { kind: "award", number, status: "valid" },
    awards: [{ grade: "gold", state: "conferred", number }],
  });
  expect(check.name).not.toBe(name);
  expect(check.idMasked).toMatch(/^\d{3}\*{13}[\dX]{2}$/);
  expect(check.decisions.every((one) => one.outcome === "not")).toBe(true);
});

test("full-width digits, spaces and dashes as people type them are the same number", async () => {
  expect(
    codeOf(await ask({ number: ` ${number.replaceAll("-", "–").toLowerCase()} `, name: ` ${name}` })),
  ).toBe("ok");
});

describe("every mismatch is answered alike and recorded all the same", () => {
  const wrong = () => [
    { number, name: "王五" },
    { number: "BS-2026-9999-9", name },
    { number: number.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)), name },
    { number: "", name },
    { number: "nonsense", name: "" },
    { number: "x".repeat(5_000), name: "y".repeat(5_000) },
    { number: "BS-2026\u0000", name: "\u0000" },
    { number: `${number}'; DROP TABLE award; --`, name },
  ];

  test("wrong name, wrong number, wrong check digit, nonsense, markup and NUL", async () => {
    for (const asked of wrong()) {
      const before = await lookUps();
      expect(await ask(asked)).toEqual({ ok: false, refusal: { code: "credentials.no-match" } });
      expect(await lookUps()).toBe(before + 1);
    }
    const unmatched = await at.database.query(
      "SELECT 1 FROM look_up WHERE person_id IS NOT NULL AND number <> $1",
      [number],
    );
    expect(unmatched).toEqual([]);
  });

  test("the public check answers alike too, and says only what the certificate says", async () => {
    for (const asked of wrong())
      expect(await at.services.credentials.publicCheck(asked)).toEqual({
        ok: false,
        refusal: { code: "credentials.no-match" },
      });
    const found = must(await at.services.credentials.publicCheck({ number, name }));
    expect(Object.keys(found).sort()).toEqual([
      "at",
      "competition",
      "conferredAt",
      "grade",
      "name",
      "number",
      "skill",
      "status",
    ]);
    expect(JSON.stringify(found)).not.toContain(name);
  });

  test("a resident ID typed where the number belongs is not kept in the open", async () => {
    const { residentId } = invent(41);
    await ask({ number: residentId, name });
    await ask({ number: `证号${residentId.slice(0, 6)} ${residentId.slice(6)}`, name });
    const digits = residentId.slice(6, 17);
    expect(
      (await dumpDatabase(at.database.url)).filter((row) => row.text.replace(/\s/g, "").includes(digits)),
    ).toEqual([]);
  });

  test("a provisional award has no number, and a number is nobody's to guess: unknown serials answer like wrong names", async () => {
    const answers = [];
    for (let serial = 1; serial <= 30; serial += 1)
      answers.push(await ask({ number: certificateNumber("BS", 2026, serial), name: "王五" }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe("the record of a look-up", () => {
  test("needs a purpose out of the list", async () => {
    const before = await lookUps();
    for (const purpose of ["", "curiosity", "__proto__"])
      expect(codeOf(await ask({ number, name, purpose }))).toBe("credentials.purpose-needed");
    expect(await lookUps()).toBe(before);
  });

  test("is read by the person: when, which office, for what; and of failed ones about others nothing", async () => {
    const account = await at.database.prisma.account.create({ data: { login: "xuanshou", name, personId } });
    const own = async () =>
      must(await at.services.people.ownFile(await at.services.access.actorOf(account.id)));
    const before = (await own()).lookUps.length;
    at.clock.set("2026-03-11T10:00:00+08:00");
    must(await ask({ number, name, purpose: "hiring" }));
    await ask({ number, name: "王五", purpose: "hiring" });
    const { lookUps: seen, idMasked } = await own();
    expect(seen).toHaveLength(before + 1);
    expect(seen[0]).toEqual({
      at: at.clock.now().toISOString(),
      office: "市人社局 专业技术人员管理科",
      purpose: "hiring",
      number,
    });
    expect(idMasked).toMatch(/\*{13}/);
  });

  test("stands in the city's chain with the officer's name, found or not", async () => {
    const before = await at.database.prisma.ledgerLine.count({ where: { chain: "city", deed: "looked-up" } });
    await ask({ number, name });
    await ask({ number, name: "王五" });
    const lines = await at.database.prisma.ledgerLine.findMany({
      where: { chain: "city", deed: "looked-up" },
      orderBy: { seq: "asc" },
    });
    expect(
      lines.slice(before).map((line) => [line.actorId, (line.payload as { found: boolean }).found]),
    ).toEqual([
      [officer.accountId, true],
      [officer.accountId, false],
    ]);
  });

  test("an award that was revoked is found and says so", async () => {
    const other = await at.database.prisma.award.findFirstOrThrow({
      where: { grade: "bronze" },
      include: { person: true },
    });
    await at.database.query("UPDATE award SET state = 'revoked' WHERE id = $1", [other.id]);
    expect(must(await ask({ number: other.number!, name: other.person.name })).subject.status).toBe(
      "revoked",
    );
    expect(
      must(await at.services.credentials.publicCheck({ number: other.number!, name: other.person.name }))
        .status,
    ).toBe("revoked");
  });
});

describe("a granting decision's number", () => {
  test("is found by number and name, and when the grounds fall it is answered as revoked", async () => {
    const verifiers = [
      await hire(at, "heshi", { role: "award-verifier" }),
      await hire(at, "heshi", { role: "award-verifier" }),
    ] as const;
    const person = invent(77);
    const { externalAwardId } = must(
      await at.services.awards.registerExternalAward(
        await permitFor(at, officer, "awards.register-external"),
        {
          ...person,
          subject: {
            kind: "competition",
            competition: "world-skills",
            grade: "gold",
            role: "competitor",
            category: "official",
            teamSize: 1,
          },
          edition: "第47届世界技能大赛",
          skill: "焊接",
          wonOn: "2024-09-15",
          evidence: "证书原件",
        },
      ),
    );
    for (const [place, step] of (["verify", "finalize"] as const).entries()) {
      must(
        await at.services.awards.verifyExternalAward(
          await permitFor(at, verifiers[place]!, "awards.verify-external"),
          externalAwardId,
          { step, identityMatched: true, reason: "" },
        ),
      );
    }
    const [decision] = await at.database.query<{ number: string }>(
      "SELECT d.number FROM decision d JOIN external_award e ON e.person_id = d.person_id WHERE e.id = $1 AND d.outcome = 'granted'",
      [externalAwardId],
    );
    const check = must(await ask({ number: decision!.number, name: person.name }));
    expect(check.subject).toEqual({ kind: "decision", number: decision!.number, status: "valid" });
    expect(Object.values(check.numbers)).toContain(decision!.number);
    await at.database.query("UPDATE external_award SET state = 'revoked' WHERE id = $1", [externalAwardId]);
    const { personId: holder } = await at.database.prisma.externalAward.findUniqueOrThrow({
      where: { id: externalAwardId },
    });
    await inTransaction(at.house.database, (tx) => recognize(at.house, tx, [holder]));
    expect(must(await ask({ number: decision!.number, name: person.name })).subject.status).toBe("revoked");
  });
});
