// A judge's mark over the wire (house.md, the way of one mark): acked after commit, seen by the panel as a step of its view.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSession } from "../../server/access/sign-in.ts";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, type LiveServer, openLive } from "../support/live-client.ts";
import {
  type CompetitionStage,
  codeOf,
  hire,
  must,
  permitFor,
  raiseCompetition,
  type SkillStage,
} from "../support/stage.ts";

let at: TestHouse;
let live: LiveServer;
let competition: CompetitionStage;
let skill: SkillStage;
let ids: string[];

beforeAll(async () => {
  at = await openTestHouse();
  live = await openLive(at);
  competition = await raiseCompetition(at);
});
beforeEach(async () => {
  skill = await competition.addSkill({ competitors: 2 });
  await skill.reach("scoring");
  ids = (await skill.contestants()).map((one) => one.id);
});
afterAll(async () => {
  await live.close();
  await at.close();
});

const onPanel = async (place: number): Promise<LiveClient> => {
  const client = await live.connect(skill.judges[place - 1]!);
  expect(codeOf(await client.watch("panel", skill.skillId))).toBe("ok");
  return client;
};
const now = async () => must(await at.services.marking.loadSheet(await skill.seat(1), ids[0]!, "A1")).panel;

test("a mark is acked and a second seat sees it in its panel view, step by step", async () => {
  const [one, two] = [await onPanel(1), await onPanel(2)];
  const answer = await one.enter(skill.command(ids[0]!, "A1.1", "17.5"));
  expect(answer).toMatchObject({ ok: true, version: 1, value: "17.5", repeated: false });
  const view = await two.until("panel", skill.skillId, (held) => `${ids[0]}/A1.1` in held);
  expect(view[`${ids[0]}/A1.1`]).toEqual({ state: "agreed", value: "17.5", version: 1 });
  expect(two.refetched()).toBe(0);
  expect(view).toEqual(await now());
});

test("many marks at once: every client ends with the very view the database gives, without a refetch", async () => {
  const clients = [await onPanel(1), await onPanel(2), await onPanel(3)];
  const cells = ids.flatMap((id) => ["A1.1", "A1.2", "B1.1", "B1.2"].map((aspect) => [id, aspect] as const));
  const answers = await Promise.all(
    cells.map(([id, aspect], place) => clients[place % 3]!.enter(skill.command(id, aspect, "0"))),
  );
  expect(answers.map(codeOf)).toEqual(cells.map(() => "ok"));
  for (const client of clients) {
    const view = await client.until("panel", skill.skillId, (held) =>
      cells.every(([id, aspect]) => `${id}/${aspect}` in held),
    );
    expect(view).toEqual(await now());
    expect(client.refetched()).toBe(0);
  }
});

test("a stale mark is refused over the wire with theirs, and the same requestId repeats its first answer", async () => {
  const [one, two] = [await onPanel(1), await onPanel(2)];
  const command = skill.command(ids[0]!, "A1.1", "17.5");
  const first = await one.enter(command);
  expect(await two.enter(skill.command(ids[0]!, "A1.1", "3"))).toMatchObject({
    ok: false,
    refusal: { code: "marking.stale", params: { theirs: "17.5", version: 1 } },
  });
  expect(await one.enter(command)).toEqual({ ...first, repeated: true });
});

test("ids in capital letters are the same ids: the mark reaches the panel", async () => {
  const [one, two] = [await onPanel(1), await onPanel(2)];
  expect(codeOf(await one.enter(skill.command(ids[0]!.toUpperCase(), "A1.1", "17.5")))).toBe("ok");
  const view = await two.until("panel", skill.skillId, (held) =>
    Object.keys(held).some((key) => key.endsWith("/A1.1")),
  );
  expect(view).toEqual(await now());
});

describe("who may not", () => {
  test("a mark without a session, with a wrong or an ended one, is refused", async () => {
    const command = skill.command(ids[0]!, "A1.1", "17.5");
    expect(codeOf(await (await live.connect(null)).enter(command))).toBe("access.sign-in-first");
    expect(codeOf(await (await live.connect(null, { token: "invented" })).enter(command))).toBe(
      "access.sign-in-first",
    );
    const { token } = await openSession(at.house, skill.judges[0]!.accountId);
    at.clock.passMs(13 * 3_600_000);
    expect(codeOf(await (await live.connect(null, { token })).enter(command))).toBe("access.sign-in-first");
    expect(await at.database.prisma.markRevision.count({ where: { skillId: skill.skillId } })).toBe(0);
  });

  test("the chief judge, the organizer, and a judge of another skill enter nothing here", async () => {
    const other = await competition.addSkill({ competitors: 1 });
    for (const person of [skill.chief, skill.organizer, other.recorder, other.judges[0]!]) {
      expect(codeOf(await (await live.connect(person)).enter(skill.command(ids[0]!, "A1.1", "17.5")))).toBe(
        "access.not-allowed",
      );
    }
    const recorder = await live.connect(skill.recorder);
    expect(codeOf(await recorder.enter(skill.command(ids[0]!, "A1.1", "17.5")))).toBe(
      "marking.recorder-needs-check",
    );
    expect(
      codeOf(await (await live.connect(skill.judges[0]!)).enter(skill.command(randomUUID(), "A1.1", "1"))),
    ).toBe("marking.unknown-aspect");
  });

  test("panel and oversight are refused to the public, to competitors' leaders and to judges of another skill", async () => {
    const other = await competition.addSkill({ competitors: 1 });
    const watch = async (client: LiveClient, audience: "panel" | "oversight") =>
      codeOf(await client.watch(audience, skill.skillId));
    const nobody = await live.connect(null);
    expect([await watch(nobody, "panel"), await watch(nobody, "oversight")]).toEqual([
      "access.sign-in-first",
      "access.sign-in-first",
    ]);
    for (const person of [
      other.judges[0]!,
      other.chief,
      skill.delegations[0]!.leader,
      skill.organizer,
      skill.coder,
    ]) {
      const client = await live.connect(person);
      expect([await watch(client, "panel"), await watch(client, "oversight")]).toEqual([
        "access.not-allowed",
        "access.not-allowed",
      ]);
    }
    const judge = await live.connect(skill.judges[0]!);
    expect([await watch(judge, "panel"), await watch(judge, "oversight")]).toEqual([
      "ok",
      "access.not-allowed",
    ]);
    const chief = await live.connect(skill.chief);
    expect([await watch(chief, "panel"), await watch(chief, "oversight")]).toEqual([
      "access.not-allowed",
      "ok",
    ]);
    await judge.enter(skill.command(ids[0]!, "A1.1", "17.5"));
    await chief.until("oversight", skill.skillId, (view) => JSON.stringify(view).includes('"progress"'));
    expect(nobody.packets.join()).not.toContain("17.5");
  });

  test("a role revoked while the socket is open ends it at once, and coming back opens nothing", async () => {
    const client = await onPanel(3);
    const colleague = await onPanel(1);
    const administrator = await hire(at, "guanli", { role: "administrator" });
    const grant = await at.database.prisma.roleGrant.findFirstOrThrow({
      where: { accountId: skill.judges[2]!.accountId },
    });
    must(
      await at.services.access.revokeRole(await permitFor(at, administrator, "accounts.manage"), grant.id),
    );
    expect(await client.ended).toEqual({ code: "access.sign-in-first" });
    await client.disconnected;
    const again = await live.connect(skill.judges[2]!);
    expect(codeOf(await again.enter(skill.command(ids[0]!, "A1.1", "17.5")))).toBe("access.not-allowed");
    expect(codeOf(await again.watch("panel", skill.skillId))).toBe("access.not-allowed");
    expect(codeOf(await colleague.enter(skill.command(ids[0]!, "A1.1", "17.5")))).toBe("ok");
  });

  test("signing out ends the account's sockets and nobody else's", async () => {
    const session = await at.database.prisma.session.count({
      where: { accountId: skill.judges[0]!.accountId },
    });
    const { token } = await openSession(at.house, skill.judges[0]!.accountId);
    const mine = await live.connect(null, { token });
    const colleague = await onPanel(2);
    await at.services.access.signOut(token);
    expect((await mine.ended).code).toBe("access.sign-in-first");
    expect(await at.database.prisma.session.count({ where: { accountId: skill.judges[0]!.accountId } })).toBe(
      session,
    );
    expect(codeOf(await colleague.enter(skill.command(ids[0]!, "A1.1", "17.5")))).toBe("ok");
  });
});

describe("a client that falls behind", () => {
  test("misses a step, sees that the next does not follow, watches again and converges", async () => {
    const [one, two] = [await onPanel(1), await onPanel(2)];
    const lost = two.miss("panel");
    await one.enter(skill.command(ids[0]!, "A1.1", "17.5"));
    await lost;
    expect(two.view("panel", skill.skillId)).not.toHaveProperty(`${ids[0]}/A1.1`);
    await one.enter(skill.command(ids[0]!, "A1.2", "0"));
    const view = await two.until("panel", skill.skillId, (held) => `${ids[0]}/A1.2` in held);
    expect(view).toEqual(await now());
    expect(two.refetched()).toBe(1);
  });

  test("loses its line, comes back by itself with the same session and reads what happened meanwhile", async () => {
    const [one, two] = [await onPanel(1), await onPanel(2)];
    const back = new Promise<void>((done) => void two.socket.io.once("reconnect", () => done()));
    const gone = two.disconnected;
    two.socket.io.engine.close();
    await gone;
    await one.enter(skill.command(ids[0]!, "A1.1", "17.5"));
    await back;
    expect(codeOf(await two.watch("panel", skill.skillId))).toBe("ok");
    expect(two.view("panel", skill.skillId)).toEqual(await now());
    expect(codeOf(await two.enter(skill.command(ids[0]!, "A1.2", "0")))).toBe("ok");
  });

  test("who stopped watching receives nothing more", async () => {
    const [one, two, three] = [await onPanel(1), await onPanel(2), await onPanel(3)];
    two.socket.emit("unwatch", { audience: "panel", skillId: skill.skillId });
    expect(codeOf(await two.watch("progress", skill.skillId))).toBe("ok");
    await one.enter(skill.command(ids[0]!, "A1.1", "17.5"));
    await three.until("panel", skill.skillId, (held) => `${ids[0]}/A1.1` in held);
    await two.until(
      "progress",
      skill.skillId,
      (held) => (held["progress"] as { marked: number }).marked === 1,
    );
    expect(two.packets.join()).not.toContain("17.5");
  });

  test("a lock is seen by the panel, and every change of the chief judge's wall by the chief judge", async () => {
    const judge = await onPanel(1);
    const chief = await live.connect(skill.chief);
    await chief.watch("oversight", skill.skillId);
    for (const id of ids) await skill.markOne(id);
    must(
      await at.services.marking.lockSubcriterion(await skill.permit(skill.chief, "marking.oversee"), "A1"),
    );
    await judge.until("panel", skill.skillId, (view) => JSON.stringify(view["locked"]) === '["A1"]');
    await chief.until(
      "oversight",
      skill.skillId,
      (view) =>
        (view[`sheet:${ids[0]}~A1`] as { state: string }).state === "locked" &&
        (view[`total:${ids[1]}`] as { total: string }).total === "100.00",
    );
    const wall = await at.services.marking.readWall(await skill.permit(skill.chief, "marking.oversee"));
    expect(chief.view("oversight", skill.skillId)).toEqual(wall.view);
  });
});
