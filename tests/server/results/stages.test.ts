// Nothing skips a stage (domain.md section 2): every deed at every stage where it has no place is refused and leaves no line.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Stage, stages } from "#domain/competitions/skill.ts";
import type { Outcome } from "#domain/outcome.ts";
import { openTestHouse, type TestHouse } from "../../support/house.ts";
import { smallScheme } from "../../support/small-scheme.ts";
import { codeOf, newcomer, permitFor, raiseCompetition, type SkillStage } from "../../support/stage.ts";

let at: TestHouse;
const skillAt = new Map<Stage, SkillStage>();

beforeAll(async () => {
  at = await openTestHouse();
  const competition = await raiseCompetition(at);
  for (const stage of stages) {
    const skill = await competition.addSkill({ competitors: 2, rules: { onSite: true } });
    await skill.reach(stage);
    skillAt.set(stage, skill);
  }
});
afterAll(() => at.close());

type Deed = (skill: SkillStage) => Promise<Outcome | { ok: boolean }>;
const first = async (skill: SkillStage): Promise<string> =>
  (await skill.contestants())[0]?.id ?? "00000000-0000-4000-8000-000000000000";
const results = () => at.services.results;
const hash = "0".repeat(64);

/** Each deed with the stages where it belongs; at all others it is tried. */
const deeds: readonly (readonly [name: string, belongs: readonly Stage[], deed: Deed])[] = [
  [
    "commitDraw",
    ["set-up"],
    async (s) => at.services.draws.commitDraw(await s.permit(s.coder, "draws.code")),
  ],
  [
    "witnessDraw",
    ["set-up"],
    async (s) => at.services.draws.witnessDraw(await s.permit(s.supervisor, "draws.witness")),
  ],
  [
    "fixField",
    ["set-up"],
    async (s) => at.services.draws.fixField(await s.permit(s.organizer, "competitions.configure")),
  ],
  [
    "changeRules",
    ["set-up"],
    async (s) => {
      const { rules } = await at.database.prisma.skill.findUniqueOrThrow({ where: { id: s.skillId } });
      return at.services.competitions.changeRules(await s.permit(s.organizer, "competitions.configure"), {
        rules: rules as never,
        openBoard: true,
      });
    },
  ],
  [
    "lockScheme",
    [],
    async (s) => at.services.schemes.lockScheme(await s.permit(s.organizer, "schemes.edit")),
  ],
  [
    "editScheme",
    [],
    async (s) =>
      at.services.schemes.editScheme(await s.permit(s.organizer, "schemes.edit"), () => ({
        ok: true,
        value: smallScheme,
      })),
  ],
  [
    "submitRegistration",
    ["set-up"],
    async (s) => {
      const { delegationId, leader } = s.delegations[0]!;
      return at.services.registrations.submitRegistration(
        await permitFor(at, leader, "registrations.submit", { delegationId }),
        newcomer(s.skillId),
      );
    },
  ],
  [
    "decideRegistration",
    ["set-up"],
    async (s) =>
      at.services.registrations.decideRegistration(
        await s.permit(s.organizer, "registrations.decide"),
        s.registrations[0]!.id,
        "rejected",
        "重复",
      ),
  ],
  [
    "withdrawRegistration",
    ["set-up"],
    async (s) => {
      const { delegationId, leader } = s.delegations[0]!;
      return at.services.registrations.moveOwnRegistration(
        await permitFor(at, leader, "registrations.submit", { delegationId }),
        s.registrations[0]!.id,
        "withdrawn",
      );
    },
  ],
  [
    "openScoring",
    ["drawn"],
    async (s) => at.services.marking.openScoring(await s.permit(s.chief, "marking.oversee")),
  ],
  ["enterMark", ["scoring"], async (s) => s.enter(1, await first(s), "A1.1", "1")],
  [
    "confirmSheet",
    ["scoring"],
    async (s) =>
      at.services.marking.confirmSheet(await s.permit(s.recorder, "marking.confirm"), {
        contestantId: await first(s),
        subcriterionId: "A1",
      }),
  ],
  [
    "lockSubcriterion",
    ["scoring"],
    async (s) => at.services.marking.lockSubcriterion(await s.permit(s.chief, "marking.oversee"), "A1"),
  ],
  [
    "setContestantStatus",
    ["drawn", "scoring"],
    async (s) =>
      at.services.marking.setContestantStatus(await s.permit(s.chief, "marking.oversee"), {
        contestantId: await first(s),
        status: "disqualified",
        reason: "违纪",
      }),
  ],
  [
    "completeResult",
    ["scoring"],
    async (s) => results().completeResult(await s.permit(s.chief, "marking.oversee")),
  ],
  ["sign checked", ["complete"], (s) => s.sign(s.recorder, "checked", hash)],
  ["sign chief", ["checked"], (s) => s.sign(s.chief, "chief", hash)],
  ["sign supervisor", ["checked"], (s) => s.sign(s.supervisor, "supervisor", hash)],
  [
    "askOpening",
    ["signed"],
    async (s) => at.services.draws.askOpening(await s.permit(s.coder, "draws.code")),
  ],
  [
    "openSeal",
    ["signed"],
    async (s) => at.services.draws.openSeal(await s.permit(s.supervisor, "draws.witness")),
  ],
  [
    "announceOnSite",
    ["decoded"],
    async (s) => at.services.notices.announceOnSite(await s.permit(s.organizer, "results.publish")),
  ],
  [
    "openNotice",
    ["announced"],
    async (s) => at.services.notices.openNotice(await s.permit(s.organizer, "results.publish")),
  ],
  [
    "publish",
    ["notice"],
    async (s) => at.services.notices.publish(await s.permit(s.organizer, "results.publish")),
  ],
];

const standing = (s: SkillStage) =>
  at.database.query(
    `SELECT (SELECT stage FROM skill WHERE id = $1), (SELECT rules FROM skill WHERE id = $1), (SELECT open_board FROM skill WHERE id = $1),
       (SELECT count(*) FROM ledger_line WHERE chain = 'skill:' || $1), (SELECT seq FROM chain_head WHERE chain = 'skill:' || $1) AS head,
       (SELECT count(*) FROM registration WHERE skill_id = $1 AND state = 'accepted') AS accepted, (SELECT count(*) FROM registration WHERE skill_id = $1) AS entered,
       (SELECT count(*) FROM sign_off WHERE skill_id = $1) AS signed, (SELECT count(*) FROM result_snapshot WHERE skill_id = $1) AS snapshots,
       (SELECT count(*) FROM notice WHERE skill_id = $1) AS notices, (SELECT array_agg(state || coalesce(number, '')) FROM award WHERE skill_id = $1) AS awards,
       (SELECT count(*) FROM mark_revision WHERE skill_id = $1) AS marks, (SELECT array_agg(status ORDER BY code) FROM contestant WHERE skill_id = $1) AS field,
       (SELECT count(*) FROM sheet_confirmation WHERE skill_id = $1) AS confirmed, (SELECT count(*) FROM subcriterion_lock WHERE skill_id = $1) AS locked,
       (SELECT draw::text FROM draw WHERE skill_id = $1) AS draw`,
    [s.skillId],
  );

describe.each(deeds)("%s", (_name, belongs, deed) => {
  test.each(stages.filter((stage) => !belongs.includes(stage)))("is refused at stage %s", async (stage) => {
    const skill = skillAt.get(stage)!;
    const before = await standing(skill);
    expect(await deed(skill)).toMatchObject({ ok: false });
    expect(await standing(skill)).toEqual(before);
  });
});

test("an edition moves one state at a time and never back", async () => {
  const { organizer, competitionId } = skillAt.get("set-up")!;
  const configure = await permitFor(at, organizer, "competitions.configure", { competitionId });
  for (const to of ["draft", "registration", "judging", "closed", "archived"] as const) {
    expect(codeOf(await at.services.competitions.advanceCompetition(configure, to))).toBe(
      "competition.step-not-open",
    );
  }
});

test.each(stages.slice(stages.indexOf("signed")))(
  "once the result is signed nobody becomes absent or disqualified: at stage %s the step is named",
  async (stage) => {
    const skill = skillAt.get(stage)!;
    const oversee = await skill.permit(skill.chief, "marking.oversee");
    for (const status of ["absent", "withdrawn", "disqualified", "present"] as const) {
      const change = { contestantId: await first(skill), status, reason: "违纪" };
      expect(await at.services.marking.setContestantStatus(oversee, change)).toMatchObject({
        refusal: { code: "results.step-not-open", params: { stage } },
      });
    }
  },
);
