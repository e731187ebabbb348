// Setting a competition up: the edition, its delegations, its skills and the judges seated in them.
import { isDate } from "#domain/calendar.ts";
import { advance, type CompetitionState, isOver, type Tier } from "#domain/competitions/competition.ts";
import { offeredRules, type SkillRules } from "#domain/competitions/rules.ts";
import type { Category } from "#domain/competitions/skill.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { DelegationKind } from "#domain/people/organizations.ts";
import { isCompetitor } from "../access/accounts.ts";
import { scoresAndRecords } from "../access/floor-apart.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { competitionChain, lockChain, record, skillChain } from "../ledger/record.ts";

export type CompetitionForm = {
  readonly name: string;
  readonly tier: Tier;
  readonly year: number;
  readonly county: string | null;
  readonly host: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly noticeWorkingDays: number;
};

/** Makes an edition in state draft; a county organizer's belongs to their county. */
export async function createCompetition(
  house: House,
  permit: Permit<"competitions.create">,
  form: CompetitionForm,
): Promise<Outcome<{ competitionId: string }>> {
  if (!isDate(form.startsOn) || !isDate(form.endsOn)) return refuse("input.invalid", { field: "startsOn" });
  if (form.endsOn < form.startsOn) return refuse("competition.dates-reversed");
  return inTransaction(house.database, async (tx) => {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO competition (name, tier, year, county, host, starts_on, ends_on, notice_working_days, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        form.name,
        form.tier,
        form.year,
        form.county,
        form.host,
        form.startsOn,
        form.endsOn,
        form.noticeWorkingDays,
        house.clock.now(),
      ],
    );
    const chain = competitionChain(row!.id);
    await record(tx, {
      chain,
      deed: "competition-created",
      payload: { ...form },
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok({ competitionId: row!.id });
  });
}

/** Moves an edition to its next state; skills move on their own. */
export async function advanceCompetition(
  house: House,
  permit: Permit<"competitions.configure">,
  to: CompetitionState,
): Promise<Outcome> {
  const competitionId = permit.scope.competitionId!;
  const chain = competitionChain(competitionId);
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, chain);
    const [row] = await tx.query<{ state: CompetitionState }>("SELECT state FROM competition WHERE id = $1", [
      competitionId,
    ]);
    const step = advance(row!.state, to);
    if (!step.ok) return step;
    await tx.query("UPDATE competition SET state = $2 WHERE id = $1", [competitionId, to]);
    await record(tx, {
      chain,
      deed: "competition-advanced",
      payload: { from: row!.state, to },
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();
  });
}

/** Under the competition's lock. */
async function isClosed(tx: Transaction, competitionId: string): Promise<boolean> {
  await lockChain(tx, competitionChain(competitionId));
  const [row] = await tx.query<{ state: CompetitionState }>("SELECT state FROM competition WHERE id = $1", [
    competitionId,
  ]);
  return isOver(row!.state);
}

export type DelegationForm = {
  readonly name: string;
  readonly kind: DelegationKind;
  readonly division: string | null;
};

export async function addDelegation(
  house: House,
  permit: Permit<"competitions.configure">,
  form: DelegationForm,
): Promise<Outcome<{ delegationId: string }>> {
  const competitionId = permit.scope.competitionId!;
  return inTransaction(house.database, async (tx) => {
    if (await isClosed(tx, competitionId)) return refuse("competition.closed");
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO delegation (competition_id, name, kind, division) VALUES ($1, $2, $3, $4)
       ON CONFLICT (competition_id, name) DO NOTHING RETURNING id`,
      [competitionId, form.name, form.kind, form.division],
    );
    if (!row) return refuse("registration.duplicate");
    const chain = competitionChain(competitionId);
    const payload = { delegationId: row.id, ...form };
    await record(tx, {
      chain,
      deed: "delegation-added",
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok({ delegationId: row.id });
  });
}

export type SkillForm = {
  readonly number: number;
  readonly name: string;
  readonly occupation: string | null;
  readonly category: Category;
  readonly venue: string;
  readonly groups: readonly string[];
  readonly openBoard: boolean;
  readonly rules?: Partial<SkillRules>;
};

export async function addSkill(
  house: House,
  permit: Permit<"competitions.configure">,
  form: SkillForm,
): Promise<Outcome<{ skillId: string }>> {
  const competitionId = permit.scope.competitionId!;
  const rules: SkillRules = { ...offeredRules, ...form.rules };
  return inTransaction(house.database, async (tx) => {
    if (await isClosed(tx, competitionId)) return refuse("competition.closed");
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO skill (competition_id, number, name, occupation, category, venue, groups, open_board, rules, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (competition_id, number) DO NOTHING RETURNING id`,
      [
        competitionId,
        form.number,
        form.name,
        form.occupation,
        form.category,
        form.venue,
        form.groups,
        form.openBoard,
        JSON.stringify(rules),
        house.clock.now(),
      ],
    );
    if (!row) return refuse("skill.number-taken", { number: form.number });
    const payload = { competitionId, ...form, rules };
    await record(tx, {
      chain: skillChain(row.id),
      deed: "skill-added",
      payload,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok({ skillId: row.id });
  });
}

/**
 * Seats an account as judge number n of a skill and gives it the judge's role there, with the judge's own unit where it is told.
 * Refused in an archived edition only: a skill that is still marked when its edition closes may lose a judge like any other.
 */
export async function seatJudge(
  house: House,
  permit: Permit<"competitions.configure">,
  seat: {
    readonly accountId: string;
    readonly number: number;
    readonly reserve?: boolean;
    readonly unit?: string | null;
  },
): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, skillChain(skillId));
    const [edition] = await tx.query<{ state: CompetitionState }>(
      "SELECT c.state FROM competition c JOIN skill s ON s.competition_id = c.id WHERE s.id = $1",
      [skillId],
    );
    if (edition!.state === "archived") return refuse("competition.archived");
    if (await isCompetitor(tx, seat.accountId)) return refuse("access.is-competitor");
    const [known] = await tx.query("SELECT 1 FROM account WHERE id = $1 AND disabled_at IS NULL", [
      seat.accountId,
    ]);
    if (!known) return refuse("input.not-found");
    if (await scoresAndRecords(tx, seat.accountId, "judge", skillId)) return refuse("access.floor-apart");
    const seated = await tx.query(
      "INSERT INTO judge_seat (skill_id, number, account_id, reserve) SELECT $1, $2, id, $4 FROM account WHERE id = $3 ON CONFLICT DO NOTHING RETURNING id",
      [skillId, seat.number, seat.accountId, seat.reserve ?? false],
    );
    if (seated.length === 0) return refuse("skill.seat-taken", { number: seat.number });
    await tx.query(
      "INSERT INTO role_grant (account_id, role, skill_id, granted_at, unit) VALUES ($1, 'judge', $2, $3, $4) ON CONFLICT DO NOTHING",
      [seat.accountId, skillId, house.clock.now(), seat.unit ?? null],
    );
    const deed = {
      chain: skillChain(skillId),
      deed: "judge-seated",
      payload: seat,
      actor: permit.actor,
      at: house.clock.now(),
    };
    await record(tx, deed);
    return ok();
  });
}

/** Ends a judge's seat: its number can be given to another, open sockets of the judge end at once, marks stay as they are. */
export async function endSeat(
  house: House,
  permit: Permit<"competitions.configure">,
  seatId: string,
): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, skillChain(skillId));
    const [ended] = await tx.query<{ account_id: string; number: number }>(
      "UPDATE judge_seat SET ended_at = $3 WHERE id = $1 AND skill_id = $2 AND ended_at IS NULL RETURNING account_id, number",
      [seatId, skillId, house.clock.now()],
    );
    if (!ended) return refuse("input.not-found");
    await tx.query(
      "UPDATE role_grant SET revoked_at = $3 WHERE account_id = $1 AND skill_id = $2 AND role = 'judge' AND revoked_at IS NULL",
      [ended.account_id, skillId, house.clock.now()],
    );
    await record(tx, {
      chain: skillChain(skillId),
      deed: "judge-seat-ended",
      payload: { seatId, number: ended.number },
      actor: permit.actor,
      at: house.clock.now(),
    });
    tx.afterCommit(() => house.announcements.emit("access-ended", { accountId: ended.account_id }));
    return ok();
  });
}
