// What the database knows of the day: until when sub-criteria are due, and the newest messages to the panel.
import { type DayState, noDevices } from "#domain/live/day.ts";
import type { Sql } from "../database/connection.ts";

/** Messages shown at once; older ones stay in the database. */
const shown = 5;

/** Devices are the live part's and stand in no table. */
export async function loadDay(sql: Sql, skillId: string): Promise<DayState> {
  const due = await sql.query<{ subcriterion_id: string; due_at: Date }>(
    "SELECT subcriterion_id, due_at FROM sheet_due WHERE skill_id = $1 ORDER BY subcriterion_id",
    [skillId],
  );
  const messages = await sql.query<{
    id: string;
    text: string;
    at: Date;
    panel: string | null;
    read: number[];
  }>(
    `SELECT id, text, at, panel, ARRAY(SELECT seat FROM panel_message_reading r WHERE r.message_id = m.id ORDER BY seat) AS read
     FROM panel_message m WHERE skill_id = $1 ORDER BY at DESC, id LIMIT $2`,
    [skillId, shown],
  );
  return {
    due: new Map(due.map((row) => [row.subcriterion_id, row.due_at.toISOString()])),
    messages: messages.reverse().map(({ at, panel, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      ...(panel !== null && { panel }),
    })),
    devices: noDevices,
  };
}
