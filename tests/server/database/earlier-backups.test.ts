// From the first version on: a backup made by an earlier version comes back, migrates to the newest schema, and its chains and results hold.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { programVersion } from "#server/config.ts";
import { connect } from "#server/database/connection.ts";
import { restore } from "#server/database/restore.ts";
import { verifyChains } from "#server/ledger/verify.ts";
import { verifyLedger } from "#server/ledger/verify-ledger.ts";
import { loadSkillState } from "#server/marking/load-skill.ts";
import { contentToSign } from "#server/results/sign.ts";
import { dropDatabase, emptyDatabase } from "../../support/database.ts";

const folder = "tests/fixtures";
const files = readdirSync(folder).filter((name) => /^backup-.*\.ndjson\.gz$/.test(name));
const made: string[] = [];

afterAll(async () => {
  for (const url of made) await dropDatabase(url);
});

test("there is a backup of every version so far", () => {
  const versions = ["0.1.0", programVersion()];
  expect(versions.map((version) => `backup-${version}.ndjson.gz`).every((name) => files.includes(name))).toBe(
    true,
  );
});

describe.each(files)("%s", (file) => {
  test("restores, migrates, and recomputes to what was signed", async () => {
    const url = await emptyDatabase();
    made.push(url);
    await restore(url, join(folder, file));
    const database = connect(url);
    try {
      const chains = await verifyChains(database);
      expect(chains.length).toBeGreaterThan(10);
      expect(chains.filter((chain) => chain.brokenAt !== null)).toEqual([]);
      const noAnchors = { files: 0, anchors: [], unreadable: [] };
      expect((await verifyLedger(database, noAnchors)).findings).toEqual([]);
      const signed = await database.query<{ skill_id: string; content: unknown }>(
        "SELECT skill_id, content FROM result_snapshot WHERE kind = 'signed'",
      );
      expect(signed.length).toBeGreaterThan(0);
      for (const { skill_id, content } of signed) {
        expect(contentToSign((await loadSkillState(database, skill_id))!).standings).toEqual(content);
      }
    } finally {
      await database.close();
    }
  });
});
