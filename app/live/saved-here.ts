// The marks of a login that the server has acknowledged to this device. A copy of a sheet is older than they are: after a
// reload without a line they stand on it, so that nothing saved looks unset.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Saved } from "#app/sheet/cells.ts";
import { savedPrefix } from "./forget-others.ts";

/** `aspectId` is the place (domain/marking/record placeName): a recorder's level carries its seat. */
export type SavedHere = Saved & { readonly contestantId: string; readonly aspectId: string };
interface Store extends DBSchema {
  marks: { key: [string, string]; value: SavedHere; indexes: { contestant: string } };
}

const opened = new Map<string, Promise<IDBPDatabase<Store>>>();

function open(login: string): Promise<IDBPDatabase<Store>> {
  const known = opened.get(login);
  if (known) return known;
  const database = openDB<Store>(savedPrefix + login, 1, {
    upgrade(fresh) {
      const marks = fresh.createObjectStore("marks", { keyPath: ["contestantId", "aspectId"] });
      marks.createIndex("contestant", "contestantId");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      opened.delete(login);
    },
  });
  opened.set(login, database);
  database.catch(() => opened.delete(login));
  return database;
}

export async function keepSaved(login: string, one: SavedHere): Promise<void> {
  await (await open(login)).put("marks", one);
}

export async function savedFor(login: string, contestantId: string): Promise<SavedHere[]> {
  return (await open(login)).getAllFromIndex("marks", "contestant", contestantId);
}
