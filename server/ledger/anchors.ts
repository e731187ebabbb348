// Anchors: the heads of the chains, noted outside the database every minute, so that a rewritten chain contradicts a file
// that the database's owner does not hold. One line of JSON each, in <data folder>/anchors/YYYY-MM.ndjson.
import { mkdir, open, readdir, readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Sql } from "../database/connection.ts";

const anchor = z.object({
  at: z.iso.datetime(),
  chain: z.string().min(1),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
/** The head of a chain as it stood at an instant of the machine's own clock. */
export type Anchor = z.infer<typeof anchor>;
export type Anchors = {
  readonly files: number;
  readonly anchors: readonly Anchor[];
  /** Lines that are no anchors, as "file:line". */
  readonly unreadable: readonly string[];
};

const ours = /^\d{4}-\d{2}\.ndjson$/;
const everyMs = 60_000;

/** All anchors of a folder, oldest file first. What a power cut left without its line end was never an anchor. */
export async function readAnchors(folder: string): Promise<Anchors> {
  const names = (await readdir(folder).catch(none)).filter((name) => ours.test(name)).sort();
  const anchors: Anchor[] = [];
  const unreadable: string[] = [];
  for (const name of names) {
    const lines = (await readFile(join(folder, name), "utf8")).split("\n").slice(0, -1);
    for (const [place, line] of lines.entries()) {
      const read = anchor.safeParse(parsed(line));
      if (read.success) anchors.push(read.data);
      else unreadable.push(`${name}:${place + 1}`);
    }
  }
  return { files: names.length, anchors, unreadable };
}

function none(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export type AnchorKeeper = {
  /** Notes every head that moved since its last anchor; answers how many. Those asked for at once go one after another. */
  note(): Promise<number>;
  /** Notes once more and ends. */
  stop(): Promise<void>;
};

/** Notes the heads now and then every minute. A failure is reported and the next turn tries again. */
export function keepAnchors(
  sql: Sql,
  folder: string,
  report: (error: unknown) => void = console.error,
): AnchorKeeper {
  let known: Map<string, string> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function write(): Promise<number> {
    known ??= await lastNoted(folder);
    const heads = await sql.query<{ chain: string; seq: number; hash: string }>(
      "SELECT chain, seq, hash FROM chain_head WHERE seq > 0 ORDER BY chain",
    );
    const moved = heads.filter(({ chain, hash }) => known!.get(chain) !== hash);
    const now = new Date().toISOString();
    await append(
      folder,
      `${now.slice(0, 7)}.ndjson`,
      moved.map((head) => ({ at: now, ...head })),
    );
    for (const { chain, hash } of moved) known.set(chain, hash);
    return moved.length;
  }
  const note = (): Promise<number> => {
    const own = turn.then(write);
    turn = own.catch(() => undefined);
    return own;
  };
  const look = (): void => void note().catch(report);
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    note,
    async stop() {
      clearInterval(timer);
      await note().catch(report);
    },
  };
}

async function lastNoted(folder: string): Promise<Map<string, string>> {
  const { anchors } = await readAnchors(folder);
  return new Map(anchors.map(({ chain, hash }) => [chain, hash]));
}

/** On the disk when this resolves, with the file's name; what a power cut left half written is cut off first. */
async function append(folder: string, name: string, anchors: readonly Anchor[]): Promise<void> {
  if (anchors.length === 0) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  await cutOffHalfLine(path);
  const file = await open(path, "a", 0o600);
  try {
    await file.appendFile(anchors.map((one) => `${JSON.stringify(one)}\n`).join(""));
    await file.sync();
  } finally {
    await file.close();
  }
  if (process.platform === "win32") return;
  const entry = await open(folder, "r");
  await entry.sync().finally(() => entry.close());
}

async function cutOffHalfLine(path: string): Promise<void> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  });
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) await truncate(path, whole);
}
