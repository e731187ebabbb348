// A competition to test on, built through the product's own services and driven to the stage a test wants.
import { randomUUID } from "node:crypto";
import type { Permission } from "#domain/access/permissions.ts";
import type { Role, Scope } from "#domain/access/roles.ts";
import type { Tier } from "#domain/competitions/competition.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import type { Stage } from "#domain/competitions/skill.ts";
import { stages } from "#domain/competitions/skill.ts";
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import { type Outcome, ok } from "#domain/outcome.ts";
import { isPerSeat, type Scheme } from "#domain/schemes/aspect.ts";
import { aspectsOf, subcriteriaOf } from "#domain/schemes/scheme.ts";
import { actorOf } from "../../server/access/actor.ts";
import { authorize, type JudgeSeat, type Permit, takeSeat } from "../../server/access/proofs.ts";
import { invent } from "../../server/demonstration/people.ts";
import type { SignatureKind } from "../../server/results/sign.ts";
import type { TestHouse } from "./house.ts";
import { passwordHash, signAs } from "./signing.ts";
import { merited, smallScheme } from "./small-scheme.ts";
import { step } from "./steps.ts";

/** The value of an outcome that a test stands on; a refusal fails the test with its code. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok)
    throw new Error(`refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params ?? {})}`);
  return outcome.value;
}

/** The code of a refusal, or "ok": what most tests compare. */
export const codeOf = (
  answer: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } },
): string => (answer.ok ? "ok" : answer.refusal.code);

export type Person = { readonly accountId: string; readonly login: string };
let people = 0;

/** An account made directly in the database, with the roles it is given there. */
export async function hire(
  at: TestHouse,
  name: string,
  ...roles: readonly (Scope & { role: Role; unit?: string })[]
): Promise<Person> {
  people += 1;
  const login = `${name}-${people}`;
  const account = await at.database.prisma.account.create({
    data: { login, name, passwordHash: await passwordHash, grants: { create: [...roles] } },
  });
  return { accountId: account.id, login };
}

/** A permit minted the ordinary way; a refusal fails the test. */
export async function permitFor<P extends Permission>(
  at: TestHouse,
  person: Person,
  permission: P,
  target: Scope = {},
): Promise<Permit<P>> {
  return must(await authorize(at.house, await actorOf(at.house, person.accountId), permission, target));
}

type Edition = {
  readonly at: TestHouse;
  readonly competitionId: string;
  readonly organizer: Person;
  readonly coder: Person;
  readonly supervisor: Person;
  readonly delegations: readonly { readonly delegationId: string; readonly leader: Person }[];
};
export type CompetitionStage = Awaited<ReturnType<typeof raiseCompetition>>;

/** An edition in registration with an organizer, a coding officer, a supervisor and two delegations with their leaders. */
export async function raiseCompetition(at: TestHouse, tier: Tier = "city") {
  const { services } = at;
  const organizer = await hire(at, "zuzhi", { role: "organizer" });
  const { competitionId } = must(
    await services.competitions.createCompetition(await permitFor(at, organizer, "competitions.create"), {
      name: "开封市职业技能竞赛",
      tier,
      year: 2026,
      county: null,
      host: "开封市人力资源和社会保障局",
      startsOn: "2026-03-01",
      endsOn: "2026-03-03",
      noticeWorkingDays: 5,
    }),
  );
  const configure = await permitFor(at, organizer, "competitions.configure", { competitionId });
  must(await services.competitions.advanceCompetition(configure, "registration"));
  const delegations: { delegationId: string; leader: Person }[] = [];
  for (const name of ["尉氏县代表队", "开封大学代表队"]) {
    const { delegationId } = must(
      await services.competitions.addDelegation(configure, { name, kind: "county", division: null }),
    );
    delegations.push({
      delegationId,
      leader: await hire(at, "lingdui", { role: "delegation-leader", delegationId }),
    });
  }
  const coder = await hire(at, "jiami", { role: "coding-officer", competitionId });
  const supervisor = await hire(at, "jiandu", { role: "supervisor", competitionId });
  let skills = 0;
  return {
    at,
    competitionId,
    organizer,
    coder,
    supervisor,
    delegations,
    /** A skill with its people entered and accepted, its scheme locked and three judges seated. */
    addSkill: (wanted: SkillWish = {}) =>
      addSkill({ at, competitionId, organizer, coder, supervisor, delegations }, ++skills, wanted),
  };
}

export type SkillWish = {
  readonly competitors?: number;
  readonly rules?: Partial<SkillRules>;
  readonly openBoard?: boolean;
  readonly scheme?: Scheme;
  /** Judges seated; three unless a trimmed aspect asks for more. */
  readonly judges?: number;
};
let invented = 0;
/** A form with a person nobody entered before. */
export function newcomer(skillId: string) {
  const form = { skillId, identity: "worker" as const, unit: `演示单位${invented}`, group: null };
  // The generator of the demonstration repeats a number after 900 people; the running place makes these unique.
  return { ...form, ...invent(1000 + invented++) };
}

export type SkillStage = Awaited<ReturnType<typeof addSkill>>;

async function addSkill(edition: Edition, number: number, wanted: SkillWish) {
  const { at, competitionId, organizer, coder, supervisor, delegations } = edition;
  const { services, house } = at;
  const scheme = wanted.scheme ?? smallScheme;
  const general = await permitFor(at, organizer, "competitions.configure", { competitionId });
  const { skillId } = must(
    await services.competitions.addSkill(general, {
      number,
      name: `焊接${number}`,
      occupation: "6-18-02-04",
      category: "local",
      venue: "一号车间",
      groups: [],
      openBoard: wanted.openBoard ?? false,
      rules: { confirm: "none", ...wanted.rules },
    }),
  );
  const scope = { skillId };
  const chief = await hire(at, "caipanzhang", { role: "chief-judge", ...scope });
  const recorder = await hire(at, "lufen", { role: "recorder", ...scope });
  const judges: Person[] = [];
  for (let place = 1; place <= (wanted.judges ?? 3); place += 1) {
    const judge = await hire(at, `caipan${place}`);
    judges.push(judge);
    must(
      await services.competitions.seatJudge(await permitFor(at, organizer, "competitions.configure", scope), {
        accountId: judge.accountId,
        number: place,
      }),
    );
  }
  const edit = await permitFor(at, organizer, "schemes.edit", scope);
  must(await services.schemes.editScheme(edit, () => ok(scheme)));
  must(await services.schemes.lockScheme(edit));
  const registrations: {
    readonly id: string;
    readonly name: string;
    readonly residentId: string;
    readonly unit: string;
  }[] = [];
  const skill = {
    at,
    competitionId,
    skillId,
    scheme,
    organizer,
    coder,
    supervisor,
    chief,
    recorder,
    judges,
    delegations,
    registrations,
    permit: <P extends Permission>(person: Person, permission: P): Promise<Permit<P>> =>
      permitFor(at, person, permission, scope),
    /** Submits and accepts one more person. */
    async enterPerson() {
      const { delegationId, leader } = delegations[registrations.length % delegations.length]!;
      const form = newcomer(skillId);
      const submit = await permitFor(at, leader, "registrations.submit", { delegationId });
      const { registrationId } = must(await services.registrations.submitRegistration(submit, form));
      must(
        await services.registrations.decideRegistration(
          await this.permit(organizer, "registrations.decide"),
          registrationId,
          "accepted",
        ),
      );
      registrations.push({
        id: registrationId,
        name: form.name,
        residentId: form.residentId,
        unit: form.unit,
      });
      return registrationId;
    },
    async seat(place: number): Promise<JudgeSeat> {
      return must(takeSeat(await actorOf(house, judges[place - 1]!.accountId), skillId));
    },
    async stage(): Promise<Stage> {
      return (await at.database.prisma.skill.findUniqueOrThrow({ where: { id: skillId } })).stage as Stage;
    },
    /** Contestants by code. */
    contestants: () =>
      at.database.query<{ id: string; code: string; status: string }>(
        "SELECT id, code, status FROM contestant WHERE skill_id = $1 ORDER BY code",
        [skillId],
      ),
    /** What a judge's browser would send; the requestId is new unless given. */
    command(
      contestantId: string,
      aspectId: string,
      value: string | null,
      more: Partial<MarkEnter> = {},
    ): MarkEnter {
      return {
        requestId: randomUUID(),
        contestantId,
        aspectId,
        round: 1,
        value,
        expectedVersion: 0,
        ...more,
      };
    },
    async enter(
      place: number,
      contestantId: string,
      aspectId: string,
      value: string | null,
      more: Partial<MarkEnter> = {},
    ): Promise<MarkAck> {
      return services.marking.enterMark(
        await this.seat(place),
        this.command(contestantId, aspectId, value, more),
      );
    },
    /** Marks one contestant in full, or only the aspects asked for; the seats of a judgement agree. */
    async markOne(contestantId: string, merit = 0, only?: readonly string[]): Promise<void> {
      for (const aspect of aspectsOf(scheme).filter((each) => !only || only.includes(each.id))) {
        for (const place of isPerSeat(aspect) ? judges.map((_, at) => at + 1) : [1]) {
          const answer = await this.enter(place, contestantId, aspect.id, merited(aspect, merit));
          if (!answer.ok) throw new Error(`refused: ${answer.refusal.code} for ${aspect.id}`);
        }
      }
    },
    async lockAll(): Promise<void> {
      const oversee = await this.permit(chief, "marking.oversee");
      for (const { subcriterion } of subcriteriaOf(scheme))
        must(await services.marking.lockSubcriterion(oversee, subcriterion.id));
    },
    /** Every sheet confirmed by the recorder. */
    async confirmAll(): Promise<void> {
      const confirm = await this.permit(recorder, "marking.confirm");
      for (const { id } of await this.contestants()) {
        for (const { subcriterion } of subcriteriaOf(scheme))
          must(
            await services.marking.confirmSheet(confirm, {
              contestantId: id,
              subcriterionId: subcriterion.id,
            }),
          );
      }
    },
    /** The hash that a signer sees on the desk. */
    async seenHash(): Promise<string> {
      const desk = await services.results.readResultDesk(await this.permit(chief, "competitions.oversee"));
      if (!desk.hash) throw new Error("the desk shows no hash");
      return desk.hash;
    },
    async sign(person: Person, kind: SignatureKind, hash?: string): Promise<Outcome> {
      return signAs(this, person, kind, hash ?? (await this.seenHash()));
    },
    /** Goes on from where the skill stands, one step after the other, until the wanted stage. */
    async reach(wantedStage: Stage): Promise<void> {
      for (;;) {
        const now = await this.stage();
        if (stages.indexOf(now) >= stages.indexOf(wantedStage)) return;
        await step(this, now, { codingLayers: 1, onSite: false, confirm: "none", ...wanted.rules });
      }
    },
  };
  for (let place = 0; place < (wanted.competitors ?? 4); place += 1) await skill.enterPerson();
  return skill;
}
