// The typed bus of what has happened, announced only after commit; whoever listens is no business of the services.
import { EventEmitter } from "node:events";
import type { Cell } from "#domain/marking/mark.ts";

export type Events = {
  /** Marks were committed: the cells as they now stand. */
  "cells-entered": [{ readonly skillId: string; readonly cells: readonly Cell[] }];
  /** Anything else of a skill changed: stage, locks, contestants, scheme. */
  "skill-changed": [{ readonly skillId: string }];
  /** A judge was called to a seat of a work: their desk has more on it. */
  "judge-called": [{ readonly skillId: string; readonly accountId: string }];
  /** A device of a judge came, left, or said how much it keeps unsent. */
  "devices-changed": [{ readonly skillId: string }];
  /** A session or a role ended: sockets of this account must prove themselves again. */
  "access-ended": [{ readonly accountId: string }];
};
export type Announcements = EventEmitter<Events>;

export function createAnnouncements(): Announcements {
  const bus: Announcements = new EventEmitter();
  bus.setMaxListeners(50);
  return bus;
}
