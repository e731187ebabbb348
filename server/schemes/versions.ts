// Versions of a marking scheme: locked, followed by a draft with a reason, and put into force. Once marks stand a new version
// shows first what it would move, and another person than who began it puts it into force (domain.md 3.3).
import { type Moved, movedBetween } from "#domain/awards/moved.ts";
import type { SkillRules } from "#domain/competitions/rules.ts";
import { hasReached, isCorrectable, type Stage } from "#domain/competitions/skill.ts";
import { type Outcome, ok, type Refusal, refuse } from "#domain/outcome.ts";
import { isComplete } from "#domain/results/marked.ts";
import { fitTogether } from "#domain/results/misfits.ts";
import { effectOf, rulesUnder } from "#domain/results/revision.ts";
import type { Scheme } from "#domain/schemes/aspect.ts";
import { findSubCriterion } from "#domain/schemes/scheme.ts";
import { schemeHash } from "#domain/schemes/scheme-hash.ts";
import { isLockable, schemeProblems } from "#domain/schemes/scheme-problems.ts";
import { hasWords } from "#domain/told.ts";
import type { Permit } from "../access/proofs.ts";
import { writeRules } from "../competitions/write-rules.ts";
import { inSnapshot, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { inSkill } from "../ledger/deed.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { correctStage, unlock } from "../marking/reopen.ts";
import { hasMarks, newestVersion, type VersionRow } from "./edit-scheme.ts";

type Editor = Permit<"schemes.edit">;
type Overseer = Permit<"marking.oversee">;

/** Locks the draft: refused while anything but warnings stands against it, its skill's rules do not fit it, or marks stand (then `enforceVersion`). */
export const lockScheme = (house: House, permit: Editor): Promise<Outcome> =>
  inSkill(house, permit, "scheme-locked", async (tx, skillId) => {
    const draft = await readyDraft(tx, skillId);
    if (!draft.ok) return draft;
    if (await hasMarks(tx, skillId)) return refuse("scheme.marked");
    const { content, version } = draft.value;
    const inForce = await loadInForce(tx, skillId);
    if (hasReached(inForce.stage, "signed")) return refuse("scheme.signed");
    const rules = await rulesFor(tx, skillId, inForce, content);
    if (!rules.ok) return rules;
    await takeAlong(house, tx, permit, inForce.rules, rules.value, version);
    return ok(await seal(house, tx, permit, draft.value));
  });

/** Begins a draft after the locked version, as a copy of it. Refuses without a reason, and once the result is signed. */
export const startVersion = (house: House, permit: Editor, reason: string): Promise<Outcome> =>
  inSkill(house, permit, "scheme-version-started", async (tx, skillId) => {
    const newest = await newestVersion(tx, skillId);
    if (!newest?.locked_at) return refuse("scheme.not-locked");
    const { stage } = await loadInForce(tx, skillId);
    if (hasReached(stage, "signed")) return refuse("scheme.signed");
    if (!hasWords(reason)) return refuse("scheme.reason-needed");
    const version = newest.version + 1;
    await tx.query(
      `INSERT INTO scheme_version (skill_id, version, content, reason, written_by, created_at)
       VALUES ($1, $2, $3, $4, ARRAY[$5::uuid], $6)`,
      [
        skillId,
        version,
        JSON.stringify(newest.content),
        reason.trim(),
        permit.actor.accountId,
        house.clock.now(),
      ],
    );
    return ok({ version, reason: reason.trim() });
  });

/** Gives a draft up; the locked version before it never stopped to count. */
export const dropVersion = (house: House, permit: Editor): Promise<Outcome> =>
  inSkill(house, permit, "scheme-version-dropped", async (tx, skillId) => {
    const draft = await newestVersion(tx, skillId);
    if (!draft || draft.locked_at || draft.version === 1) return refuse("scheme.no-new-version");
    await tx.query("DELETE FROM scheme_version WHERE id = $1", [draft.id]);
    return ok({ version: draft.version });
  });

/** A draft after a locked version, over marks that stand: it waits for the chief judge to put it into force. */
export type WaitingVersion = {
  readonly version: number;
  readonly reason: string;
  /** Errors of the draft by itself; it is put into force without any. */
  readonly errors: number;
  /** Nothing keeps it out of force: no errors, and rules, seats, penalties and marks fit it. */
  readonly ready: boolean;
  /** Whoever wrote any of it does not put it into force. */
  readonly writtenByMe: boolean;
};

export type VersionEffect = {
  /** Everybody whose total, rank or award moves, by code. */
  readonly moved: readonly Moved[];
  /** Whether anybody has a total to compare, under the one or the other. */
  readonly compared: boolean;
  readonly opened: readonly string[];
  /** Whether everybody present has a total. */
  readonly complete: boolean;
};
/** The version that waits and, unless errors stand in it, what it would change or what keeps it out of force (`effectOf`). */
export type WeighedVersion = {
  readonly waiting: WaitingVersion;
  readonly effect: Outcome<VersionEffect> | null;
};

/** The version that waits with whom it would move, by code, as one moment has them; null where none waits. */
export async function weighVersion(house: House, permit: Overseer): Promise<WeighedVersion | null> {
  return inSnapshot(house.database, async (sql) => {
    const skillId = permit.scope.skillId!;
    const draft = await draftOverMarks(sql, skillId);
    if (!draft) return null;
    const errors = schemeProblems(draft.content).filter(({ severity }) => severity === "error").length;
    const effect = errors === 0 ? shown(await weigh(sql, skillId, draft.content)) : null;
    const waiting = {
      version: draft.version,
      reason: draft.reason ?? "",
      errors,
      ready: effect?.ok ?? false,
      writtenByMe: draft.written_by.includes(permit.actor.accountId),
    };
    return { waiting, effect };
  });
}

function shown({ state, effect }: Awaited<ReturnType<typeof weigh>>): Outcome<VersionEffect> {
  if (!effect.ok) return effect;
  const { places, opened } = effect.value;
  return ok({
    moved: movedBetween(places, state.rules),
    compared: [...places.before, ...places.after].some(({ total }) => total !== null),
    opened,
    complete: isComplete(places.after),
  });
}

/** What a chief judge is told of the version that waits outside its page. */
export const waitingVersion = async (house: House, permit: Overseer): Promise<WaitingVersion | null> =>
  (await weighVersion(house, permit))?.waiting ?? null;

/** What the version that waits would change; null where none waits or errors stand in it. */
export const previewVersion = async (
  house: House,
  permit: Overseer,
): Promise<Outcome<VersionEffect> | null> => (await weighVersion(house, permit))?.effect ?? null;

/** What keeps the version out of force, for those who write it, who see nobody's marks; null where nothing does. */
export async function versionRefusal(house: House, permit: Editor): Promise<Refusal | null> {
  return inSnapshot(house.database, async (sql) => {
    const skillId = permit.scope.skillId!;
    const draft = await draftOverMarks(sql, skillId);
    if (!draft || !isLockable(draft.content)) return null;
    const { effect } = await weigh(sql, skillId, draft.content);
    return effect.ok ? null : effect.refusal;
  });
}

async function weigh(sql: Transaction, skillId: string, next: Scheme) {
  const state = (await loadSkillState(sql, skillId))!;
  const seats = await sql.query<{ number: number }>(
    "SELECT number FROM judge_seat WHERE skill_id = $1 AND ended_at IS NULL AND NOT reserve",
    [skillId],
  );
  const penalties = [...[...state.rulings.penalties.values()].flat(), ...state.sealedPenalties];
  const effect = effectOf(state, next, {
    locked: state.locked,
    seated: seats.map(({ number }) => number),
    penalized: penalties.flatMap((one) => ("target" in one && one.target !== null ? [one.target] : [])),
  });
  return { state, effect };
}

async function draftOverMarks(sql: Pick<Transaction, "query">, skillId: string): Promise<VersionRow | null> {
  const draft = await newestVersion(sql, skillId);
  if (!draft || draft.locked_at || draft.version === 1) return null;
  const [skill] = await sql.query<{ stage: Stage }>("SELECT stage FROM skill WHERE id = $1", [skillId]);
  return isCorrectable(skill!.stage) && (await hasMarks(sql, skillId)) ? draft : null;
}

/**
 * Puts the draft that was looked at (`seenHash`) into force over the marks that stand. Locked sub-criteria in which a mark is now
 * missing open again, a result that is no longer complete goes back to marking, and signatures over the old scheme fall.
 */
export const enforceVersion = (house: House, permit: Overseer, seenHash: string): Promise<Outcome> =>
  inSkill(house, permit, "scheme-locked", async (tx, skillId) => {
    const draft = await readyDraft(tx, skillId);
    if (!draft.ok) return draft;
    const { content, written_by, reason, version } = draft.value;
    if (schemeHash(content) !== seenHash) return refuse("scheme.changed-meanwhile");
    if (written_by.includes(permit.actor.accountId)) return refuse("marking.same-person");
    const { state, effect } = await weigh(tx, skillId, content);
    if (!isCorrectable(state.stage)) return refuse("marking.not-open");
    if (!effect.ok) return effect;
    const { opened, places, rules } = effect.value;
    const gone = [...state.locked].filter((id) => !findSubCriterion(content, id));
    await unlock(tx, permit, [...opened, ...gone], house.clock.now());
    await correctStage(tx, skillId, state.stage, isComplete(places.after));
    await takeAlong(house, tx, permit, state.rules, rules, version);
    const sealed = await seal(house, tx, permit, draft.value);
    return ok({
      ...sealed,
      reason,
      opened,
      moved: movedBetween(places, state.rules).map(({ code }) => code),
    });
  });

/** The draft where nothing but warnings stands against it by itself. */
async function readyDraft(tx: Transaction, skillId: string): Promise<Outcome<VersionRow>> {
  const draft = await newestVersion(tx, skillId);
  if (!draft || !isLockable(draft.content)) return refuse("scheme.invalid");
  return draft.locked_at ? refuse("scheme.locked") : ok(draft);
}

type InForce = { readonly rules: SkillRules; readonly stage: Stage; readonly before: Scheme | null };

/** The rules of the skill, and the scheme that a version follows: none before the first was locked. */
async function loadInForce(tx: Transaction, skillId: string): Promise<InForce> {
  const [row] = await tx.query<InForce>(
    "SELECT s.rules, s.stage, v.content AS before FROM skill s LEFT JOIN scheme_version v ON v.id = s.scheme_id WHERE s.id = $1",
    [skillId],
  );
  return row!;
}

/** The rules that stand once `next` is locked; refused where they would not fit it, or it waits for a seat nobody holds in a marking that has begun. */
async function rulesFor(
  tx: Transaction,
  skillId: string,
  { rules, stage, before }: InForce,
  next: Scheme,
): Promise<Outcome<SkillRules>> {
  if (before && hasReached(stage, "scoring")) {
    const { effect } = await weigh(tx, skillId, next);
    return effect.ok ? ok(effect.value.rules) : effect;
  }
  const followed = before ? rulesUnder(rules, before, next) : rules;
  const fit = fitTogether(next, followed);
  return fit.ok ? ok(followed) : fit;
}

/** Writes the rules where the version took something of them away. */
async function takeAlong(
  house: House,
  tx: Transaction,
  permit: Editor | Overseer,
  before: SkillRules,
  rules: SkillRules,
  version: number,
): Promise<void> {
  if (rules !== before) await writeRules(house, tx, permit, permit.scope.skillId!, { rules }, { version });
}

/** Locks a version and makes it the skill's; answers what the ledger keeps of it. */
async function seal(
  house: House,
  tx: Transaction,
  permit: Editor | Overseer,
  { id, version, content }: VersionRow,
) {
  const hash = schemeHash(content);
  await tx.query("UPDATE scheme_version SET locked_at = $2, locked_by = $3, hash = $4 WHERE id = $1", [
    id,
    house.clock.now(),
    permit.actor.accountId,
    hash,
  ]);
  await tx.query("UPDATE skill SET scheme_id = $2 WHERE id = $1", [permit.scope.skillId!, id]);
  return { hash, version };
}

export type SchemeVersion = {
  readonly version: number;
  readonly hash: string | null;
  readonly reason: string | null;
  readonly lockedAt: Date | null;
  readonly lockedBy: string | null;
};

/** Every version of the skill's scheme, the newest first. */
export const listVersions = (house: House, permit: Editor): Promise<SchemeVersion[]> =>
  house.database.query<SchemeVersion>(
    `SELECT v.version, v.hash, v.reason, v.locked_at AS "lockedAt", a.name AS "lockedBy"
     FROM scheme_version v LEFT JOIN account a ON a.id = v.locked_by WHERE v.skill_id = $1 ORDER BY v.version DESC`,
    [permit.scope.skillId!],
  );

/** One locked version as it was; null where there is none of that number. */
export async function readVersion(house: House, permit: Editor, version: number): Promise<Scheme | null> {
  const [row] = await house.database.query<{ content: Scheme }>(
    "SELECT content FROM scheme_version WHERE skill_id = $1 AND version = $2 AND locked_at IS NOT NULL",
    [permit.scope.skillId!, version],
  );
  return row?.content ?? null;
}
