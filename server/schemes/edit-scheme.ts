// The marking scheme of a skill while it is typed or imported: a draft under the skill's lock. What is locked never changes.
import { followScheme } from "#domain/competitions/follow-scheme.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { emptyScheme } from "#domain/schemes/edit.ts";
import { goneFrom, idsOf, type Numbered, numbered, numberNew } from "#domain/schemes/numbering.ts";
import { schemeHash } from "#domain/schemes/scheme-hash.ts";
import type { Permit } from "../access/proofs.ts";
import { writeRules } from "../competitions/write-rules.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { lockChain, skillChain } from "../ledger/record.ts";

export type SchemeState = {
  readonly scheme: Scheme;
  readonly version: number;
  readonly lockedAt: Date | null;
  /** Of a draft after a locked version: why it was begun. */
  readonly reason: string | null;
  /** Of the content: an edit that names a place says which draft it was looked up in. */
  readonly hash: string;
  /** Marks stand: a new version is put into force over them. */
  readonly marked: boolean;
};

/** The newest version of a skill's scheme; an empty one of 100.00 where nothing was typed yet. */
export async function readSkillScheme(house: House, permit: Permit<"schemes.edit">): Promise<SchemeState> {
  const skillId = permit.scope.skillId!;
  const row = await newestVersion(house.database, skillId);
  const marked = await hasMarks(house.database, skillId);
  if (!row) {
    const scheme = emptyScheme();
    return { scheme, version: 0, lockedAt: null, reason: null, hash: schemeHash(scheme), marked };
  }
  const { content: scheme, version, locked_at: lockedAt, reason } = row;
  return { scheme, version, lockedAt, reason, hash: schemeHash(scheme), marked };
}

export type VersionRow = {
  readonly id: string;
  readonly version: number;
  readonly content: Scheme;
  readonly locked_at: Date | null;
  readonly reason: string | null;
  readonly written_by: readonly string[];
};

/** The version with the highest number, locked or not. */
export async function newestVersion(sql: Pick<Transaction, "query">, skillId: string) {
  const [row] = await sql.query<VersionRow>(
    `SELECT id, version, content, locked_at, reason, written_by FROM scheme_version
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
 * With `seenHash` it is refused once the draft is another: a number may name another part by then.
 * In the first version everything is numbered by its place, and the skill's rules follow; later only what is new.
 */
export const editScheme = (
  house: House,
  permit: Permit<"schemes.edit">,
  edit: SchemeEdit,
  seenHash?: string,
): Promise<Outcome<Scheme>> => changeDraft(house, permit, edit, "part", seenHash);

/** The same for an edit that moves what stands: refused (`scheme.numbers-stand`) once a version was locked. */
export const rearrangeScheme = (
  house: House,
  permit: Permit<"schemes.edit">,
  edit: SchemeEdit,
  seenHash?: string,
): Promise<Outcome<Scheme>> => changeDraft(house, permit, edit, "order", seenHash);

/** The same for a whole scheme in place of the draft; the rules follow nothing, since its parts are others. */
export const replaceScheme = (
  house: House,
  permit: Permit<"schemes.edit">,
  read: () => Outcome<Scheme>,
): Promise<Outcome<Scheme>> => changeDraft(house, permit, read, "whole");

async function changeDraft(
  house: House,
  permit: Permit<"schemes.edit">,
  edit: SchemeEdit,
  reach: "part" | "order" | "whole",
  seenHash?: string,
): Promise<Outcome<Scheme>> {
  const skillId = permit.scope.skillId!;
  return inTransaction(house.database, async (tx) => {
    await lockChain(tx, skillChain(skillId));
    const row = await newestVersion(tx, skillId);
    if (row?.locked_at) return refuse("scheme.locked");
    const isFirst = (row?.version ?? 1) === 1;
    if (!isFirst && reach !== "part") return refuse("scheme.numbers-stand");
    const before = row?.content ?? emptyScheme();
    if (seenHash !== undefined && seenHash !== schemeHash(before)) return refuse("scheme.changed-meanwhile");
    const edited = edit(before);
    if (!edited.ok) return edited;
    const placed = isFirst ? numbered(edited.value) : null;
    const scheme = placed?.scheme ?? numberNew(edited.value, before, await idsEverGiven(tx, skillId));
    if (placed && reach !== "whole")
      await followWith(house, tx, permit, placed, goneFrom(before, edited.value));
    await tx.query(
      `INSERT INTO scheme_version (skill_id, version, content, written_by, created_at) VALUES ($1, $2, $3, ARRAY[$4::uuid], $5)
       ON CONFLICT (skill_id, version) DO UPDATE SET content = $3,
         written_by = array_append(array_remove(scheme_version.written_by, $4), $4)`,
      [skillId, row?.version ?? 1, JSON.stringify(scheme), permit.actor.accountId, house.clock.now()],
    );
    return ok(scheme);
  });
}

/** The ids of every version: marks, locks and penalties may refer to any of them. */
async function idsEverGiven(tx: Transaction, skillId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ content: Scheme }>("SELECT content FROM scheme_version WHERE skill_id = $1", [
    skillId,
  ]);
  return new Set(rows.flatMap(({ content }) => idsOf(content)));
}

/** Rules that name what got another number name it by that one from now on, and the ledger says so. */
async function followWith(
  house: House,
  tx: Transaction,
  permit: Permit<"schemes.edit">,
  { renamed }: Numbered,
  gone: readonly string[],
): Promise<void> {
  if (renamed.size === 0 && gone.length === 0) return;
  const skillId = permit.scope.skillId!;
  const [skill] = await tx.query<{ rules: SkillRules; open_board: boolean }>(
    "SELECT rules, open_board FROM skill WHERE id = $1",
    [skillId],
  );
  const rules = followScheme(skill!.rules, renamed, gone);
  if (rules === skill!.rules) return;
  const followed = { rules, openBoard: skill!.open_board };
  await writeRules(house, tx, permit, skillId, followed, { renamed: Object.fromEntries(renamed), gone });
}
