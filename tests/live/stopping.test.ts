// A server that stops answers what it has received, then closes the lines; clients come back to the next one by themselves.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openSession } from "#server/access/sign-in.ts";
import { connectOwner } from "#server/database/connection.ts";
import { attachLive } from "#server/live/attach.ts";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, openClient } from "../support/live-client.ts";
import { codeOf, raiseCompetition, type SkillStage } from "../support/stage.ts";

let at: TestHouse;
let skill: SkillStage;
let ids: string[];
const cleanUp: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  at = await openTestHouse();
  skill = await (await raiseCompetition(at)).addSkill({ competitors: 2 });
  await skill.reach("scoring");
  ids = (await skill.contestants()).map((one) => one.id);
});
afterEach(async () => {
  for (const clean of cleanUp.splice(0).reverse()) await clean();
});
afterAll(() => at.close());

/** One process of the server; the next one listens on the same port. */
async function listen(port = 0) {
  const http = createServer();
  const { close } = attachLive(at.house, http, undefined);
  http.listen(port, "127.0.0.1");
  await once(http, "listening");
  const stop = async (withinMs?: number): Promise<void> => {
    http.close();
    await close(withinMs);
  };
  return { port: (http.address() as AddressInfo).port, stop };
}

async function judgeAt(port: number): Promise<LiveClient> {
  const { token } = await openSession(at.house, skill.judges[0]!.accountId);
  const client = await openClient(`http://127.0.0.1:${port}`, { cookie: `biansai=${token}` });
  cleanUp.push(() => client.close());
  return client;
}

/** Holds the skill's chain: marks are received and cannot be committed until it is let go. */
async function hold(): Promise<() => Promise<void>> {
  const owner = await connectOwner(at.database.url);
  await owner.query("BEGIN");
  await owner.query("SELECT 1 FROM chain_head WHERE chain = $1 FOR UPDATE", [`skill:${skill.skillId}`]);
  return async () => {
    await owner.query("ROLLBACK");
    await owner.end();
  };
}

test("what was received is committed and acknowledged, what comes later is left to the next server", async () => {
  const server = await listen();
  const client = await judgeAt(server.port);
  const release = await hold();
  const commands = ["A1.1", "A1.2"].map((aspect) => skill.command(ids[0]!, aspect, "0"));
  const answers = Promise.all(commands.map((command) => client.enter(command)));
  // Answers come in the order of a line's messages: whoever is shown the progress has had the marks before it received.
  await client.watch("progress", skill.skillId);
  const stopped = server.stop();
  const late = skill.command(ids[1]!, "A1.1", "0");
  const lost = client.socket.timeout(60_000).emitWithAck("mark:enter", late);
  lost.catch(() => undefined);
  await release();
  expect((await answers).map(codeOf)).toEqual(["ok", "ok"]);
  expect(await client.disconnected).toBe("transport close");
  await stopped;

  const next = await listen(server.port);
  cleanUp.push(() => next.stop());
  await once(client.socket as never, "connect");
  expect(await client.enter(late)).toMatchObject({ ok: true, version: 1, repeated: false });
  expect(await client.enter(commands[0])).toMatchObject({ ok: true, version: 1, repeated: true });
});

test("a database that does not answer holds a stop up for so long and no longer", async () => {
  const server = await listen();
  const client = await judgeAt(server.port);
  const release = await hold();
  const command = skill.command(ids[1]!, "A1.2", "0");
  client.enter(command).catch(() => undefined);
  await client.watch("progress", skill.skillId);
  const stopped = server.stop(100);
  expect(await client.disconnected).toBe("transport close");
  await release();
  await stopped;

  const next = await listen(server.port);
  cleanUp.push(() => next.stop());
  await once(client.socket as never, "connect");
  expect(await client.enter(command)).toMatchObject({ ok: true, version: 1 });
  const kept = await at.database.prisma.markRevision.count({
    where: { contestantId: ids[1]!, aspectId: "A1.2" },
  });
  expect(kept).toBe(1);
});

test("the terminal says when a stop begins and when it is over, each once, and the process ends with 0", async () => {
  const folder = await mkdtemp(join(tmpdir(), "biansai-stop-"));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  const server = spawn(process.execPath, ["--import", "tsx", "server/index.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      DATABASE_URL: at.database.url,
      BIANSAI_DATA: folder,
      BIANSAI_DEMO: "0",
    },
  });
  cleanUp.push(() => void server.kill("SIGKILL"));
  const ended = once(server, "exit");
  const said: string[] = [];
  for await (const line of createInterface(server.stdout)) {
    said.push(line);
    if (!line.startsWith("汴赛已启动")) continue;
    server.kill("SIGTERM");
    server.kill("SIGTERM");
  }
  expect(await ended).toEqual([0, null]);
  expect(said.slice(1)).toEqual([
    "正在停止：不再接受新的连接，先答复已收到的评分。",
    "已停止。答复过的评分均已保存。",
  ]);
});
