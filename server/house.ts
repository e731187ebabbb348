// What every service stands on; built once in index.ts (or per test) and never reached through a global.
import type { Announcements } from "./announcements.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/connection.ts";
import type { Mode } from "./database/mode.ts";
import type { Vault } from "./people/vault.ts";

export type House = {
  readonly database: Database;
  readonly clock: Clock;
  readonly announcements: Announcements;
  readonly vault: Vault;
  readonly mode: Mode;
};
