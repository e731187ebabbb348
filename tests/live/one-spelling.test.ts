// Ids in capitals are the same ids: boards show the mark, the ledger agrees with the tables, the same request is one.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../server/ledger/verify-ledger.ts";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveServer, openLive } from "../support/live-client.ts";
import { codeOf, raiseCompetition } from "../support/stage.ts";

let at: TestHouse;
let live: LiveServer;
beforeAll(async () => {
  at = await openTestHouse();
  live = await openLive(at);
});
afterAll(async () => {
  await live.close();
  await at.close();
});

test("a mark whose ids come in capitals is seen live, is one with the same in small letters, and verifies", async () => {
  const skill = await (await raiseCompetition(at)).addSkill({ competitors: 1 });
  await skill.reach("scoring");
  const [work] = await skill.contestants();
  const judge = await live.connect(skill.judges[0]!);
  const chief = await live.connect(skill.chief);
  await chief.watch("oversight", skill.skillId);
  const requestId = randomUUID();
  const command = { ...skill.command(work!.id, "A1.1", "12.5"), requestId };
  const loud = { ...command, requestId: requestId.toUpperCase(), contestantId: work!.id.toUpperCase() };
  expect(codeOf(await judge.enter(loud))).toBe("ok");
  expect(await judge.enter(command)).toMatchObject({ ok: true, repeated: true });
  const device = randomUUID().toUpperCase();
  const held = { skillId: skill.skillId.toUpperCase(), device, waiting: 0, takeOver: false };
  expect(codeOf(await judge.socket.emitWithAck("hold", held))).toBe("ok");
  const sheet = `sheet:${work!.id}~A1`;
  await chief.until("oversight", skill.skillId, (seen) => (seen[sheet] as { done: number }).done === 1);
  const anchors = { files: 0, anchors: [], unreadable: [] };
  expect((await verifyLedger(at.database, anchors)).findings).toEqual([]);
});
