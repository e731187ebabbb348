// All that the clients of judges, recorder and chief judge receive in a whole replay, from the draw to the signatures: every
// packet of every socket, every page the product has and its data. Searched for whoever stands behind a code and for the
// levels of colleagues.
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Audience } from "#domain/live/protocol.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { openSession } from "#server/access/sign-in.ts";
import { createApp } from "#server/http/app.ts";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveServer, openLive } from "../support/live-client.ts";
import { png } from "../support/png.ts";
import { signDayAs } from "../support/signing.ts";
import { codeOf, must, type Person, raiseCompetition, type SkillStage } from "../support/stage.ts";
import { addresses } from "./addresses.ts";
import { judgementKeys, judgementsIn } from "./judgements-told.ts";
import { attendFloor, written } from "./on-the-floor.ts";
import { keep, type Reader } from "./reader.ts";
import { attachTelling, expectOnlyPicture, tellsLevel } from "./telling-evidence.ts";
import { wideScheme } from "./wide-scheme.ts";

const competitors = 28;
const seats = 3;

let at: TestHouse;
let live: LiveServer;
let build: ServerBuild;
let skill: SkillStage;
let readers: Reader[];
let floorJudge: Person;
/** A photo with a competitor's name in its metadata, at an aspect that is measured. */
let photoId: string;

beforeAll(async () => {
  at = await openTestHouse();
  build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const pages = createApp({
    services: at.services,
    trustProxy: false,
    publicUrl: undefined,
    production: true,
    build,
  });
  live = await openLive(at, undefined, pages);
  const competition = await raiseCompetition(at);
  skill = await competition.addSkill({
    competitors,
    scheme: wideScheme,
    rules: { confirm: "second", daySignatures: true },
  });
  await skill.reach("drawn");
  floorJudge = await attendFloor(at, competition, skill);
  readers = [];
  photoId = skill.skillId;
  for (const [role, person] of [
    ...skill.judges.map((judge) => ["judge", judge] as const),
    ["chief judge", skill.chief] as const,
    ["recorder", skill.recorder] as const,
  ]) {
    const { token } = await openSession(at.house, person.accountId);
    const client = await live.connect(person, { token });
    readers.push({ role, person, client, cookie: `biansai=${token}`, pages: [] });
    for (const audience of ["progress", "board", "panel", "recorder", "oversight"] satisfies Audience[])
      await client.watch(audience, skill.skillId);
  }
}, 240_000);
afterAll(async () => {
  await live?.close();
  await at?.close();
});

const judges = (): Reader[] => readers.filter(({ role }) => role === "judge");

/** Opens every page as every reader, the page and its data, and keeps what came. */
async function openEverything(): Promise<void> {
  const some = (await skill.contestants()).filter((_, place) => place % 9 === 0).map(({ id }) => id);
  const named = {
    contestantId: some[0]!,
    skillId: skill.skillId,
    competitionId: skill.competitionId,
    delegationId: skill.delegations[0]!.delegationId,
    messageId: skill.skillId,
    evidenceId: photoId,
    day: "1",
    subcriterionId: "A1",
    token: "unknown",
  };
  const sheets = some.map((id) => `${id}~A1`);
  for (const path of addresses(build, named, sheets)) {
    expect(path).not.toContain(":");
    await Promise.all(
      readers.flatMap((reader) => [keep(live.url, reader, path), keep(live.url, reader, `${path}.data`)]),
    );
  }
}

/** A mark for each cell of the field; the first level of a judgement lies within the spread of the others. */
async function markEverything(): Promise<void> {
  const field = (await skill.contestants()).filter(({ status }) => status === "present");
  await Promise.all(
    judges().map(async ({ client }, seat) => {
      for (const [row, { id }] of field.entries()) {
        for (const [column, aspect] of aspectsOf(wideScheme).entries()) {
          if (aspect.kind !== "judgement" && (row + column) % seats !== seat) continue;
          const value =
            aspect.kind === "judgement"
              ? String(((row + column) % 3) + (seat === 0 ? 1 : 0))
              : aspect.kind === "value"
                ? "0.75"
                : aspect.max;
          expect(codeOf(await client.enter(skill.command(id, aspect.id, value)))).toBe("ok");
        }
      }
    }),
  );
}

test("the replay: every cell marked over the sockets, confirmed, locked, signed; every page opened at each stage", async () => {
  expect(aspectsOf(wideScheme)).toHaveLength(76);
  await openEverything();
  await skill.reach("scoring");
  const oversee = await skill.permit(skill.chief, "marking.oversee");
  must(await at.services.marking.tellPanel(oversee, { id: randomUUID(), text: "请先核对量具" }));
  const { name, unit } = skill.registrations[0]!;
  const first = (await skill.contestants())[0]!.id;
  photoId = await attachTelling(live.url, readers[0]!.cookie, first, `${name} ${unit}`);
  await openEverything();
  const early = readers.map(({ pages }) => pages.length);
  await markEverything();
  await openEverything();
  await skill.confirmAll();
  await skill.lockAll();
  must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
  await openEverything();
  await skill.reach("checked");
  await openEverything();
  for (const day of [1, 2])
    for (const place of [1, 2, 3]) must(await signDayAs(skill, place, day, { drawn: png() }));
  await openEverything();
  await skill.reach("signed");
  await openEverything();
  for (const { client } of judges())
    await client.until("panel", skill.skillId, (view) => view["stage"] === "signed");
  expect(await skill.stage()).toBe("signed");
  // A note beside a level is as unread as the level, and read once all seats are in; its own judge reads it at once.
  const reads = (pages: Reader["pages"]): boolean => pages.some(({ text }) => text.includes(tellsLevel));
  const told = readers.map(({ role, pages }, place) => [
    role,
    reads(pages.slice(0, early[place])),
    reads(pages),
  ]);
  expect(told.slice(0, 3)).toEqual([
    ["judge", true, true],
    ["judge", false, true],
    ["judge", false, true],
  ]);
  expect(told.slice(3).filter(([, before]) => before)).toEqual([]);
  for (const { pages } of readers) {
    const photos = pages.filter(({ path }) => path === `/judge/evidence/${photoId}`);
    expect(photos.length).toBeGreaterThan(4);
    for (const { text } of photos) expectOnlyPicture(text);
  }
}, 400_000);

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Ids are looked for in everything; a competition number ("01-010") may stand in the middle of an id by chance. */
const holds = (text: string, word: string): boolean =>
  text.includes(word) && (!/^\d{2}-\d{3}$/.test(word) || text.replace(uuids, "").includes(word));

test("nothing any of them received tells who stands behind a code", async () => {
  const people = await at.database.query<Record<string, string>>(
    "SELECT r.id, r.number, r.person_id, r.unit, p.name, p.id_masked FROM registration r JOIN person p ON p.id = r.person_id WHERE r.skill_id = $1",
    [skill.skillId],
  );
  expect(people).toHaveLength(competitors);
  const words = [
    ...people.flatMap((one) => Object.values(one)),
    ...skill.registrations.map(({ residentId }) => residentId),
    ...written,
  ];
  expect(words).toHaveLength(competitors * 7 + written.length);
  for (const { role, client, pages } of readers) {
    const text = client.packets.join("\n");
    expect(words.filter((word) => holds(text, word)).map((word) => `${role}: ${word}`)).toEqual([]);
    const told = pages.flatMap(({ path, text }) =>
      words.filter((word) => holds(text, word)).map((word) => `${role} on ${path}: ${word}`),
    );
    expect(told).toEqual([]);
  }
});

test("the search would have found them: the organizer's list of entries holds every word that was looked for", async () => {
  const { token } = await openSession(at.house, skill.organizer.accountId);
  const answer = await fetch(`${live.url}/manage/${skill.competitionId}/registrations.data`, {
    headers: { cookie: `biansai=${token}` },
  });
  const text = await answer.text();
  for (const { name, unit, id } of skill.registrations)
    for (const word of [name, unit, id]) expect(text).toContain(word);
});

test("what the floor recorded would have been found: its judge's pages hold the names and every record, and no code", async () => {
  const { token } = await openSession(at.house, floorJudge.accountId);
  const read = async (path: string): Promise<string> =>
    (
      await fetch(`${live.url}/floor/${skill.skillId}${path}`, { headers: { cookie: `biansai=${token}` } })
    ).text();
  const contestants = await skill.contestants();
  for (const path of [".data", "", "/report.data", "/report"]) {
    const text = await read(path);
    for (const word of [...skill.registrations.map(({ name }) => name), ...written.filter(() => path !== "")])
      expect(text).toContain(word);
    for (const { id, code } of contestants) for (const word of [id, code]) expect(text).not.toContain(word);
  }
  const chief = readers.find(({ role }) => role === "chief judge")!;
  const report = chief.pages.filter(({ path }) => path.includes("/report"));
  expect(report.map(({ status }) => status)).toEqual(report.map(() => 403));
  const wall = chief.pages.filter(({ path }) => path === `/oversight/${skill.skillId}`);
  expect(wall.at(-1)!.text).toContain("时间补偿 1 条共 14 分钟 · 违规建议 1 条");
});

test("the pages were really opened: each reader came into the rooms that are theirs", () => {
  const opened = (reader: Reader): string[] => [
    ...new Set(reader.pages.flatMap(({ path, status }) => (status === 200 ? [path.split("/")[1]!] : []))),
  ];
  for (const reader of readers) {
    expect(opened(reader)).toContain(reader.role === "judge" ? "judge" : "oversight");
    if (reader.role === "recorder") expect(opened(reader)).toContain("record");
    expect(reader.pages.length).toBeGreaterThan(200);
    const days = reader.pages.filter(
      ({ path, status }) => status === 200 && path.includes("/days/") && !path.endsWith(".data"),
    );
    expect(days.map(({ text }) => text).filter((text) => text.includes("data:image/png"))).not.toEqual([]);
  }
});

test("no level of a colleague: a judgement without all its seats is a count and nothing else in every packet", () => {
  for (const { role, client } of readers) {
    const seen = client.packets.flatMap(judgementsIn);
    if (role === "judge") {
      expect(seen.some(({ given }) => given === 1)).toBe(true);
      const cells = Object.keys(client.view("panel", skill.skillId)).filter((key) => key.includes("/"));
      expect(cells.filter((key) => judgementKeys.has(key.split("/")[1]!))).toHaveLength(
        competitors * judgementKeys.size,
      );
    }
    const open = seen.filter(({ given }) => given !== undefined && given < seats);
    expect(open.filter(({ mark, levels }) => (mark ?? null) !== null || (levels ?? null) !== null)).toEqual(
      [],
    );
  }
});

test("no level of a colleague: what a judge, the recorder and the chief judge read does not change with a level that is not theirs", async () => {
  const other = await raiseCompetition(at);
  const small = await other.addSkill({ competitors: 1, rules: { confirm: "second" } });
  await small.reach("scoring");
  const { id } = (await small.contestants())[0]!;
  const [first, , third] = await Promise.all(
    [...small.judges, small.chief].map(async (person) => ({
      cookie: `biansai=${(await openSession(at.house, person.accountId)).token}`,
    })),
  );
  const chief = { cookie: `biansai=${(await openSession(at.house, small.chief.accountId)).token}` };
  const clerk = { cookie: `biansai=${(await openSession(at.house, small.recorder.accountId)).token}` };
  const read = async (reader: { cookie: string }, path: string): Promise<string> =>
    // The nonce and the ids for the next marks are made anew for each answer; a level is neither.
    (await (await fetch(`${live.url}${path}`, { headers: reader })).text())
      .replace(/"nonce","[^"]+"/, "")
      .replace(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, "");
  const look = async (): Promise<string[]> => [
    await read(third!, `/judge/sheets/${id}~A1.data`),
    await read(third!, `/judge.data`),
    await read(third!, `/judge/panels/${small.skillId}/A1.data`),
    await read(clerk, `/record/${small.skillId}.data?sub=A1`),
    await read(chief, `/oversight/${small.skillId}.data`),
    await read(chief, `/desk/${small.skillId}.data`),
    await read(clerk, `/oversight/${small.skillId}.data`),
    await read(clerk, `/oversight/${small.skillId}/confirm.data`),
  ];
  expect(codeOf(await small.enter(1, id, "A1.3", "0"))).toBe("ok");
  const before = await look();
  const own = await read(first!, `/judge/sheets/${id}~A1.data`);
  expect(codeOf(await small.enter(1, id, "A1.3", "3", { expectedVersion: 1 }))).toBe("ok");
  expect(await look()).toEqual(before);
  expect(before.filter((text) => text.includes("R-01")).length).toBeGreaterThanOrEqual(4);
  // The control: who gave the level does read the change.
  expect(await read(first!, `/judge/sheets/${id}~A1.data`)).not.toBe(own);
});
