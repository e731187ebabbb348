// One thing a judge or a recorder wants written, as this device keeps it until the server has answered for good.
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import { placeName } from "#domain/marking/record.ts";
import type { Refusal } from "#domain/outcome.ts";
import type { RefusalCode } from "#domain/refusals.ts";

/** waiting: never sent. sent: sent at least once, its outcome unknown. conflict: refused, a person decides. */
export type Standing = "waiting" | "sent" | "conflict";

export type Intention = MarkEnter & {
  /** Order of entry on this device; given by the database. */
  readonly seq: number;
  /** The login that entered it: nobody else's session ever sends it. */
  readonly by: string;
  readonly skillId: string;
  readonly sheetId: string;
  readonly at: string;
  readonly standing: Standing;
  readonly refusal?: Refusal;
};
export type NewIntention = Omit<Intention, "seq" | "standing" | "refusal" | "requestId" | "at">;
export type Acknowledged = Extract<MarkAck, { ok: true }>;

/** Where this is seen and decided: the recorder's grid where it was keyed for a seat, else the judge's sheet. */
export function addressOf({ skillId, sheetId, contestantId, aspectId, seat }: Intention): string {
  if (seat === undefined) return `/judge/sheets/${sheetId}#${aspectId}`;
  const [, sub = ""] = sheetId.split("~");
  const cell = encodeURIComponent(`${contestantId}~${placeName(aspectId, seat)}`);
  return `/record/${skillId}?sub=${sub}&cell=${cell}`;
}

export const cellOf = (one: Pick<Intention, "contestantId" | "aspectId" | "round" | "seat">): string =>
  `${one.contestantId}/${placeName(one.aspectId, one.seat)}/${one.round}`;

/** What goes over the wire: the command and nothing of this device's own bookkeeping. */
export const messageOf = (one: Intention): MarkEnter => ({
  requestId: one.requestId,
  contestantId: one.contestantId,
  aspectId: one.aspectId,
  round: one.round,
  value: one.value,
  expectedVersion: one.expectedVersion,
  ...(one.meant !== undefined && { meant: one.meant }),
  ...(one.seat === undefined ? {} : { seat: one.seat }),
  ...(one.reason !== undefined && { reason: one.reason }),
});

const passing: ReadonlySet<RefusalCode> = new Set(["server.overloaded", "access.sign-in-first"]);

/** A refusal of the moment: the intention waits and is sent again. Any other waits for a person. */
export const isPassing = (refusal: Refusal): boolean => passing.has(refusal.code);

/** The next one to send: the oldest of this login whose cell has nothing older undecided. */
export function nextToSend(all: readonly Intention[], by: string): Intention | undefined {
  const held = new Set<string>();
  for (const one of all) {
    if (one.by !== by) continue;
    if (one.standing !== "conflict" && !held.has(cellOf(one))) return one;
    held.add(cellOf(one));
  }
  return undefined;
}
