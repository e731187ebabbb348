// Signing the mark summary of a day: every judge over the exact content they saw, with the password once more; who is
// missing keeps the chief judge's signature back.
import { hasReached } from "#domain/competitions/skill.ts";
import type { DaySigning, DaySummary } from "#domain/marking/day-summary.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import type { JudgeSeat, Permit, Presence } from "../access/proofs.ts";
import { inTransaction, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { append, lockChain, skillChain } from "../ledger/record.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { drawnAddress, drawnHash } from "./drawn.ts";
import { loadDays, missingOf, type StandingDay } from "./load-days.ts";
import { inSnapshot, type Seal, sealOf } from "./seal.ts";

export type SignDay = {
  readonly day: number;
  /** What the page was drawn for; a summary that changed since is read anew. */
  readonly seenHash: string;
  /** A cleaned PNG (domain/results/drawn), or none. */
  readonly drawn: Uint8Array | null;
};

/** Records a judge's signature of a day. Refuses an open day, another content than the one seen, and a second time. */
export async function signDay(
  house: House,
  seat: JudgeSeat,
  { day, seenHash, drawn }: SignDay,
  presence: Presence,
): Promise<Outcome> {
  const { skillId, actor } = seat;
  if (presence.accountId !== actor.accountId) return refuse("access.not-confirmed");
  return inTransaction(house.database, async (tx): Promise<Outcome> => {
    const head = await lockChain(tx, skillChain(skillId));
    const state = (await loadSkillState(tx, skillId))!;
    const standing = (await loadDays(tx, state)).find((one) => one.summary.day === day);
    if (!standing) return refuse("input.not-found");
    if (hasReached(state.stage, "signed")) return refuse("results.step-not-open", { stage: state.stage });
    const signer = standing.signers.find((one) => one.accountId === actor.accountId);
    if (!signer) return refuse("access.not-allowed");
    const { hash, subcriteria } = standing.summary;
    if (hash === null) {
      const open = subcriteria.filter((sub) => !sub.locked).length;
      return refuse("results.day-open", { day, subcriteria: open });
    }
    if (hash !== seenHash) return refuse("results.content-changed");
    if (signer.signing === "signed") return refuse("results.day-signed", { day });
    const at = house.clock.now();
    await tx.query(
      `INSERT INTO day_signature (skill_id, day, content_hash, account_id, seat_id, drawn, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [skillId, day, hash, actor.accountId, seat.seatId, drawn, at],
    );
    const payload = { day, hash, seat: seat.number, ...drawnHash(drawn) };
    await append(tx, head, { chain: skillChain(skillId), deed: "day-signed", payload, actor, at });
    tx.afterCommit(() => house.announcements.emit("skill-changed", { skillId }));
    return ok();
  });
}

/** A day in a list: how far its signing is, and the seats it waits for. */
export type DayLine = {
  readonly day: number;
  readonly ready: boolean;
  readonly signed: number;
  readonly of: number;
  readonly missing: readonly number[];
};

/** The days of a skill for whoever waits for the judges' signatures. */
export async function listDays(
  house: House,
  permit: Permit<"marking.read-days"> | Permit<"marking.oversee">,
): Promise<DayLine[]> {
  const { database } = house;
  const days = await loadDays(database, (await loadSkillState(database, permit.scope.skillId!))!);
  return days.map((one) => ({
    day: one.summary.day,
    ready: one.summary.hash !== null,
    signed: one.signers.length - missingOf(one).length,
    of: one.signers.length,
    missing: missingOf(one).map(({ number }) => number),
  }));
}

/** The days that this judge signs, with where their own signature stands. */
export async function listDaysToSign(
  house: House,
  seat: JudgeSeat,
): Promise<{ day: number; ready: boolean; signing: DaySigning }[]> {
  const days = await loadDays(house.database, (await loadSkillState(house.database, seat.skillId))!);
  return days.flatMap(({ summary, signers }) => {
    const own = signers.find((one) => one.accountId === seat.actor.accountId);
    return own ? [{ day: summary.day, ready: summary.hash !== null, signing: own.signing }] : [];
  });
}

export type ShownSignature = {
  readonly seat: number;
  readonly name: string;
  readonly at: string;
  readonly hash: string;
  readonly current: boolean;
  readonly drawn: string | null;
};
export type ShownDay = {
  readonly skill: {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly competition: string;
  };
  readonly summary: DaySummary;
  /** No longer signed by judges: chief judge and supervisor have signed the result. */
  readonly closed: boolean;
  readonly signers: readonly {
    readonly seat: number;
    readonly name: string;
    readonly signing: DaySigning;
    readonly mine: boolean;
  }[];
  readonly signatures: readonly ShownSignature[];
  /** Null while the day is open: then there is nothing to hold a paper against. */
  readonly seal: Seal | null;
};

/** The summary of a day for one of the judges who sign it. */
export async function readDayToSign(
  house: House,
  seat: JudgeSeat,
  day: number,
  origin: string,
): Promise<Outcome<ShownDay>> {
  const shown = await readDay(house, seat.skillId, day, origin, seat.actor.accountId);
  if (!shown) return refuse("input.not-found");
  return shown.signers.some((one) => one.mine) ? ok(shown) : refuse("access.not-allowed");
}

/** The summary of a day as it is printed and kept. */
export async function readDaySheet(
  house: House,
  permit: Permit<"marking.read-days">,
  day: number,
  origin: string,
): Promise<Outcome<ShownDay>> {
  const shown = await readDay(house, permit.scope.skillId!, day, origin, permit.actor.accountId);
  return shown ? ok(shown) : refuse("input.not-found");
}

async function readDay(
  house: House,
  skillId: string,
  day: number,
  origin: string,
  reader: string,
): Promise<ShownDay | null> {
  const [skill] = await house.database.query<ShownDay["skill"]>(
    "SELECT s.id, s.number, s.name, c.name AS competition FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.id = $1",
    [skillId],
  );
  return inSnapshot(house, async (tx) => {
    const state = (await loadSkillState(tx, skillId))!;
    const standing = (await loadDays(tx, state)).find((one) => one.summary.day === day);
    if (!standing) return null;
    const { hash } = standing.summary;
    const page = `${origin}/oversight/${skillId}/days/${day}`;
    return {
      skill: skill!,
      summary: standing.summary,
      closed: hasReached(state.stage, "signed"),
      signers: standing.signers.map(({ number, name, signing, accountId }) => ({
        seat: number,
        name,
        signing,
        mine: accountId === reader,
      })),
      signatures: await shownSignatures(tx, skillId, standing),
      seal: hash === null ? null : await sealOf(house, tx, skillId, { hash, page }),
    };
  });
}

async function shownSignatures(
  tx: Transaction,
  skillId: string,
  { summary, signatures }: StandingDay,
): Promise<ShownSignature[]> {
  const drawn = await tx.query<{ account_id: string; content_hash: string; drawn: Uint8Array }>(
    "SELECT account_id, content_hash, drawn FROM day_signature WHERE skill_id = $1 AND day = $2 AND drawn IS NOT NULL",
    [skillId, summary.day],
  );
  return signatures.map(({ accountId, number, name, hash, at }) => {
    const picture = drawn.find((one) => one.account_id === accountId && one.content_hash === hash);
    return {
      seat: number,
      name,
      hash,
      at: at.toISOString(),
      current: hash === summary.hash,
      drawn: drawnAddress(picture?.drawn ?? null),
    };
  });
}
