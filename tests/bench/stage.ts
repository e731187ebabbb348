// The stage of all workloads: a real cluster in a temporary folder and skills in scoring, made through the services.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ok } from "#domain/outcome.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import { readConfig } from "#server/config.ts";
import { type Company, gather, must } from "#server/demonstration/cast.ts";
import { invent } from "#server/demonstration/people.ts";
import type { House } from "#server/house.ts";
import { type Opened, openHouse } from "#server/open-house.ts";
import { createServices, type Services } from "#server/services.ts";
import { addressOf, startCluster } from "../support/cluster.ts";
import { asOwner } from "../support/database.ts";
import { benchScheme, lockedSub } from "./scheme.ts";

export const contestantsPerSkill = 12;
export type Judge = { readonly token: string; readonly skill: number };
export type StagedSkill = { readonly id: string; readonly contestants: readonly string[] };
export type Stage = {
  readonly url: string;
  /** A copy of the database as it was before the first mark: the floor works there. */
  readonly copyUrl: string;
  readonly folder: string;
  readonly skills: readonly StagedSkill[];
  readonly judges: readonly Judge[];
  stop(): Promise<void>;
};
type Work = { readonly house: House; readonly services: Services; readonly company: Company };

/** The product's house on an address; keys in `folder`. */
export const houseOn = (url: string, folder: string): Promise<Opened> =>
  openHouse(readConfig({ DATABASE_URL: url, BIANSAI_DATA: folder, BIANSAI_DEMO: "1" }));

/** Makes `count` skills with their panels; sub-criterion A1 of each is marked and locked, so that the open board shows totals. */
export async function setStage(count: number, judgesPerSkill: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "biansai-bench-"));
  const cluster = await startCluster();
  const stop = async (): Promise<void> => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { house, close } = await houseOn(cluster.url, folder);
    const { skills, judges } = await fill(house, count, judgesPerSkill);
    await close();
    await asOwner(addressOf(cluster.url, "postgres"), "CREATE DATABASE bench_floor TEMPLATE biansai");
    return { url: cluster.url, copyUrl: addressOf(cluster.url, "bench_floor"), folder, skills, judges, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(
  house: House,
  count: number,
  judgesPerSkill: number,
): Promise<Pick<Stage, "skills" | "judges">> {
  const services = createServices(house);
  const company = await gather(house);
  const work: Work = { house, services, company };
  await company.grant("zuzhi", "organizer");
  const create = await company.permit(house, "zuzhi", "competitions.create");
  const form = {
    name: "压力测试",
    tier: "city" as const,
    year: 2027,
    county: null,
    host: "测试",
    startsOn: "2027-05-01",
    endsOn: "2027-05-03",
    noticeWorkingDays: 5,
  };
  const { competitionId } = must(await services.competitions.createCompetition(create, form));
  const configure = await company.permit(house, "zuzhi", "competitions.configure", { competitionId });
  const { delegationId } = must(
    await services.competitions.addDelegation(configure, {
      name: "测试代表队",
      kind: "institution",
      division: null,
    }),
  );
  await company.grant("lingdui", "delegation-leader", { delegationId });
  must(await services.competitions.advanceCompetition(configure, "registration"));
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push(await enter(work, competitionId, delegationId, n));
  must(await services.competitions.advanceCompetition(configure, "drawing"));
  must(await services.competitions.advanceCompetition(configure, "judging"));
  const skills: StagedSkill[] = [];
  const judges: Judge[] = [];
  for (const [skill, id] of ids.entries()) {
    const accounts = await seat(work, id, judgesPerSkill);
    for (const account of accounts)
      judges.push({ token: (await services.access.openSession(account)).token, skill });
    skills.push({ id, contestants: await open(work, id, accounts[0]!) });
  }
  return { skills, judges };
}

async function enter(
  { house, services, company }: Work,
  competitionId: string,
  delegationId: string,
  n: number,
): Promise<string> {
  const configure = await company.permit(house, "zuzhi", "competitions.configure", { competitionId });
  const rules = { codingLayers: 0, confirm: "none" as const };
  const skill = {
    number: n + 1,
    name: `赛项${n + 1}`,
    occupation: null,
    category: "local" as const,
    venue: "",
    groups: [],
    openBoard: true,
    rules,
  };
  const { skillId } = must(await services.competitions.addSkill(configure, skill));
  const decide = await company.permit(house, "zuzhi", "registrations.decide", { skillId });
  const submit = await company.permit(house, "lingdui", "registrations.submit", { delegationId });
  for (let one = 0; one < contestantsPerSkill; one += 1) {
    const person = invent(n * contestantsPerSkill + one);
    const form = { skillId, ...person, identity: "worker" as const, unit: "测试单位", group: null };
    const { registrationId } = must(await services.registrations.submitRegistration(submit, form));
    must(await services.registrations.decideRegistration(decide, registrationId, "accepted"));
  }
  return skillId;
}

async function seat({ house, services, company }: Work, skillId: string, judges: number): Promise<string[]> {
  const configure = await company.permit(house, "zuzhi", "competitions.configure", { skillId });
  const accounts: string[] = [];
  for (let number = 1; number <= judges; number += 1) {
    const login = `j${skillId.slice(0, 13)}-${number}`;
    const { id } = await house.database.prisma.account.create({ data: { login, name: `裁判${number}` } });
    must(await services.competitions.seatJudge(configure, { accountId: id, number }));
    accounts.push(id);
  }
  return accounts;
}

async function open({ house, services, company }: Work, skillId: string, account: string): Promise<string[]> {
  await company.grant("caipanzhang", "chief-judge", { skillId });
  const edit = await company.permit(house, "zuzhi", "schemes.edit", { skillId });
  must(await services.schemes.editScheme(edit, () => ok(benchScheme)));
  must(await services.schemes.lockScheme(edit));
  must(
    await services.draws.fixField(
      await company.permit(house, "zuzhi", "competitions.configure", { skillId }),
    ),
  );
  const oversee = await company.permit(house, "caipanzhang", "marking.oversee", { skillId });
  must(await services.marking.openScoring(oversee));
  const { contestants } = await services.marking.readWall(oversee);
  const judge = must(services.takeSeat(await services.access.actorOf(account), skillId));
  for (const [row, contestant] of contestants.entries()) {
    for (const [place, aspect] of aspectsOf(benchScheme)
      .filter(({ id }) => id.startsWith(`${lockedSub}.`))
      .entries()) {
      const value = ["0.5", "0.75", "1"][(row + place) % 3]!;
      const command = {
        requestId: crypto.randomUUID(),
        contestantId: contestant.id,
        aspectId: aspect.id,
        round: 1,
        value,
        expectedVersion: 0,
      };
      const answer = await services.marking.enterMark(judge, command);
      must(answer.ok ? ok(answer) : answer);
    }
  }
  must(await services.marking.lockSubcriterion(oversee, lockedSub));
  return contestants.map((one) => one.id);
}
