// The outbox of this device (IndexedDB): every intention is stored before it is sent and goes only when the server has
// answered. One in flight per cell; unsent ones for a cell collapse into the newest; it survives reload and power loss.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { MarkAck, MarkEnter } from "#domain/live/protocol.ts";
import type { Refusal } from "#domain/outcome.ts";
import {
  type Acknowledged,
  cellOf,
  type Intention,
  isPassing,
  messageOf,
  type NewIntention,
  nextToSend,
} from "./intention.ts";

interface Store extends DBSchema {
  intentions: { key: number; value: Intention };
}
/** What an intention is before the database gives it its place. */
type Unplaced = Omit<Intention, "seq">;

export type Answered = { readonly intention: Intention; readonly ack: Acknowledged };
export type Outbox = {
  /** Everything kept here for this login, oldest first. */
  all(): readonly Intention[];
  /** Called after each change; with the answer, when one came. */
  listen(listener: (answered?: Answered) => void): () => void;
  /** Stored when this resolves. */
  put(one: NewIntention): Promise<void>;
  /** Sends what waits, one after another, until nothing is left or `send` throws (no answer: the same request goes again). */
  drain(send: Send): Promise<void>;
  /** A person decides a conflict: what the server has stays. */
  keepTheirs(requestId: string): Promise<void>;
  /** A person decides a conflict: mine again, as a new request over the version that was seen. */
  sendMine(requestId: string, expectedVersion: number): Promise<void>;
};
type Send = (message: MarkEnter) => Promise<MarkAck>;

/** The server cannot take marks at this moment; what waits is sent later. */
export class NotNow extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const name = "biansai-outbox";

export async function openOutbox(by: string): Promise<Outbox> {
  const db = await openDB<Store>(name, 1, {
    upgrade: (fresh) => void fresh.createObjectStore("intentions", { keyPath: "seq", autoIncrement: true }),
  });
  const tabs = new BroadcastChannel(name);
  const listeners = new Set<(answered?: Answered) => void>();
  /** Versions that the server answered to this page, by cell: what is typed before the page has drawn an answer builds on it. */
  const acknowledged = new Map<string, number>();
  let kept: readonly Intention[] = await own();
  let draining = false;
  let again = false;

  async function own(): Promise<Intention[]> {
    return (await db.getAll("intentions")).filter((one) => one.by === by);
  }
  async function refresh(answered?: Answered): Promise<void> {
    kept = await own();
    for (const listener of listeners) listener(answered);
  }
  async function tell(answered?: Answered): Promise<void> {
    await refresh(answered);
    tabs.postMessage(answered ?? null);
  }
  async function edit(work: (store: Editing) => Promise<void>): Promise<void> {
    await inOneTransaction(db, work);
    await tell();
  }
  tabs.onmessage = ({ data }: MessageEvent<Answered | null>) => void refresh(data ?? undefined);
  const disputed = (store: Editing, requestId: string): Intention | undefined =>
    store.all.find((one) => one.requestId === requestId && one.standing === "conflict");

  /** One tab of this browser sends at a time; a mark is written down as sent before it leaves. */
  async function sendAll(send: Send): Promise<void> {
    for (;;) {
      const next = await inOneTransaction(db, async (store) => {
        const first = nextToSend(store.all, by);
        if (first?.standing === "waiting") await store.put({ ...first, standing: "sent" });
        return first;
      });
      if (!next) return;
      const ack = await send(messageOf(next));
      if (ack.ok) acknowledged.set(cellOf(next), ack.version);
      await tell(await inOneTransaction(db, (store) => settle(store, next.seq, ack)));
      if (!ack.ok && isPassing(ack.refusal)) throw new NotNow(ack.refusal);
    }
  }

  return {
    all: () => kept,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    put: (one) => edit((store) => collapse(store, one, acknowledged.get(cellOf(one)) ?? 0)),
    async drain(send) {
      again = true;
      if (draining) return;
      draining = true;
      try {
        while (again) {
          again = false;
          await navigator.locks.request(name, () => sendAll(send));
        }
      } finally {
        draining = false;
      }
    },
    keepTheirs: (requestId) =>
      edit(async (store) => {
        const one = disputed(store, requestId);
        if (one) await store.remove(one);
      }),
    sendMine: (requestId, expectedVersion) =>
      edit(async (store) => {
        const one = disputed(store, requestId);
        if (!one) return;
        const { refusal: _, ...mine } = one;
        await store.put({ ...mine, requestId: crypto.randomUUID(), expectedVersion, standing: "waiting" });
      }),
  };
}

type Editing = {
  readonly all: readonly Intention[];
  put(one: Intention | Unplaced): Promise<void>;
  remove(one: Intention): Promise<void>;
};

/** `durability: strict`: when it resolves, a dead battery loses nothing. */
async function inOneTransaction<T>(
  db: IDBPDatabase<Store>,
  work: (store: Editing) => Promise<T>,
): Promise<T> {
  const tx = db.transaction("intentions", "readwrite", { durability: "strict" });
  const done = await work({
    all: await tx.store.getAll(),
    put: async (one) => void (await tx.store.put(one as Intention)),
    remove: (one) => tx.store.delete(one.seq),
  });
  await tx.done;
  return done;
}

/**
 * The newest unsent intention of a cell is the only one; it keeps the version that the person had seen, or the one that this
 * page's own last mark in the cell got (`acknowledged`): nobody is in conflict with themselves.
 */
async function collapse(store: Editing, one: NewIntention, acknowledged: number): Promise<void> {
  const same = store.all.filter((each) => each.by === one.by && cellOf(each) === cellOf(one));
  const expectedVersion = Math.max(one.expectedVersion, acknowledged);
  const fresh = { ...one, expectedVersion, requestId: crypto.randomUUID(), at: new Date().toISOString() };
  const unsent = same.find((each) => each.standing !== "sent");
  if (!unsent) await store.put({ ...fresh, standing: "waiting" });
  else {
    // A reason belongs to the mark it was given for, never to the next one in the cell.
    const { reason: _, ...before } = unsent;
    await store.put({ ...before, ...fresh, expectedVersion: unsent.expectedVersion });
  }
}

/** Saved: it goes, and what was typed after it builds on the new version. Refused: the newest of the cell waits for a person. */
async function settle(store: Editing, seq: number, ack: MarkAck): Promise<Answered | undefined> {
  const one = store.all.find((each) => each.seq === seq);
  if (!one) return undefined;
  const later = store.all.find(
    (each) => each.seq > seq && each.by === one.by && cellOf(each) === cellOf(one),
  );
  if (ack.ok) {
    await store.remove(one);
    if (later) await store.put({ ...later, expectedVersion: ack.version });
    return { intention: one, ack };
  }
  if (isPassing(ack.refusal)) return undefined;
  if (later) await store.remove(one);
  await store.put({ ...(later ?? one), standing: "conflict", refusal: ack.refusal });
  return undefined;
}
