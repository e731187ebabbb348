// Every message between browser and server over Socket.IO: the events a client may send, and what it may be sent.
import { z } from "zod/mini";
import type { Refusal } from "../outcome.ts";
import type { Diff, View } from "./diff.ts";

const id = z.uuid();
const shortText = z.string().check(z.maxLength(64));

/** One intention of a judge or a recorder for one cell; `requestId` is made by the browser and kept until the answer. */
export const markEnter = z.object({
  requestId: id,
  contestantId: id,
  aspectId: z.string().check(z.maxLength(16)),
  round: z.int().check(z.minimum(1), z.maximum(9)),
  value: z.nullable(shortText),
  expectedVersion: z.int().check(z.minimum(0)),
  /** Whose level a recorder keys from paper, 0 for the panel's one mark. A judge's seat comes from the session alone. */
  seat: z.optional(z.int().check(z.minimum(0), z.maximum(15))),
});
export type MarkEnter = z.infer<typeof markEnter>;

export const audiences = ["progress", "board", "panel", "oversight"] as const;
/** progress and board are public; panel is the judges', oversight the chief judge's. */
export type Audience = (typeof audiences)[number];

export const watch = z.object({ audience: z.enum(audiences), skillId: id });
export type Watch = z.infer<typeof watch>;

/** Every event a client may send, with its message. A test asks that each has a row in the access table. */
export const clientEvents = { "mark:enter": markEnter, watch, unwatch: watch } as const;
export type ClientEvent = keyof typeof clientEvents;

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
};
export type ServerToClient = { view: (change: ViewChange) => void; ended: (refusal: Refusal) => void };
