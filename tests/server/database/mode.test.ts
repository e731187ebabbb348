// Demonstration or live: decided once, at the first start; and the environment that decides it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { BadConfig, defaultDataFolder, readConfig } from "../../../server/config.ts";
import { modeOfNew, settleMode } from "../../../server/database/mode.ts";
import { asOwner, freshDatabase, type TestDatabase } from "../../support/database.ts";

let db: TestDatabase;

beforeEach(async () => {
  db = await freshDatabase();
});

afterEach(() => db.drop());

test.each([
  [true, undefined, "demonstration"],
  [true, true, "demonstration"],
  [true, false, "live"],
  [false, undefined, "live"],
  [false, false, "live"],
  [false, true, "demonstration"],
] as const)("embedded %s, BIANSAI_DEMO %s: a new database is %s", (embedded, demo, mode) => {
  expect(modeOfNew({ embedded, demo })).toBe(mode);
});

test("the first start decides; later ones keep it, and one that says otherwise is refused", async () => {
  expect(await settleMode(db, { embedded: true, demo: false })).toBe("live");
  expect(await settleMode(db, { embedded: true, demo: undefined })).toBe("live");
  await expect(settleMode(db, { embedded: true, demo: true })).rejects.toMatchObject({ code: "mode-fixed" });
});

test("neither the application nor the owner can change or remove the mode", async () => {
  await settleMode(db, { embedded: true, demo: undefined });
  await expect(db.query("UPDATE installation SET mode = 'live'")).rejects.toThrow("fixed");
  await expect(db.query("DELETE FROM installation")).rejects.toThrow();
  await expect(db.query("INSERT INTO installation (id, mode) VALUES (2, 'live')")).rejects.toThrow();
});

test("marks, the ledger and results are append-only for the application", async () => {
  for (const table of ["mark_revision", "ledger_line", "result_snapshot"]) {
    for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(db.query(statement), statement).rejects.toThrow("permission denied");
    }
  }
});

test("nor can the owner change a line of the ledger once it is written", async () => {
  await asOwner(
    db.url,
    `INSERT INTO ledger_line (chain, seq, deed, payload, actor, at, previous, hash)
     VALUES ('city', 1, 'test', '{}', 'x', now(), '0', '1')`,
  );
  for (const statement of [
    "UPDATE ledger_line SET deed = 'y'",
    "DELETE FROM ledger_line",
    "TRUNCATE ledger_line",
  ]) {
    await expect(asOwner(db.url, statement), statement).rejects.toThrow("append-only");
  }
});

test("the environment: defaults, values, empty counts as unset", () => {
  const config = readConfig({ PORT: "", BIANSAI_DATA: "/srv/b" });
  expect(config).toMatchObject({
    port: 3000,
    demo: undefined,
    databaseUrl: undefined,
    keyFolder: "/srv/b/keys",
  });
  const given = readConfig({
    PORT: "8080",
    BIANSAI_DEMO: "0",
    TRUST_PROXY: "1",
    PUBLIC_URL: "https://a.cn/",
  });
  expect(given).toMatchObject({ port: 8080, demo: false, trustProxy: 1, publicUrl: "https://a.cn" });
  expect(defaultDataFolder("/home/a", 1000)).toMatch(/biansai$/);
  expect(defaultDataFolder("/root", 0)).toBe("/var/lib/biansai");
});

test("a wrong value is named in one sentence each, a password is not repeated", () => {
  const wrong = {
    PORT: "http",
    BIANSAI_DEMO: "maybe",
    DATABASE_URL: "mysql://a:secret@b/c",
    PUBLIC_URL: "a.cn",
  };
  for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name);
  expect(() => readConfig(wrong)).toThrow(BadConfig);
  expect(() => readConfig(wrong)).not.toThrow("secret");
});
