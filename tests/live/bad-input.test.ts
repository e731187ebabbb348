// Bad input on the socket (reliability.md, "Sockets"): refused or ignored, the server goes on, and nobody else notices.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, type LiveServer, openClient, openLive } from "../support/live-client.ts";
import { codeOf, raiseCompetition, type SkillStage } from "../support/stage.ts";

let at: TestHouse;
let live: LiveServer;
let skill: SkillStage;
let contestantId: string;
let colleague: LiveClient;

beforeAll(async () => {
  at = await openTestHouse();
  live = await openLive(at, "https://biansai.example");
  skill = await (await raiseCompetition(at)).addSkill({ competitors: 1 });
  await skill.reach("scoring");
  contestantId = (await skill.contestants())[0]!.id;
  colleague = await live.connect(skill.judges[1]!);
});
afterAll(async () => {
  await live.close();
  await at.close();
});

/** The server still answers: the socket that sent it, where it is still open, and a colleague's. */
const alive = async (client: LiveClient = colleague) =>
  expect(codeOf(await client.watch("panel", skill.skillId))).toBe("ok");
const raw = (client: LiveClient) =>
  client.socket as unknown as {
    emit(event: string, ...rest: unknown[]): void;
    emitWithAck(event: string, ...rest: unknown[]): Promise<never>;
  };
const good = () => skill.command(contestantId, "A1.1", "1");

describe("a malformed mark is refused", () => {
  const bad: readonly (readonly [string, () => unknown])[] = [
    ["nothing", () => undefined],
    ["null", () => null],
    ["a string", () => "mark"],
    ["a number", () => 7],
    ["a list", () => [good()]],
    ["an empty object", () => ({})],
    ["no requestId", () => ({ ...good(), requestId: undefined })],
    ["a requestId that is no UUID", () => ({ ...good(), requestId: "1" })],
    ["an id with SQL", () => ({ ...good(), contestantId: "'; DROP TABLE mark_cell; --" })],
    ["an object as contestant", () => ({ ...good(), contestantId: { id: contestantId } })],
    ["an object as aspect", () => ({ ...good(), aspectId: { $ne: "" } })],
    ["a long aspect", () => ({ ...good(), aspectId: "A".repeat(17) })],
    ["an aspect with NUL", () => ({ ...good(), aspectId: "A1.1\u0000" })],
    ["a value that is a number", () => ({ ...good(), value: 1 })],
    ["a long value", () => ({ ...good(), value: "1".repeat(65) })],
    ["no value", () => ({ ...good(), value: undefined })],
    ["a reason with NUL", () => ({ ...good(), reason: "a\u0000b" })],
    ["a reason with half a character", () => ({ ...good(), reason: "a\ud800b" })],
    ["a long reason", () => ({ ...good(), reason: "很".repeat(201) })],
    ["a fractional round", () => ({ ...good(), round: 1.5 })],
    ["round 0", () => ({ ...good(), round: 0 })],
    ["round 10", () => ({ ...good(), round: 10 })],
    ["a negative version", () => ({ ...good(), expectedVersion: -1 })],
    ["a version as text", () => ({ ...good(), expectedVersion: "0" })],
    ["a version no integer holds", () => ({ ...good(), expectedVersion: 1e300 })],
    ["a polluted prototype", () => JSON.parse(`{"__proto__": ${JSON.stringify(good())}}`)],
  ];
  test.each(bad)("%s", async (_what, message) => {
    const client = await live.connect(skill.judges[0]!);
    expect(codeOf(await raw(client).emitWithAck("mark:enter", message()))).toBe("input.invalid");
    expect(await at.database.prisma.markRevision.count()).toBe(0);
    await alive(client);
  });
});

describe("a malformed watch is refused", () => {
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["an unknown audience", { audience: "everything", skillId: randomUUID() }],
    ["the name of another room", { audience: "panel:x", skillId: randomUUID() }],
    ["an object as audience", { audience: { toString: "panel" }, skillId: randomUUID() }],
    ["an object as room", { audience: "panel", skillId: { toString: "x" } }],
    ["a list of rooms", { audience: "panel", skillId: [randomUUID()] }],
    ["a long id", { audience: "panel", skillId: "a".repeat(10_000) }],
    ["the prototype", { audience: "__proto__", skillId: randomUUID() }],
  ])("%s", async (_what, message) => {
    const client = await live.connect(skill.judges[0]!);
    expect(codeOf(await raw(client).emitWithAck("watch", message))).toBe("input.invalid");
    await alive(client);
  });

  test("an unknown skill is not found, and leaves no room behind", async () => {
    const client = await live.connect(null);
    for (const audience of ["progress", "board"] as const)
      expect(codeOf(await client.watch(audience, randomUUID()))).toBe("input.not-found");
  });

  test("the same skill in capital letters is the same room: its changes arrive", async () => {
    const client = await live.connect(null);
    const skillId = skill.skillId.toUpperCase();
    expect(codeOf(await client.watch("progress", skillId))).toBe("ok");
    const arrived = new Promise<string>(
      (done) => void client.socket.once("view", (change) => done(change.skillId)),
    );
    expect(codeOf(await colleague.enter(skill.command(contestantId, "B1.2", "0")))).toBe("ok");
    expect(await arrived).toBe(skill.skillId);
    await at.database.query("UPDATE mark_cell SET value = NULL");
  });
});

describe("what has no answer is ignored", () => {
  test("messages without an ack, unknown events, strings and functions where none belong", async () => {
    const client = await live.connect(skill.judges[0]!);
    for (const event of [
      "mark:enter",
      "watch",
      "unwatch",
      "join",
      "view",
      "ended",
      "message",
      "error",
      "__proto__",
      "constructor",
    ]) {
      raw(client).emit(event);
      raw(client).emit(event, good());
      raw(client).emit(event, "text", 1, null, { a: [] });
      raw(client).emit(event, good(), "not a function");
    }
    await alive(client);
  });

  test("an unknown namespace is refused and opens nothing", async () => {
    const client = await live.connect(skill.judges[0]!);
    const admin = client.socket.io.socket("/admin");
    const error = await new Promise<Error>((done) => void admin.once("connect_error", done).connect());
    expect(error.message).toBe("Invalid namespace");
    await alive(client);
  });

  test.each([
    ["text that is no packet", "not a packet"],
    ["a packet of an unknown kind", "99[]"],
    ["half a packet", '42["mark:enter",{'],
    ["an event that is no name", '42[{"a":1}]'],
    ["an ack nobody asked for", '43999["x"]'],
    ["a reserved event", '42["disconnecting"]'],
    ["a binary event without its binary", '451-["watch",{"_placeholder":true,"num":0}]'],
  ])("%s ends that connection at most", async (_what, packet) => {
    const client = await live.connect(skill.judges[0]!);
    const before = client.packets.length;
    client.socket.io.engine.write(packet.startsWith("4") ? packet.slice(1) : packet);
    await alive();
    expect(client.packets.slice(before).join()).not.toContain(contestantId);
  });

  test("a packet of 1 MB ends that connection and no other", async () => {
    const client = await live.connect(skill.judges[0]!);
    client.socket.io.reconnection(false);
    raw(client).emit("watch", { audience: "panel", skillId: "x".repeat(1 << 20) });
    expect(await client.disconnected).toBe("transport close");
    await alive();
  });
});

describe("a flood", () => {
  test("of more than 200 marks a second is refused with server.overloaded, the others are answered, a colleague marks on", async () => {
    const client = await live.connect(skill.judges[0]!);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () => client.enter({ ...good(), value: "nonsense" })),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === "server.overloaded").length).toBeGreaterThan(400);
    expect(codes.slice(0, 200)).not.toContain("server.overloaded");
    expect(new Set(codes)).toEqual(new Set(["server.overloaded", "marking.not-a-number"]));
    await alive();
  });

  test("of watches is refused in the same way, also to somebody who has not signed in", async () => {
    const client = await live.connect(null);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, () =>
        client.socket.emitWithAck("watch", { audience: "progress", skillId: skill.skillId }),
      ),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === "server.overloaded").length).toBeGreaterThan(400);
    expect(codes.slice(0, 200)).not.toContain("server.overloaded");
    await alive();
  });
});

describe("foreign pages", () => {
  test.each([
    "https://evil.example",
    "null",
    "file://",
    "http://127.0.0.1",
    "https://biansai.example.evil.example",
    "http://biansai.example",
  ])("an Origin of %s gets no socket", async (origin) => {
    await expect(openClient(live.url, { origin })).rejects.toThrow();
  });

  test("the own origin, the public one behind a proxy, and a program without one do", async () => {
    for (const headers of [{ origin: live.url }, { origin: "https://biansai.example" }, {}] as Record<
      string,
      string
    >[]) {
      const client = await openClient(live.url, headers);
      client.close();
    }
  });
});

describe("a database that fails under the sockets", () => {
  test("neither a handshake nor a change that cannot be read ends the process", async () => {
    const fallen = await openTestHouse();
    const server = await openLive(fallen);
    const competition = await raiseCompetition(fallen);
    const tested = await competition.addSkill({ competitors: 1 });
    const unread = await competition.addSkill({ competitors: 1 });
    const client = await server.connect(null);
    expect(codeOf(await client.watch("progress", tested.skillId))).toBe("ok");
    const unhandled: unknown[] = [];
    const hear = (error: unknown): void => void unhandled.push(error);
    process.on("unhandledRejection", hear);
    await fallen.close();
    fallen.house.announcements.emit("skill-changed", { skillId: tested.skillId });
    await expect(openClient(server.url, { cookie: "biansai=x" })).rejects.toThrow();
    expect(codeOf(await client.watch("progress", unread.skillId))).toBe("server.overloaded");
    expect(codeOf(await client.watch("progress", tested.skillId))).toBe("ok");
    await new Promise((done) => setImmediate(done));
    process.off("unhandledRejection", hear);
    expect(unhandled).toEqual([]);
    await server.close();
  });
});
