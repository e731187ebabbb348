// A house on a database of its own: real PostgreSQL, real services, a clock that stands still until a test moves it.
import { randomBytes } from "node:crypto";
import { createAnnouncements } from "../../server/announcements.ts";
import type { Clock } from "../../server/clock.ts";
import { connectOwner } from "../../server/database/connection.ts";
import { type Mode, settleMode } from "../../server/database/mode.ts";
import type { House } from "../../server/house.ts";
import { createVault } from "../../server/people/vault.ts";
import { createServices, type Services } from "../../server/services.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";

export type TestClock = Clock & {
  /** Sets the time of the competition (notices, deeds), as an ISO instant. */
  set(instant: string | Date): void;
  /** Moves the machine's own time on (sessions, brakes). */
  passMs(milliseconds: number): void;
};

/** Business time stands at `start` until it is set; the machine's time runs, and can be moved on. */
export function createTestClock(start: string): TestClock {
  let now = new Date(start);
  let shift = 0;
  return {
    now: () => new Date(now),
    wall: () => new Date(Date.now() + shift),
    get offsetMs() {
      return now.getTime() - Date.now();
    },
    moveTo: (offsetMs) => {
      now = new Date(Math.max(now.getTime(), Date.now() + offsetMs));
    },
    set: (instant) => {
      now = new Date(instant);
    },
    passMs: (milliseconds) => {
      shift += milliseconds;
    },
  };
}

export type TestHouse = {
  readonly house: House;
  readonly services: Services;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly close: () => Promise<void>;
};

/** Monday, 2 March 2026, nine o'clock in Kaifeng: a working day of a year whose holidays the calendar holds. */
export const openingDay = "2026-03-02T09:00:00+08:00";

export async function openTestHouse(mode: Mode = "live"): Promise<TestHouse> {
  const database = await freshDatabase();
  const clock = createTestClock(openingDay);
  const house: House = {
    database,
    mode: await settleMode(database, { embedded: false, demo: mode === "demonstration" }),
    clock,
    announcements: createAnnouncements(),
    vault: createVault(randomBytes(32)),
  };
  return { house, services: createServices(house), database, clock, close: () => database.drop() };
}

export type DumpedRow = { readonly table: string; readonly place: string; readonly text: string };

/** Every row of every table as text, the way somebody with the whole database would read it; `hide` leaves columns out. */
export async function dumpDatabase(url: string, hide: readonly string[] = []): Promise<DumpedRow[]> {
  const owner = await connectOwner(url);
  try {
    const tables = (
      await owner.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    ).rows as { tablename: string }[];
    const rows: DumpedRow[] = [];
    for (const { tablename } of tables) {
      const hidden = hide
        .filter((name) => name.startsWith(`${tablename}.`))
        .map((name) => name.slice(tablename.length + 1));
      const found = await owner.query(
        `SELECT ctid::text AS place, (to_jsonb(t) - $1::text[])::text AS text FROM "${tablename}" t ORDER BY t.ctid`,
        [hidden],
      );
      rows.push(
        ...(found.rows as { place: string; text: string }[]).map((row) => ({ table: tablename, ...row })),
      );
    }
    return rows;
  } finally {
    await owner.end();
  }
}
