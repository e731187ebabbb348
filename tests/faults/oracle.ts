// What must hold after every fault, read from the devices' logs and past the product from the database.
import type { View } from "#domain/live/diff.ts";
import { panelView } from "#domain/live/views.ts";
import { connect, type Database } from "#server/database/connection.ts";
import { readAnchors } from "#server/ledger/anchors.ts";
import { verifyLedger } from "#server/ledger/verify-ledger.ts";
import { loadSkillState } from "#server/marking/load-skill.ts";
import type { Device } from "./device.ts";
import { cellOf, type OutboxLog } from "./outbox-log.ts";

export type Verdict = {
  readonly intentions: number;
  readonly acknowledged: number;
  /** Acknowledged, and no such revision in the database. */
  readonly lost: number;
  /** Revisions beyond what was acknowledged for their cell (or is still without an answer), or twice the same version. */
  readonly doubled: number;
  /** Refused although nobody else writes there; in races, a refusal that does not name the winner. */
  readonly refused: number;
  readonly unsettled: number;
  /** What verify-ledger finds, anchors included. */
  readonly ledger: number;
  /** Devices whose view is not the server's. */
  readonly diverged: number;
};

export const holds = (found: Verdict): boolean =>
  found.acknowledged > 0 &&
  found.lost + found.doubled + found.refused + found.unsettled + found.ledger + found.diverged === 0;

type Row = { contestant_id: string; aspect_id: string; version: number; value: string | null };
export type Watching = readonly { readonly device: Device; readonly skillId: string }[];

const convergeWithinMs = 30_000;

/** Holds the database against the devices' logs; `rightly` tells whether a refusal is what the rules ask for. */
export async function examine(
  databaseUrl: string,
  anchorFolder: string,
  logs: readonly OutboxLog[],
  rightly: (requestId: string) => boolean,
): Promise<Omit<Verdict, "diverged">> {
  const database = connect(databaseUrl, undefined, 1);
  try {
    const { findings } = await verifyLedger(database, await readAnchors(anchorFolder));
    return { ...(await againstLogs(database, logs, rightly)), ledger: findings.length };
  } finally {
    await database.close();
  }
}

async function againstLogs(
  database: Database,
  logs: readonly OutboxLog[],
  rightly: (requestId: string) => boolean,
) {
  const entries = logs.flatMap((log) => log.entries);
  const rows = await database.query<Row>(
    "SELECT contestant_id, aspect_id, version, value FROM mark_revision",
  );
  const kept = new Map<string, Row[]>();
  for (const row of rows) {
    const cell = cellOf({ contestantId: row.contestant_id, aspectId: row.aspect_id });
    kept.set(cell, [...(kept.get(cell) ?? []), row]);
  }
  const allowed = new Map<string, number>();
  let [acknowledged, lost, refused, unsettled] = [0, 0, 0, 0];
  for (const { command, ack } of entries) {
    const cell = cellOf(command);
    if (!ack || ack.ok) allowed.set(cell, (allowed.get(cell) ?? 0) + 1);
    else allowed.set(cell, allowed.get(cell) ?? 0);
    if (!ack) unsettled += 1;
    else if (!ack.ok) refused += rightly(command.requestId) ? 0 : 1;
    else {
      acknowledged += 1;
      const stands = kept
        .get(cell)
        ?.some((row) => row.version === ack.version && Number(row.value) === Number(command.value));
      if (!stands) lost += 1;
    }
  }
  let doubled = 0;
  for (const [cell, most] of allowed) {
    const versions = (kept.get(cell) ?? []).map((row) => row.version);
    doubled += Math.max(0, versions.length - most, versions.length - new Set(versions).size);
  }
  return { intentions: entries.length, acknowledged, lost, doubled, refused, unsettled };
}

/** How many devices do not come to show what the server's database says, however long they are given. */
export async function countDiverged(databaseUrl: string, watching: Watching): Promise<number> {
  const database = connect(databaseUrl, undefined, 1);
  try {
    const truths = new Map<string, View>();
    for (const skillId of new Set(watching.map((one) => one.skillId))) {
      const state = (await loadSkillState(database, skillId))!;
      truths.set(skillId, JSON.parse(JSON.stringify(panelView(state))) as View);
    }
    const seen = await Promise.all(
      watching.map(({ device, skillId }) => device.shows(truths.get(skillId)!, convergeWithinMs)),
    );
    return seen.filter((same) => !same).length;
  } finally {
    await database.close();
  }
}
