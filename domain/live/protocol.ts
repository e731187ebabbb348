// Every message between browser and server over Socket.IO: the events a client may send, and what it may be sent.
import { z } from "zod/mini";
import { longestReason } from "../marking/doubts.ts";
import type { Refusal } from "../outcome.ts";
import type { Diff, View } from "./diff.ts";

/** One spelling of an id everywhere: boards and chains compare them as text. */
const id = z.uuid().check(z.toLowerCase());
/** Text that the database and the ledger can hold: no NUL, no half of a character. */
const wellFormed = /^[^\0\p{Surrogate}]*$/u;
const shortText = z.string().check(z.maxLength(64));

/** One intention of a judge or a recorder for one cell; `requestId` is made by the browser and kept until the answer. */
export const markEnter = z.object({
  requestId: id,
  contestantId: id,
  aspectId: z.string().check(z.maxLength(16)),
  round: z.int().check(z.minimum(1), z.maximum(9)),
  value: z.nullable(shortText),
  expectedVersion: z.int().check(z.minimum(0)),
  /** What an entry of the aspect stood for where it was typed (`meaningOf`): a new version of the scheme may have made it another. */
  meant: z.optional(z.string().check(z.maxLength(32))),
  /** Whose level a recorder keys from paper, 0 for the panel's one mark. A judge's seat comes from the session alone. */
  seat: z.optional(z.int().check(z.minimum(0), z.maximum(15))),
  /** Why a mark that looks like a slip (domain/marking/doubts) stands. */
  reason: z.optional(z.string().check(z.maxLength(longestReason), z.regex(wellFormed))),
});
export type MarkEnter = z.infer<typeof markEnter>;

export const audiences = ["progress", "board", "panel", "recorder", "oversight"] as const;
/** progress and board are public; panel is the judges', recorder who keys their paper sheets', oversight the chief judge's. */
export type Audience = (typeof audiences)[number];

export const watch = z.object({ audience: z.enum(audiences), skillId: id });

/** A judge's device says that it marks in a skill: when it begins, and again while it goes on. */
export const hold = z.object({
  skillId: id,
  /** Made once by the browser and kept there; two tabs of one device are one. */
  device: id,
  /** Marks that are on the device and not yet acknowledged. */
  waiting: z.int().check(z.minimum(0), z.maximum(100_000)),
  /** A person asked to go on here although another device holds the seat. */
  takeOver: z.boolean(),
});
export type Hold = z.infer<typeof hold>;

/** Every event a client may send, with its message. A test asks that each has a row in the access table. */
export const clientEvents = { "mark:enter": markEnter, watch, unwatch: watch, hold } as const;

export type Refused = { readonly ok: false; readonly refusal: Refusal };
export type MarkAck =
  | {
      readonly ok: true;
      readonly version: number;
      readonly value: string | null;
      readonly at: string;
      readonly repeated: boolean;
    }
  | Refused;
export type WatchAck =
  | { readonly ok: true; readonly seq: number; readonly to: string; readonly view: View }
  | Refused;

/** `held` is false while another device of the same judge holds the seat; `since` when that one was heard of first, ISO. */
export type HoldAck = { readonly ok: true; readonly held: boolean; readonly since: string } | Refused;

/** One step of a view: a client whose view has another fingerprint than `from` watches again. */
export type ViewChange = {
  readonly audience: Audience;
  readonly skillId: string;
  readonly seq: number;
  readonly from: string;
  readonly to: string;
  readonly diff: Diff;
};

export type ClientToServer = {
  "mark:enter": (message: unknown, ack: (answer: MarkAck) => void) => void;
  watch: (message: unknown, ack: (answer: WatchAck) => void) => void;
  unwatch: (message: unknown) => void;
  hold: (message: unknown, ack: (answer: HoldAck) => void) => void;
};
export type ServerToClient = {
  view: (change: ViewChange) => void;
  ended: (refusal: Refusal) => void;
  /** Another device of this judge goes on in that skill. */
  "taken-over": (event: { readonly skillId: string }) => void;
  /** This judge was called to a seat of a work: the desk has more on it. */
  called: (event: { readonly skillId: string }) => void;
  /** To the chief judge: something of the skill changed that may stand beside the view (the floor's records, signatures). */
  beside: (event: { readonly skillId: string }) => void;
};
