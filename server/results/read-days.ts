// The days of a skill as they are read: how far their signing is, the summary a judge signs, the sheet that is printed.
import { may } from "#domain/access/permissions.ts";
import { hasReached, type Stage } from "#domain/competitions/skill.ts";
import type { SkillState } from "#domain/live/views.ts";
import type { DaySigning, DaySummary } from "#domain/marking/day-summary.ts";
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { type JudgeSeat, type Permit, takeSeat } from "../access/proofs.ts";
import { inSnapshot, type Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";
import { loadSkillState } from "../marking/load-skill.ts";
import { seatsByContestant } from "../marking/stand-ins.ts";
import { drawnAddress } from "./drawn.ts";
import { loadDays, missingOf, type StandingDay } from "./load-days.ts";
import { type Seal, sealOf } from "./seal.ts";

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
  const days = await daysOf(house, permit.scope.skillId!);
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
  const days = await daysOf(house, seat.skillId);
  return days.flatMap(({ summary, signers }) => {
    const own = signers.find((one) => one.accountId === seat.actor.accountId);
    return own ? [{ day: summary.day, ready: summary.hash !== null, signing: own.signing }] : [];
  });
}

/** Locks, marks and signatures of one moment. */
const daysOf = (house: House, skillId: string): Promise<StandingDay[]> =>
  inSnapshot(house.database, async (tx) => loadDays(tx, (await loadSkillState(tx, skillId))!));

export type ShownSignature = {
  readonly seat: number;
  readonly name: string;
  readonly at: string;
  readonly hash: string;
  readonly drawn: string | null;
};
export type ShownDay = {
  readonly skill: {
    readonly id: string;
    readonly number: number;
    readonly name: string;
    readonly competition: string;
  };
  /** As in the rules: what the code of a work is called. */
  readonly codingLayers: number;
  readonly summary: DaySummary;
  /** The contestant of each code whose sheets this reader marks, and so may open. */
  readonly own: Readonly<Record<string, string>>;
  /** No longer signed by judges: chief judge and supervisor have signed the result. */
  readonly closed: boolean;
  readonly signers: readonly {
    readonly seat: number;
    readonly name: string;
    readonly signing: DaySigning;
    readonly mine: boolean;
    /** Their own signature of the content as it stands; a seat's number may have been somebody else's before. */
    readonly signed: ShownSignature | null;
  }[];
  /** Of an earlier content. */
  readonly earlier: readonly ShownSignature[];
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
  const shown = await readDay(house, seat.skillId, day, origin, { accountId: seat.actor.accountId, seat });
  if (!shown) return refuse("input.not-found");
  return shown.signers.some((one) => one.mine) ? ok(shown) : refuse("access.not-allowed");
}

/** The summary of a day as it is printed and kept; while marking goes on only the chief judge reads marks. */
export async function readDaySheet(
  house: House,
  permit: Permit<"marking.read-days">,
  day: number,
  origin: string,
): Promise<Outcome<ShownDay>> {
  const skillId = permit.scope.skillId!;
  const { stage } = await house.database.prisma.skill.findUniqueOrThrow({
    where: { id: skillId },
    select: { stage: true },
  });
  const early = !hasReached(stage as Stage, "complete");
  if (early && !may(permit.actor.grants, "marking.oversee", permit.scope))
    return refuse("results.day-sealed");
  const taken = takeSeat(permit.actor, skillId);
  const reader = { accountId: permit.actor.accountId, seat: taken.ok ? taken.value : null };
  const shown = await readDay(house, skillId, day, origin, reader);
  return shown ? ok(shown) : refuse("input.not-found");
}

async function readDay(
  house: House,
  skillId: string,
  day: number,
  origin: string,
  reader: { readonly accountId: string; readonly seat: JudgeSeat | null },
): Promise<ShownDay | null> {
  return inSnapshot(house.database, async (tx) => {
    const [skill] = await tx.query<ShownDay["skill"]>(
      "SELECT s.id, s.number, s.name, c.name AS competition FROM skill s JOIN competition c ON c.id = s.competition_id WHERE s.id = $1",
      [skillId],
    );
    const state = (await loadSkillState(tx, skillId))!;
    const standing = (await loadDays(tx, state)).find((one) => one.summary.day === day);
    if (!standing) return null;
    const { hash } = standing.summary;
    const page = `${origin}/oversight/${skillId}/days/${day}`;
    const signatures = await shownSignatures(tx, skillId, standing);
    const current = (accountId: string) =>
      signatures.find((one) => one.accountId === accountId && one.hash === hash)?.shown ?? null;
    return {
      skill: skill!,
      codingLayers: state.rules.codingLayers,
      summary: standing.summary,
      own: reader.seat ? await ownContestants(tx, reader.seat, state) : {},
      closed: hasReached(state.stage, "signed"),
      signers: standing.signers.map(({ number, name, signing, accountId }) => ({
        seat: number,
        name,
        signing,
        mine: accountId === reader.accountId,
        signed: current(accountId),
      })),
      earlier: signatures.filter((one) => one.hash !== hash).map(({ shown }) => shown),
      seal: hash === null ? null : await sealOf(house, tx, skillId, { hash, page }),
    };
  });
}

async function ownContestants(
  tx: Transaction,
  seat: JudgeSeat,
  { contestants }: SkillState,
): Promise<Record<string, string>> {
  const marks = await seatsByContestant(tx, seat);
  return Object.fromEntries(contestants.filter(({ id }) => marks(id).ok).map(({ id, code }) => [code, id]));
}

async function shownSignatures(tx: Transaction, skillId: string, { summary, signatures }: StandingDay) {
  const drawn = await tx.query<{ account_id: string; content_hash: string; drawn: Uint8Array }>(
    "SELECT account_id, content_hash, drawn FROM day_signature WHERE skill_id = $1 AND day = $2 AND drawn IS NOT NULL",
    [skillId, summary.day],
  );
  return signatures.map(({ accountId, number, name, hash, at }) => {
    const picture = drawn.find((one) => one.account_id === accountId && one.content_hash === hash);
    const shown: ShownSignature = {
      seat: number,
      name,
      hash,
      at: at.toISOString(),
      drawn: drawnAddress(picture?.drawn ?? null),
    };
    return { accountId, hash, shown };
  });
}
