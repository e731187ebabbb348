// The marking scheme of a skill while it is typed or imported: a draft under the skill's lock. What is locked never changes.
import { followScheme } from "#domain/competitions/follow-scheme.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { emptyScheme } from "#domain/schemes/edit.ts";
import { numbered, numberNew } from "#domain/schemes/numbering.ts";
import { aspectsOf } from "#domain/schemes/scheme.ts";
import type { Permit } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { lockChain, record, skillChain } from "../ledger/record.ts";

export type SchemeState = {
  readonly scheme: Scheme;
  readonly version: number;
  readonly lockedAt: Date | null;
  /** Of a draft after a locked version: why it was begun. */
  readonly reason: string | null;
  /** Marks stand: numbers stay, and a draft changes part by part. */
  readonly marked: boolean;
};

/** The newest version of a skill's scheme; an empty one of 100.00 where nothing was typed yet. */
export async function readSkillScheme(house: House, permit: Permit<"schemes.edit">): Promise<SchemeState> {
  const skillId = permit.scope.skillId!;
  const row = await newestVersion(house.database, skillId);
  const marked = await hasMarks(house.database, skillId);
  if (!row) return { scheme: emptyScheme(), version: 0, lockedAt: null, reason: null, marked };
  const { content: scheme, version, locked_at: lockedAt, reason } = row;
  return { scheme, version, lockedAt, reason, marked };
}

export type VersionRow = {
  readonly id: string;
  readonly version: number;
  readonly content: Scheme;
  readonly locked_at: Date | null;
  readonly reason: string | null;
  readonly started_by: string | null;
};

/** The version with the highest number, locked or not. */
export async function newestVersion(sql: Pick<Transaction, "query">, skillId: string) {
  const [row] = await sql.query<VersionRow>(
    `SELECT id, version, content, locked_at, reason, started_by FROM scheme_version
     WHERE skill_id = $1 ORDER BY version DESC LIMIT 1`,
    [skillId],
  );
  return row;
}

/** Whether any mark was ever entered in the skill. */
export async function hasMarks(sql: Pick<Transaction, "query">, skillId: string): Promise<boolean> {
  const rows = await sql.query("SELECT 1 FROM mark_revision WHERE skill_id = $1 LIMIT 1", [skillId]);
  return rows.length > 0;
}

export type SchemeEdit = (scheme: Scheme) => Outcome<Scheme>;

/**
 * Changes a part of the draft with a pure edit, under the skill's lock, so that two people typing lose nothing of each other's.
 * Before the first mark everything is numbered by its place, and the skill's rules follow; afterwards only what is new.
 */
export const editScheme = (
  house: House,
  permit: Permit<"schemes.edit">,
  edit: SchemeEdit,
): Promise<Outcome<Scheme>> => changeDraft(house, permit, edit, "part");

/** The same for an edit that moves or replaces what stands: refused (`scheme.marked`) once marks refer to it. */
export const rearrangeScheme = (
  house: House,
  permit: Permit<"schemes.edit">,
  edit: SchemeEdit,
): Promise<Outcome<Scheme>> => changeDraft(house, permit, edit, "whole");

async function changeDraft(
  house: House,
  permit: Permit<"schemes.edit">,
  edit: SchemeEdit,
  reach: "part" | "whole",
): Promise<Outcome<Scheme>> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, skillChain(skillId));
    const row = await newestVersion(tx, skillId);
    if (row?.locked_at) return refuse("scheme.locked");
    const marked = await hasMarks(tx, skillId);
    if (marked && reach === "whole") return refuse("scheme.marked");
    const edited = edit(row?.content ?? emptyScheme());
    if (!edited.ok) return edited;
    const scheme = marked
      ? numberNew(edited.value, await idsEverGiven(tx, skillId))
      : await renumber(house, tx, permit, edited.value);
    await tx.query(
      `INSERT INTO scheme_version (skill_id, version, content, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (skill_id, version) DO UPDATE SET content = $3`,
      [skillId, row?.version ?? 1, JSON.stringify(scheme), house.clock.now()],
    );
    return ok(scheme);
  });
}

/** Aspects of every version: a mark may refer to any of them. */
async function idsEverGiven(tx: Transaction, skillId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ content: Scheme }>("SELECT content FROM scheme_version WHERE skill_id = $1", [
    skillId,
  ]);
  return new Set(rows.flatMap(({ content }) => aspectsOf(content).map(({ id }) => id)));
}

/** Numbers by place; rules that name what got another number name it by that one from now on, and the ledger says so. */
async function renumber(
  house: House,
  tx: Transaction,
  permit: Permit<"schemes.edit">,
  edited: Scheme,
): Promise<Scheme> {
  const { scheme, renamed } = numbered(edited);
  if (renamed.size === 0) return scheme;
  const skillId = permit.scope.skillId!;
  const [skill] = await tx.query<{ rules: SkillRules; open_board: boolean }>(
    "SELECT rules, open_board FROM skill WHERE id = $1",
    [skillId],
  );
  const rules = followScheme(skill!.rules, renamed);
  if (rules === skill!.rules) return scheme;
  await tx.query("UPDATE skill SET rules = $2 WHERE id = $1", [skillId, JSON.stringify(rules)]);
  await record(tx, {
    chain: skillChain(skillId),
    deed: "rules-changed",
    payload: { rules, openBoard: skill!.open_board, renamed: Object.fromEntries(renamed) },
    actor: permit.actor,
    at: house.clock.now(),
  });
  return scheme;
}
