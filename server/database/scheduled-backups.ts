// Hourly backups of the embedded database, beside it; somebody still has to carry them to another machine.
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { programVersion } from "../config.ts";
import type { Database } from "./connection.ts";
import { type BackupDone, backUp } from "./snapshot.ts";

const OURS = /^biansai-\d{8}T\d{6}Z\.ndjson\.gz$/;

/** A backup's file name: sorts by time. */
export function backupName(now: Date): string {
  return `biansai-${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z.ndjson.gz`;
}

export interface Schedule {
  /** Takes one now: before something risky, or at the end of a day. */
  take(): Promise<BackupDone>;
  /** Ends the schedule; a backup under way is finished first. */
  stop(): Promise<void>;
}

export interface ScheduleOptions {
  readonly program?: string;
  readonly everyMs?: number;
  readonly lookMs?: number;
  readonly keep?: number;
  readonly report?: (error: unknown) => void;
}

async function standing(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => OURS.test(name)).sort();
}

/** One backup an hour into a folder, also across restarts; the last 48 are kept. A failure is reported, then tried again. */
export function scheduleBackups(
  db: Database,
  folder: string,
  clock: { now(): Date } = { now: () => new Date() },
  options: ScheduleOptions = {},
): Schedule {
  const { keep = 48, everyMs = 3_600_000, lookMs = 60_000, report = console.error } = options;
  const program = options.program ?? programVersion();
  let current: Promise<unknown> | undefined;

  const take = async () => {
    const now = clock.now();
    const done = await backUp(db, join(folder, backupName(now)), { program, now });
    for (const name of (await standing(folder)).slice(0, -keep))
      await rm(join(folder, name), { force: true });
    return done;
  };
  // The files' own times count, not the clock, which a demonstration may move.
  const isDue = async () => {
    const last = (await standing(folder)).at(-1);
    if (!last) return true;
    return Date.now() - (await stat(join(folder, last))).mtimeMs >= everyMs;
  };
  const look = async () => {
    if (await isDue()) await take();
  };
  const timer = setInterval(() => {
    current ??= look()
      .catch(report)
      .finally(() => {
        current = undefined;
      });
  }, lookMs);
  timer.unref();

  return {
    take,
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}
