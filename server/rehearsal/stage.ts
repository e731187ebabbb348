// Sets a rehearsal up through the product's own pages: edition, delegation, roles, skills, entries, scheme, seats, field.
import { invent } from "../demonstration/people.ts";
import type { PlannedSkill } from "./plan.ts";
import { enter, type Visitor } from "./visitor.ts";

export type Crew = {
  readonly organizer: Visitor;
  readonly leader: Visitor;
  readonly chief: Visitor;
  readonly checker: Visitor;
  readonly supervisor: Visitor;
  readonly judges: readonly Visitor[];
};
/** A skill ready for marking: competitor → contestant id and competition number. */
export type StagedSkill = {
  readonly plan: PlannedSkill;
  readonly skillId: string;
  readonly contestants: ReadonlyMap<string, { readonly id: string; readonly number: string }>;
};

type Accounts = { readonly names: readonly { readonly id: string; readonly login: string }[] };

/** Gathers the crew, with as many judges as asked, and makes an edition with all skills drawn and open for marking. */
export async function setUp(
  url: string,
  plans: readonly PlannedSkill[],
  judges: number,
): Promise<{ crew: Crew; skills: StagedSkill[] }> {
  const [organizer, admin] = [await enter(url, "zuzhi"), await enter(url, "guanli")];
  const stamp = Date.now().toString(36);
  const competitionId = await makeEdition(organizer, stamp);
  const logins = Array.from({ length: judges }, (_, n) => `yanlian-${stamp}-${n + 1}`);
  for (const [n, login] of logins.entries())
    await admin.post("/accounts", { intent: "create", login, name: `演练裁判${hanDigits(n + 1)}` });
  const { names: all } = await admin.read<Accounts>("/accounts");
  const id = (login: string): string => all.find((one) => one.login === login)!.id;

  const edition = `/manage/${competitionId}`;
  await organizer.post(edition, {
    intent: "add-delegation",
    name: "演练代表队",
    kind: "institution",
    division: "",
  });
  const { edition: read } = await organizer.read<{ edition: { delegations: { id: string }[] } }>(edition);
  const delegationId = read.delegations[0]!.id;
  await admin.post("/accounts", {
    intent: "grant",
    accountId: id("lingdui"),
    role: "delegation-leader",
    delegationId,
  });
  await admin.post("/accounts", {
    intent: "grant",
    accountId: id("jiandu"),
    role: "supervisor",
    competitionId,
  });
  await organizer.post(edition, { intent: "advance", to: "registration" });

  const skillIds: string[] = [];
  for (const [n, plan] of plans.entries()) skillIds.push(await makeSkill(organizer, edition, n + 1, plan));
  for (const skillId of skillIds) {
    for (const [role, login] of [
      ["chief-judge", "caipanzhang"],
      ["recorder", "lufen"],
    ] as const) {
      await admin.post("/accounts", { intent: "grant", accountId: id(login), role, skillId });
    }
  }
  const crew: Crew = {
    organizer,
    leader: await enter(url, "lingdui"),
    chief: await enter(url, "caipanzhang"),
    checker: await enter(url, "lufen"),
    supervisor: await enter(url, "jiandu"),
    judges: await Promise.all(logins.map((login) => enter(url, login))),
  };
  const skills: StagedSkill[] = [];
  for (const [n, plan] of plans.entries()) {
    const skillId = skillIds[n]!;
    const numbers = await enterPeople(crew, edition, delegationId, skillId, plan);
    for (const [seat, login] of logins.entries()) {
      await organizer.post(`/manage/skills/${skillId}`, {
        intent: "seat",
        accountId: id(login),
        number: String(seat + 1),
      });
    }
    if (plan.rules) await organizer.post(`/manage/skills/${skillId}`, { intent: "rules", ...plan.rules });
    await organizer.post(`/manage/skills/${skillId}`, { intent: "fix-field" });
    skills.push({ plan, skillId, contestants: await openMarking(crew, skillId, plan, numbers) });
  }
  return { crew, skills };
}

async function makeEdition(organizer: Visitor, stamp: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const to = await organizer.post("/manage/new", {
    name: `演练 ${stamp}`,
    tier: "special",
    year: today.slice(0, 4),
    county: "",
    host: "演练",
    startsOn: today,
    endsOn: today,
    noticeWorkingDays: "5",
  });
  return /\/manage\/([0-9a-f-]{36})/.exec(to)![1]!;
}

async function makeSkill(
  organizer: Visitor,
  edition: string,
  number: number,
  plan: PlannedSkill,
): Promise<string> {
  const to = await organizer.post(edition, {
    intent: "add-skill",
    number: String(number),
    name: plan.name,
    occupation: "",
    category: "local",
    venue: "演练",
    groups: "",
    codingLayers: "0",
    confirm: plan.confirm ?? "none",
  });
  const skillId = /\/manage\/skills\/([0-9a-f-]{36})/.exec(to)![1]!;
  if (plan.rules) await organizer.post(`/manage/skills/${skillId}`, { intent: "rules", ...plan.rules });
  const scheme = `/manage/skills/${skillId}/scheme`;
  const form = new FormData();
  form.set("intent", "import");
  form.set("file", new File([JSON.stringify(plan.scheme)], "scheme.json", { type: "application/json" }));
  await organizer.post(scheme, form);
  await organizer.post(scheme, { intent: "lock" });
  return skillId;
}

/** Enters and accepts the competitors; answers their competition numbers. The names are invented. */
async function enterPeople(
  crew: Crew,
  edition: string,
  delegationId: string,
  skillId: string,
  plan: PlannedSkill,
): Promise<Map<string, string>> {
  const names = new Map(plan.competitors.map((competitor, n) => [competitor, `演练${hanDigits(n + 1)}`]));
  for (const [n, competitor] of plan.competitors.entries()) {
    const { residentId } = invent(20_000 + n);
    const form = {
      intent: "submit",
      skillId,
      name: names.get(competitor)!,
      residentId,
      identity: "worker",
      unit: "演练单位",
      group: "",
    };
    await crew.leader.post(`/delegation/${delegationId}`, form);
  }
  type Roster = {
    rows: { id: string; number: string | null; person: { name: string }; skill: { id: string } }[];
  };
  const read = async () => {
    const { rows } = await crew.leader.read<Roster>(`/delegation/${delegationId}`);
    return rows.filter((one) => one.skill.id === skillId);
  };
  const waiting = (await read()).map((one) => one.id);
  await crew.organizer.post(`${edition}/registrations`, {
    intent: "accept-many",
    registrationId: waiting,
    count: String(waiting.length),
  });
  const byName = new Map((await read()).map((one) => [one.person.name, one.number!]));
  return new Map(plan.competitors.map((competitor) => [competitor, byName.get(names.get(competitor)!)!]));
}

async function openMarking(
  crew: Crew,
  skillId: string,
  plan: PlannedSkill,
  numbers: ReadonlyMap<string, string>,
): Promise<StagedSkill["contestants"]> {
  const wall = `/oversight/${skillId}`;
  await crew.chief.post(wall, { intent: "open-scoring" });
  const { wall: read } = await crew.chief.read<{ wall: { contestants: { id: string; code: string }[] } }>(
    wall,
  );
  const byCode = new Map(read.contestants.map((one) => [one.code, one.id]));
  const contestants = new Map(
    plan.competitors.map((competitor) => {
      const number = numbers.get(competitor)!;
      return [competitor, { id: byCode.get(number)!, number }];
    }),
  );
  for (const competitor of plan.absent) {
    const contestantId = contestants.get(competitor)!.id;
    await crew.chief.post(wall, { intent: "status", contestantId, status: "absent", reason: "未到场" });
  }
  return contestants;
}

/** 12 → 一二: names are written in Chinese characters only. */
const hanDigits = (n: number): string =>
  [...String(n)].map((digit) => "零一二三四五六七八九"[Number(digit)]).join("");
