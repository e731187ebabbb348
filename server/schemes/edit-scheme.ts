// The marking scheme of a skill: kept as a draft while it is typed or imported, then locked; a locked one never changes.
import { sha256Hex } from "#domain/chance.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { canonical } from "#domain/ledger/chain.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { fitTogether } from "#domain/results/composition.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { emptyScheme } from "#domain/schemes/edit.ts";
import { isLockable } from "#domain/schemes/scheme-problems.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { lockChain, record, skillChain } from "../ledger/record.ts";

export type SchemeState = {
  readonly scheme: Scheme;
  readonly version: number;
  readonly lockedAt: Date | null;
};

/** The newest version of a skill's scheme; an empty one of 100.00 where nothing was typed yet. */
export async function readSkillScheme(house: House, permit: Permit<"schemes.edit">): Promise<SchemeState> {
  const row = await house.database.prisma.schemeVersion.findFirst({
    where: { skillId: permit.scope.skillId! },
    orderBy: { version: "desc" },
  });
  if (!row) return { scheme: emptyScheme(), version: 0, lockedAt: null };
  return { scheme: row.content as unknown as Scheme, version: row.version, lockedAt: row.lockedAt };
}

/** Changes the draft with a pure edit, under the skill's lock, so that two people typing lose nothing of each other's. */
export async function editScheme(
  house: House,
  permit: Permit<"schemes.edit">,
  edit: (scheme: Scheme) => Outcome<Scheme>,
): Promise<Outcome<Scheme>> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, skillChain(skillId));
    const [row] = await tx.query<{ content: Scheme; locked_at: Date | null }>(
      "SELECT content, locked_at FROM scheme_version WHERE skill_id = $1 ORDER BY version DESC LIMIT 1",
      [skillId],
    );
    if (row?.locked_at) return refuse("scheme.locked");
    const edited = edit(row?.content ?? emptyScheme());
    if (!edited.ok) return edited;
    await tx.query(
      `INSERT INTO scheme_version (skill_id, version, content, created_at) VALUES ($1, 1, $2, $3)
       ON CONFLICT (skill_id, version) DO UPDATE SET content = $2`,
      [skillId, JSON.stringify(edited.value), house.clock.now()],
    );
    return edited;
  });
}

/** Locks the draft: refused while anything but warnings stands against it or the skill's rules do not fit it. Its hash goes into the skill's chain. */
export async function lockScheme(house: House, permit: Permit<"schemes.edit">): Promise<Outcome> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, skillChain(skillId));
    const [row] = await tx.query<{ id: string; content: Scheme; locked_at: Date | null }>(
      "SELECT id, content, locked_at FROM scheme_version WHERE skill_id = $1 ORDER BY version DESC LIMIT 1",
      [skillId],
    );
    if (!row || !isLockable(row.content)) return refuse("scheme.invalid");
    if (row.locked_at) return refuse("scheme.locked");
    const [skill] = await tx.query<{ rules: SkillRules }>("SELECT rules FROM skill WHERE id = $1", [skillId]);
    const fit = fitTogether(row.content, skill!.rules);
    if (!fit.ok) return fit;
    const hash = sha256Hex(canonical(row.content));
    const now = house.clock.now();
    await tx.query("UPDATE scheme_version SET locked_at = $2, locked_by = $3, hash = $4 WHERE id = $1", [
      row.id,
      now,
      permit.actor.accountId,
      hash,
    ]);
    await tx.query("UPDATE skill SET scheme_id = $2 WHERE id = $1", [skillId, row.id]);
    await record(tx, {
      chain: skillChain(skillId),
      deed: "scheme-locked",
      payload: { hash },
      actor: permit.actor,
      at: now,
    });
    tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
    return ok();
  });
}
