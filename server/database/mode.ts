// A database is a demonstration or it is live; decided at its first start and never changed (a trigger refuses too).
import type { Sql } from "./connection.ts";
import { DatabaseRefusal } from "./refusal.ts";

export type Mode = "demonstration" | "live";

export interface ModeWish {
  readonly embedded: boolean;
  /** BIANSAI_DEMO, when it was set. */
  readonly demo: boolean | undefined;
}

/** What a new database becomes: embedded ones are demonstrations unless told otherwise, others only when asked. */
export function modeOfNew({ embedded, demo }: ModeWish): Mode {
  return (demo ?? embedded) ? "demonstration" : "live";
}

/** Reads the mode; a new database gets its mode here, once. Refuses a BIANSAI_DEMO that says otherwise. */
export async function settleMode(sql: Sql, wish: ModeWish): Promise<Mode> {
  await sql.query("INSERT INTO installation (id, mode) VALUES (1, $1) ON CONFLICT DO NOTHING", [
    modeOfNew(wish),
  ]);
  const [row] = await sql.query<{ mode: Mode }>("SELECT mode FROM installation WHERE id = 1");
  const mode = row!.mode;
  if (wish.demo !== undefined && wish.demo !== (mode === "demonstration")) {
    const [zh, en] = mode === "live" ? ["正式库", "live"] : ["演示库", "a demonstration"];
    throw new DatabaseRefusal(
      "mode-fixed",
      `这个数据库是${zh}，不能改变。请换一个数据文件夹（BIANSAI_DATA）或数据库（DATABASE_URL），或去掉 BIANSAI_DEMO。`,
      `This database is ${en} and stays so. Use another BIANSAI_DATA or DATABASE_URL, or leave BIANSAI_DEMO unset.`,
    );
  }
  return mode;
}
