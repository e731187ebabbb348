// Evidence is kept: the check of the ledger hashes every note and photo again, and a backup carries them byte for byte.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectOwner, ownSql, type Sql } from "#server/database/connection.ts";
import { restore } from "#server/database/restore.ts";
import { backUp } from "#server/database/snapshot.ts";
import { ledgerSentence } from "#server/ledger/ledger-words.ts";
import { verifyLedger } from "#server/ledger/verify-ledger.ts";
import { asOwner, dropDatabase, emptyDatabase } from "../../support/database.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { plainPhoto } from "../../support/photo.ts";
import { must, raiseCompetition, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let contestantId: string;

beforeAll(async () => {
  at = await openTestHouse();
  skill = await (await raiseCompetition(at)).addSkill({ competitors: 1 });
  await skill.reach("scoring");
  contestantId = (await skill.contestants())[0]!.id;
});
afterAll(() => at.close());

const place = () => ({ contestantId, aspectId: "A1.1" });
const photo = async (bytes: Uint8Array) =>
  must(await at.services.marking.attachEvidence(await skill.seat(1), { ...place(), kind: "photo", bytes }))
    .id;
const note = async (text: string) =>
  must(
    await at.services.marking.attachEvidence(await skill.seat(1), { ...place(), kind: "note", note: text }),
  ).id;
const noAnchors = { anchors: [], files: 0, unreadable: [] };

/** What the check of the ledger finds after the owner did this with the triggers off. */
async function tampered(deed: (sql: Sql) => Promise<unknown>) {
  const owner = await connectOwner(at.database.url);
  try {
    await owner.query("BEGIN");
    await owner.query("SET LOCAL session_replication_role = replica");
    await deed(ownSql(owner));
    return await verifyLedger(ownSql(owner), noAnchors);
  } finally {
    await owner.query("ROLLBACK");
    await owner.end();
  }
}

test("whatever the owner changes of a note, a photo or a withdrawal, the check of the ledger finds", async () => {
  const id = await note("余高偏大");
  const picture = await photo(plainPhoto);
  must(
    await at.services.marking.withdrawEvidence(await skill.seat(1), {
      evidenceId: picture,
      reason: "拍错作品",
    }),
  );
  expect((await tampered(async () => undefined)).findings).toEqual([]);
  const chain = `skill:${skill.skillId}`;
  for (const [statement, of, fields] of [
    ["UPDATE evidence SET note = '合格' WHERE id = $1", id, ["content"]],
    ["UPDATE evidence SET aspect_id = 'A1.2' WHERE id = $1", id, ["aspectId"]],
    ["DELETE FROM evidence WHERE id = $1", id, ["row"]],
    ["DELETE FROM evidence_photo WHERE evidence_id = $1", picture, ["content"]],
    [
      "UPDATE evidence_photo SET bytes = set_byte(bytes, 100, 0) WHERE evidence_id = $1",
      picture,
      ["content"],
    ],
    ["DELETE FROM evidence_withdrawal WHERE evidence_id = $1", picture, ["row"]],
    ["UPDATE evidence_withdrawal SET reason = 'x' WHERE evidence_id = $1", picture, ["reason"]],
  ] as const) {
    const report = await tampered((sql) => sql.query(statement, [of]));
    expect(report.findings, statement).toEqual([{ what: "evidence-differs", chain, evidence: of, fields }]);
    expect(ledgerSentence(report)).toContain("附件与账本不一致 1 处");
  }
});

test("a backup carries photos byte for byte, also many large ones", async () => {
  const large = (n: number) => {
    const padding = Uint8Array.from({ length: 1_200_000 }, (_, place) => (place * 7 + n) % 255);
    return Buffer.concat([plainPhoto.subarray(0, -2), padding, plainPhoto.subarray(-2)]);
  };
  for (let n = 0; n < 5; n += 1) await photo(large(n));
  const folder = await mkdtemp(join(tmpdir(), "biansai-evidence-"));
  const url = await emptyDatabase();
  try {
    const file = join(folder, "one.ndjson.gz");
    await backUp(at.database, file, { program: "test", now: new Date() });
    await restore(url, file);
    const bytes = "SELECT evidence_id, sha256(bytes) AS hash FROM evidence_photo ORDER BY 1";
    expect(await asOwner(url, bytes)).toEqual(await asOwner(at.database.url, bytes));
    const owner = await connectOwner(url);
    const report = await verifyLedger(ownSql(owner), noAnchors);
    await owner.end();
    expect(report.findings).toEqual([]);
  } finally {
    await dropDatabase(url);
    await rm(folder, { recursive: true });
  }
});
