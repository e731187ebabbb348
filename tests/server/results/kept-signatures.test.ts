// What is kept of a signature: the hash and the drawn picture, for good and through a backup; and what the papers carry.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanPng } from "#domain/results/drawn.ts";
import { restore } from "../../../server/database/restore.ts";
import { backUp } from "../../../server/database/snapshot.ts";
import { asOwner, dropDatabase, emptyDatabase } from "../../support/database.ts";
import type { TestHouse } from "../../support/house.ts";
import { skillForEach } from "../../support/opening.ts";
import { chunk, png } from "../../support/png.ts";
import { presenceOf, signDayAs } from "../../support/signing.ts";
import { must, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;

skillForEach("set-up", { competitors: 2, rules: { daySignatures: true } }, (opened) => {
  ({ at, skill } = opened);
});

const sheet = async (day: number) =>
  must(
    await at.services.results.readDaySheet(
      await skill.permit(skill.recorder, "marking.read-days"),
      day,
      "http://here",
    ),
  );

describe("what is kept", () => {
  test("the ledger has the hash of the content and of the drawn picture, the table the cleaned bytes", async () => {
    await skill.reach("complete");
    const noisy = png({ extra: [chunk("tEXt", Buffer.from("Author\0张三"))] });
    const drawn = must(cleanPng(noisy));
    must(await signDayAs(skill, 2, 1, { drawn }));
    const shown = await sheet(1);
    expect(shown.signers.find((one) => one.signed)?.signed).toMatchObject({
      seat: 2,
      drawn: `data:image/png;base64,${png().toString("base64")}`,
    });
    const [line] = await at.database.query<{ payload: object }>(
      "SELECT payload FROM ledger_line WHERE chain = $1 AND deed = 'day-signed'",
      [`skill:${skill.skillId}`],
    );
    expect(line!.payload).toEqual({
      day: 1,
      seat: 2,
      hash: shown.seal!.hash,
      drawn: createHash("sha256").update(png()).digest("hex"),
    });
  });

  test("a backup brings the signatures and their drawings back exactly, although a seat ended since", async () => {
    await skill.reach("complete");
    must(await signDayAs(skill, 2, 1, { drawn: png() }));
    must(await signDayAs(skill, 3, 1));
    must(
      await at.services.competitions.endSeat(
        await skill.permit(skill.organizer, "competitions.configure"),
        (await skill.seat(3)).seatId,
      ),
    );
    const folder = mkdtempSync(join(tmpdir(), "biansai-signed-"));
    const target = await emptyDatabase();
    try {
      const file = join(folder, "one.gz");
      await backUp(at.database, file, { program: "0.0.1", now: at.clock.now() });
      await restore(target, file);
      const rows = "SELECT d::text AS row FROM day_signature d ORDER BY place";
      const restored = await asOwner(target, rows);
      expect(restored).toEqual(await asOwner(at.database.url, rows));
      expect(restored.length).toBeGreaterThanOrEqual(2);
    } finally {
      await dropDatabase(target);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("the seal is the head of the skill's chain at that moment", async () => {
    await skill.reach("complete");
    const before = (await sheet(1)).seal!;
    must(await signDayAs(skill, 1, 1));
    const after = (await sheet(1)).seal!;
    expect(after.head.seq).toBe(before.head.seq + 1);
    expect(after.hash).toBe(before.hash);
    expect(after.qr.address).toBe(`http://here/oversight/${skill.skillId}/days/1?hash=${after.hash}`);
    const [line] = await at.database.query<{ hash: string }>(
      "SELECT hash FROM ledger_line WHERE chain = $1 AND seq = $2",
      [`skill:${skill.skillId}`, after.head.seq],
    );
    expect(line!.hash).toBe(after.head.hash);
  });

  test.each([
    "UPDATE day_signature SET content_hash = repeat('0', 64)",
    "DELETE FROM day_signature",
    "TRUNCATE day_signature",
  ])("the app's role cannot %s", async (statement) => {
    await skill.reach("complete");
    must(await signDayAs(skill, 1, 1));
    await expect(at.database.query(statement)).rejects.toThrow(/permission denied|append-only/);
  });
});

describe("a drawn signature of the result", () => {
  test("stands beside the name on the protocol, whose seal is the content and the chain's head", async () => {
    await skill.reach("complete");
    const desk = await skill.permit(skill.chief, "competitions.oversee");
    const hash = await skill.seenHash();
    must(
      await at.services.results.signResult(
        await skill.permit(skill.recorder, "results.check"),
        "checked",
        hash,
        await presenceOf(at, skill.recorder),
        png(),
      ),
    );
    const paper = (await at.services.results.readProtocol(desk, "http://here"))!;
    expect(paper.signatures).toEqual([
      expect.objectContaining({
        kind: "checked",
        drawn: `data:image/png;base64,${png().toString("base64")}`,
      }),
    ]);
    expect(paper.seal.hash).toBe(hash);
    expect(paper.seal.qr.address).toBe(`http://here/desk/${skill.skillId}/protocol?hash=${hash}`);
    const organizer = await skill.permit(skill.organizer, "competitions.oversee");
    expect(await at.services.results.readProtocol(organizer, "http://here")).toBeNull();
  });
});
