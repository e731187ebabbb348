// Draw and coding: the coding officer commits, the supervisor witnesses; the map is sealed and two people open it again.
import { randomBytes } from "node:crypto";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { advanceStage, type Stage } from "#domain/competitions/skill.ts";
import { type Coded, commit, draw, proves } from "#domain/draws/draw.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { competitionChain, lockChain, record, skillChain } from "../ledger/record.ts";

type Entry = { id: string; number: string };
type SkillRow = { stage: Stage; rules: SkillRules };
type Sealed = { readonly seed: string; readonly entries: readonly Entry[]; readonly coded: readonly Coded[] };

/** Publishes the hashes of a fresh 256-bit seed and of the ordered entry list; the seed stays sealed. */
export async function commitDraw(
  house: House,
  permit: Permit<"draws.code">,
): Promise<Outcome<{ seedHash: string; entryHash: string }>> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const skill = await lockSkill(tx, permit);
    const step = advanceStage(skill.stage, "drawn");
    if (!step.ok) return step;
    if (skill.rules.codingLayers === 0) return refuse("draw.not-coded");
    const entries = await acceptedEntries(tx, skillId);
    if (entries.length < 1) return refuse("draw.too-few");
    const seed = randomBytes(32).toString("hex");
    const commitment = commit(
      entries.map((entry) => entry.number),
      seed,
    );
    const sealed = house.vault.seal("draw", JSON.stringify({ seed, entries, coded: [] } satisfies Sealed));
    const rows = await tx.query(
      `INSERT INTO draw (skill_id, seed_hash, entry_hash, sealed, committed_by, committed_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (skill_id) DO UPDATE SET seed_hash = $2, entry_hash = $3, sealed = $4, committed_by = $5, committed_at = $6
       WHERE draw.drawn_at IS NULL RETURNING skill_id`,
      [skillId, commitment.seedHash, commitment.entryHash, sealed, permit.actor.accountId, house.clock.now()],
    );
    if (rows.length === 0) return refuse("skill.step-not-open", { from: "drawn", to: "drawn" });
    await record(tx, {
      chain: skillChain(skillId),
      deed: "draw-committed",
      payload: commitment,
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok(commitment);
  });
}

/** Runs the committed draw in front of the supervisor, who is another person than the coding officer. */
export async function witnessDraw(
  house: House,
  permit: Permit<"draws.witness">,
): Promise<Outcome<{ drawn: number }>> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const skill = await lockSkill(tx, permit);
    const step = advanceStage(skill.stage, "drawn");
    if (!step.ok) return step;
    if (skill.rules.codingLayers === 0) return refuse("draw.not-coded");
    const [row] = await tx.query<{ sealed: Buffer; committed_by: string; entry_hash: string }>(
      "SELECT sealed, committed_by, entry_hash FROM draw WHERE skill_id = $1",
      [skillId],
    );
    if (!row) return refuse("draw.not-committed");
    if (row.committed_by === permit.actor.accountId) return refuse("draw.two-people");
    const held = JSON.parse(house.vault.open("draw", row.sealed)) as Sealed;
    const entries = await acceptedEntries(tx, skillId);
    if (
      commit(
        entries.map((entry) => entry.number),
        held.seed,
      ).entryHash !== row.entry_hash
    )
      return refuse("draw.not-committed");
    const coded = draw(
      entries.map((entry) => entry.number),
      held.seed,
      skill.rules.codePrefix,
    );
    const sealed = house.vault.seal("draw", JSON.stringify({ ...held, coded } satisfies Sealed));
    await tx.query(
      "UPDATE draw SET sealed = $2, drawn_by = committed_by, witnessed_by = $3, drawn_at = $4 WHERE skill_id = $1",
      [skillId, sealed, permit.actor.accountId, house.clock.now()],
    );
    await tx.query("INSERT INTO contestant (skill_id, code) SELECT $1, unnest($2::text[])", [
      skillId,
      coded.map((one) => one.code),
    ]);
    await finish(house, tx, skillId, "draw-witnessed", permit, { drawn: coded.length });
    return ok({ drawn: coded.length });
  });
}

/** A skill without coding: the accepted field as it is, competition numbers in the open. */
export async function fixField(
  house: House,
  permit: Permit<"competitions.configure">,
): Promise<Outcome<{ drawn: number }>> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const skill = await lockSkill(tx, permit);
    const step = advanceStage(skill.stage, "drawn");
    if (!step.ok) return step;
    if (skill.rules.codingLayers > 0) return refuse("draw.not-committed");
    const entries = await acceptedEntries(tx, skillId);
    if (entries.length < 1) return refuse("draw.too-few");
    await tx.query(
      "INSERT INTO contestant (skill_id, code, registration_id) SELECT $1, number, id FROM registration WHERE skill_id = $1 AND state = 'accepted' ORDER BY number",
      [skillId],
    );
    await finish(house, tx, skillId, "field-fixed", permit, { drawn: entries.length });
    return ok({ drawn: entries.length });
  });
}

/** The coding officer asks for the seal to be opened, once the marks are signed. */
export async function askOpening(house: House, permit: Permit<"draws.code">): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const skill = await lockSkill(tx, permit);
    if (skill.stage !== "signed") return refuse("skill.step-not-open", { from: skill.stage, to: "decoded" });
    await tx.query("UPDATE draw SET opening_asked_by = $2 WHERE skill_id = $1", [
      skillId,
      permit.actor.accountId,
    ]);
    await record(tx, {
      chain: skillChain(skillId),
      deed: "opening-asked",
      payload: {},
      actor: permit.actor,
      at: house.clock.now(),
    });
    return ok();
  });
}

/** The supervisor opens it: contestants get their names back, seed and list are revealed and proved. */
export async function openSeal(house: House, permit: Permit<"draws.witness">): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    const skill = await lockSkill(tx, permit);
    const step = advanceStage(skill.stage, "decoded");
    if (!step.ok) return step;
    const [row] = await tx.query<{
      sealed: Buffer;
      opening_asked_by: string | null;
      seed_hash: string;
      entry_hash: string;
    }>("SELECT sealed, opening_asked_by, seed_hash, entry_hash FROM draw WHERE skill_id = $1", [skillId]);
    if (!row?.opening_asked_by || row.opening_asked_by === permit.actor.accountId)
      return refuse("draw.two-people");
    const { seed, entries, coded } = JSON.parse(house.vault.open("draw", row.sealed)) as Sealed;
    const numbers = entries.map((entry) => entry.number);
    const commitment = { seedHash: row.seed_hash, entryHash: row.entry_hash };
    if (!proves(commitment, numbers, seed, coded, skill.rules.codePrefix))
      throw new Error(`draw of ${skillId} does not prove itself`);
    const ids = new Map(entries.map((entry) => [entry.number, entry.id]));
    await tx.query(
      "UPDATE contestant c SET registration_id = m.id FROM unnest($2::text[], $3::uuid[]) AS m(code, id) WHERE c.skill_id = $1 AND c.code = m.code",
      [skillId, coded.map((one) => one.code), coded.map((one) => ids.get(one.entry)!)],
    );
    await tx.query("UPDATE draw SET opened_by = $2, opened_at = $3, revealed = $4 WHERE skill_id = $1", [
      skillId,
      permit.actor.accountId,
      house.clock.now(),
      JSON.stringify({ seed, entries: numbers, coded }),
    ]);
    await tx.query("UPDATE skill SET stage = 'decoded' WHERE id = $1", [skillId]);
    await record(tx, {
      chain: skillChain(skillId),
      deed: "seal-opened",
      payload: { ...commitment, seed },
      actor: permit.actor,
      at: house.clock.now(),
    });
    tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
    return ok();
  });
}

/** The competition's chain first: registrations are decided under it, so none is accepted or withdrawn while the field is read. */
async function lockSkill(tx: Transaction, permit: Permit): Promise<SkillRow> {
  const skillId = permit.scope.skillId!;
  await lockChain(tx, competitionChain(permit.scope.competitionId!));
  await lockChain(tx, skillChain(skillId));
  return (await tx.query<SkillRow>("SELECT stage, rules FROM skill WHERE id = $1", [skillId]))[0]!;
}

const acceptedEntries = (tx: Transaction, skillId: string): Promise<Entry[]> =>
  tx.query<Entry>(
    "SELECT id, number FROM registration WHERE skill_id = $1 AND state = 'accepted' ORDER BY number",
    [skillId],
  );

async function finish(
  house: House,
  tx: Transaction,
  skillId: string,
  deed: string,
  permit: Permit,
  payload: Record<string, unknown>,
): Promise<void> {
  await tx.query("UPDATE skill SET stage = 'drawn' WHERE id = $1", [skillId]);
  await record(tx, { chain: skillChain(skillId), deed, payload, actor: permit.actor, at: house.clock.now() });
  tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
}
