// Opens the house on a database: migrates, settles the mode, reads keys and clock. Used by the server, commands and tests.

import { createAnnouncements } from "./announcements.ts";
import { createClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { connect } from "./database/connection.ts";
import { startEmbedded } from "./database/embedded.ts";
import { migrate } from "./database/migrate.ts";
import { settleMode } from "./database/mode.ts";
import type { House } from "./house.ts";
import { masterKey } from "./people/keys.ts";
import { createVault } from "./people/vault.ts";

export type Opened = { readonly house: House; readonly ownerUrl: string; close(): Promise<void> };

/** Throws DatabaseRefusal with a sentence in both languages when the database cannot be used. */
export async function openHouse(config: Config): Promise<Opened> {
  const embedded = config.databaseUrl ? null : await startEmbedded(config.dataFolder);
  try {
    const ownerUrl = config.databaseUrl ?? embedded!.url;
    await migrate(ownerUrl);
    const database = connect(ownerUrl, (error) => console.error(error.message));
    const mode = await settleMode(database, { embedded: embedded !== null, demo: config.demo });
    const [row] = await database.query<{ clock_offset_ms: number }>(
      "SELECT clock_offset_ms FROM installation WHERE id = 1",
    );
    const house: House = {
      database,
      mode,
      clock: createClock(mode === "demonstration" ? row!.clock_offset_ms : 0),
      announcements: createAnnouncements(),
      vault: createVault(await masterKey(config.keyFolder)),
    };
    const close = async (): Promise<void> => {
      await database.close();
      await embedded?.stop();
    };
    return { house, ownerUrl, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
