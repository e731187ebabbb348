// The served product over a seeded demonstration, with somebody signed in for every role and for places that are not theirs.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { actorOf } from "#server/access/actor.ts";
import { takeSeat } from "#server/access/proofs.ts";
import { openSession } from "#server/access/sign-in.ts";
import { seedDemonstration } from "#server/demonstration/seed.ts";
import type { House } from "#server/house.ts";
import { createApp } from "#server/http/app.ts";
import { createServices } from "#server/services.ts";
import { openTestHouse } from "../support/house.ts";
import { telltalePhoto } from "../support/photo.ts";
import { must } from "../support/stage.ts";

/** Who asks. The last four hold a role in another skill, delegation or county. */
export const visitors = [
  "public",
  "administrator",
  "organizer",
  "delegation-leader",
  "coding-officer",
  "supervisor",
  "judge",
  "chief-judge",
  "recorder",
  "floor-judge",
  "award-verifier",
  "hr-officer",
  "competitor",
  "judge-elsewhere",
  "leader-elsewhere",
  "organizer-elsewhere",
  "floor-judge-elsewhere",
] as const;
export type VisitorName = (typeof visitors)[number];

export type World = {
  readonly url: string;
  readonly build: ServerBuild;
  readonly house: House;
  readonly cookies: Readonly<Record<VisitorName, string>>;
  readonly ids: Readonly<
    Record<
      | "competition"
      | "earlier"
      | "coded"
      | "notice"
      | "published"
      | "setUp"
      | "delegation"
      | "contestant"
      | "evidence",
      string
    >
  >;
  close(): Promise<void>;
};

const players: Partial<Record<VisitorName, string>> = {
  administrator: "guanli",
  organizer: "zuzhi",
  "delegation-leader": "lingdui",
  "coding-officer": "jiami",
  supervisor: "jiandu",
  judge: "caipan1",
  "chief-judge": "caipanzhang",
  recorder: "lufen",
  "floor-judge": "xianchang",
  "award-verifier": "heshi1",
  "hr-officer": "renshe",
};

export async function raiseWorld(): Promise<World> {
  const { house, close } = await openTestHouse("demonstration");
  await seedDemonstration(house, createServices(house));
  const ids = { ...(await findIds(house)), evidence: await attachPhoto(house) };
  const cookies = await signEverybodyIn(house, ids);
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const front = {
    services: createServices(house),
    trustProxy: false as const,
    publicUrl: undefined,
    production: true,
    build,
  };
  const http = createServer(createApp(front)).listen(0, "127.0.0.1");
  await once(http, "listening");
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    build,
    house,
    cookies,
    ids,
    async close() {
      http.closeAllConnections();
      http.close();
      await close();
    },
  };
}

/** A judge's photo at a measurement of the coded skill that is still open, as a telephone makes one. */
async function attachPhoto(house: House): Promise<string> {
  const services = createServices(house);
  const { id: accountId } = await house.database.prisma.account.findUniqueOrThrow({
    where: { login: "caipan1" },
  });
  const actor = await actorOf(house, accountId);
  for (const { skillId } of actor!.seats) {
    const seat = must(takeSeat(actor, skillId));
    const { contestants, subcriteria, skill } = await services.marking.loadDesk(seat);
    if (skill.name !== "网站设计与开发") continue;
    const { subcriterion } = must(
      await services.marking.loadSheet(seat, contestants[0]!.id, subcriteria.at(-1)!.id),
    );
    const aspect = subcriterion.aspects.find(({ kind }) => kind !== "judgement")!;
    const photo = { kind: "photo", bytes: telltalePhoto("演示单位 05-001") } as const;
    const place = { contestantId: contestants[0]!.id, aspectId: aspect.id };
    return must(await services.marking.attachEvidence(seat, { ...place, ...photo })).id;
  }
  throw new Error("caipan1 has no seat in the coded skill");
}

async function findIds(house: House): Promise<Omit<World["ids"], "evidence">> {
  const one = async (text: string): Promise<string> =>
    (await house.database.query<{ id: string }>(text))[0]!.id;
  return {
    competition: await one("SELECT id FROM competition WHERE state = 'judging'"),
    earlier: await one("SELECT competition_id AS id FROM skill WHERE stage = 'published'"),
    coded: await one("SELECT id FROM skill WHERE name = '网站设计与开发'"),
    notice: await one("SELECT id FROM skill WHERE stage = 'notice'"),
    published: await one("SELECT id FROM skill WHERE stage = 'published'"),
    setUp: await one(
      "SELECT s.id FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.stage = 'set-up' AND c.state = 'judging' ORDER BY s.number LIMIT 1",
    ),
    delegation: await one(
      "SELECT d.id FROM delegation d JOIN competition c ON c.id = d.competition_id WHERE c.state = 'judging' ORDER BY d.name LIMIT 1",
    ),
    contestant: await one(
      "SELECT c.id FROM contestant c JOIN skill s ON s.id = c.skill_id WHERE s.name = '网站设计与开发' ORDER BY c.code LIMIT 1",
    ),
  };
}

async function signEverybodyIn(house: House, ids: World["ids"]): Promise<World["cookies"]> {
  const { prisma } = house.database;
  const account = async (login: string, data: object = {}) =>
    (await prisma.account.create({ data: { login, name: "张演示", ...data } })).id;
  const other = await prisma.skill.findFirstOrThrow({ where: { name: "茶艺师" } });
  const elsewhere = await prisma.delegation.findFirstOrThrow({
    where: { competitionId: ids.competition, NOT: { id: ids.delegation } },
  });
  const person = await prisma.registration.findFirstOrThrow({
    where: { skillId: ids.notice, state: "accepted" },
  });

  const judge = await account("judge-elsewhere");
  await prisma.judgeSeat.create({ data: { skillId: other.id, number: 9, accountId: judge } });
  await prisma.roleGrant.create({ data: { accountId: judge, role: "judge", skillId: other.id } });
  const leader = await account("leader-elsewhere");
  await prisma.roleGrant.create({
    data: { accountId: leader, role: "delegation-leader", delegationId: elsewhere.id },
  });
  const organizer = await account("organizer-elsewhere");
  await prisma.roleGrant.create({ data: { accountId: organizer, role: "organizer", county: "410225" } });
  const floor = await account("floor-judge-elsewhere");
  await prisma.roleGrant.create({ data: { accountId: floor, role: "floor-judge", skillId: other.id } });
  const competitor = await account("competitor", { personId: person.personId });
  await prisma.roleGrant.create({ data: { accountId: competitor, role: "competitor" } });

  const cookies: Record<string, string> = { public: "" };
  for (const visitor of visitors.slice(1)) {
    const login = players[visitor] ?? visitor;
    const { id } = await prisma.account.findUniqueOrThrow({ where: { login } });
    cookies[visitor] = `biansai=${(await openSession(house, id)).token}`;
  }
  return cookies as World["cookies"];
}
