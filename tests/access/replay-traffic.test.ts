// All that the clients of judges, recorder and chief judge receive in a whole replay, from the draw to the signatures: every
// packet of every socket, every page the product has and its data. Searched for whoever stands behind a code and for the
// levels of colleagues.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { View } from "#domain/live/diff.ts";
import type { Audience } from "#domain/live/protocol.ts";
import type { Aspect, Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { openSession } from "#server/access/sign-in.ts";
import { createApp } from "#server/http/app.ts";
import { openTestHouse, type TestHouse } from "../support/house.ts";
import { type LiveClient, type LiveServer, openLive } from "../support/live-client.ts";
import { codeOf, must, type Person, raiseCompetition, type SkillStage } from "../support/stage.ts";

const competitors = 28;
const seats = 3;

/** A scheme of 76 aspects in four criteria, each kind among them; every criterion is worth 25.00. */
const wideScheme: Scheme = {
  total: "100.00",
  criteria: ["A", "B", "C", "D"].map((id, place) => ({
    id,
    name: `第${place + 1}部分`,
    max: "25.00",
    subcriteria: [
      { id: `${id}1`, name: "甲", day: 1 + (place % 2), aspects: aspectsFrom(id, 1, 10) },
      { id: `${id}2`, name: "乙", day: 1 + (place % 2), aspects: aspectsFrom(id, 2, 9) },
    ],
  })),
};

function aspectsFrom(criterion: string, sub: number, count: number): Aspect[] {
  return Array.from({ length: count }, (_, place) => {
    const head = {
      id: `${criterion}${sub}.${place + 1}`,
      description: `第${place + 1}点`,
      // Nineteen aspects of a criterion: eighteen of 1.25 and one of 2.50 are 25.00.
      max: sub === 2 && place === count - 1 ? "2.50" : "1.25",
    };
    if (place % 4 === 3)
      return { ...head, kind: "judgement", levels: ["未达到", "达到", "优于", "明显优于"] };
    return place % 4 === 2 ? { ...head, kind: "value", step: "0.25" } : { ...head, kind: "measurement" };
  });
}

let at: TestHouse;
let live: LiveServer;
let build: ServerBuild;
let skill: SkillStage;
let readers: Reader[];

/** Somebody at a desk: the socket, and the session that the pages are asked with. */
type Reader = {
  readonly role: "judge" | "chief judge" | "recorder";
  readonly person: Person;
  readonly client: LiveClient;
  readonly cookie: string;
  readonly pages: { readonly path: string; readonly text: string; readonly status: number }[];
};

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
  skill = await competition.addSkill({ competitors, scheme: wideScheme, rules: { confirm: "second" } });
  await skill.reach("drawn");
  readers = [];
  for (const [role, person] of [
    ...skill.judges.map((judge) => ["judge", judge] as const),
    ["chief judge", skill.chief] as const,
    ["recorder", skill.recorder] as const,
  ]) {
    const { token } = await openSession(at.house, person.accountId);
    const client = await live.connect(person, { token });
    readers.push({ role, person, client, cookie: `biansai=${token}`, pages: [] });
    for (const audience of ["progress", "board", "panel", "oversight"] satisfies Audience[])
      await client.watch(audience, skill.skillId);
  }
}, 240_000);
afterAll(async () => {
  await live?.close();
  await at?.close();
});

const judges = (): Reader[] => readers.filter(({ role }) => role === "judge");

/** The addresses of every route of the product, with this skill, competition and these sheets put in. */
function addresses(contestantIds: readonly string[]): string[] {
  const delegation = skill.delegations[0]!.delegationId;
  return Object.values(build.routes)
    .flatMap((route) => (route && route.id !== "root" && route.id !== "routes/$" ? [route.id] : []))
    .flatMap((id) => {
      const path = fullPath(id);
      const each = path.includes(":sheetId") ? contestantIds : [""];
      return each.map((contestant) =>
        path
          .replace(":sheetId", `${contestant}~A1`)
          .replace(":contestantId", contestantIds[0]!)
          .replace(":skillId", skill.skillId)
          .replace(":subcriterionId", "A1")
          .replace(":competitionId", skill.competitionId)
          .replace(":delegationId", delegation)
          .replace(":token", "unknown"),
      );
    });
}

function fullPath(id: string): string {
  const route = build.routes[id]!;
  const above = route.parentId ? fullPath(route.parentId) : "";
  return `${above}/${route.path ?? ""}`.replace(/\/+/g, "/");
}

/** Opens every page as every reader, the page and its data, and keeps what came. */
async function openEverything(): Promise<void> {
  const some = (await skill.contestants()).filter((_, place) => place % 9 === 0).map(({ id }) => id);
  for (const path of addresses(some)) {
    expect(path).not.toContain(":");
    await Promise.all(readers.flatMap((reader) => [keep(reader, path), keep(reader, `${path}.data`)]));
  }
}

async function keep(reader: Reader, path: string): Promise<string> {
  const answer = await fetch(`${live.url}${path.replace(/^\/\.data$/, "/_root.data")}`, {
    headers: { cookie: reader.cookie },
    redirect: "manual",
  });
  const text = `${answer.headers.get("location") ?? ""}\n${await answer.text()}`;
  reader.pages.push({ path, text, status: answer.status });
  return text;
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

type SeenCell = { given?: number; mark?: unknown; levels?: unknown };

/** Each judgement cell that a packet tells of, in a whole view or in a step's set. */
function judgementsIn(packet: string): SeenCell[] {
  const start = packet.indexOf("[");
  if (start < 0) return [];
  const parts = JSON.parse(packet.slice(start)) as ({ view?: View; diff?: { set: View } } | null)[];
  return parts.flatMap((part) =>
    [part?.view, part?.diff?.set].flatMap((view) =>
      Object.entries(view ?? {}).flatMap(([key, cell]) =>
        judgementKeys.has(key.split("/")[1] ?? "") ? [cell as SeenCell] : [],
      ),
    ),
  );
}
const judgementKeys = new Set(
  aspectsOf(wideScheme).flatMap(({ id, kind }) => (kind === "judgement" ? [id] : [])),
);

test("the replay: every cell marked over the sockets, confirmed, locked, signed; every page opened at each stage", async () => {
  expect(aspectsOf(wideScheme)).toHaveLength(76);
  await openEverything();
  await skill.reach("scoring");
  await openEverything();
  await markEverything();
  await openEverything();
  await skill.confirmAll();
  await skill.lockAll();
  must(await at.services.results.completeResult(await skill.permit(skill.chief, "marking.oversee")));
  await openEverything();
  await skill.reach("checked");
  await openEverything();
  await skill.reach("signed");
  await openEverything();
  for (const { client } of judges())
    await client.until("panel", skill.skillId, (view) => view["stage"] === "signed");
  expect(await skill.stage()).toBe("signed");
}, 400_000);

test("nothing any of them received tells who stands behind a code", async () => {
  const people = await at.database.query<Record<string, string>>(
    "SELECT r.id, r.number, r.person_id, r.unit, p.name, p.id_masked FROM registration r JOIN person p ON p.id = r.person_id WHERE r.skill_id = $1",
    [skill.skillId],
  );
  expect(people).toHaveLength(competitors);
  const words = [
    ...people.flatMap((one) => Object.values(one)),
    ...skill.registrations.map(({ residentId }) => residentId),
  ];
  expect(words).toHaveLength(competitors * 7);
  for (const { role, client, pages } of readers) {
    const text = client.packets.join("\n");
    expect(words.filter((word) => text.includes(word)).map((word) => `${role}: ${word}`)).toEqual([]);
    const told = pages.flatMap(({ path, text }) =>
      words.filter((word) => text.includes(word)).map((word) => `${role} on ${path}: ${word}`),
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

test("the pages were really opened: each reader came into the rooms that are theirs", () => {
  const opened = (reader: Reader): string[] => [
    ...new Set(reader.pages.flatMap(({ path, status }) => (status === 200 ? [path.split("/")[1]!] : []))),
  ];
  for (const reader of readers) {
    expect(opened(reader)).toContain(reader.role === "judge" ? "judge" : "oversight");
    if (reader.role === "recorder") expect(opened(reader)).toContain("record");
    expect(reader.pages.length).toBeGreaterThan(200);
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
