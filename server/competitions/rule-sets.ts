// Named judging-rule sets of an edition (评分规则组): kept once, taken over by every skill that chose one and is not drawn yet.
import { type CompetitionState, isOver } from "#domain/competitions/competition.ts";
import { type SetRules, withSet } from "#domain/competitions/rule-set.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { skillTitle } from "#domain/competitions/skill.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { fitTogether } from "#domain/results/misfits.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { competitionChain, lockChain, record, skillChain } from "../ledger/record.ts";
import { putRules } from "./change-rules.ts";

type Organizer = Permit<"competitions.configure">;
export type SetForm = { readonly name: string; readonly rules: SetRules };
export type RuleSet = SetForm & {
  readonly id: string;
  /** The skills that chose it, by number; a drawn one keeps what it was drawn with. */
  readonly skills: readonly { readonly number: number; readonly name: string; readonly drawn: boolean }[];
};

/** The sets of an edition by name, with the skills that use each. */
export async function listRuleSets(house: House, permit: Organizer): Promise<RuleSet[]> {
  const rows = await house.database.prisma.ruleSet.findMany({
    where: { competitionId: permit.scope.competitionId! },
    orderBy: { name: "asc" },
    include: { skills: { orderBy: { number: "asc" }, select: { number: true, name: true, stage: true } } },
  });
  return rows.map(({ id, name, rules, skills }) => ({
    id,
    name,
    rules: rules as unknown as SetRules,
    skills: skills.map(({ stage, ...skill }) => ({ ...skill, drawn: stage !== "set-up" })),
  }));
}

/** The edition that the sets belong to. */
export async function readEditionName(house: House, permit: Organizer) {
  const { state, ...edition } = await house.database.prisma.competition.findUniqueOrThrow({
    where: { id: permit.scope.competitionId! },
    select: { id: true, name: true, state: true },
  });
  return { ...edition, over: isOver(state as CompetitionState) };
}

/** Adds a set under a name that the edition has not yet; refused once it is over. */
export async function addRuleSet(house: House, permit: Organizer, form: SetForm): Promise<Outcome> {
  const competitionId = permit.scope.competitionId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, competitionChain(competitionId));
    const [edition] = await tx.query<{ state: CompetitionState }>(
      "SELECT state FROM competition WHERE id = $1",
      [competitionId],
    );
    if (isOver(edition!.state)) return refuse("competition.closed");
    const [row] = await tx.query<{ id: string }>(
      "INSERT INTO rule_set (competition_id, name, rules) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id",
      [competitionId, form.name, JSON.stringify(form.rules)],
    );
    if (!row) return refuse("rule-set.name-taken", { name: form.name });
    return written(house, tx, permit, "rule-set-added", { ruleSetId: row.id, ...form });
  });
}

/** Changes a set, and with it the rules of those of its skills that are not drawn yet; each of them gets its own ledger line. */
export async function changeRuleSet(
  house: House,
  permit: Organizer,
  ruleSetId: string,
  form: SetForm,
): Promise<Outcome> {
  const competitionId = permit.scope.competitionId!;
  return inTransaction(house.database, async (tx) => {
    const known = await lockSet(tx, competitionId, ruleSetId);
    if (!known) return refuse("input.not-found");
    await lockChain(tx, competitionChain(competitionId));
    const taken = await tx.query(
      "SELECT 1 FROM rule_set WHERE competition_id = $1 AND name = $2 AND id <> $3",
      [competitionId, form.name, ruleSetId],
    );
    if (taken.length > 0) return refuse("rule-set.name-taken", { name: form.name });
    const followers = await followersOf(tx, ruleSetId);
    const misfit = misfitOf(followers, form.rules);
    if (misfit) return refuse("rule-set.does-not-fit", { skill: skillTitle(misfit) });
    await tx.query("UPDATE rule_set SET name = $2, rules = $3 WHERE id = $1", [
      ruleSetId,
      form.name,
      JSON.stringify(form.rules),
    ]);
    for (const { id, rules } of followers) {
      const put = await putRules(house, tx, permit, id, { rules: withSet(rules, form.rules), ruleSetId });
      if (!put.ok) throw new Error(`set ${ruleSetId} does not go into skill ${id}: ${put.refusal.code}`);
    }
    const skills = followers.map(({ id }) => id);
    return written(house, tx, permit, "rule-set-changed", { ruleSetId, ...form, skills });
  });
}

/** Removes a set. Refused while any skill uses it: a drawn one shows for good which set it was drawn with. */
export async function removeRuleSet(house: House, permit: Organizer, ruleSetId: string): Promise<Outcome> {
  const competitionId = permit.scope.competitionId!;
  return inTransaction(house.database, async (tx) => {
    const known = await lockSet(tx, competitionId, ruleSetId);
    if (!known) return refuse("input.not-found");
    await lockChain(tx, competitionChain(competitionId));
    const users = await tx.query<{ number: number; name: string }>(
      "SELECT number, name FROM skill WHERE rule_set_id = $1 ORDER BY number",
      [ruleSetId],
    );
    if (users.length > 0) {
      const skills = users.map(skillTitle).join("、");
      return refuse("rule-set.in-use", { skills });
    }
    await tx.query("DELETE FROM rule_set WHERE id = $1", [ruleSetId]);
    return written(house, tx, permit, "rule-set-removed", { ruleSetId, name: known.name });
  });
}

/** No skill can take the set over while it is held. */
async function lockSet(
  tx: Transaction,
  competitionId: string,
  ruleSetId: string,
): Promise<{ name: string } | undefined> {
  const [row] = await tx.query<{ name: string }>(
    "SELECT name FROM rule_set WHERE id = $1 AND competition_id = $2 FOR UPDATE",
    [ruleSetId, competitionId],
  );
  return row;
}

type Follower = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly rules: SkillRules;
  /** Null while no scheme is locked. */
  readonly content: Scheme | null;
};

/** The skills being set up that use the set, each chain locked first: no scheme is locked between a question and a change. */
async function followersOf(tx: Transaction, ruleSetId: string): Promise<Follower[]> {
  const chains = await tx.query<{ id: string }>("SELECT id FROM skill WHERE rule_set_id = $1 ORDER BY id", [
    ruleSetId,
  ]);
  for (const { id } of chains) await lockChain(tx, skillChain(id));
  return tx.query<Follower>(
    `SELECT s.id, s.number, s.name, s.rules, v.content FROM skill s LEFT JOIN scheme_version v ON v.id = s.scheme_id
     WHERE s.rule_set_id = $1 AND s.stage = 'set-up' ORDER BY s.number`,
    [ruleSetId],
  );
}

/** The first whose locked scheme the set's rules would not fit; asked before anything is written. */
const misfitOf = (followers: readonly Follower[], set: SetRules): Follower | undefined =>
  followers.find(({ content, rules }) => content !== null && !fitTogether(content, withSet(rules, set)).ok);

async function written(
  house: House,
  tx: Transaction,
  permit: Organizer,
  deed: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const chain = competitionChain(permit.scope.competitionId!);
  await record(tx, { chain, deed, payload, actor: permit.actor, at: house.clock.now() });
  return ok();
}
