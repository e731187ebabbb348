// The PostgreSQL that comes along: found again, survived, stopped, and for one application at a time.
import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, connectOwner } from "../../../server/database/connection.ts";
import { startEmbedded, visitEmbedded } from "../../../server/database/embedded.ts";
import { asOwner } from "../../support/database.ts";

const home = mkdtempSync(join(tmpdir(), "biansai-embedded-"));
// Open to the user PostgreSQL runs as when we are root; a closed one has a test of its own.
chmodSync(home, 0o711);
const data = join(home, "data");
const root = new URL("../../../", import.meta.url);
const pidFile = join(data, "postgresql/postmaster.pid");

const postmaster = () => Number(readFileSync(pidFile, "utf8").split("\n")[0]);
const isAlive = (pid: number) => existsSync(`/proc/${pid}`);

/** An application in a process of its own that holds the data folder until it is killed. */
async function application(): Promise<ChildProcess> {
  const text = `import { startEmbedded } from "./server/database/embedded.ts";
    await startEmbedded(${JSON.stringify(data)}); console.log("up"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", text], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((up, down) => {
    child.stdout!.once("data", () => up());
    child.once("exit", () => down(new Error("the application ended")));
  });
  return child;
}

beforeAll(async () => {
  const embedded = await startEmbedded(data);
  await asOwner(embedded.url, "CREATE TABLE kept (n int)");
  await embedded.stop();
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test("it is UTF-8 with ICU, listens on 127.0.0.1 only, writes to the disk, and its password is the owner's alone", async () => {
  const embedded = await startEmbedded(data);
  const [row] = await asOwner(
    embedded.url,
    `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider,
       current_setting('listen_addresses') AS listens, current_setting('unix_socket_directories') AS sockets,
       current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS sync
     FROM pg_database WHERE datname = current_database()`,
  );
  await embedded.stop();
  expect(row).toEqual({
    encoding: "UTF8",
    provider: "i",
    listens: "127.0.0.1",
    sockets: "",
    fsync: "on",
    sync: "on",
  });
  expect(statSync(join(data, "postgresql-password")).mode & 0o777).toBe(0o600);
});

test("a stop leaves no process behind; the next start has the data and the same port", async () => {
  const first = await startEmbedded(data);
  const pid = postmaster();
  await asOwner(first.url, "INSERT INTO kept VALUES (1)");
  await first.stop();
  expect(existsSync(pidFile)).toBe(false);
  await expect.poll(() => isAlive(pid)).toBe(false);
  const second = await startEmbedded(data);
  expect(second.port).toBe(first.port);
  expect(await asOwner(second.url, "SELECT n FROM kept")).toEqual([{ n: 1 }]);
  await second.stop();
});

test("after kill -9 of the application the same PostgreSQL is found again", async () => {
  const child = await application();
  const pid = postmaster();
  child.kill("SIGKILL");
  const embedded = await startEmbedded(data);
  expect(postmaster()).toBe(pid);
  await embedded.stop();
});

test("a second application on the same folder gets a sentence; a command may visit", async () => {
  const child = await application();
  await expect(startEmbedded(data)).rejects.toMatchObject({
    code: "data-folder-busy",
    message: expect.stringContaining("正在使用数据文件夹"),
  });
  const visit = await visitEmbedded(data);
  expect(await asOwner(visit.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  await visit.stop();
  child.kill("SIGKILL");
  await (await startEmbedded(data)).stop();
});

test("a pid file left by a crashed machine does not block, even when its number is now another program's", async () => {
  for (const pid of [process.pid, 4_190_000]) {
    writeFileSync(
      pidFile,
      `${pid}\n${join(data, "postgresql")}\n1767225600\n5\n\n127.0.0.1\n  1 1\nready   \n`,
    );
    await (await startEmbedded(data)).stop();
  }
});

test("when PostgreSQL itself is killed it is started again, and the pool goes on", async () => {
  const embedded = await startEmbedded(data);
  const owner = await connectOwner(embedded.url);
  await owner.query(
    "DO $$ BEGIN CREATE ROLE biansai_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
  );
  await owner.end();
  const heard: Error[] = [];
  const db = connect(embedded.url, (error) => heard.push(error));
  await db.query("SELECT 1");
  process.kill(postmaster(), "SIGQUIT");
  await expect.poll(() => heard.length, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
  await expect
    .poll(() => db.query("SELECT 2 AS n").catch(() => undefined), { timeout: 20_000, interval: 200 })
    .toEqual([{ n: 2 }]);
  await db.close();
  await embedded.stop();
  expect(existsSync(pidFile)).toBe(false);
});

test("a folder whose password file is gone is refused, not overwritten", async () => {
  const file = join(data, "postgresql-password");
  const password = readFileSync(file);
  rmSync(file);
  await expect(startEmbedded(data)).rejects.toMatchObject({ code: "data-folder-foreign" });
  writeFileSync(file, password, { mode: 0o600 });
  await expect(visitEmbedded(join(home, "nowhere"))).rejects.toMatchObject({ code: "data-folder-foreign" });
});

test.runIf(process.getuid?.() === 0)(
  "below a folder only root may enter the cluster stands in an open place",
  async () => {
    const closed = join(home, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const embedded = await startEmbedded(join(closed, "data"));
    const place = readFileSync(join(closed, "data/postgresql-is-at"), "utf8").trim();
    expect(await asOwner(embedded.url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
    await embedded.stop();
    expect(existsSync(join(place, "postgresql/PG_VERSION"))).toBe(true);
    rmSync(place, { recursive: true, force: true });
  },
);
